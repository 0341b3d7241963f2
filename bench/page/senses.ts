// When a picture and a tone come to the people before a page: the same eyes and ears on both sides of a comparison.
import {
  CELL_COLUMNS,
  CELL_ROWS,
  readCells,
  SAMPLE_RATE_HZ,
  SHORT_WINDOW_SAMPLES,
  tonesIn,
} from '@diemcau/testkit/page';

/** All times in ms since the epoch, by a clock that runs evenly: `performance`'s own. */
export type Timing = {
  readonly now: () => number;
  /** When a frame that shows this number was first presented in front, `sinceMs` or later. */
  readonly seen: (number: number, sinceMs: number) => Promise<number>;
  /** End of the first 20 ms in which this tone came out of the loudspeaker, `sinceMs` or later. */
  readonly heard: (tone: number, sinceMs: number) => Promise<number>;
  /** Whether a video that the selector finds, seen or not, shows this number and moved just now. */
  readonly isLive: (selector: string, number: number) => boolean;
  /** When the person last pressed what the selector finds. */
  readonly pressed: (selector: string) => number | null;
};

declare global {
  interface Window {
    readonly timing: Timing;
  }
}

/** The picture in front of the product's programme, or of the plain page. */
const IN_FRONT = '.media-programme video.front, .plain video';
const WHITE_FROM = 128;
const LIVE_MS = 200;
const LISTEN_EVERY_MS = 5;
/** A click of the jitter buffer lies in one window alone. */
const WINDOWS_TO_HEAR = 2;
const PATIENCE_MS = 10_000;
const KEPT = 200;

type Noted = { readonly number: number; readonly atMs: number };

const wallMs = (pageMs: number): number => performance.timeOrigin + pageMs;

/** What was noted, oldest first, and who waits for more. */
class Notes {
  private noted: readonly Noted[] = [];
  private readonly waiting = new Set<() => void>();

  note(note: Noted): void {
    this.noted = [...this.noted.slice(1 - KEPT), note];
    for (const look of this.waiting) look();
  }

  /** @throws Error after ten seconds */
  first(number: number, sinceMs: number): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const late = setTimeout(() => reject(new Error(`waited in vain for ${number}`)), PATIENCE_MS);
    const look = () => {
      const found = this.noted.find((each) => each.number === number && each.atMs >= sinceMs);
      if (!found) return;
      clearTimeout(late);
      this.waiting.delete(look);
      resolve(found.atMs);
    };
    this.waiting.add(look);
    look();
    return promise;
  }
}

const pictures = new Notes();
const tones = new Notes();

const canvas = document.createElement('canvas');
canvas.width = CELL_COLUMNS;
canvas.height = CELL_ROWS;
const context = canvas.getContext('2d', { willReadFrequently: true });

const numberIn = (video: HTMLVideoElement): number | null => {
  if (!context) throw new Error('a canvas without a picture');
  context.drawImage(video, 0, 0, CELL_COLUMNS, CELL_ROWS);
  const { data } = context.getImageData(0, 0, CELL_COLUMNS, CELL_ROWS);
  const cells = Array.from({ length: data.length / 4 }, (_, cell) => (data[4 * cell + 1] ?? 0) >= WHITE_FROM);
  return readCells(cells)?.number ?? null;
};

/** By video: when it last moved, in the page's time. */
const moved = new WeakMap<HTMLVideoElement, number>();

/** Reads every frame that a video presents while it is in front. */
const watch = (video: HTMLVideoElement): void => {
  if (moved.has(video)) return;
  moved.set(video, -Infinity);
  const look = (now: number, { expectedDisplayTime }: VideoFrameCallbackMetadata): void => {
    video.requestVideoFrameCallback(look);
    moved.set(video, now);
    if (!video.matches(IN_FRONT)) return;
    const number = numberIn(video);
    // Not before now: what was presented earlier may have lain under another picture.
    const atMs = wallMs(Math.max(expectedDisplayTime, performance.now()));
    if (number !== null) pictures.note({ number, atMs });
  };
  video.requestVideoFrameCallback(look);
};

const soundingTracks = (): readonly MediaStreamTrack[] =>
  [...document.querySelectorAll<HTMLMediaElement>('audio')].flatMap((element) => {
    const plays = !element.muted && !element.paused && element.volume > 0;
    return plays && element.srcObject instanceof MediaStream ? element.srcObject.getAudioTracks() : [];
  });

/** One track that sounds: what the last 20 ms of it hold, and since when. */
class Ear {
  private readonly source: AudioNode;
  private readonly analyser: AnalyserNode;
  private readonly samples = new Float32Array(1024);
  private readonly since = new Map<number, { atMs: number; windows: number }>();
  private windowAtMs = 0;

  constructor(audio: AudioContext, track: MediaStreamTrack) {
    this.analyser = new AnalyserNode(audio, { fftSize: this.samples.length });
    this.source = new MediaStreamAudioSourceNode(audio, { mediaStream: new MediaStream([track]) });
    this.source.connect(this.analyser);
  }

  listen(): void {
    const atMs = performance.now();
    this.analyser.getFloatTimeDomainData(this.samples);
    const heard = tonesIn(this.samples.subarray(-SHORT_WINDOW_SAMPLES));
    const isNext = atMs - this.windowAtMs >= (1000 * SHORT_WINDOW_SAMPLES) / SAMPLE_RATE_HZ;
    if (isNext) this.windowAtMs = atMs;
    for (const tone of this.since.keys()) if (!heard.includes(tone)) this.since.delete(tone);
    for (const tone of heard) {
      const run = this.since.get(tone) ?? { atMs, windows: 0 };
      this.since.set(tone, run);
      if (!isNext) continue;
      run.windows += 1;
      if (run.windows === WINDOWS_TO_HEAR) tones.note({ number: tone, atMs: wallMs(run.atMs) });
    }
  }

  close(): void {
    this.source.disconnect();
  }
}

const ears = new Map<MediaStreamTrack, Ear>();
let audio: AudioContext | undefined;

const listen = (): void => {
  const tracks = new Set(soundingTracks());
  for (const [track, ear] of ears) {
    if (tracks.has(track)) continue;
    ear.close();
    ears.delete(track);
  }
  if (tracks.size > 0) audio ??= new AudioContext({ sampleRate: SAMPLE_RATE_HZ });
  if (!audio) return;
  for (const track of tracks) {
    const ear = ears.get(track) ?? new Ear(audio, track);
    ears.set(track, ear);
    ear.listen();
  }
};

const presses: { readonly target: Element; readonly atMs: number }[] = [];
document.addEventListener(
  'click',
  ({ target, timeStamp }) => {
    if (target instanceof Element) presses.push({ target, atMs: wallMs(timeStamp) });
  },
  { capture: true },
);
new MutationObserver(() => {
  for (const video of document.querySelectorAll('video')) watch(video);
}).observe(document, { childList: true, subtree: true });
setInterval(listen, LISTEN_EVERY_MS);

const timing: Timing = {
  now: () => wallMs(performance.now()),
  seen: (number, sinceMs) => pictures.first(number, sinceMs),
  heard: (tone, sinceMs) => tones.first(tone, sinceMs),
  isLive: (selector, number) => {
    const video = document.querySelector(selector);
    if (!(video instanceof HTMLVideoElement) || performance.now() - (moved.get(video) ?? -Infinity) > LIVE_MS)
      return false;
    return numberIn(video) === number;
  },
  pressed: (selector) => presses.findLast(({ target }) => target.closest(selector))?.atMs ?? null,
};
Object.defineProperty(window, 'timing', { value: timing });
