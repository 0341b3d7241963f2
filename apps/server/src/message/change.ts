import { sql } from 'kysely';
import { MESSAGES_A_MINUTE, type Desk, type MessageCode } from '@diemcau/domain/message';
import { refuse, type ConferenceId, type Result, type SeatId, type SiteId } from '@diemcau/domain/kernel';
import type { Db, Transaction } from '../platform/db/index.ts';
import { tablesIn } from './tables.ts';

/** Tells every process, with the commit, that the messages of these sites changed, or what is for all. */
export const announce = async (trx: Transaction, conferenceId: ConferenceId, siteIds: readonly SiteId[]) => {
  await sql`select pg_notify('message', ${JSON.stringify({ conferenceId, siteIds })})`.execute(trx);
};

/** Makes the row of the site when there is none, and locks it: one change of a conversation with a desk at a time. */
export const lockSite = (trx: Transaction, conferenceId: ConferenceId, siteId: SiteId, desk: Desk) =>
  tablesIn(trx)
    .insertInto('message_site')
    .values({ conference_id: conferenceId, site_id: siteId, desk, desk_read_at: null, site_read_at: null })
    .onConflict((conflict) =>
      conflict.columns(['conference_id', 'site_id', 'desk']).doUpdateSet({ version: sql`message_site.version` }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();

/** One change at a time of what belongs to the whole conference: announcements, discussion, switches. */
export const lockConference = async (trx: Transaction, conferenceId: ConferenceId): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`messages:${conferenceId}`}, 0))`.execute(trx);
};

/** The latest change counts; before the first one messages are on, without a discussion. */
export const switchesOf = async (db: Db, conferenceId: ConferenceId) =>
  (await tablesIn(db)
    .selectFrom('message_switch')
    .select(['is_on as isOn', 'discussion'])
    .where('conference_id', '=', conferenceId)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? { isOn: true, discussion: false };

/** Whether this seat has written as much as it may within a minute. */
export const isTooFast = async (trx: Transaction, seatId: SeatId): Promise<boolean> => {
  const { written } = await tablesIn(trx)
    .selectFrom('message')
    .select(sql<number>`count(*)::int`.as('written'))
    .where('seat_id', '=', seatId)
    .where(sql<boolean>`at > clock_timestamp() - interval '1 minute'`)
    .executeTakeFirstOrThrow();
  return written >= MESSAGES_A_MINUTE;
};

/** Ends a transaction whose work was refused. */
class Refused extends Error {
  readonly code: MessageCode;
  constructor(code: MessageCode) {
    super(code);
    this.code = code;
  }
}

/** One transaction; a refusal stores nothing. */
export const change = async <T>(
  db: Db,
  work: (trx: Transaction) => Promise<Result<T, MessageCode>>,
): Promise<Result<T, MessageCode>> => {
  try {
    return await db.transaction().execute(async (trx) => {
      const done = await work(trx);
      if (!done.ok) throw new Refused(done.code);
      return done;
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.code);
    throw error;
  }
};
