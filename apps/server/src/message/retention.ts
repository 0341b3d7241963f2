import { sql } from 'kysely';
import { MESSAGE_DAYS_KEPT } from '@diemcau/domain/message';
import type { ConferenceId } from '@diemcau/domain/kernel';
import type { Logger } from 'pino';
import { audit } from '../platform/audit/index.ts';
import type { Db } from '../platform/db/index.ts';

const EVERY_MS = 60 * 60 * 1000;
/** Conferences whose messages go in one turn; the next turn takes those after them. */
const AT_ONCE = 20;

/** Conferences that ended, or were never ended and began, so long ago, and still have messages. */
const due = async (db: Db, days: number): Promise<readonly ConferenceId[]> => {
  const { rows } = await sql<{ id: ConferenceId }>`
    select c.id from conference c
    where coalesce(
            (select max(e.at) from event e where e.stream_id = c.id and e.type = 'conferenceClosed'), c.starts_at
          ) < clock_timestamp() - make_interval(days => ${days})
      and (exists (select 1 from message m where m.conference_id = c.id and m.thread = 'conversation')
        or exists (select 1 from message m where m.conference_id = c.id and m.thread <> 'conversation'))
    order by c.id limit ${AT_ONCE}`.execute(db);
  return rows.map(({ id }) => id);
};

/** All that was written in this conference, and who had read it; the audit keeps how much it was. */
const erase = (db: Db, conferenceId: ConferenceId): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`messages:${conferenceId}`}, 0))`.execute(trx);
    await sql`
      delete from announcement_seen s using message m
      where m.id = s.message_id and m.conference_id = ${conferenceId}`.execute(trx);
    const gone = await sql`delete from message where conference_id = ${conferenceId}`.execute(trx);
    const messages = Number(gone.numAffectedRows ?? 0);
    // Another server was first.
    if (messages === 0) return;
    await sql`delete from message_site where conference_id = ${conferenceId}`.execute(trx);
    await audit(trx, {
      action: 'message.erase',
      actor: { kind: 'system', name: 'retention' },
      subject: { conferenceId },
      change: { messages },
    });
  });

/** Messages serve a conference and its winding-up, and are not kept for ever (X14). */
export const createRetention = (db: Db, log: Logger) => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  /** Answers with the conferences whose messages are gone. */
  const eraseOld = async (days = MESSAGE_DAYS_KEPT): Promise<number> => {
    const old = await due(db, days);
    for (const conferenceId of old) await erase(db, conferenceId);
    return old.length;
  };
  const turn = (): void => {
    running = running
      .then(async () => void (await eraseOld()))
      .catch((error: unknown) => log.warn({ err: error }, 'old messages wait to be erased'));
  };
  return {
    eraseOld,
    start: (): void => {
      timer = setInterval(turn, EVERY_MS);
      turn();
    },
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await running;
    },
  };
};
