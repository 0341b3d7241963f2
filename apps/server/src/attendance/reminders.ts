import { sql } from 'kysely';
import type { AttendanceCode } from '@diemcau/domain/attendance';
import { ok, refuse, type Actor, type ConferenceId, type Result, type SiteId } from '@diemcau/domain/kernel';
import { audit } from '../platform/audit/index.ts';
import type { Db } from '../platform/db/index.ts';
import { announce } from './change.ts';
import type { Conferences } from './ports.ts';
import { tablesIn } from './tables.ts';

/** Sites that one notification names: far below its 8,000 bytes. */
const SITES_PER_NOTIFICATION = 100;
const EVERY_S = 60;

/** Reminds all sites that have not answered, by one button, at most once a minute (N9). */
export const createReminders = ({ db, conferences }: { readonly db: Db; readonly conferences: Conferences }) => ({
  remind: async (actor: Actor, conferenceId: ConferenceId, id: string): Promise<Result<number, AttendanceCode>> => {
    const { rollCall } = await conferences.meeting(conferenceId);
    if (rollCall?.status !== 'open') return refuse('attendance.no_roll_call');
    const { rollCallId } = rollCall;
    return db.transaction().execute(async (trx): Promise<Result<number, AttendanceCode>> => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`remind:${conferenceId}`}, 0))`.execute(trx);
      const before = await tablesIn(trx)
        .selectFrom('roll_call_reminder')
        .select([
          'id',
          'sites',
          sql<boolean>`at > clock_timestamp() - make_interval(secs => ${EVERY_S})`.as('isRecent'),
        ])
        .where('conference_id', '=', conferenceId)
        .orderBy('at', 'desc')
        .execute();
      const repeated = before.find((one) => one.id === id);
      if (repeated) return ok(repeated.sites);
      if (before[0]?.isRecent) return refuse('attendance.reminded_just_now');
      const { rows } = await sql<{ siteId: SiteId }>`
        insert into site_attendance as a (conference_id, site_id, reminded_at, reminded_of)
        select s.conference_id, s.site_id, clock_timestamp(), ${rollCallId}::uuid from conference_site s
        where s.conference_id = ${conferenceId}
        on conflict (conference_id, site_id) do update set reminded_at = excluded.reminded_at, reminded_of = excluded.reminded_of
          where a.roll_call_id is distinct from ${rollCallId}::uuid
        returning site_id as "siteId"`.execute(trx);
      const reminder = { id, conference_id: conferenceId, roll_call_id: rollCallId, sites: rows.length };
      await tablesIn(trx).insertInto('roll_call_reminder').values(reminder).execute();
      const change = { rollCallId, sites: rows.length };
      await audit(trx, { action: 'attendance.remind', actor, subject: { conferenceId }, change });
      for (let at = 0; at < rows.length; at += SITES_PER_NOTIFICATION)
        await announce(
          trx,
          conferenceId,
          rows.slice(at, at + SITES_PER_NOTIFICATION).map(({ siteId }) => siteId),
        );
      return ok(rows.length);
    });
  },
});
export type Reminders = ReturnType<typeof createReminders>;
