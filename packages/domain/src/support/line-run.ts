import { z } from 'zod';
import type { LineStep, SiteLine } from '../kernel/index.ts';

const count = z.number().int();

/** One run of the line of a site; made by the page that asks for it, so that asked twice it is one. */
export const LineRunId = z.uuid().brand<'LineRunId'>();
export type LineRunId = z.infer<typeof LineRunId>;

/** So long a picture of noise goes to the media server and back. */
export const LINE_RUN_MS = 10_000;
/** From leave to begin until it is surely over, connecting included. */
export const LINE_RUN_LEASE_MS = 25_000;
/** Runs that go on at once, of all conferences: together less than one speaker costs a large conference. */
export const MOST_LINE_RUNS = 12;
/** A run that found no place for so long is given up. */
export const LINE_RUN_WAITS_MS = 3 * 60 * 1000;
/** What is kept of each site. */
export const LINE_RUNS_KEPT = 5;
/** The most that is sent: a clear picture, and a fifth more. */
export const LINE_RUN_BPS = 2_000_000;

const share = z.number().min(0).max(1);
const bps = count.min(0).max(1_000_000_000);
/** What a run found. Bits a second with headers; losses of all packets, 0 to 1; `turn`: through a relay. */
export const LineFound = z.strictObject({
  upBps: bps,
  downBps: bps,
  lossUp: share,
  lossDown: share,
  /** There and back; null: not measured. */
  rttMs: count.min(0).max(60_000).nullable(),
  way: z.enum(['udp', 'tcp', 'turn']),
});
export type LineFound = z.infer<typeof LineFound>;

export const LineRun = z.object({
  runId: LineRunId,
  /** When it was asked for, in ms since the epoch, by whom. */
  at: count,
  by: z.enum(['site', 'province', 'centre']),
  name: z.string().nullable(),
  /** `waiting`: others run now. `failed`: it did not begin in time, or broke off. */
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  found: LineFound.nullable(),
});
export type LineRun = z.infer<typeof LineRun>;

/** Of one way: speech comes through where five of a hundred are lost, pictures suffer. */
const LOSSY = 0.05;
const LEAST_BPS: readonly (readonly [LineStep, number])[] = [
  ['full', 1_400_000],
  ['small', 250_000],
  ['still', 110_000],
];

const stepOf = (rate: number, loss: number): 'full' | 'small' | 'still' | 'sound' => {
  const least = LEAST_BPS.find(([, from]) => rate >= from)?.[0] ?? 'sound';
  if (least === 'text') return 'sound';
  return loss > LOSSY && least === 'full' ? 'small' : least;
};

/** For what the line is enough, in the steps that it would go down to by itself. */
export const stepsOf = ({ upBps, downBps, lossUp, lossDown }: LineFound): SiteLine => ({
  up: stepOf(upBps, lossUp),
  down: stepOf(downBps, lossDown),
});

/** Beyond it people talk into one another. */
export const LATE_MS = 400;
export const isLate = ({ rttMs }: LineFound): boolean => rttMs !== null && rttMs > LATE_MS;

/** Enough for all that a site sends and receives. */
export const isGoodLine = (found: LineFound): boolean => {
  const { up, down } = stepsOf(found);
  return up === 'full' && down === 'full' && !isLate(found);
};
