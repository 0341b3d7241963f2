/** What a room is looked at with from afar; not needed for its first picture. */
export { CameraStill } from './camera-still.ts';
export { RoomSoundMeter, trialOf, usedMicrophone, wrongMicrophone, type Tried, type TriedWith } from './room-sound.ts';
