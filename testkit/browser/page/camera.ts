import { beatOf, CELL_COLUMNS, CELL_ROWS, cellsOf } from './cells.ts';

const CAMERA_WIDTH = 640;
const CAMERA_HEIGHT = 360;
const CAMERA_FPS = 15;

/** A camera of 360 lines, 15 times a second, that sees the cells of this number. */
export const openCamera = (number: number): MediaStreamTrack => {
  const canvas = document.createElement('canvas');
  canvas.width = CAMERA_WIDTH;
  canvas.height = CAMERA_HEIGHT;
  const picture = canvas.getContext('2d', { alpha: false });
  const [track] = canvas.captureStream(0).getVideoTracks();
  if (!picture || !(track instanceof CanvasCaptureMediaStreamTrack)) throw new Error('a canvas without a picture');
  let frame = 0;
  const paint = () => {
    for (const [i, isWhite] of cellsOf(number, beatOf(frame)).entries()) {
      const [x, y] = [i % CELL_COLUMNS, Math.floor(i / CELL_COLUMNS)];
      picture.fillStyle = isWhite ? '#fff' : '#000';
      const [width, height] = [CAMERA_WIDTH / CELL_COLUMNS, CAMERA_HEIGHT / CELL_ROWS];
      picture.fillRect(x * width, y * height, width, height);
    }
    frame += 1;
    track.requestFrame();
  };
  paint();
  // By a timer and not by the screen's own beat: a page that nobody paints sends its camera all the same.
  setInterval(paint, 1000 / CAMERA_FPS);
  return track;
};
