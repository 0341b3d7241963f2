import { z } from 'zod';
import {
  AgendaItemId,
  ConferenceRole,
  FilmId,
  Layout,
  RequestId,
  RollCallId,
  RowId,
  SiteId,
  SiteLine,
  SpeakerId,
  SpeechKind,
  TurnId,
} from '../kernel/index.ts';
import { ContentEnd, ContentFrom, FilmEnd, MAX_POLLED, PollingEnd, PollingMode, Source } from '../programme/index.ts';

const count = z.number().int();
/** Ms since the epoch, the database's clock. */
const at = z.number().int();

/** Who did it: the role of a seat, an administrator, or the system by itself. */
export const Doer = z.enum([...ConferenceRole.options, 'administrator', 'system']);
export type Doer = z.infer<typeof Doer>;

/**
 * Of every entry: `seq`, of the event that made it, is its name and its place; `changed`, of the last event that changed
 * it, is where a page goes on reading. `itemId`: the agenda item of that moment.
 */
const common = {
  seq: count,
  changed: count,
  at,
  by: Doer,
  itemId: AgendaItemId.nullable(),
  /** Of a rehearsal, with its number: none of the conference's own record (K20). */
  rehearsal: count.optional(),
};

export const RowKindTold = z.enum([
  'speech',
  'opening',
  'introduction',
  'rollCall',
  'discussion',
  'break',
  'resume',
  'closing',
  'words',
]);

/** One thing that happened. What begins and ends, or is taken back, is one entry that changes. */
export const RecordEntry = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('opened') }),
  z.object({ ...common, kind: z.literal('paused'), returnsAt: at.nullable(), resumedAt: at.nullable() }),
  z.object({ ...common, kind: z.literal('resumed') }),
  z.object({ ...common, kind: z.literal('closed') }),
  /** A stretch in which an item was the current one. */
  z.object({
    ...common,
    kind: z.literal('item'),
    plannedSeconds: count.nullable(),
    presenterId: SpeakerId.nullable(),
    endedAt: at.nullable(),
    takenBackAt: at.nullable(),
  }),
  /** `lengthMs`: by the clock of the floor (F7), without interruptions; null while it goes on. */
  z.object({
    ...common,
    kind: z.literal('speech'),
    turnId: TurnId,
    requestId: RequestId.nullable(),
    siteId: SiteId,
    speakerId: SpeakerId.nullable(),
    formerSpeakers: z.array(z.object({ speakerId: SpeakerId, until: at })),
    speechKind: SpeechKind,
    limitSeconds: count.nullable(),
    startedAt: at.nullable(),
    endedAt: at.nullable(),
    lengthMs: count.nullable(),
    ended: z.enum(['ended', 'next', 'paused', 'closed']).nullable(),
    interruptions: z.array(z.object({ at, resumedAt: at.nullable() })),
    /** Ends that were taken back. */
    returns: z.array(z.object({ endedAt: at, at })),
    takenBackAt: at.nullable(),
  }),
  /** Why the picture changed: by the operator's hand, after the floor, with a phase, or because a line was lost or came back. */
  z.object({
    ...common,
    kind: z.literal('cut'),
    source: Source,
    layout: Layout,
    cause: z.enum(['operator', 'floor', 'phase', 'line']),
  }),
  /** Sites that were put on air one after another: each with when it was first, and how often. */
  z.object({
    ...common,
    kind: z.literal('polling'),
    mode: PollingMode.exclude(['preview']),
    seconds: count,
    shown: z.array(z.object({ siteId: SiteId, at, times: count })).max(MAX_POLLED),
    passedOver: z.array(SiteId).max(MAX_POLLED),
    endedAt: at.nullable(),
    ended: PollingEnd.nullable(),
  }),
  /** A screen, slides or a second camera, shown by a site. */
  z.object({
    ...common,
    kind: z.literal('content'),
    siteId: SiteId,
    from: ContentFrom,
    endedAt: at.nullable(),
    ended: z.enum([...ContentEnd.options, 'replaced', 'closed']).nullable(),
  }),
  /** Over all else; `rowId`: by a row of the run sheet. */
  z.object({
    ...common,
    kind: z.literal('film'),
    filmId: FilmId,
    rowId: RowId.nullable(),
    endedAt: at.nullable(),
    ended: FilmEnd.nullable(),
  }),
  z.object({ ...common, kind: z.literal('rollCall'), rollCallId: RollCallId, closesAt: at, closedAt: at.nullable() }),
  z.object({
    ...common,
    kind: z.literal('row'),
    rowId: RowId,
    rowKind: RowKindTold,
    siteId: SiteId.nullable(),
    speakerId: SpeakerId.nullable(),
    as: z.enum(['done', 'held', 'skipped', 'waiting']),
    takenBackAt: at.nullable(),
  }),
  z.object({ ...common, kind: z.literal('missing'), siteId: SiteId, onAir: z.boolean(), backAt: at.nullable() }),
  /** A site on air or with the floor whose line did not carry all of it: each change, until it did again or was off air. */
  z.object({
    ...common,
    kind: z.literal('line'),
    siteId: SiteId,
    lines: z.array(z.object({ at, line: SiteLine })),
    endedAt: at.nullable(),
    ended: z.enum(['good', 'offAir']).nullable(),
  }),
  z.object({ ...common, kind: z.literal('silenced'), siteIds: z.array(SiteId) }),
  z.object({ ...common, kind: z.literal('unsilenced'), siteId: SiteId }),
  /** How a person is named was corrected: the texts of before and after stand beside the record. */
  z.object({ ...common, kind: z.literal('correction'), speakerId: SpeakerId }),
]);
export type RecordEntry = z.infer<typeof RecordEntry>;
export type EntryKind = RecordEntry['kind'];
export type EntryOf<K extends EntryKind> = Extract<RecordEntry, { kind: K }>;
