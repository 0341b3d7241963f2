import { sql } from 'kysely';
import type { ConferenceId } from '@diemcau/domain/kernel';
import type { Transaction } from '../platform/db/index.ts';

/** What other slices take back when a rehearsal ends, in the same transaction. */
export type AfterRehearsal = (trx: Transaction, conferenceId: ConferenceId, beganAt: Date) => Promise<void>;

/** Keeps when a rehearsal was that ends now: what was written in between is none of the conference's own (C20). */
export const keepRehearsal = async (
  trx: Transaction,
  conferenceId: ConferenceId,
  afterRehearsal: AfterRehearsal,
): Promise<void> => {
  const { rows } = await sql<{ began_at: Date }>`
    insert into rehearsal (conference_id, no, began_at, ended_at)
    select e.stream_id, (e.data::jsonb ->> 'no')::int, e.at, clock_timestamp() from event e
    where e.stream_id = ${conferenceId} and e.type = 'rehearsalBegun'
      and e.type in ('conferencePrepared', 'conferenceOpened', 'conferencePaused', 'conferenceResumed', 'conferenceClosed', 'rehearsalBegun', 'rehearsalEnded')
    order by e.seq desc limit 1
    on conflict do nothing returning began_at`.execute(trx);
  if (rows[0]) await afterRehearsal(trx, conferenceId, rows[0].began_at);
};
