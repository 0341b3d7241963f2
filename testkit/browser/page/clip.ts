/** IVF: a header of 32 bytes, then length (4), time (8) and bytes of each frame. */
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 12;

type ClipFrame = { readonly type: 'key' | 'delta'; readonly data: Uint8Array<ArrayBuffer> };

const framesOfClip = (file: Uint8Array<ArrayBuffer>): readonly ClipFrame[] => {
  const view = new DataView(file.buffer);
  const frames: ClipFrame[] = [];
  for (let at = HEADER_BYTES; at + FRAME_HEADER_BYTES <= file.length;) {
    const end = at + FRAME_HEADER_BYTES + view.getUint32(at, true);
    const data = file.slice(at + FRAME_HEADER_BYTES, end);
    // The first bit of a VP8 frame is 0 in a keyframe (RFC 6386, 9.1).
    frames.push({ type: ((data[0] ?? 1) & 1) === 0 ? 'key' : 'delta', data });
    at = end;
  }
  return frames;
};

/** A camera before which a clip plays for ever: an IVF file of VP8 in base64. */
export const openClip = (base64: string): MediaStreamTrack => {
  const file = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const view = new DataView(file.buffer);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [view.getUint16(12, true), view.getUint16(14, true)];
  const picture = canvas.getContext('2d', { alpha: false });
  const [track] = canvas.captureStream(0).getVideoTracks();
  if (!picture || !(track instanceof CanvasCaptureMediaStreamTrack)) throw new Error('a canvas without a picture');
  const decoder = new VideoDecoder({
    output: (frame) => {
      picture.drawImage(frame, 0, 0);
      frame.close();
      track.requestFrame();
    },
    error: (error) => console.error(error),
  });
  decoder.configure({ codec: 'vp8' });
  const frames = framesOfClip(file);
  const frameMs = (1000 * view.getUint32(20, true)) / view.getUint32(16, true);
  let next = 0;
  setInterval(() => {
    const frame = frames[next % frames.length];
    if (frame) decoder.decode(new EncodedVideoChunk({ ...frame, timestamp: next * frameMs * 1000 }));
    next += 1;
  }, frameMs);
  return track;
};
