import { LocalVideoTrack, Track, VideoQuality, type LocalTrack, type Room } from 'livekit-client';
import type { SiteLine } from '@diemcau/domain/kernel';
import { CAMERA_ENCODINGS } from '../encodings.ts';
import { StillCamera } from './still-camera.ts';

/** A still every few seconds in this; the encoder would make it as fine as it likes otherwise. */
const STILL_BPS = 50_000;
/** Speech when the line carries nothing else: still clear, a little duller. */
const THIN_SPEECH_BPS = 14_000;

const LOW_BPS = CAMERA_ENCODINGS[0].bitsPerSecond;

/** What a page sends, by what its line carries upwards: the camera gives way, the voice never. */
export class Upstream {
  readonly #room: Room;
  #still: StillCamera | null = null;
  #speechBps: number | null = null;

  constructor(room: Room) {
    this.#room = room;
  }

  /** The camera as it goes out; null: none. */
  outgoing(camera: MediaStreamTrack | null, step: SiteLine['up']): MediaStreamTrack | null {
    if (camera === null || step !== 'still') this.#endStill();
    if (camera === null || step === 'sound') return null;
    if (step !== 'still') return camera;
    if (this.#still?.isOf(camera) !== true) {
      this.#endStill();
      this.#still = new StillCamera(camera);
    }
    return this.#still?.track ?? null;
  }

  /** Said again every second: LiveKit opens larger pictures by itself when somebody wants them. */
  keep(step: SiteLine['up']): void {
    const { localParticipant } = this.#room;
    const camera = localParticipant.getTrackPublication(Track.Source.Camera)?.track;
    if (camera instanceof LocalVideoTrack && (step === 'small' || step === 'still')) this.#keepSmall(camera, step);
    const microphone = localParticipant.getTrackPublication(Track.Source.Microphone)?.track;
    if (microphone) this.#keepSpeech(microphone, step);
  }

  stop(): void {
    this.#endStill();
  }

  #keepSmall(camera: LocalVideoTrack, step: 'small' | 'still'): void {
    const parameters = camera.sender?.getParameters();
    const [low, ...larger] = parameters?.encodings ?? [];
    if (!parameters || !low) return;
    if (larger.some(({ active }) => active === true)) return camera.setPublishingQuality(VideoQuality.LOW);
    const most = step === 'still' ? STILL_BPS : LOW_BPS;
    if (low.maxBitrate === most) return;
    low.maxBitrate = most;
    void camera.sender?.setParameters(parameters).catch(() => undefined);
  }

  /** What it is told while it speaks holds for this microphone only: the next one begins as usual. */
  #keepSpeech(microphone: LocalTrack, step: SiteLine['up']): void {
    const parameters = microphone.sender?.getParameters();
    const [encoding] = parameters?.encodings ?? [];
    if (!parameters || !encoding) return;
    this.#speechBps ??= encoding.maxBitrate ?? null;
    const due = step === 'sound' ? THIN_SPEECH_BPS : (this.#speechBps ?? undefined);
    if (due === undefined || encoding.maxBitrate === due) return;
    encoding.maxBitrate = due;
    // Between two connections there is nothing to tell; the next second does it.
    void microphone.sender?.setParameters(parameters).catch(() => undefined);
  }

  #endStill(): void {
    this.#still?.stop();
    this.#still = null;
  }
}
