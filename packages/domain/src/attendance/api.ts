import { z } from 'zod';
import { DelegateId, PageQuery, Phone, RollCallId, SiteId, countedPageOf, line, pageOf } from '../kernel/index.ts';
import { DelegateKind, DelegateText, MarkStatus, ROSTER_LIMIT } from './delegate.ts';
import { PastedDelegate, type PastedField } from './paste.ts';

const Time = z.iso.datetime({ offset: true });
const count = z.number().int();
/** Of the change, made by the page: sent twice it is done once. */
const id = z.uuid();

/** Whom to call when a site does not answer. */
export const Contact = z.object({ name: z.string().nullable(), phone: z.string() });

/** `enteredBy`: the province's site whose clerk entered it in place of the site's own. */
const Answer = z.object({ headCount: count, at: Time, late: z.boolean(), enteredBy: z.string().nullable() });

/** Who noted it: the site's clerk, the province's in its place, or the delegate by phone. */
export const MarkedBy = z.enum(['clerk', 'province', 'self']);
export type MarkedBy = z.infer<typeof MarkedBy>;

export const Delegate = DelegateText.extend({
  // As stored: the schema of a body would read them once more.
  honorific: z.string(),
  name: z.string(),
  position: z.string().nullable(),
  unit: z.string().nullable(),
  phone: z.string().nullable(),
  delegateId: DelegateId,
  status: MarkStatus,
  arrivedAt: Time.nullable(),
  leftAt: Time.nullable(),
  /** Why absent; null when not said. */
  reason: z.string().nullable(),
  /** All marks, the latest first: coming and leaving are times, none of which is overwritten. */
  marks: z.array(z.object({ status: MarkStatus, at: Time, by: MarkedBy })),
}).strip();
export type Delegate = z.infer<typeof Delegate>;

/** A site's roster by rank, and what it has answered to the latest roll call. */
export const RosterPage = countedPageOf(Delegate).extend({
  site: z.object({ siteId: SiteId, name: z.string(), province: z.string().nullable() }),
  contact: Contact.nullable(),
  summoned: count,
  present: count,
  answer: Answer.nullable(),
});

const Reason = line(200);

export const PutDelegateBody = z.strictObject({ id, delegateId: DelegateId, ...DelegateText.shape });
export type PutDelegateBody = z.output<typeof PutDelegateBody>;
export const RemoveDelegateBody = z.strictObject({ id, delegateId: DelegateId });
export const ImportBody = z.strictObject({ id, rows: z.array(PastedDelegate).min(1).max(ROSTER_LIMIT) });
/** `notUnderstood`: lines that were not stored, each with its cells that made no sense. */
export const Imported = z.object({
  stored: count,
  notUnderstood: z.array(z.object({ row: count, fields: z.array(z.string() as z.ZodType<PastedField>) })),
});
export type Imported = z.infer<typeof Imported>;

export const ContactBody = z.strictObject({ id, name: line(80).nullable(), phone: Phone });
export type ContactBody = z.output<typeof ContactBody>;

export const Mark = z.strictObject({
  delegateId: DelegateId,
  status: MarkStatus,
  /** Of an absence only. */
  reason: Reason.nullable().default(null),
  /** When it happened; now without it. */
  at: Time.optional(),
});
export type Mark = z.output<typeof Mark>;
export const MarkBody = z.strictObject({ id, marks: z.array(Mark).min(1).max(ROSTER_LIMIT) });
export type MarkBody = z.output<typeof MarkBody>;

/** Most people that one room may report. */
const MAX_HEADS = 10_000;
export const AnswerBody = z.strictObject({
  id,
  rollCallId: RollCallId,
  headCount: z.number().int().min(0).max(MAX_HEADS),
});
export type AnswerBody = z.output<typeof AnswerBody>;

/** A mark that is this much ahead is a clock that is off, and is taken as of now. */
export const CLOCK_OFF_MS = 60_000;
/** Nobody notes later than this that somebody came. */
export const MARK_BACK_MS = 24 * 60 * 60 * 1000;

const Numbers = { answered: count, invited: count, present: count, summoned: count };
/** `code` and `name` null: sites of the centre, the hall among them. */
const ProvinceNumbers = z.object({ code: z.string().nullable(), name: z.string().nullable(), ...Numbers });

/** All sites in numbers, the hall among them; answers count for the latest roll call. Bounded by the 34 provinces. */
export const AttendanceTotals = z.object({
  rollCallId: RollCallId.nullable(),
  ...Numbers,
  provinces: z.array(ProvinceNumbers),
});
export type AttendanceTotals = z.infer<typeof AttendanceTotals>;

export const AttendingSite = z.object({
  siteId: SiteId,
  code: z.string(),
  name: z.string(),
  province: z.string().nullable(),
  hall: z.boolean(),
  contact: Contact.nullable(),
  summoned: count,
  present: count,
  answer: Answer.nullable(),
  /** To answer the latest roll call; null: not, or not yet. */
  remindedAt: Time.nullable(),
});
export type AttendingSite = z.infer<typeof AttendingSite>;

export const AttendingSitePage = countedPageOf(AttendingSite);
/** Code of a province: its own sites and those of its communes; empty: sites of the centre. */
const Province = z
  .string()
  .max(20)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
  .optional();
export const AttendingSiteQuery = PageQuery.extend({
  filter: z.enum(['all', 'answered', 'unanswered', 'noRoster']).default('all'),
  province: Province,
});
export type AttendingSiteQuery = z.output<typeof AttendingSiteQuery>;

/** A delegate who was summoned and is not there. `substitute`: who came in their place. */
export const Absentee = z.object({
  delegateId: DelegateId,
  honorific: z.string(),
  name: z.string(),
  position: z.string().nullable(),
  unit: z.string().nullable(),
  kind: DelegateKind,
  reason: z.string().nullable(),
  substitute: z.string().nullable(),
  siteId: SiteId,
  site: z.string(),
  /** Null: the site is of the centre. */
  province: z.string().nullable(),
});
export type Absentee = z.infer<typeof Absentee>;
export const AbsenteePage = countedPageOf(Absentee);
export const AbsenteeQuery = PageQuery.extend({
  /** `unknown`: nobody has said whether they came. */
  status: z.enum(['absent', 'unknown']).default('absent'),
  province: Province,
});
export type AbsenteeQuery = z.output<typeof AbsenteeQuery>;

/** Most sites whose answers one desk asks for: as many as it shows. */
const MAX_ANSWERS = 60;
/** `sites`: their ids, with commas in between. */
export const AnswersQuery = z.object({
  sites: z
    .string()
    .max(MAX_ANSWERS * 37)
    .default('')
    .transform((text) => (text === '' ? [] : text.split(',')))
    .pipe(z.array(SiteId).max(MAX_ANSWERS)),
});
/** What sites answered to the latest roll call, in numbers; sites of other conferences are left out. */
export const SiteAnswers = z.object({
  items: z.array(
    z.object({ siteId: SiteId, answered: z.boolean(), headCount: count.nullable(), present: count, summoned: count }),
  ),
});
export type SiteAnswer = z.infer<typeof SiteAnswers>['items'][number];

export const RemindBody = z.strictObject({ id });
/** How many sites had not answered. */
export const Reminded = z.object({ sites: count });

const Secret = z.string().max(100);
export const CheckInNamesBody = z.strictObject({ secret: Secret, cursor: PageQuery.shape.cursor });
/** What a delegate's phone may know of a site: forms of address and names. */
export const CheckInNames = pageOf(
  z.object({ delegateId: DelegateId, honorific: z.string(), name: z.string(), present: z.boolean() }),
).extend({ siteName: z.string() });
export const CheckInBody = z.strictObject({ id, secret: Secret, delegateId: DelegateId });
export type CheckInBody = z.output<typeof CheckInBody>;
/** An opened code waits this long for its delegate to say who they are. */
export const CHECK_IN_MS = 10 * 60 * 1000;

/** The page of a check-in, as the QR on the room screen names it: behind #, so it reaches no log and no preview. */
export const checkInPath = (secret: string): string => `/diem-danh#${secret}`;
