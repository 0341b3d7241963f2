import { z } from 'zod';
import { SiteLine } from '../kernel/index.ts';

/** A room screen tells its line so often, whoever looks, and sooner when it is another. */
export const LINE_EVERY_MS = 30_000;
/** What was told longer ago says nothing of now. */
export const LINE_KNOWN_MS = 90_000;
/** What is kept of each site: ten minutes of a steady line. */
export const LINE_SAMPLES_KEPT = 20;

const share = z.number().min(0).max(1);
const bps = z.number().int().min(0).max(1_000_000_000);

/** The line of a room screen as it measures it: what comes and goes now, not what could. */
export const LineNow = z.strictObject({
  /** By the media server's own measure. */
  quality: z.enum(['good', 'poor', 'lost', 'unknown']),
  steps: SiteLine,
  upBps: bps,
  downBps: bps,
  /** Of what comes, or what of the own was lost: the worse; null: too little to say. */
  loss: share.nullable(),
  /** There and back; null: not measured. */
  rttMs: z.number().int().min(0).max(60_000).nullable(),
});
export type LineNow = z.infer<typeof LineNow>;

export const LineSample = LineNow.extend({ at: z.number().int() });
export type LineSample = z.infer<typeof LineSample>;

/** Whether it needs somebody: poor by the media server's measure, or by a step of its own. */
export const isWeak = ({ quality, steps }: Pick<LineNow, 'quality' | 'steps'>): boolean =>
  quality === 'poor' || quality === 'lost' || steps.down !== 'full' || steps.up !== 'full';
