import { sql } from 'kysely';
import { refuse, type ConferenceId, type Result, type SiteId } from '@diemcau/domain/kernel';
import type { Db, Transaction } from '../platform/db/index.ts';
import { tablesIn } from './tables.ts';

export type SitePlace = { readonly conferenceId: ConferenceId; readonly siteId: SiteId };

/** Tells every process, with the commit, that the attendance of these sites changed; a column of a `select`. */
export const announcing = (conferenceId: ConferenceId, siteIds: readonly SiteId[]) =>
  sql`pg_notify('attendance', ${JSON.stringify({ conferenceId, siteIds })}::text)`;

export const announce = async (trx: Transaction, conferenceId: ConferenceId, siteIds: readonly SiteId[]) => {
  await sql`select ${announcing(conferenceId, siteIds)}`.execute(trx);
};

/** Makes the row of the site when there is none, and locks it: one change of a site's attendance at a time. */
export const lock = async (trx: Transaction, { conferenceId, siteId }: SitePlace): Promise<void> => {
  await sql`
    insert into site_attendance as a (conference_id, site_id) values (${conferenceId}, ${siteId})
    on conflict (conference_id, site_id) do update set present = a.present`.execute(trx);
};

/** False when the change of this id was done before. */
const isNew = async (trx: Transaction, conferenceId: ConferenceId, id: string): Promise<boolean> => {
  const inserted = await tablesIn(trx)
    .insertInto('attendance_done')
    .values({ conference_id: conferenceId, id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
};

/** A site's numbers as its names now say; its row is locked already. */
export const recount = async (trx: Transaction, { conferenceId, siteId }: SitePlace): Promise<void> => {
  await sql`
    update site_attendance a set summoned = n.summoned, present = n.present
    from (select count(*) filter (where kind <> 'substitute') as summoned, count(*) filter (where status = 'present') as present
          from delegate where conference_id = ${conferenceId} and site_id = ${siteId} and removed_at is null) n
    where a.conference_id = ${conferenceId} and a.site_id = ${siteId}`.execute(trx);
};

/** Whether the change of this id was done already. */
export const wasDone = async (db: Db, conferenceId: ConferenceId, id: string): Promise<boolean> => {
  const done = tablesIn(db).selectFrom('attendance_done').select('id').where('conference_id', '=', conferenceId);
  return (await done.where('id', '=', id).executeTakeFirst()) !== undefined;
};

type Change<T, Code extends string> = {
  /** Of the change, made by its page. */
  readonly id: string;
  /** What to answer when it was done before. */
  readonly repeated: () => T;
  readonly work: (trx: Transaction) => Promise<Result<T, Code>>;
};

/** Ends a transaction whose work was refused. */
class Refused<Code extends string> extends Error {
  readonly code: Code;
  constructor(code: Code) {
    super(code);
    this.code = code;
  }
}

/** One change of one site's attendance at a time, once for each id, and all processes told. A refusal stores nothing. */
export const changeSite = async <T, Code extends string>(
  db: Db,
  place: SitePlace,
  { id, repeated, work }: Change<T, Code>,
): Promise<Result<T, Code>> => {
  const { conferenceId, siteId } = place;
  try {
    return await db.transaction().execute(async (trx): Promise<Result<T, Code>> => {
      await lock(trx, place);
      if (!(await isNew(trx, conferenceId, id))) return { ok: true, value: repeated() };
      const done = await work(trx);
      if (!done.ok) throw new Refused(done.code);
      await announce(trx, conferenceId, [siteId]);
      return done;
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.code as Code);
    throw error;
  }
};
