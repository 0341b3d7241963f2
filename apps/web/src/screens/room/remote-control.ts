import type { SiteLine } from '@diemcau/domain/kernel';
import type { DeviceControl, DeviceReport } from '@diemcau/domain/wire';
import {
  CameraStill,
  type Capture,
  type CaptureState,
  type Device,
  type Loudness,
  type StageLine,
} from '../../media/index.ts';

/** The clerk's page asks again every few seconds while it looks; without that the picture stops. */
const LOOK_MS = 10_000;
/** The level is looked at so often; the loudest of a second is what is told. */
const BEAT_MS = 100;
const BEATS = 10;
/** As the wire allows. */
const PICTURE_LENGTH = 24_000;
const LISTED = 20;
const ID_LENGTH = 200;
const LABEL_LENGTH = 120;

export type RemoteOptions = {
  readonly capture: Capture;
  readonly loudness: Loudness;
  readonly report: (report: DeviceReport) => void;
  readonly line: () => StageLine;
  readonly carried: () => SiteLine;
  readonly needsGesture: () => boolean;
};

const listed = (devices: readonly Device[]) =>
  devices
    .slice(0, LISTED)
    .map(({ id, label }) => ({ id: id.slice(0, ID_LENGTH), label: label.slice(0, LABEL_LENGTH) }));

const idOf = (track: MediaStreamTrack | null): string | null =>
  track?.getSettings().deviceId?.slice(0, ID_LENGTH) ?? null;

/** Nobody touches a room screen: its clerk chooses and tests its devices from their own page, through this. */
export class RemoteControl {
  readonly #options: RemoteOptions;
  readonly #still = new CameraStill();
  #lookedAt = Number.NEGATIVE_INFINITY;
  #listenedAt = Number.NEGATIVE_INFINITY;
  #testedAt: number | null = null;
  #sent = '';
  #beats = 0;
  #loudest = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #stop: () => void = () => undefined;

  constructor(options: RemoteOptions) {
    this.#options = options;
  }

  start(): void {
    this.#stop = this.#options.capture.subscribe(() => this.#still.show(this.#options.capture.state().camera));
    this.#still.show(this.#options.capture.state().camera);
    this.#timer = setInterval(() => this.#beat(), BEAT_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#stop();
    this.#still.show(null);
  }

  readonly obey = (control: DeviceControl): void => {
    const { capture } = this.#options;
    switch (control.do) {
      case 'useCamera':
        return capture.useCamera(control.id);
      case 'useContentCamera':
        return capture.useContentCamera(control.id);
      case 'useMicrophone':
        return capture.useMicrophone(control.id);
      case 'useLoudspeaker':
        return capture.useLoudspeaker(control.id);
      case 'setMixer':
        return capture.setMixer(control.mixer);
      case 'useStep':
        return capture.useStep(control.step);
      case 'testLoudspeaker':
        return void this.#test();
      case 'look':
        this.#lookedAt = performance.now();
        return;
      case 'listen':
        this.#listenedAt = performance.now();
        return;
      case 'retry':
        return capture.retry();
    }
  };

  async #test(): Promise<void> {
    const { loudness, capture } = this.#options;
    try {
      await loudness.test(capture.state().choices.loudspeakerId);
      this.#testedAt = Date.now();
    } catch {
      // Not played: the time of the last test stays, and the clerk's page says that nothing was heard.
      this.#testedAt = null;
    }
  }

  #beat(): void {
    this.#loudest = Math.max(this.#loudest, this.#options.loudness.level());
    this.#beats = (this.#beats + 1) % BEATS;
    if (this.#beats > 0) return;
    this.#tell();
    this.#loudest = 0;
  }

  /** Once a second while the clerk looks or a desk wants the level; else only what has changed, without either. */
  #tell(): void {
    const now = performance.now();
    const looks = now - this.#lookedAt < LOOK_MS;
    const seen = looks || now - this.#listenedAt < LOOK_MS;
    const facts = factsOf(this.#options, this.#testedAt);
    const saying = JSON.stringify(facts);
    if (!seen && saying === this.#sent) return;
    this.#sent = saying;
    const level = seen ? Math.round(this.#loudest * 100) / 100 : 0;
    this.#options.report({ ...facts, level, picture: looks ? this.#still.take(PICTURE_LENGTH) : null });
  }
}

type Facts = Omit<DeviceReport, 'level' | 'picture'>;

const factsOf = ({ capture, line, carried, needsGesture }: RemoteOptions, testedAt: number | null): Facts => {
  const state: CaptureState = capture.state();
  return {
    cameras: listed(state.cameras),
    microphones: listed(state.microphones),
    loudspeakers: listed(state.loudspeakers),
    cameraId: idOf(state.camera),
    contentCameraId: state.choices.contentCameraId,
    microphoneId: idOf(state.microphone),
    loudspeakerId: state.choices.loudspeakerId,
    camera: state.cameraStatus,
    microphone: state.microphoneStatus,
    mixer: state.choices.mixer,
    testedAt,
    line: line(),
    needsGesture: needsGesture(),
    ladder: { ...carried(), chosen: state.choices.step },
  };
};
