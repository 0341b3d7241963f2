import { SAMPLE_RATE_HZ, tonesIn, WINDOW_SAMPLES } from '../../bots/tones.ts';

const WINDOW_MS = (1000 * WINDOW_SAMPLES) / SAMPLE_RATE_HZ;
/** A tone is *heard* after this many windows in a row: one second. */
const WINDOWS_TO_HEAR = 10;
const HEARING_FRESH_MS = 500;

type SoundWindow = { readonly atMs: number; readonly tones: readonly number[] };

/** What contexts of the page send to its loudspeaker, one track of each. */
const ofContexts = new Map<BaseAudioContext, MediaStreamAudioDestinationNode>();

/** From now on: whatever is connected with a loudspeaker is heard here as well. */
export const hearContexts = (): void => {
  // oxlint-disable-next-line unbound-method -- it is called on the node that is connected
  const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => AudioNode;
  AudioNode.prototype.connect = function connected(this: AudioNode, ...to: unknown[]) {
    const { context } = this;
    if (to[0] === context.destination && context instanceof AudioContext) {
      const beside = ofContexts.get(context) ?? new MediaStreamAudioDestinationNode(context);
      ofContexts.set(context, beside);
      connect.call(this, beside);
    }
    return connect.apply(this, to);
  } as AudioNode['connect'];
};

/** Tracks that come out of the page's loudspeaker: of elements that play and are not muted, and of contexts that run. */
const soundingTracks = (): readonly MediaStreamTrack[] => [
  ...[...document.querySelectorAll<HTMLMediaElement>('audio, video')].flatMap((element) => {
    const plays = !element.muted && !element.paused && element.volume > 0;
    return plays && element.srcObject instanceof MediaStream ? element.srcObject.getAudioTracks() : [];
  }),
  ...[...ofContexts].flatMap(([{ state }, { stream }]) => (state === 'running' ? stream.getAudioTracks() : [])),
];

/** What comes out of the page's loudspeaker, in windows of 100 ms, from the first question on. */
class Hearing {
  private context: AudioContext | undefined;
  private readonly ears = new Map<MediaStreamTrack, { source: AudioNode; analyser: AnalyserNode }>();
  private readonly windows: SoundWindow[] = [];
  private readonly samples = new Float32Array(WINDOW_SAMPLES);

  /** Begins, when it has not, and answers with the page's clock: what is heard since then is known. */
  listen(): number {
    if (!this.context) {
      this.context = new AudioContext({ sampleRate: SAMPLE_RATE_HZ });
      setInterval(() => this.hear(), WINDOW_MS);
    }
    return performance.now();
  }

  /** Tones that were there without a break for the last second, in their order. */
  heard(): readonly number[] {
    const now = this.listen();
    const last = this.windows.slice(-WINDOWS_TO_HEAR);
    if (last.length < WINDOWS_TO_HEAR || now - (last.at(-1)?.atMs ?? 0) > HEARING_FRESH_MS) return [];
    const tones = last[0]?.tones ?? [];
    return tones.filter((tone) => last.every((window) => window.tones.includes(tone))).toSorted((a, b) => a - b);
  }

  /**
   * Every tone that sounded since then: what silence is measured by. It sounded when it was in two windows in a row that
   * share no sample: where the jitter buffer bridges a gap there is a click, whose harmonics lie in one window alone.
   */
  everHeardSince(sinceMs: number): readonly number[] {
    const windows = this.windows.filter(({ atMs }) => atMs >= sinceMs);
    const tones = windows.flatMap(({ atMs, tones: now }, index) => {
      const next = windows.slice(index + 1).find((later) => later.atMs - atMs >= WINDOW_MS);
      return next ? now.filter((tone) => next.tones.includes(tone)) : [];
    });
    return [...new Set(tones)].toSorted((a, b) => a - b);
  }

  private hear(): void {
    const tracks = new Set(soundingTracks());
    for (const [track, { source }] of this.ears) {
      if (tracks.has(track)) continue;
      source.disconnect();
      this.ears.delete(track);
    }
    const tones = new Set<number>();
    for (const track of tracks) for (const tone of this.tonesOf(track)) tones.add(tone);
    this.windows.push({ atMs: performance.now(), tones: [...tones] });
  }

  private tonesOf(track: MediaStreamTrack): readonly number[] {
    const ear = this.ears.get(track) ?? this.earFor(track);
    ear.analyser.getFloatTimeDomainData(this.samples);
    return tonesIn(this.samples);
  }

  private earFor(track: MediaStreamTrack) {
    if (!this.context) throw new Error('nobody listens yet');
    const analyser = new AnalyserNode(this.context, { fftSize: 8192 });
    const source = new MediaStreamAudioSourceNode(this.context, { mediaStream: new MediaStream([track]) });
    source.connect(analyser);
    const ear = { source, analyser };
    this.ears.set(track, ear);
    return ear;
  }
}

export const hearing = new Hearing();
