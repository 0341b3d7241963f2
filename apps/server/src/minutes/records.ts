import { readEvent, type LiveEvent } from '@diemcau/domain/live';
import type { ConferenceId } from '@diemcau/domain/kernel';
import {
  Doer,
  emptyRecord,
  sitesOf,
  tell,
  type RecordEntry,
  type RecordNames,
  type RecordState,
} from '@diemcau/domain/minutes';
import type { Db } from '../platform/db/index.ts';
import { storeTables } from '../platform/event-store/index.ts';
import type { RecordPorts } from './ports.ts';

/** Events that one query reads: the loop of the server rests between them. */
const EVENTS_A_READ = 1000;
/** Conferences whose record is kept; the one that was read the longest ago is told anew when it is wanted again. */
const KEPT = 16;

/** `byChange`: in the order in which they changed last. */
type Kept = { state: RecordState; seq: number; readonly byChange: Map<number, RecordEntry>; reading: Promise<void> };

const doerOf = (actor: string): Doer => {
  const { kind, role } = JSON.parse(actor) as { readonly kind?: string; readonly role?: string };
  return Doer.catch('system').parse(kind === 'seat' ? role : kind);
};

/** When a rehearsal was; `to` null: it goes on. Ms since the epoch. */
export type RehearsalTime = { readonly no: number; readonly from: number; readonly to: number | null };

export type Told = {
  readonly phase: RecordState['live']['conference']['status'];
  /** Of the conference itself, or of the rehearsal that was asked for. */
  readonly byChange: readonly RecordEntry[];
  readonly rehearsals: readonly RehearsalTime[];
};

const rehearsalsIn = (entries: readonly RecordEntry[]): readonly RehearsalTime[] =>
  entries
    .filter((entry) => entry.kind === 'opened' && entry.rehearsal !== undefined)
    .map(({ rehearsal: no = 0, at: from }) => ({
      no,
      from,
      to: entries.find((entry) => entry.kind === 'closed' && entry.rehearsal === no)?.at ?? null,
    }))
    .toSorted((a, b) => a.no - b.no);

/** Records of conferences as the events tell them; each event is read and folded once in a server (K1). */
export const createRecords = (db: Db) => {
  const kept = new Map<ConferenceId, Kept>();

  const tellAll = async (conferenceId: ConferenceId, one: Kept): Promise<void> => {
    for (;;) {
      const rows = await storeTables(db)
        .selectFrom('event')
        .select(['seq', 'type', 'version', 'data', 'actor', 'at'])
        .where('stream_id', '=', conferenceId)
        .where('seq', '>', one.seq)
        .orderBy('seq')
        .limit(EVENTS_A_READ)
        .execute();
      for (const { seq, type, version, data, actor, at } of rows) {
        const event: LiveEvent = readEvent(type, version, JSON.parse(data));
        const { state, entries } = tell(one.state, { ...event, seq, at: at.getTime(), by: doerOf(actor) });
        Object.assign(one, { state, seq });
        for (const entry of entries) {
          one.byChange.delete(entry.seq);
          one.byChange.set(entry.seq, entry);
        }
      }
      if (rows.length < EVENTS_A_READ) return;
    }
  };

  /** @param rehearsal the number of one; left out: the conference's own record */
  return async (conferenceId: ConferenceId, rehearsal?: number): Promise<Told> => {
    const one = kept.get(conferenceId) ?? {
      state: emptyRecord,
      seq: 0,
      byChange: new Map(),
      reading: Promise.resolve(),
    };
    kept.delete(conferenceId);
    kept.set(conferenceId, one);
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    const read = one.reading.then(() => tellAll(conferenceId, one));
    one.reading = read.catch(() => undefined);
    await read;
    const all = [...one.byChange.values()];
    return {
      phase: one.state.live.conference.status,
      byChange: all.filter((entry) => entry.rehearsal === rehearsal),
      rehearsals: rehearsalsIn(all),
    };
  };
};
export type ReadRecord = ReturnType<typeof createRecords>;

const unique = <T>(ids: Iterable<T>): readonly T[] => [...new Set(ids)];

/** Words for all ids of these entries. */
export const namesOf = (names: RecordPorts['names'], entries: readonly RecordEntry[]): Promise<RecordNames> =>
  names({
    speakers: unique(
      entries.flatMap((entry) => {
        if (entry.kind === 'item') return entry.presenterId ?? [];
        const former = entry.kind === 'speech' ? entry.formerSpeakers.map(({ speakerId }) => speakerId) : [];
        return [...('speakerId' in entry && entry.speakerId ? [entry.speakerId] : []), ...former];
      }),
    ),
    sites: unique(entries.flatMap(sitesOf)),
    items: unique(entries.flatMap(({ itemId }) => itemId ?? [])),
    films: entries.flatMap((entry) => (entry.kind === 'film' ? [entry] : [])),
    sources: unique(
      entries.flatMap((entry) =>
        entry.kind === 'cut' && entry.source.kind === 'site' ? (entry.source.sourceId ?? []) : [],
      ),
    ),
    requests: unique(entries.flatMap((entry) => (entry.kind === 'speech' ? (entry.requestId ?? []) : []))),
  });
