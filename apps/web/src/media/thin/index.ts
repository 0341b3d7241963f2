import type { Room } from 'livekit-client';
import { lesserStep, sameLine, type LineStep, type SiteLine } from '@diemcau/domain/kernel';
import type { Cameras } from '../cameras.ts';
import { climb, START, within, type Bounds, type Ladder } from './ladder.ts';
import { LineMeter } from './line-meter.ts';
import { verdictDown, verdictUp, type Second } from './measure.ts';
import { Stills } from './stills.ts';
import { Upstream } from './upstream.ts';

const EVERY_MS = 1000;
/** What passes is told over so many seconds: pictures come in bursts. */
const RATE_SECONDS = 3;

export type LadderOptions = {
  readonly room: Room;
  readonly cameras: Cameras;
  /** Another step, or another choice. */
  readonly changed: () => void;
};

/** Bits a second, and the worse of the losses, 0 to 1; null: too little to say. */
export type Measured = { readonly upBps: number; readonly downBps: number; readonly loss: number | null };

const worst = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a == null ? (b ?? null) : Math.max(a, b ?? 0);

const upOf = (step: LineStep): SiteLine['up'] => (step === 'text' ? 'sound' : step);

/** Of one direction: what it is measured to carry. */
class Way {
  readonly meter: LineMeter;
  ladder: Ladder = START;
  #rates: readonly number[] = [];

  constructor(direction: 'down' | 'up') {
    this.meter = new LineMeter(direction);
  }

  rate(bps: number): number {
    this.#rates = [...this.#rates, bps].slice(-RATE_SECONDS);
    return this.#rates.reduce((sum, each) => sum + each, 0) / this.#rates.length;
  }
}

/** Measures the line of a page once a second, and lets through it what it carries: the voice first. */
export class LineLadder {
  readonly #options: LadderOptions;
  readonly #down = new Way('down');
  readonly #up = new Way('up');
  readonly #upstream: Upstream;
  readonly #timer: ReturnType<typeof setInterval>;
  #stills: Stills | null = null;
  #chosen: LineStep | null = null;
  #told: SiteLine = { down: 'full', up: 'full' };
  #isLooking = false;
  #measured: Measured = { upBps: 0, downBps: 0, loss: null };

  constructor(options: LadderOptions) {
    this.#options = options;
    this.#upstream = new Upstream(options.room);
    this.#timer = setInterval(() => void this.#look(), EVERY_MS);
  }

  /** What the line carries now, in steps. The same object until it changes. */
  readonly line = (): SiteLine => this.#told;

  /** What goes through it now, over the last seconds. */
  readonly measured = (): Measured => this.#measured;

  /** The most that a person wants to go through the line; null: what it carries. */
  choose(step: LineStep | null): void {
    if (step === this.#chosen) return;
    this.#chosen = step;
    this.#settle();
  }

  /** The camera as it goes out. */
  outgoing(camera: MediaStreamTrack | null): MediaStreamTrack | null {
    return this.#upstream.outgoing(camera, this.#told.up);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#stills?.stop();
    this.#upstream.stop();
    this.#options.cameras.limit('high');
  }

  #bounds(least: LineStep): Bounds {
    return { most: lesserStep(this.#chosen ?? 'full', 'full'), least };
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      await this.#measure();
    } finally {
      this.#isLooking = false;
    }
    this.#settle();
    this.#upstream.keep(this.#told.up);
  }

  async #measure(): Promise<void> {
    // Its type does not say so, but a room that was left has no engine.
    const { engine }: { readonly engine?: Room['engine'] } = this.#options.room;
    const pcManager = engine?.pcManager;
    const now = performance.now();
    const [down, up] = await Promise.all([
      this.#down.meter.look(pcManager?.subscriber, now),
      this.#up.meter.look(pcManager?.publisher, now),
    ]);
    this.#step(now, down, up);
  }

  #step(now: number, down: Second | null, up: Second | null): void {
    const quiet: Second = { bps: 0, lossShare: null, concealedShare: 0, queueMs: null, limitedToBps: null };
    const verdicts = {
      down: down ? verdictDown(down, up ?? quiet, this.#told.down) : 'unknown',
      up: up ? verdictUp(up, down ?? quiet, this.#told.up) : 'unknown',
    } as const;
    const rates = { down: this.#down.rate(down?.bps ?? 0), up: this.#up.rate(up?.bps ?? 0) };
    this.#measured = { upBps: rates.up, downBps: rates.down, loss: worst(up?.lossShare, down?.lossShare) };
    const both = [
      [this.#down, 'down', 'text'],
      [this.#up, 'up', 'sound'],
    ] as const;
    for (const [way, name, least] of both) {
      // What the browser holds back itself it may soon send again: that line is tried step by step.
      const isCareful = name === 'up' && up?.limitedToBps != null;
      const reading = { now, verdict: verdicts[name], rateBps: isCareful ? Infinity : rates[name] };
      way.ladder = climb(way.ladder, reading, this.#bounds(least));
    }
  }

  #settle(): void {
    const down = within(this.#down.ladder.step, this.#bounds('text'));
    const up = upOf(within(this.#up.ladder.step, this.#bounds('sound')));
    const line = { down, up };
    if (sameLine(line, this.#told)) return;
    if (down !== this.#told.down) this.#receive(down);
    this.#told = line;
    this.#options.changed();
  }

  #receive(down: LineStep): void {
    const { cameras } = this.#options;
    this.#stills?.stop();
    this.#stills = null;
    switch (down) {
      case 'full':
        return cameras.limit('high');
      case 'small':
        return cameras.limit('low');
      case 'still': {
        const stills = new Stills(() => cameras.look());
        this.#stills = stills;
        return cameras.limit('low', stills.passes);
      }
      case 'sound':
      case 'text':
        return cameras.limit(null);
    }
  }
}
