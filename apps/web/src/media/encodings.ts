/** One size in which a camera is sent. */
export type CameraEncoding = {
  /** Lines of 16:9. */
  readonly height: number;
  readonly framesPerSecond: number;
  readonly bitsPerSecond: number;
};

/**
 * The sizes of a room's camera, the smallest first: for a tile and for what waits for its cut, for a small screen, for the
 * programme. Rooms sit still: a frame gets almost what LiveKit's own presets give it, and there are no more frames than
 * the camera is asked for (M29).
 */
export const CAMERA_ENCODINGS: readonly [CameraEncoding, CameraEncoding, CameraEncoding] = [
  { height: 180, framesPerSecond: 15, bitsPerSecond: 120_000 },
  { height: 360, framesPerSecond: 20, bitsPerSecond: 360_000 },
  { height: 720, framesPerSecond: 25, bitsPerSecond: 1_350_000 },
];
