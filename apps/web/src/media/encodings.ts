/** One size in which a camera is sent. */
export type CameraEncoding = {
  /** Lines of 16:9. */
  readonly height: number;
  readonly framesPerSecond: number;
  readonly bitsPerSecond: number;
};

/** The sizes of a room's camera, the smallest first: those of LiveKit's own presets. */
export const CAMERA_ENCODINGS: readonly [CameraEncoding, CameraEncoding, CameraEncoding] = [
  { height: 180, framesPerSecond: 20, bitsPerSecond: 160_000 },
  { height: 360, framesPerSecond: 20, bitsPerSecond: 450_000 },
  { height: 720, framesPerSecond: 30, bitsPerSecond: 1_700_000 },
];
