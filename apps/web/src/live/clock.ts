type Sample = { readonly offsetMs: number; readonly roundTripMs: number };

/** So many of the newest samples compete; older ones would hide a drift. */
const KEPT = 12;

/**
 * The server's clock as this page knows it. It runs on the page's monotone timer, so setting the device's clock does
 * not move it. Of several samples the one with the shortest round trip counts: half of that trip is its error.
 */
export class ServerClock {
  readonly #timer: () => number;
  #samples: readonly Sample[] = [];
  #offsetMs: number;

  /** @param timer monotone milliseconds, from any zero */
  constructor(timer: () => number = () => performance.now()) {
    this.#timer = timer;
    this.#offsetMs = Date.now() - timer();
  }

  /** Milliseconds since 1970 on the server's clock; on the device's until the first sample. */
  readonly nowMs = (): number => this.#timer() + this.#offsetMs;

  /** The timer's reading now: what a ping carries, and `learn` takes back. */
  readonly mark = (): number => this.#timer();

  /** Takes one answer: when it was asked (a `mark`), and the server's time in it (ms since 1970). */
  learn(askedAt: number, serverNow: number): void {
    const heardAt = this.#timer();
    const roundTripMs = Math.max(0, heardAt - askedAt);
    const offsetMs = serverNow + roundTripMs / 2 - heardAt;
    this.#samples = [...this.#samples, { offsetMs, roundTripMs }].slice(-KEPT);
    const best = this.#samples.reduce((a, b) => (b.roundTripMs <= a.roundTripMs ? b : a));
    this.#offsetMs = best.offsetMs;
  }

  /** Starts afresh: a computer that slept has a timer that stood still. The last offset serves until the next sample. */
  forget(): void {
    this.#samples = [];
  }
}
