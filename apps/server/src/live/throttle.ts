import type { Logger } from 'pino';

/**
 * Runs `work` at once when asked, but at most every `everyMs`: what is asked meanwhile is done once, at the end
 * of that time. Never two at a time. A failure is logged; the next call tries again.
 */
export class Throttle {
  private readonly work: () => Promise<void>;
  private readonly everyMs: number;
  private readonly log: Logger;
  private asked = false;
  private running = false;
  private stopped = false;
  private last = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  constructor(everyMs: number, log: Logger, work: () => Promise<void>) {
    this.everyMs = everyMs;
    this.log = log;
    this.work = work;
  }

  ask(): void {
    this.asked = true;
    if (!this.running && !this.timer && !this.stopped) this.plan();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private plan(): void {
    const wait = this.last + this.everyMs - performance.now();
    if (wait <= 0) void this.run();
    else this.timer = setTimeout(() => void this.run(), wait);
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    this.asked = false;
    this.running = true;
    this.last = performance.now();
    try {
      await this.work();
    } catch (error) {
      this.log.warn({ err: error }, 'a whole-state frame waits');
      this.asked = true;
    }
    this.running = false;
    if (this.asked && !this.stopped) this.plan();
  }
}
