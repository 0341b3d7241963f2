import { z } from 'zod';
import { ConferenceId, ConferenceRole, SiteId } from '../kernel/index.ts';

/** Simulated sites that a demo may have; each takes about a hundredth of a core. */
export const MAX_SIMULATED = 24;
/** How many are added at first. */
export const FEW_SIMULATED = 6;

/** What the start page of a demo opens in a tab with one click. */
export const DemoSeat = z.object({
  role: ConferenceRole,
  /** The person for a desk, the site for a clerk and a room screen. */
  label: z.string(),
  siteId: SiteId.nullable(),
  /** Whether a simulated site holds it now; opening it takes its place. */
  simulated: z.boolean(),
});
export type DemoSeat = z.infer<typeof DemoSeat>;

export const Demo = z.object({
  conferenceId: ConferenceId,
  name: z.string(),
  seats: z.array(DemoSeat),
  simulated: z.number().int(),
  maxSimulated: z.number().int(),
});
export type Demo = z.infer<typeof Demo>;

export const DemoSeatBody = z.strictObject({ role: ConferenceRole, siteId: SiteId.nullable().optional() });
export const DemoPath = z.object({ path: z.string() });
export const SimulatedBody = z.strictObject({ count: z.number().int().min(0).max(MAX_SIMULATED) });
export const Simulated = z.object({ simulated: z.number().int() });
