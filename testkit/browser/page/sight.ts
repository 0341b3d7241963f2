import { CELL_COLUMNS, CELL_ROWS, readCells, type CellReading } from './cells.ts';

/** So many frames in a row must say the same. */
const AGREEING_FRAMES = 3;
/** The beat never stands still for longer than two frames. */
const BEATING_FRAMES = 4;
/** A picture whose last frame is older is not live. */
const SIGHT_FRESH_MS = 1000;
/** An eye that nobody asks closes: reading pictures costs time that the page needs. */
const EYE_OPEN_MS = 5000;

type Glance = { readonly reading: CellReading | null; readonly atMs: number };

const WHITE_FROM = 128;

/** Reads the frames of one `<video>` as they are presented, while it is asked what it sees. */
class Eye {
  private readonly video: HTMLVideoElement;
  private readonly picture: CanvasRenderingContext2D;
  private glances: Glance[] = [];
  private askedMs = 0;
  private isOpen = false;

  constructor(video: HTMLVideoElement) {
    this.video = video;
    const canvas = document.createElement('canvas');
    canvas.width = CELL_COLUMNS;
    canvas.height = CELL_ROWS;
    const picture = canvas.getContext('2d', { willReadFrequently: true });
    if (!picture) throw new Error('a canvas without a picture');
    this.picture = picture;
  }

  /** The number that this video shows now, alive; null otherwise, and before a few frames were looked at. */
  seen(): number | null {
    this.askedMs = performance.now();
    if (!this.isOpen) this.open();
    const last = this.glances.slice(-BEATING_FRAMES);
    const agreeing = last.slice(-AGREEING_FRAMES).map(({ reading }) => reading?.number);
    const number = agreeing[0];
    if (number === undefined || last.length < BEATING_FRAMES || agreeing.some((each) => each !== number)) return null;
    const isFresh = this.askedMs - (last.at(-1)?.atMs ?? 0) < SIGHT_FRESH_MS;
    const isAlive = new Set(last.map(({ reading }) => reading?.beat)).size > 1;
    return isFresh && isAlive ? number : null;
  }

  private open(): void {
    this.isOpen = true;
    this.glances = [];
    const look = (): void => {
      const atMs = performance.now();
      this.isOpen = atMs - this.askedMs < EYE_OPEN_MS;
      if (!this.isOpen) return;
      this.glances = [...this.glances.slice(1 - BEATING_FRAMES), { reading: this.read(), atMs }];
      this.video.requestVideoFrameCallback(look);
    };
    this.video.requestVideoFrameCallback(look);
  }

  private read(): CellReading | null {
    this.picture.drawImage(this.video, 0, 0, CELL_COLUMNS, CELL_ROWS);
    const { data } = this.picture.getImageData(0, 0, CELL_COLUMNS, CELL_ROWS);
    return readCells(Array.from({ length: data.length / 4 }, (_, cell) => (data[4 * cell + 1] ?? 0) >= WHITE_FROM));
  }
}

const eyes = new WeakMap<HTMLVideoElement, Eye>();

/** The number in the first `<video>` that the selector finds. */
export const seenBy = (selector: string): number | null => {
  const video = document.querySelector(selector);
  if (!(video instanceof HTMLVideoElement)) return null;
  const eye = eyes.get(video) ?? new Eye(video);
  eyes.set(video, eye);
  return eye.seen();
};
