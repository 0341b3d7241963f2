import type { SourceId } from '@diemcau/domain/kernel';
import { levelOf } from './loudness.ts';

/** `main`: the microphone of the room screen itself. */
export type MixedId = SourceId | 'main';

type Branch = {
  readonly track: MediaStreamTrack;
  readonly node: MediaStreamAudioSourceNode;
  readonly gain: GainNode;
  readonly meter: AnalyserNode;
};

const SAMPLES = 1024;
/** In seconds: a microphone that is opened or shut does not click. */
const FADE_S = 0.02;

/**
 * Several microphones of one computer as one sound: what a room sends is always a single voice (M8), made of those that
 * were chosen. What is not chosen is measured and goes nowhere; nothing of what the page plays comes into it.
 */
export class MicrophoneMix {
  readonly #context = new AudioContext();
  readonly #way = new MediaStreamAudioDestinationNode(this.#context, { channelCount: 1 });
  readonly #branches = new Map<MixedId, Branch>();
  readonly #samples = new Float32Array(SAMPLES);

  /** Whether sound comes through it: a browser may hold it back until somebody touches the page. */
  get isRunning(): boolean {
    return this.#context.state === 'running';
  }

  /** @param changed told when sound is let through or held back */
  constructor(changed: () => void) {
    this.#context.addEventListener('statechange', changed);
  }

  /** What is sent. */
  get track(): MediaStreamTrack | null {
    return this.#way.stream.getAudioTracks()[0] ?? null;
  }

  /** These microphones from now on, of which those in `open` are heard. */
  set(tracks: ReadonlyMap<MixedId, MediaStreamTrack>, open: ReadonlySet<MixedId>): void {
    // Within a page that was touched or may sound by itself, as room screens are.
    if (this.#context.state === 'suspended') void this.#context.resume();
    for (const [id, branch] of this.#branches) if (tracks.get(id) !== branch.track) this.#drop(id, branch);
    for (const [id, track] of tracks) {
      const { gain } = this.#branches.get(id) ?? this.#take(id, track);
      gain.gain.setTargetAtTime(open.has(id) ? 1 : 0, this.#context.currentTime, FADE_S);
    }
  }

  /** 0 to 1, of each, chosen or not. */
  levels(): ReadonlyMap<MixedId, number> {
    return new Map(
      [...this.#branches].map(([id, { meter }]) => {
        meter.getFloatTimeDomainData(this.#samples);
        return [id, levelOf(this.#samples)];
      }),
    );
  }

  stop(): void {
    for (const [id, branch] of this.#branches) this.#drop(id, branch);
    void this.#context.close();
  }

  #take(id: MixedId, track: MediaStreamTrack): Branch {
    const node = new MediaStreamAudioSourceNode(this.#context, { mediaStream: new MediaStream([track]) });
    const gain = new GainNode(this.#context, { gain: 0 });
    const meter = new AnalyserNode(this.#context, { fftSize: SAMPLES });
    node.connect(meter);
    node.connect(gain).connect(this.#way);
    const branch = { track, node, gain, meter };
    this.#branches.set(id, branch);
    return branch;
  }

  #drop(id: MixedId, { node, gain }: Branch): void {
    node.disconnect();
    gain.disconnect();
    this.#branches.delete(id);
  }
}
