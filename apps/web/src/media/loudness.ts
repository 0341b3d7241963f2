/** Quieter than this is silence, in dB below full scale. */
const FLOOR_DB = -60;

/** How loud samples (-1 to 1) are, as a level of 0 to 1 that follows the ear: even steps of decibels. */
export const levelOf = (samples: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += (samples[i] ?? 0) ** 2;
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  if (rms === 0) return 0;
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(rms)) / FLOOR_DB));
};

const TONE_HZ = 440;
const TONE_SECONDS = 1.5;
const TONE_GAIN = 0.2;

/** The page's own sound: the level of its microphone, and the test tone of its loudspeaker. */
export class Loudness {
  readonly #context = new AudioContext();
  readonly #analyser = this.#context.createAnalyser();
  readonly #samples = new Float32Array(2048);
  #source: MediaStreamAudioSourceNode | null = null;

  /** Whether the browser holds back sound until somebody touches the page. */
  get isBlocked(): boolean {
    return this.#context.state === 'suspended';
  }

  /** Calls `listener` when sound is let through or held back. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#context.addEventListener('statechange', listener);
    return () => this.#context.removeEventListener('statechange', listener);
  };

  readonly unblock = (): Promise<void> => this.#context.resume();

  /** Measures this microphone from now on. */
  measure(track: MediaStreamTrack | null): void {
    this.#source?.disconnect();
    this.#source = track ? this.#context.createMediaStreamSource(new MediaStream([track])) : null;
    this.#source?.connect(this.#analyser);
  }

  /** Of the last 40 ms: how loud it is, 0 to 1, and the largest sample, of 1. */
  readonly measured = (): { readonly level: number; readonly peak: number } => {
    if (!this.#source) return { level: 0, peak: 0 };
    this.#analyser.getFloatTimeDomainData(this.#samples);
    let peak = 0;
    for (const sample of this.#samples) peak = Math.max(peak, Math.abs(sample));
    return { level: levelOf(this.#samples), peak };
  };

  /** 0 to 1, of the last 40 ms. */
  readonly level = (): number => this.measured().level;

  /** Plays a tone on a loudspeaker (null: the system's). Settles when it has ended; rejects when it cannot be played. */
  async test(loudspeakerId: string | null): Promise<void> {
    await this.#context.resume();
    const way = this.#context.createMediaStreamDestination();
    const gain = new GainNode(this.#context, { gain: TONE_GAIN });
    const tone = new OscillatorNode(this.#context, { frequency: TONE_HZ });
    tone.connect(gain).connect(way);
    const element = new Audio();
    element.srcObject = way.stream;
    if (loudspeakerId !== null) await element.setSinkId(loudspeakerId);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    tone.addEventListener('ended', () => resolve());
    tone.start();
    tone.stop(this.#context.currentTime + TONE_SECONDS);
    await element.play();
    await ended;
    element.pause();
    element.srcObject = null;
  }

  stop(): void {
    this.measure(null);
    void this.#context.close();
  }
}
