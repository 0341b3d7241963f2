/**
 * While frames come they are noticed so seldom: for each that a page is told of it has to be laid out and painted anew,
 * and several pictures at 25 frames a second would keep a slow machine at that alone.
 */
const EVERY_MS = 150;

/** What of a video is asked here. */
export type Framed = Pick<HTMLVideoElement, 'requestVideoFrameCallback' | 'cancelVideoFrameCallback'>;

export type FrameNoticeOptions = {
  /** Whether a frame now is one of a picture: a track that ends leaves a black frame behind, which is none. */
  readonly isPicture: () => boolean;
  /** @param atMs of `performance.now` */
  readonly onFrame: (atMs: number) => void;
};

/** Tells that a video moves: of its first frame at once, then now and then as long as frames come. */
export class FrameNotice {
  readonly #video: Framed;
  readonly #options: FrameNoticeOptions;
  #frame = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(video: Framed, options: FrameNoticeOptions) {
    this.#video = video;
    this.#options = options;
    this.#await();
  }

  /** What the video shows is another track: its first frame is told at once. */
  atOnce(): void {
    if (this.#pause !== undefined) this.#await();
  }

  stop(): void {
    clearTimeout(this.#pause);
    this.#video.cancelVideoFrameCallback(this.#frame);
  }

  readonly #await = (): void => {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#frame = this.#video.requestVideoFrameCallback((now) => {
      if (!this.#options.isPicture()) return this.#await();
      this.#pause = setTimeout(this.#await, EVERY_MS);
      this.#options.onFrame(now);
    });
  };
}
