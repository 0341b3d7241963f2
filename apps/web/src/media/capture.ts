import type { LineStep, SourceId } from '@diemcau/domain/kernel';
import { statusOfFault, type DeviceStatus } from './capture-faults.ts';
import { keepChoices, loadChoices, type Choices } from './choices.ts';

export type Device = { readonly id: string; readonly label: string };

/** What a room screen captures, and how its devices are. Immutable. */
export type CaptureState = {
  readonly cameras: readonly Device[];
  readonly microphones: readonly Device[];
  readonly loudspeakers: readonly Device[];
  readonly choices: Choices;
  readonly camera: MediaStreamTrack | null;
  readonly microphone: MediaStreamTrack | null;
  /** What is sent instead of the microphone, in a room with several; null: it has one. */
  readonly mix: MediaStreamTrack | null;
  /** Further cameras that are open. */
  readonly sources: ReadonlyMap<SourceId, MediaStreamTrack>;
  readonly cameraStatus: DeviceStatus;
  readonly microphoneStatus: DeviceStatus;
};

type Which = 'camera' | 'microphone';

/** A device that is not there is looked for again so often; plugging one in is noticed at once. */
const LOOK_AGAIN_MS = 5000;
/** Rooms are wide: 720 lines are what the programme shows, and what a weak computer still encodes. */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } };

const chosen = (id: string | null): MediaTrackConstraints => (id === null ? {} : { deviceId: { ideal: id } });

/** A mixer has done already what the browser would do to the sound, and knows the room better (M26). */
export const constraintsFor = (
  which: Which,
  { cameraId, microphoneId, mixer }: Pick<Choices, 'cameraId' | 'microphoneId' | 'mixer'>,
): MediaStreamConstraints => {
  if (which === 'camera') return { video: { ...chosen(cameraId), ...PICTURE } };
  const processing = { echoCancellation: !mixer, noiseSuppression: !mixer, autoGainControl: !mixer };
  return { audio: { ...chosen(microphoneId), ...processing, channelCount: 1 } };
};

/** The camera and microphone of a room: asked for by themselves, kept, and looked for again when they are lost. */
export class Capture {
  readonly #listeners = new Set<() => void>();
  #state: CaptureState = {
    cameras: [],
    microphones: [],
    loudspeakers: [],
    choices: loadChoices(),
    camera: null,
    microphone: null,
    mix: null,
    sources: new Map(),
    cameraStatus: 'off',
    microphoneStatus: 'off',
  };
  #asked: Record<Which, number> = { camera: 0, microphone: 0 };
  /** Questions without an answer: the person may be reading the browser's own. */
  readonly #unanswered: Record<Which, number> = { camera: 0, microphone: 0 };
  #timer: ReturnType<typeof setInterval> | undefined;

  /** How loud each microphone is, in a room with several; set by what mixes them. */
  levelsOf: () => ReadonlyMap<SourceId | 'main', number> = () => new Map();

  readonly state = (): CaptureState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    navigator.mediaDevices.addEventListener('devicechange', this.#devicesChanged);
    this.#timer = setInterval(() => this.#lookForLost(), LOOK_AGAIN_MS);
    // One after the other: two questions for permission at once confuse, and some cameras carry the microphone.
    void this.#open('camera').then(() => this.#open('microphone'));
  }

  stop(): void {
    clearInterval(this.#timer);
    navigator.mediaDevices.removeEventListener('devicechange', this.#devicesChanged);
    this.#asked = { camera: this.#asked.camera + 1, microphone: this.#asked.microphone + 1 };
    this.#state.camera?.stop();
    this.#state.microphone?.stop();
    this.#set({ camera: null, microphone: null, cameraStatus: 'off', microphoneStatus: 'off' });
  }

  useCamera(id: string): void {
    this.#choose({ cameraId: id });
    void this.#open('camera');
  }

  /** Opened while it is shown only. */
  useContentCamera(contentCameraId: string | null): void {
    this.#choose({ contentCameraId });
  }

  /** Null: the source is no device of this computer. */
  useSource(sourceId: SourceId, id: string | null): void {
    const { [sourceId]: _before, ...others } = this.#state.choices.sources;
    this.#choose({ sources: id === null ? others : { ...others, [sourceId]: id } });
  }

  /** By what opens further cameras and mixes microphones: what is there now. */
  setSources(sources: ReadonlyMap<SourceId, MediaStreamTrack>): void {
    this.#set({ sources });
  }

  setMix(mix: MediaStreamTrack | null): void {
    if (mix !== this.#state.mix) this.#set({ mix });
  }

  useMicrophone(id: string): void {
    this.#choose({ microphoneId: id });
    void this.#open('microphone');
  }

  useLoudspeaker(id: string): void {
    this.#choose({ loudspeakerId: id });
  }

  /** The room was tried with the microphone that is in use now. */
  triedWith(microphoneId: string | null): void {
    this.#choose({ triedMicrophoneId: microphoneId });
  }

  /** The device stays; what the browser does to its sound changes, so it is opened anew. */
  setMixer(mixer: boolean): void {
    this.#choose({ mixer });
    void this.#open('microphone');
  }

  /** How much may go through the line at most; null: what it carries. */
  useStep(step: LineStep | null): void {
    this.#choose({ step });
  }

  /** Opens both anew: after a cable was put back, or a permission given. */
  retry(): void {
    void this.#open('camera').then(() => this.#open('microphone'));
  }

  #set(change: Partial<CaptureState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #choose(change: Partial<Choices>): void {
    const choices = { ...this.#state.choices, ...change };
    keepChoices(choices);
    this.#set({ choices });
  }

  readonly #devicesChanged = (): void => {
    this.#lookForLost();
    void this.#list().then(() => {
      const { choices, cameras, microphones } = this.#state;
      if (this.#isBack('camera', choices.cameraId, cameras)) void this.#open('camera');
      if (this.#isBack('microphone', choices.microphoneId, microphones)) void this.#open('microphone');
    });
  };

  /** The chosen device was plugged in again while another one stood in for it. */
  #isBack(which: Which, chosenId: string | null, devices: readonly Device[]): boolean {
    const used = this.#state[which]?.getSettings().deviceId;
    return chosenId !== null && used !== undefined && used !== chosenId && devices.some(({ id }) => id === chosenId);
  }

  #lookForLost(): void {
    const { cameraStatus, microphoneStatus } = this.#state;
    if (cameraStatus !== 'ok' && this.#unanswered.camera === 0) void this.#open('camera');
    if (microphoneStatus !== 'ok' && this.#unanswered.microphone === 0) void this.#open('microphone');
  }

  async #open(which: Which): Promise<void> {
    const asked = ++this.#asked[which];
    this.#unanswered[which] += 1;
    const { track, status } = await ask(constraintsFor(which, this.#state.choices), which);
    this.#unanswered[which] -= 1;
    // A later question overtook this one: its answer is the one that counts.
    if (asked !== this.#asked[which]) return track?.stop();
    const before = this.#state[which];
    if (which === 'camera') this.#set({ camera: track, cameraStatus: status });
    else this.#set({ microphone: track, microphoneStatus: status });
    if (before !== track) before?.stop();
    track?.addEventListener('ended', () => this.#ended(which, track));
    await this.#list();
  }

  /** Unplugged, or taken away by the system. */
  #ended(which: Which, track: MediaStreamTrack): void {
    if (this.#state[which] !== track) return;
    if (which === 'camera') this.#set({ camera: null, cameraStatus: 'missing' });
    else this.#set({ microphone: null, microphoneStatus: 'missing' });
    void this.#open(which);
  }

  async #list(): Promise<void> {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const of = (kind: MediaDeviceKind): Device[] =>
      devices.filter((d) => d.kind === kind && d.deviceId !== '').map((d) => ({ id: d.deviceId, label: d.label }));
    this.#set({ cameras: of('videoinput'), microphones: of('audioinput'), loudspeakers: of('audiooutput') });
  }
}

type Answer = { readonly track: MediaStreamTrack | null; readonly status: DeviceStatus };

const ask = async (constraints: MediaStreamConstraints, which: Which): Promise<Answer> => {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints);
    const [track] = which === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks();
    return track ? { track, status: 'ok' } : { track: null, status: 'missing' };
  } catch (fault) {
    return { track: null, status: statusOfFault(fault) };
  }
};
