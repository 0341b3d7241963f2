import { keepDevice } from './kept-device.ts';

/** A document camera or the picture of a capture card: as sharp as it comes, and moving enough for a hand. */
const PICTURE = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 15, max: 30 } };

/** Never a microphone. */
export const openSecondCamera = (deviceId: string, onTrack: (track: MediaStreamTrack | null) => void): (() => void) =>
  keepDevice({ video: { deviceId: { exact: deviceId }, ...PICTURE }, audio: false }, onTrack);
