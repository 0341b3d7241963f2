import { z } from 'zod';
import { SeatId, SiteId, line } from '../kernel/index.ts';

const id = z.uuid();

/** One time that a desk holds the key, from pressing to releasing it; made by its page. */
export const AsideId = id.brand<'AsideId'>();
export type AsideId = z.infer<typeof AsideId>;

/**
 * `talk`: the site hears the operator. `listen`: the operator hears the site. `call`: a test call, in which who helps
 * a site and the site hear one another, and the site is seen.
 */
export const AsideKind = z.enum(['talk', 'listen', 'call']);
export type AsideKind = z.infer<typeof AsideKind>;
/** What an operator holds a key for. */
export const HeldKind = AsideKind.exclude(['call']);
export type HeldKind = z.infer<typeof HeldKind>;

/** Not renewed for so long it is over: the page that holds it says so each second. */
export const ASIDE_LEASE_MS = 3000;
export const ASIDE_RENEW_MS = 1000;

export const HoldBody = z.strictObject({
  asideId: AsideId,
  kind: HeldKind,
  siteId: SiteId,
  /** Goes on with one that was begun; never begins one. */
  again: z.boolean(),
});
export type HoldBody = z.output<typeof HoldBody>;
export const ReleaseBody = z.strictObject({ asideId: AsideId });
/** A test call with the site that the address names: begins, or goes on. */
export const CallBody = HoldBody.pick({ asideId: true, again: true });
export type CallBody = z.output<typeof CallBody>;

/** For the room of this aside alone, valid for two minutes. */
export const AsideToken = z.object({ token: z.string() });

export const CueId = id.brand<'CueId'>();
export type CueId = z.infer<typeof CueId>;

/** Ready sentences; their words are the pages' own. */
export const CueCode = z.enum(['getReady', 'camera', 'microphone', 'quiet']);
export type CueCode = z.infer<typeof CueCode>;

/** Longest line that an operator writes: it must be read at a glance. */
export const MAX_CUE = 100;
/** The room screen shows a cue for so long, its clerk's page until it is seen or as long as it is remembered. */
export const CUE_SHOWN_MS = 20_000;
export const CUE_KEPT_MS = 5 * 60_000;
/** Most cues of one seat within a minute. */
export const CUES_A_MINUTE = 20;

/** A ready sentence or a line of its own. */
export const CueSaid = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), code: CueCode }),
  z.strictObject({ kind: z.literal('own'), words: line(MAX_CUE) }),
]);
export type CueSaid = z.output<typeof CueSaid>;

export const CueBody = z.strictObject({ cueId: CueId, siteId: SiteId, said: CueSaid });
export type CueBody = z.output<typeof CueBody>;
export const CueSeenBody = z.strictObject({ cueId: CueId });

/** What the pages of a site, and the desk itself, are told. */
export const AsideNow = z.object({ asideId: AsideId, kind: AsideKind, siteId: SiteId, seatId: SeatId });
export type AsideNow = z.infer<typeof AsideNow>;

/** Times in ms since the epoch. */
export type CueNow = {
  readonly cueId: CueId;
  readonly siteId: SiteId;
  readonly seatId: SeatId;
  readonly said: CueSaid;
  readonly at: number;
  readonly seenAt: number | null;
};
