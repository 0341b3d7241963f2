import { sql, type RawBuilder } from 'kysely';
import type { ConferenceId } from '@diemcau/domain/kernel';
import type { Transaction } from '../platform/db/index.ts';

/** Of marks `m`: not one that was made in a rehearsal that has ended. */
export const ofNoRehearsal: RawBuilder<boolean> = sql<boolean>`not exists (
  select from rehearsal r where r.conference_id = m.conference_id and m.noted_at >= r.began_at and m.noted_at < r.ended_at)`;

/**
 * Takes back who was marked and what was answered in a rehearsal that ends now: names and sites stand as they stood
 * before it. The marks and answers themselves are kept.
 */
export const afterRehearsal = async (trx: Transaction, conferenceId: ConferenceId, beganAt: Date): Promise<void> => {
  await sql`
    with marked as (
      select distinct m.delegate_id from attendance_mark m
      where m.conference_id = ${conferenceId} and m.noted_at >= ${beganAt}),
    before as (
      select k.delegate_id, coalesce(l.status, 'unknown') as status, l.at,
        (select min(m.at) from attendance_mark m
          where m.delegate_id = k.delegate_id and m.status = 'present' and ${ofNoRehearsal} and m.noted_at < ${beganAt}) as came
      from marked k left join lateral (
        select m.status, m.at from attendance_mark m
        where m.delegate_id = k.delegate_id and m.noted_at < ${beganAt} and ${ofNoRehearsal}
        order by m.id desc limit 1) l on true)
    update delegate d set status = b.status,
      reason = case when b.status = 'absent' then d.reason end,
      arrived_at = case when b.status in ('present', 'left') then b.came end,
      left_at = case when b.status = 'left' then b.at end
    from before b where d.id = b.delegate_id`.execute(trx);
  // The latest answer of before, of whichever roll call; whose names changed is counted anew.
  await sql`
    update site_attendance a set roll_call_id = l.roll_call_id, head_count = l.head_count, named = l.named,
      answered_at = l.at, entered_by_site = l.entered_by_site
    from site_attendance b left join lateral (
      select * from roll_call_answer q where q.conference_id = b.conference_id and q.site_id = b.site_id and q.at < ${beganAt}
        and not exists (select from rehearsal r where r.conference_id = q.conference_id and q.at >= r.began_at and q.at < r.ended_at)
      order by q.id desc limit 1) l on true
    where b.conference_id = ${conferenceId} and b.answered_at >= ${beganAt}
      and a.conference_id = b.conference_id and a.site_id = b.site_id`.execute(trx);
  await sql`
    update site_attendance a set present = n.present, reminded_at = case when a.reminded_at < ${beganAt} then a.reminded_at end
    from (select site_id, count(*) filter (where status = 'present') as present
          from delegate where conference_id = ${conferenceId} and removed_at is null group by site_id) n
    where a.conference_id = ${conferenceId} and a.site_id = n.site_id`.execute(trx);
};
