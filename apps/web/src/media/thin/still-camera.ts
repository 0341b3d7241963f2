/** A still picture so often: the rooms keep the last one, and take a picture for standing after 15 s. */
const EVERY_MS = 4000;

/** A camera that moves once every few seconds: what a thin line sends of it. */
export class StillCamera {
  readonly track: MediaStreamTrack;
  readonly #video = document.createElement('video');
  readonly #canvas = document.createElement('canvas');
  readonly #camera: MediaStreamTrack;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(camera: MediaStreamTrack) {
    this.#camera = camera;
    Object.assign(this.#video, { muted: true, playsInline: true, autoplay: true });
    this.#video.srcObject = new MediaStream([camera]);
    const { width = 1280, height = 720 } = camera.getSettings();
    Object.assign(this.#canvas, { width, height });
    const [track] = this.#canvas.captureStream(0).getVideoTracks();
    if (!track) throw new Error('a canvas without a track');
    this.track = track;
    this.#video.addEventListener('loadeddata', this.#take, { once: true });
    this.#timer = setInterval(this.#take, EVERY_MS);
  }

  isOf(camera: MediaStreamTrack): boolean {
    return camera === this.#camera;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#video.srcObject = null;
    this.track.stop();
  }

  readonly #take = (): void => {
    if (this.#video.readyState < 2) return;
    const { width, height } = this.#canvas;
    this.#canvas.getContext('2d')?.drawImage(this.#video, 0, 0, width, height);
    if (this.track instanceof CanvasCaptureMediaStreamTrack) this.track.requestFrame();
  };
}
