import { sql, type Generated, type Selectable } from 'kysely';
import { ok, refuse, type Actor, type ConferenceId, type Result, type SiteId } from '@diemcau/domain/kernel';
import {
  FORMER_SHOWN,
  NOTE_AHEAD_MS,
  NOTE_BACK_MS,
  NOTE_LIMIT,
  type MinutesCode,
  type Note,
  type NoteKind,
  type PutNoteBody,
  type WithdrawNoteBody,
} from '@diemcau/domain/minutes';
import { audit } from '../platform/audit/index.ts';
import type { Db, Transaction } from '../platform/db/index.ts';
import type { Moments } from './moments.ts';
import type { RecordPorts } from './ports.ts';

type NoteTable = {
  id: string;
  conference_id: ConferenceId;
  kind: NoteKind;
  text: string;
  raised_by: string | null;
  site_id: SiteId | null;
  at: Date;
  written_at: Generated<Date>;
  changed: number;
  withdrawn_at: Date | null;
};
type FormerTable = Pick<NoteTable, 'kind' | 'text' | 'raised_by' | 'site_id'> & {
  id: Generated<number>;
  note_id: string;
  until: Generated<Date>;
};
type Tables = {
  record_note: NoteTable;
  record_note_former: FormerTable;
  record_note_done: { conference_id: ConferenceId; id: string };
  site: { id: SiteId; name: string };
};
const tablesIn = (db: Db) => db.withTables<Tables>();

type Changed = Result<undefined, MinutesCode>;
type Parts = { readonly db: Db; readonly takesPart: RecordPorts['takesPart']; readonly now: () => number };

/** Ends a transaction whose work was refused. */
class Refused extends Error {
  readonly code: MinutesCode;
  constructor(code: MinutesCode) {
    super(code);
    this.code = code;
  }
}

const isSame = (before: Selectable<NoteTable>, body: PutNoteBody, at: number): boolean =>
  before.kind === body.kind &&
  before.text === body.text &&
  before.raised_by === body.raisedBy &&
  before.site_id === body.siteId &&
  before.at.getTime() === at;

/** Notes and recommendations beside the record (K10 to K12). */
export const createNotes = ({ db, takesPart, now }: Parts) => {
  /** One change of a conference's notes at a time, once for each id, so that `changed` grows as changes are seen. */
  const change = async (
    conferenceId: ConferenceId,
    id: string,
    work: (trx: Transaction, changed: number) => Promise<Changed>,
  ): Promise<Changed> => {
    try {
      return await db.transaction().execute(async (trx): Promise<Changed> => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${`notes:${conferenceId}`}, 0))`.execute(trx);
        const inserted = await tablesIn(trx)
          .insertInto('record_note_done')
          .values({ conference_id: conferenceId, id })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (inserted.numInsertedOrUpdatedRows !== 1n) return ok(undefined);
        const last = await tablesIn(trx)
          .selectFrom('record_note')
          .select(sql<number>`coalesce(max(changed), 0)`.as('changed'))
          .where('conference_id', '=', conferenceId)
          .executeTakeFirst();
        const done = await work(trx, (last?.changed ?? 0) + 1);
        if (!done.ok) throw new Refused(done.code);
        return done;
      });
    } catch (error) {
      if (error instanceof Refused) return refuse(error.code);
      throw error;
    }
  };

  const noteOf = (trx: Transaction, noteId: string) =>
    tablesIn(trx).selectFrom('record_note').selectAll().where('id', '=', noteId).executeTakeFirst();

  const isFull = async (trx: Transaction, conferenceId: ConferenceId): Promise<boolean> => {
    const { notes } = await tablesIn(trx)
      .selectFrom('record_note')
      .select(sql<number>`count(*)::int`.as('notes'))
      .where('conference_id', '=', conferenceId)
      .executeTakeFirstOrThrow();
    return notes >= NOTE_LIMIT;
  };

  return {
    put: async (actor: Actor, conferenceId: ConferenceId, body: PutNoteBody): Promise<Changed> => {
      const { id, noteId, kind, text, raisedBy, siteId } = body;
      const ahead = body.at - now();
      if (ahead > NOTE_AHEAD_MS || ahead < -NOTE_BACK_MS) return refuse('minutes.time_wrong');
      if (siteId !== null && !(await takesPart(conferenceId, siteId))) return refuse('minutes.site_not_invited');
      const at = ahead > 0 ? now() : body.at;
      return change(conferenceId, id, async (trx, changed) => {
        const before = await noteOf(trx, noteId);
        if (before && before.conference_id !== conferenceId) return refuse('minutes.note_exists');
        if (before?.withdrawn_at) return refuse('minutes.note_withdrawn');
        if (before && isSame(before, body, at)) return ok(undefined);
        if (!before && (await isFull(trx, conferenceId))) return refuse('minutes.full');
        const said = { kind, text, raised_by: raisedBy, site_id: siteId, at: new Date(at), changed };
        if (before) {
          const { raised_by, site_id } = before;
          const former = { note_id: noteId, kind: before.kind, text: before.text, raised_by, site_id };
          await tablesIn(trx).insertInto('record_note_former').values(former).execute();
          await tablesIn(trx).updateTable('record_note').set(said).where('id', '=', noteId).execute();
        } else {
          const row = { id: noteId, conference_id: conferenceId, withdrawn_at: null, ...said };
          await tablesIn(trx).insertInto('record_note').values(row).execute();
        }
        const after = { kind, siteId, at };
        const subject = { conferenceId, noteId };
        await audit(trx, { action: 'record.note', actor, subject, change: { isNew: !before, after } });
        return ok(undefined);
      });
    },

    withdraw: (actor: Actor, conferenceId: ConferenceId, { id, noteId }: WithdrawNoteBody): Promise<Changed> =>
      change(conferenceId, id, async (trx, changed) => {
        const before = await noteOf(trx, noteId);
        if (before?.conference_id !== conferenceId) return refuse('minutes.note_not_found');
        if (before.withdrawn_at) return ok(undefined);
        const withdrawn = { withdrawn_at: sql<Date>`clock_timestamp()`, changed };
        await tablesIn(trx).updateTable('record_note').set(withdrawn).where('id', '=', noteId).execute();
        await audit(trx, { action: 'record.withdrawNote', actor, subject: { conferenceId, noteId } });
        return ok(undefined);
      }),

    /** Notes that changed after this one of the order of changes. Two queries. */
    since: async (
      conferenceId: ConferenceId,
      after: number,
      limit: number,
      moments: Moments,
    ): Promise<readonly Note[]> => {
      const rows = await tablesIn(db)
        .selectFrom('record_note as n')
        .leftJoin('site as s', 's.id', 'n.site_id')
        .selectAll('n')
        .select('s.name as siteName')
        .where('n.conference_id', '=', conferenceId)
        .where('n.changed', '>', after)
        .where(moments(sql.ref('n.at')))
        .orderBy('n.changed')
        .limit(limit)
        .execute();
      if (rows.length === 0) return [];
      const former = await tablesIn(db)
        .selectFrom('record_note_former as f')
        .leftJoin('site as s', 's.id', 'f.site_id')
        .select(['f.note_id as noteId', 'f.kind', 'f.text', 'f.raised_by as raisedBy', 's.name as siteName', 'f.until'])
        .where(
          'f.note_id',
          'in',
          rows.map(({ id }) => id),
        )
        .orderBy('f.id')
        .execute();
      const before = Map.groupBy(former, ({ noteId }) => noteId);
      return rows.map(({ id, site_id, raised_by, at, written_at, withdrawn_at, kind, text, siteName, changed }) => ({
        noteId: id,
        kind,
        text,
        raisedBy: raised_by,
        siteId: site_id,
        siteName,
        at: at.getTime(),
        writtenAt: written_at.getTime(),
        changed,
        withdrawnAt: withdrawn_at?.getTime() ?? null,
        former: (before.get(id) ?? [])
          .slice(-FORMER_SHOWN)
          .map(({ kind: was, text: said, raisedBy, siteName: place, until }) => ({
            kind: was,
            text: said,
            raisedBy,
            siteName: place,
            until: until.getTime(),
          })),
      }));
    },

    /** How many stand, of each kind. */
    count: async (conferenceId: ConferenceId, moments: Moments): Promise<Readonly<Record<NoteKind, number>>> => {
      const rows = await tablesIn(db)
        .selectFrom('record_note')
        .select(['kind', sql<number>`count(*)::int`.as('notes')])
        .where('conference_id', '=', conferenceId)
        .where('withdrawn_at', 'is', null)
        .where(moments(sql.ref('at')))
        .groupBy('kind')
        .execute();
      return { note: 0, recommendation: 0, ...Object.fromEntries(rows.map(({ kind, notes }) => [kind, notes])) };
    },
  };
};
export type Notes = ReturnType<typeof createNotes>;
