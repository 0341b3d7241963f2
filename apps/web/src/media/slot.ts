import { FrameNotice } from './frame-notice.ts';

/** One picture in the programme's box, seen or waiting under the others: its `<video>`, and when it last moved. */
export class Slot {
  readonly video: HTMLVideoElement;
  readonly #frames: FrameNotice;
  #track: MediaStreamTrack | null = null;
  #frameAt: number | null = null;

  /** @param name what tests and styles know it by: a site's id, or `own` */
  constructor(name: string, onFrame: () => void) {
    this.video = document.createElement('video');
    Object.assign(this.video, { autoplay: true, muted: true, playsInline: true, disablePictureInPicture: true });
    this.video.className = 'media-slot';
    this.video.dataset['site'] = name;
    this.video.setAttribute('aria-hidden', 'true');
    this.#frames = new FrameNotice(this.video, {
      isPicture: () => this.#track?.readyState === 'live' && !this.#track.muted,
      onFrame: (atMs) => {
        this.#frameAt = atMs;
        onFrame();
      },
    });
  }

  get track(): MediaStreamTrack | null {
    return this.#track;
  }

  /** The last picture of a track that ends stays in the element until another one comes. */
  show(track: MediaStreamTrack | null): void {
    if (track === this.#track) return;
    this.#track = track;
    if (!track) return;
    this.video.srcObject = new MediaStream([track]);
    this.#frames.atOnce();
  }

  /** When a frame was last presented (ms of `performance.now`), or null if none ever was. */
  frameAt(now: number): number | null {
    // A hidden page is painted nothing; what is decoded counts then, since nobody looks.
    const runsUnseen =
      document.hidden && this.#track?.readyState === 'live' && !this.#track.muted && this.video.readyState >= 2;
    return runsUnseen ? now : this.#frameAt;
  }

  remove(): void {
    this.#frames.stop();
    this.video.srcObject = null;
    this.video.remove();
    this.#track = null;
  }
}

/** A still is looked at for seconds, dimmed or not: half of 720 lines are enough. */
const STILL_HEIGHT = 360;

/** Draws what a video shows now. */
export const drawStill = ({ video }: Slot, canvas: HTMLCanvasElement): void => {
  if (video.videoHeight === 0) return;
  canvas.height = STILL_HEIGHT;
  canvas.width = Math.round((video.videoWidth / video.videoHeight) * STILL_HEIGHT);
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
};
