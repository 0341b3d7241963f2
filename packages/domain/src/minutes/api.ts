import { z } from 'zod';
import {
  AgendaItemId,
  FilmId,
  PageQuery,
  RequestId,
  SiteId,
  SourceId,
  SpeakerId,
  line,
  pageOf,
} from '../kernel/index.ts';
import { RecordEntry } from './entry.ts';

const count = z.number().int();
const Time = z.number().int();
/** Of the change, made by the page: sent twice it is done once. */
const id = z.uuid();

/** Most entries of one answer. */
export const ENTRIES_A_PAGE = 200;

/** Where to go on reading: `changed` of the last entry or note that the page has. */
/** Of a rehearsal, by its number; left out: of the conference itself (K20). */
export const OfRehearsal = z.object({ rehearsal: z.coerce.number().int().min(1).max(10_000).optional() });

export const SinceQuery = OfRehearsal.extend({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(ENTRIES_A_PAGE).default(ENTRIES_A_PAGE),
});
export type SinceQuery = z.output<typeof SinceQuery>;

const Called = z.object({ honorific: z.string(), name: z.string(), position: z.string() });
export type Called = z.infer<typeof Called>;

/** A person as named now, and as named before: each former text with the corrected one's place in the record. */
export const RecordPerson = Called.extend({
  speakerId: SpeakerId,
  siteId: SiteId,
  former: z.array(Called.extend({ until: Time, fromSeq: count.nullable(), toSeq: count.nullable() })),
});
export type RecordPerson = z.infer<typeof RecordPerson>;

export const RecordSite = z.object({ siteId: SiteId, name: z.string(), province: z.string().nullable() });
export type RecordSite = z.infer<typeof RecordSite>;

/** Words for the ids of a page of entries. */
export const RecordNames = z.object({
  people: z.array(RecordPerson),
  sites: z.array(RecordSite),
  titles: z.record(AgendaItemId, z.string()),
  subjects: z.record(RequestId, z.string()),
  /** Titles, of the row that showed it or as its file was called. */
  films: z.record(FilmId, z.string()).default({}),
  /** Further cameras, as their sites call them. */
  sources: z.record(SourceId, z.string()).default({}),
});
export type RecordNames = z.infer<typeof RecordNames>;

/** Entries in the order in which they changed last; `next` is where to go on, `more` whether there is more now. */
export const RecordPage = z.object({
  items: z.array(RecordEntry),
  names: RecordNames,
  next: count,
  more: z.boolean(),
});
export type RecordPage = z.infer<typeof RecordPage>;

export const NoteKind = z.enum(['note', 'recommendation']);
export type NoteKind = z.infer<typeof NoteKind>;

const NoteText = z.object({
  kind: NoteKind,
  text: z.string(),
  /** Who raised it, in words. */
  raisedBy: z.string().nullable(),
  siteName: z.string().nullable(),
});
/** `former`: the texts of before, the oldest first. `changed` is the place in the order of changes. */
export const Note = NoteText.extend({
  noteId: z.uuid(),
  siteId: SiteId.nullable(),
  /** The moment that it stands beside, and when it was written. */
  at: Time,
  writtenAt: Time,
  changed: count,
  withdrawnAt: Time.nullable(),
  former: z.array(NoteText.extend({ until: Time })),
});
export type Note = z.infer<typeof Note>;
export const NotePage = z.object({ items: z.array(Note), next: count, more: z.boolean() });
export type NotePage = z.infer<typeof NotePage>;

export const MAX_NOTE = 500;
/** Most notes of one conference, and former texts that are shown of one. */
export const NOTE_LIMIT = 2000;
export const FORMER_SHOWN = 20;
/** A moment that is this much ahead is a clock that is off, and is taken as of now. */
export const NOTE_AHEAD_MS = 60_000;
export const NOTE_BACK_MS = 30 * 24 * 60 * 60 * 1000;

export const PutNoteBody = z.strictObject({
  id,
  noteId: z.uuid(),
  kind: NoteKind,
  text: line(MAX_NOTE),
  raisedBy: line(200).nullable(),
  siteId: SiteId.nullable(),
  at: Time,
});
export type PutNoteBody = z.output<typeof PutNoteBody>;
export const WithdrawNoteBody = z.strictObject({ id, noteId: z.uuid() });
export type WithdrawNoteBody = z.output<typeof WithdrawNoteBody>;

export const RecordItem = z.object({
  itemId: AgendaItemId,
  title: z.string().nullable(),
  beganAt: Time,
  endedAt: Time.nullable(),
  spentMs: count,
  plannedSeconds: count.nullable(),
  speeches: count,
  speechMs: count,
});
export type RecordItem = z.infer<typeof RecordItem>;

/** A conference in numbers. Items are bounded by the agenda (A1). */
export const RecordSummary = z.object({
  name: z.string(),
  unitName: z.string(),
  hallName: z.string(),
  startsAt: Time,
  status: z.enum(['absent', 'prepared', 'open', 'paused', 'closed']),
  invited: count,
  openedAt: Time.nullable(),
  closedAt: Time.nullable(),
  pausedMs: count,
  /** Rehearsals, whose records are apart; `to` null: it goes on. */
  rehearsals: z.array(z.object({ no: count, from: Time, to: Time.nullable() })),
  speeches: count,
  speechMs: count,
  interruptions: count,
  cuts: count,
  people: count,
  sites: count,
  notes: count,
  recommendations: count,
  items: z.array(RecordItem),
});
export type RecordSummary = z.infer<typeof RecordSummary>;

const Spoken = { firstSeq: count, speeches: count, ms: count };
/** `person` null: the site spoke without a name. */
export const SpokenPersonRow = z.object({ ...Spoken, person: RecordPerson.nullable(), site: RecordSite });
export type SpokenPersonRow = z.infer<typeof SpokenPersonRow>;
export const SpokenPeoplePage = pageOf(SpokenPersonRow);
export const SpokenSiteRow = z.object({ ...Spoken, site: RecordSite, interruptions: count });
export type SpokenSiteRow = z.infer<typeof SpokenSiteRow>;
export const SpokenSitesPage = pageOf(SpokenSiteRow);
export const SpokenQuery = PageQuery.omit({ q: true }).extend(OfRehearsal.shape);
export type SpokenQuery = z.output<typeof SpokenQuery>;
