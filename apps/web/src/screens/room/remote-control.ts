import { SourceId, type SiteLine } from '@diemcau/domain/kernel';
import type { LineRunId } from '@diemcau/domain/support';
import type { Playback } from '@diemcau/domain/live';
import type { DeviceControl, DeviceReport } from '@diemcau/domain/wire';
import type { Capture, CaptureState, Device, Loudness, StageLine } from '../../media/index.ts';
import {
  CameraStill,
  RoomSoundMeter,
  trialOf,
  usedMicrophone,
  wrongMicrophone,
  type Tried,
  type TriedWith,
} from '../../media/remote-index.ts';

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

/** Something of the room that its own screen tries now. */
export type RoomTrial = Playback['status'] | 'line';

export type RemoteOptions = {
  readonly capture: Capture;
  readonly loudness: Loudness;
  readonly report: (report: DeviceReport) => void;
  readonly line: () => StageLine;
  readonly carried: () => SiteLine;
  readonly needsGesture: () => boolean;
  /** What is tried in the room now, for its screen to say; null: nothing any more. */
  readonly onTrial: (trial: RoomTrial | null) => void;
  /** Tries the line; settles when it is over. */
  readonly tryLine: (runId: LineRunId, onRun: () => void) => Promise<void>;
};

/** How it ended is said for so long. */
const SAID_MS = 5000;

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
  readonly #meter = new RoomSoundMeter(performance.now());
  #tried: Tried | null = null;
  #isTrying = false;
  #isRunning = false;
  #isAsked = false;
  #playback: Playback | null = null;
  /** Of the playback, while it goes on and shortly after. */
  #said: Playback['status'] | null = null;
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
      case 'useSource':
        return capture.useSource(control.sourceId, control.id);
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
      case 'tryEcho':
        return void this.#tryEcho();
      case 'playBack':
        return void this.#playBack();
      case 'runLine':
        return void this.#runLine(control.runId);
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

  /** Its code is fetched when it is wanted: most rooms are tried once. */
  async #tryEcho(): Promise<void> {
    const { capture } = this.#options;
    const { microphone, choices } = capture.state();
    if (!microphone || this.#isTrying) return;
    this.#isTrying = true;
    const by = triedWith(capture.state());
    try {
      const { tryEcho } = await import('../../media/echo-trial.ts');
      this.#tried = { trial: await tryEcho(microphone, choices.loudspeakerId), by };
      capture.triedWith(by.microphoneId);
    } catch {
      // Nothing was played: the trial of before says nothing any more, and the clerk's page says that none came.
      this.#tried = null;
    } finally {
      this.#isTrying = false;
    }
  }

  /** One at a time, and never beside the tones. */
  async #playBack(): Promise<void> {
    const { microphone, choices } = this.#options.capture.state();
    if (this.#isTrying) return;
    this.#isTrying = true;
    const at = Date.now();
    const tell = (status: Playback['status']) => {
      this.#playback = { status, at };
      this.#say(status);
    };
    try {
      const { playBack } = await import('../../media/playback.ts');
      if (microphone) await playBack(microphone, choices.loudspeakerId, tell);
      else tell('failed');
    } catch {
      // Not recorded or not played: its screen and the clerk's page say so.
      tell('failed');
    } finally {
      this.#isTrying = false;
      setTimeout(() => !this.#isTrying && this.#say(null), SAID_MS);
    }
  }

  /** Asked again while it waits or runs, it is that one. */
  async #runLine(runId: LineRunId): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    try {
      await this.#options.tryLine(runId, () => {
        this.#isRunning = true;
        this.#say(this.#said);
      });
    } catch {
      // Its code did not come: the run is given up by itself, and the page that asked says so.
    } finally {
      this.#isAsked = false;
      this.#isRunning = false;
      this.#say(this.#said);
    }
  }

  /** What people have to do goes before what they may know. */
  #say(said: Playback['status'] | null): void {
    this.#said = said;
    this.#options.onTrial(said ?? (this.#isRunning ? 'line' : null));
  }

  #beat(): void {
    const measured = this.#options.loudness.measured();
    this.#meter.take(measured, performance.now());
    this.#loudest = Math.max(this.#loudest, measured.level);
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
    const devices = this.#devices();
    const bound = this.#options.capture.state().choices.sources;
    const saying = JSON.stringify({ ...facts, ...devices, bound });
    if (!seen && saying === this.#sent) return;
    this.#sent = saying;
    const level = seen ? hundredths(this.#loudest) : 0;
    const sources = sourcesOf(this.#options.capture, seen);
    const sound = { ...this.#meter.read(now), ...devices };
    this.#options.report({
      ...facts,
      ...(sources ? { sources } : {}),
      level,
      sound,
      picture: looks ? this.#still.take(PICTURE_LENGTH) : null,
    });
  }

  #devices() {
    const state = this.#options.capture.state();
    return {
      wrong: wrongMicrophone(usedMicrophone(state.microphone), state.choices),
      echo: trialOf(this.#tried, triedWith(state)),
      playback: this.#playback,
    };
  }
}

const triedWith = ({ microphone, choices }: CaptureState): TriedWith => ({
  microphoneId: idOf(microphone),
  loudspeakerId: choices.loudspeakerId,
  mixer: choices.mixer,
});

const hundredths = (level: number): number => Math.round(level * 100) / 100;

/** Its further cameras and microphones, with the device that each is; null is the microphone of the screen itself. */
const sourcesOf = (capture: Capture, seen: boolean): DeviceReport['sources'] => {
  const levels = capture.levelsOf();
  const bound = Object.entries(capture.state().choices.sources);
  if (levels.size === 0 && bound.length === 0) return undefined;
  const levelOf = (id: SourceId | 'main') => (seen ? hundredths(levels.get(id) ?? 0) : 0);
  const main = levels.has('main') ? [{ sourceId: null, id: null, level: levelOf('main') }] : [];
  const further = bound.slice(0, LISTED - 1).map(([text, id]) => {
    const sourceId = SourceId.parse(text);
    return { sourceId, id: id.slice(0, ID_LENGTH), level: levelOf(sourceId) };
  });
  return [...main, ...further];
};

type Facts = Omit<DeviceReport, 'level' | 'picture' | 'sound' | 'sources'>;

const factsOf = (options: RemoteOptions, testedAt: number | null): Facts => {
  const { capture, carried, needsGesture } = options;
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
    line: options.line(),
    needsGesture: needsGesture(),
    ladder: { ...carried(), chosen: state.choices.step },
  };
};
