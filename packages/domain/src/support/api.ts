import { z } from 'zod';
import { PageQuery, SeatId, countedPageOf, line } from '../kernel/index.ts';
import { LineFound, LineRun, LineRunId } from './line-run.ts';
import { LineSample } from './line-sample.ts';
import {
  CheckPart,
  CheckedBy,
  CHECK_PARTS,
  Help,
  HelpId,
  HelpKind,
  ProvinceReadiness,
  SupportedSite,
} from './state.ts';

/** Longest line of a request for help, or of an answer to it. */
export const MAX_HELP_LINE = 200;

/** A line that may be left empty. */
const MaybeLine = z.literal('').or(line(MAX_HELP_LINE));

export const AskHelpBody = z.strictObject({
  /** Made by the page, so that a request sent twice is one. */
  id: HelpId,
  kind: HelpKind,
  note: MaybeLine.default(''),
});
export type AskHelpBody = z.output<typeof AskHelpBody>;
/** `from`: who had taken it when the page was looked at; null: nobody. */
export const TakeHelpBody = z.strictObject({ from: SeatId.nullable() });
export const AnswerHelpBody = z.strictObject({ text: line(MAX_HELP_LINE) });

/** A request of a site, as who helps sees it. */
export const HelpOfSite = Help.extend({
  site: SupportedSite.pick({ siteId: true, code: true, name: true, province: true }),
  contact: SupportedSite.shape.contact,
  /** As the server's clock had it when it answered. */
  isAtCentre: z.boolean(),
});
export type HelpOfSite = z.infer<typeof HelpOfSite>;
export const HelpPage = countedPageOf(HelpOfSite);
export type HelpPage = z.infer<typeof HelpPage>;
export const HelpQuery = PageQuery.omit({ q: true });
export type HelpQuery = z.output<typeof HelpQuery>;

const Results = z
  .array(z.strictObject({ part: CheckPart, right: z.boolean() }))
  .min(1)
  .max(CHECK_PARTS.length)
  .refine((results) => new Set(results.map(({ part }) => part)).size === results.length);
export const EnterChecksBody = z.strictObject({ results: Results });
export type EnterChecksBody = z.output<typeof EnterChecksBody>;

const Entered = z.object({ by: CheckedBy, name: z.string().nullable(), at: z.number().int() });
/** The check of a site: what was found, by whom and when; parts that nobody entered are left out. */
export const SiteChecks = z.object({
  site: SupportedSite.pick({ siteId: true, code: true, name: true, province: true }),
  results: z.array(Entered.extend({ part: CheckPart, right: z.boolean() })),
  confirmed: Entered.nullable(),
  /** The latest first. */
  lineRuns: z.array(LineRun),
  /** How its line was in the last minutes, the latest first. */
  line: z.array(LineSample),
});
export type SiteChecks = z.infer<typeof SiteChecks>;

export const AskLineRunBody = z.strictObject({ runId: LineRunId });
/** For the room of this run alone: one sends, the other receives it. */
export const LineRunTokens = z.object({ send: z.string(), receive: z.string() });
export type LineRunTokens = z.infer<typeof LineRunTokens>;
/** Null: it broke off. */
export const EndLineRunBody = z.strictObject({ found: LineFound.nullable() });
export type EndLineRunBody = z.output<typeof EndLineRunBody>;

/** `wanting`: not ready; `lost`: the screen is not here now; `weak`: its line is; `help`: with an open request. */
export const SupportedSiteFilter = z.enum(['all', 'wanting', 'lost', 'weak', 'help']);
export type SupportedSiteFilter = z.infer<typeof SupportedSiteFilter>;
/** `province`: by its code; empty: the centre's own; left out: all. */
export const SupportedSiteQuery = PageQuery.extend({
  province: z
    .string()
    .max(20)
    .regex(/^[0-9A-Za-z]*$/)
    .optional(),
  filter: SupportedSiteFilter.default('all'),
});
export type SupportedSiteQuery = z.output<typeof SupportedSiteQuery>;
export const SupportedSitePage = countedPageOf(SupportedSite);
export type SupportedSitePage = z.infer<typeof SupportedSitePage>;

/** What the site of a province sees of its own. */
export const OwnProvincePage = SupportedSitePage.extend({ province: ProvinceReadiness.nullable() });
export type OwnProvincePage = z.infer<typeof OwnProvincePage>;

/** `missing`: how many sites were not ready as the page showed it. */
export const SignOffBody = z.strictObject({ missing: z.number().int().min(0).max(100_000) });
export const ReadinessTotals = z.object({ provinces: z.array(ProvinceReadiness) });
export type ReadinessTotals = z.infer<typeof ReadinessTotals>;
