import { z } from 'zod';
import { SeatId, SiteId } from '../kernel/index.ts';
import { LineSample } from './line-sample.ts';

const count = z.number().int();
/** Ms since the epoch. */
const Moment = z.number().int();

export const HelpId = z.uuid().brand<'HelpId'>();
export type HelpId = z.infer<typeof HelpId>;

/** What is wrong, as a site says it. */
export const HelpKind = z.enum(['noPicture', 'noSound', 'notHeard', 'line', 'other']);
export type HelpKind = z.infer<typeof HelpKind>;

/** A request for help as all who may see it see it. */
export const Help = z.object({
  helpId: HelpId,
  kind: HelpKind,
  /** What the site adds in its own words; empty: nothing. */
  note: z.string(),
  openedAt: Moment,
  /** Untaken until then, it comes to the centre. */
  dueAt: Moment,
  /** When the province passed it on; null: it did not. */
  passedAt: Moment.nullable(),
  takenBy: z.object({ seatId: SeatId, isCentre: z.boolean(), name: z.string().nullable(), at: Moment }).nullable(),
  /** The latest line to the site. */
  answer: z.object({ text: z.string(), at: Moment }).nullable(),
  end: z.object({ how: z.enum(['withdrawn', 'solved']), at: Moment }).nullable(),
});
export type Help = z.infer<typeof Help>;

/** What is checked at each site before the opening, in this order (H8). */
export const CHECK_PARTS = ['picture', 'sound', 'playback', 'line', 'name'] as const;
export const CheckPart = z.enum(CHECK_PARTS);
export type CheckPart = z.infer<typeof CheckPart>;

/** Who entered a result, or confirmed a check. */
export const CheckedBy = z.enum(['site', 'province', 'centre']);
export type CheckedBy = z.infer<typeof CheckedBy>;

/** How far a site is; the same numbers wherever they are shown. */
export const Readiness = z.object({ right: count, wrong: count, confirmed: z.boolean() });
export type Readiness = z.infer<typeof Readiness>;

/** A site in all that pages of its own are told of. */
export type OwnSupport = {
  /** The open request, or the latest that ended; null: never one. */
  readonly help: Help | null;
  readonly readiness: Readiness;
  /** Another one with each change of the own check. */
  readonly checkVersion: number;
  /** Of the communes of a province, for its own site; null: a site that looks after nobody. */
  readonly below: { readonly open: number; readonly version: number } | null;
};

/** The sites of a province, or of the centre (`code` null), in numbers. */
export const ProvinceReadiness = z.object({
  code: z.string().nullable(),
  name: z.string().nullable(),
  sites: count,
  ready: count,
  /** With a part that was found wrong. */
  wrong: count,
  /** Whose room screen was never here. */
  absent: count,
  /** Whose room screen was here and is not now. */
  lost: count,
  /** Whose line is weak, of those that are here. */
  weak: count,
  /** Open requests for help, and those of them that are the centre's now. */
  help: count,
  helpAtCentre: count,
  /** Signed off by the province, with how many sites it said were not ready. */
  signedOff: z.object({ at: Moment, missing: count }).nullable(),
});
export type ProvinceReadiness = z.infer<typeof ProvinceReadiness>;

/** What the technical desk is told: at most the provinces and the centre, however many sites. */
export type SupportState = {
  readonly provinces: readonly ProvinceReadiness[];
  /** Another one with each change of a request, a check or a line. */
  readonly version: number;
};

/** A site in the lists of the technical desk and of a province. */
export const SupportedSite = z.object({
  siteId: SiteId,
  code: z.string(),
  name: z.string(),
  province: z.string().nullable(),
  hall: z.boolean(),
  /** Of the room screen. `absent`: never here. */
  screen: z.enum(['present', 'lost', 'absent']),
  lostAt: Moment.nullable(),
  clerkHere: z.boolean(),
  /** As its screen told it last, whoever looks; null: not here, or not told lately. */
  line: LineSample.nullable(),
  readiness: Readiness,
  help: HelpKind.nullable(),
  contact: z.object({ name: z.string().nullable(), phone: z.string() }).nullable(),
});
export type SupportedSite = z.infer<typeof SupportedSite>;
