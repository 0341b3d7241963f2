export { CLIPS_FOLDER, hallPicture, toneClip } from './clips.ts';
export { Ears, type HeardWindow } from './ears.ts';
export { startRogue, type Rogue } from './rogue.ts';
export { HALL_TONE, StageBots } from './stage-bots.ts';
export { toneHz, tonesIn, TONES } from './tones.ts';
