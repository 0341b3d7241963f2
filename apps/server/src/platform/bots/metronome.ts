// One timer for all bots of a process: two dozen timers a process would wake it two dozen times as often.

/** Called at each beat; `atMs` is when the beat was due (monotonic clock), not when the timer fired. */
export type Beat = (atMs: number) => void;

/** More missed beats than this (a sleeping machine) are dropped instead of being sent in one burst. */
const MAX_CATCH_UP = 10;

/** Beats every `periodMs` on average, whatever the timer's jitter; sleeps while nobody listens. */
export class Metronome {
  readonly periodMs: number;
  private readonly beats = new Set<Beat>();
  private timer: NodeJS.Timeout | undefined;
  private nextMs = 0;

  constructor(periodMs: number) {
    this.periodMs = periodMs;
  }

  /** Calls `beat` from now on; the answer ends it. */
  listen(beat: Beat): () => void {
    this.beats.add(beat);
    if (!this.timer) {
      this.nextMs = performance.now();
      this.timer = setInterval(() => this.tick(), this.periodMs);
    }
    return () => {
      this.beats.delete(beat);
      if (this.beats.size > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    };
  }

  private tick(): void {
    const now = performance.now();
    if (now - this.nextMs > MAX_CATCH_UP * this.periodMs) this.nextMs = now;
    for (; this.nextMs <= now; this.nextMs += this.periodMs) {
      for (const beat of this.beats) beat(this.nextMs);
    }
  }
}
