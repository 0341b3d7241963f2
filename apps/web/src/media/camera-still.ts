const WIDTH = 320;
const HEIGHT = 180;
/** Tried one after the other until the picture is small enough. */
const JPEG_QUALITIES = [0.7, 0.5, 0.3, 0.15];

/** Small still pictures of a camera, for the clerk who looks at it from afar. */
export class CameraStill {
  readonly #video = document.createElement('video');
  readonly #canvas = document.createElement('canvas');

  constructor() {
    Object.assign(this.#video, { muted: true, playsInline: true, autoplay: true });
    this.#canvas.width = WIDTH;
    this.#canvas.height = HEIGHT;
  }

  show(track: MediaStreamTrack | null): void {
    this.#video.srcObject = track ? new MediaStream([track]) : null;
  }

  /** A JPEG as a data address of at most `maxLength` characters, or null while there is no picture. */
  take(maxLength: number): string | null {
    const { videoWidth, videoHeight, readyState } = this.#video;
    if (videoWidth === 0 || readyState < 2) return null;
    const scale = Math.min(WIDTH / videoWidth, HEIGHT / videoHeight);
    this.#canvas.width = Math.round(videoWidth * scale);
    this.#canvas.height = Math.round(videoHeight * scale);
    this.#canvas.getContext('2d')?.drawImage(this.#video, 0, 0, this.#canvas.width, this.#canvas.height);
    for (const quality of JPEG_QUALITIES) {
      const picture = this.#canvas.toDataURL('image/jpeg', quality);
      if (picture.length <= maxLength) return picture;
    }
    return null;
  }
}
