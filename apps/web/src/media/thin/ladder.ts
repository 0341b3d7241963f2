import { LINE_STEPS, type LineStep } from '@diemcau/domain/kernel';

/**
 * How much a line carries now, in one direction. Pure: it is told once a second what was measured, and says which
 * step that makes. It falls at once to what was measured to pass, and climbs one step at a time, ever later while
 * climbing fails.
 */
export type Ladder = {
  readonly step: LineStep;
  /** Since when it has been bad, or good, without a break; ms of the clock given. */
  readonly badSince: number | null;
  readonly goodSince: number | null;
  /** How long it must be good before the next step up is tried. */
  readonly patienceMs: number;
  /** When it fell last: what waits on the way still comes. */
  readonly fellAt: number | null;
  /** When it climbed last, while that is not yet proven right. */
  readonly climbedAt: number | null;
};

/** `unknown`: nothing can be said, as while nothing at all comes; the step stays. */
export type Verdict = 'good' | 'bad' | 'unknown';

export type Reading = {
  readonly now: number;
  readonly verdict: Verdict;
  /** What passed in the last seconds, bits a second: of a line that is bad, all that passes. */
  readonly rateBps: number;
};

/** Within these it moves: by hand, and by what may never be given up. */
export type Bounds = { readonly most: LineStep; readonly least: LineStep };

/** What each step needs to be worth it, with all headers; bits a second. Speech is 20 kbit/s and 8 of headers. */
const NEEDS_BPS: Readonly<Record<LineStep, number>> = {
  full: 450_000,
  small: 150_000,
  still: 90_000,
  sound: 22_000,
  text: 0,
};

/** A line is bad for so long before anything is given up: a burst of a radio line is over by then. */
const BAD_MS = 3000;
/** After a fall: so long the queue that made it empties, and the browser has not measured the way anew. */
const SETTLE_MS = 5000;
export const PATIENCE_MS = 3000;
const LONGEST_PATIENCE_MS = 120_000;
/** A step that holds for so long was the right one, and the next try may come as early as the first. */
const PROVEN_MS = 30_000;

export const START: Ladder = {
  step: 'full',
  badSince: null,
  goodSince: null,
  patienceMs: PATIENCE_MS,
  fellAt: null,
  climbedAt: null,
};

const rank = (step: LineStep): number => LINE_STEPS.indexOf(step);
const below = (step: LineStep): LineStep => LINE_STEPS[rank(step) + 1] ?? step;
const above = (step: LineStep): LineStep => LINE_STEPS[rank(step) - 1] ?? step;

/** The step that lies within the bounds; hand and need win over what was measured. */
export const within = (step: LineStep, { most, least }: Bounds): LineStep => {
  if (rank(step) < rank(most)) return most;
  return rank(step) > rank(least) ? least : step;
};

/** The highest step that fits into what passes. */
const fitting = (rateBps: number): LineStep => LINE_STEPS.find((step) => NEEDS_BPS[step] <= rateBps) ?? 'text';

const fall = (ladder: Ladder, { now, rateBps }: Reading, bounds: Bounds): Ladder => {
  const { climbedAt, patienceMs } = ladder;
  const fits = fitting(rateBps);
  const next = below(ladder.step);
  const step = within(rank(fits) > rank(next) ? fits : next, bounds);
  const isFailure = climbedAt !== null && now - climbedAt < PROVEN_MS;
  return {
    step,
    badSince: null,
    goodSince: null,
    patienceMs: isFailure ? Math.min(patienceMs * 2, LONGEST_PATIENCE_MS) : patienceMs,
    fellAt: now,
    climbedAt: null,
  };
};

const proven = (ladder: Ladder, now: number): Ladder =>
  ladder.climbedAt !== null && now - ladder.climbedAt >= PROVEN_MS
    ? { ...ladder, climbedAt: null, patienceMs: PATIENCE_MS }
    : ladder;

/** The ladder after one more second. */
export const climb = (before: Ladder, reading: Reading, bounds: Bounds): Ladder => {
  const { now, verdict } = reading;
  const step = within(before.step, bounds);
  const ladder = proven(step === before.step ? before : { ...before, step, badSince: null, goodSince: null }, now);
  const settles = ladder.fellAt !== null && now - ladder.fellAt < SETTLE_MS;
  if (verdict === 'unknown') return { ...ladder, badSince: null, goodSince: null };
  if (verdict === 'bad' && settles) return { ...ladder, badSince: null };
  if (verdict === 'bad') {
    const badSince = ladder.badSince ?? now;
    if (now - badSince >= BAD_MS) return fall(ladder, reading, bounds);
    // One bad second is chance: a voice that begins, a computer that is busy.
    return { ...ladder, badSince, goodSince: now === badSince ? ladder.goodSince : null };
  }
  const goodSince = ladder.goodSince ?? now;
  const higher = within(above(ladder.step), bounds);
  const isDue = now - goodSince >= ladder.patienceMs && higher !== ladder.step;
  if (!isDue) return { ...ladder, badSince: null, goodSince };
  return { ...ladder, step: higher, badSince: null, goodSince: null, climbedAt: now };
};
