import type { OpenWire, Wire } from './wire.ts';

export type LineOptions = {
  readonly url: string;
  readonly open: OpenWire;
  /** 0 to 1, for the jitter. */
  readonly random: () => number;
  /** Open: say hello. */
  readonly onOpen: () => void;
  readonly onText: (text: string) => void;
  /** Down, and trying again. */
  readonly onDown: () => void;
  /** Each beat while open: send a ping. */
  readonly onBeat: () => void;
};

const FIRST_RETRY_MS = 1000;
const RETRY_MS = 10_000;
const OPENING_MS = 10_000;
const BEAT_MS = 5000;
/** So many beats without a single frame from the server: the cable is pulled, though nobody said so. */
const SILENT_BEATS = 2;

/**
 * How long to wait before the nth attempt (0: the first after a connection that worked). Full jitter over 10 s, so
 * that thousands of screens do not come back in one moment; the first is quick, for a line that only blinked.
 */
const retryDelayMs = (attempt: number, random: () => number): number =>
  random() * (attempt === 0 ? FIRST_RETRY_MS : RETRY_MS);

/** Keeps one connection up until it is stopped: opens it, beats, notices silence, opens it again. */
export class Line {
  readonly #options: LineOptions;
  #wire: Wire | null = null;
  #opened = false;
  #attempt = 0;
  #silent = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #beat: ReturnType<typeof setInterval> | undefined;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  start(): void {
    this.#clear();
    const { open, url } = this.#options;
    this.#opened = false;
    this.#deadline = setTimeout(() => this.drop(), OPENING_MS);
    this.#wire = open(url, {
      opened: () => this.#whenOpen(),
      received: (text) => {
        this.#silent = 0;
        this.#options.onText(text);
      },
      closed: () => this.#whenDown(),
    });
  }

  /** The server knows us: the next retry may be quick again. */
  settled(): void {
    this.#attempt = 0;
    clearTimeout(this.#deadline);
  }

  /** Sends when the line is up; says whether it did. */
  send(text: string): boolean {
    if (!this.#wire || !this.#opened) return false;
    this.#wire.send(text);
    return true;
  }

  /** Gives this connection up and tries again. */
  drop(): void {
    this.#wire?.close();
    this.#whenDown();
  }

  /** Tries at once when it was waiting for its next attempt: the network has just come back. */
  hurry(): void {
    if (this.#retry !== undefined) this.start();
  }

  stop(): void {
    this.#clear();
    this.#wire?.close();
    this.#wire = null;
    this.#opened = false;
  }

  #whenOpen(): void {
    this.#opened = true;
    this.#silent = 0;
    this.#beat = setInterval(() => this.#whenBeat(), BEAT_MS);
    this.#options.onOpen();
  }

  /** Counted in beats, not in seconds: a hidden page's timers are slow, and slow is not silent. */
  #whenBeat(): void {
    if (this.#silent >= SILENT_BEATS) return this.drop();
    this.#silent += 1;
    this.#options.onBeat();
  }

  #whenDown(): void {
    this.#clear();
    this.#wire = null;
    this.#opened = false;
    this.#retry = setTimeout(() => this.start(), retryDelayMs(this.#attempt, this.#options.random));
    this.#attempt += 1;
    this.#options.onDown();
  }

  #clear(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#deadline);
    clearInterval(this.#beat);
    this.#retry = undefined;
  }
}
