import type { SourceKind } from '@diemcau/domain/programme';
import { keepDevice } from './kept-device.ts';

/** As the room's own camera and microphone are (`capture.ts`), of a device that must be this one. */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } };

const constraintsOf = (kind: SourceKind, id: string, mixer: boolean): MediaStreamConstraints => {
  const deviceId = { exact: id };
  if (kind === 'camera') return { video: { deviceId, ...PICTURE }, audio: false };
  const processing = { echoCancellation: !mixer, noiseSuppression: !mixer, autoGainControl: !mixer };
  return { audio: { deviceId, ...processing, channelCount: 1 }, video: false };
};

export type FurtherDevice = { readonly kind: SourceKind; readonly id: string; readonly mixer: boolean };

/** A further camera or a table microphone, by its id. */
export const openFurther = (
  { kind, id, mixer }: FurtherDevice,
  onTrack: (track: MediaStreamTrack | null) => void,
): (() => void) => keepDevice(constraintsOf(kind, id, mixer), onTrack);
