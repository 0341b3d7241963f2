import { sql } from 'kysely';
import {
  CLOCK_OFF_MS,
  MARK_BACK_MS,
  type AnswerBody,
  type AttendanceCode,
  type Mark,
  type MarkBody,
} from '@diemcau/domain/attendance';
import { ok, refuse, type Actor, type Result } from '@diemcau/domain/kernel';
import { audit, auditOf } from '../platform/audit/index.ts';
import type { Db, RunKept } from '../platform/db/index.ts';
import { announcing, changeSite, recount, wasDone, type SitePlace } from './change.ts';
import type { Conferences } from './ports.ts';
import type { DelegateRow, Noter, RosterStore } from './roster-store.ts';

type Parts = {
  readonly db: Db;
  readonly runKept: RunKept;
  readonly store: RosterStore;
  readonly conferences: Conferences;
  readonly now: () => number;
};

/** The clerk of the site itself, or of its province in its place (N7). */
const noterOf = (actor: Actor, { siteId }: SitePlace): Noter =>
  actor.kind === 'seat' && actor.siteId !== siteId
    ? { by: 'province', site: actor.siteId }
    : { by: 'clerk', site: null };

/** A second tap on what is marked so already; another time of leaving is news. */
const isNews = ({ status, at, reason }: Mark, before: DelegateRow): boolean => {
  if (status !== before.status) return true;
  return (status === 'left' && at !== undefined) || (status === 'absent' && reason !== before.reason);
};

/**
 * An answer with all that goes with it, in one statement, for the whole country answers within a minute: stored once for
 * its id, kept with the site's numbers under their row's lock, noted in the audit, told to all processes.
 */
const answering = (actor: Actor, place: SitePlace, { id, rollCallId, headCount }: AnswerBody) => {
  const { conferenceId, siteId } = place;
  const { site } = noterOf(actor, place);
  const change = { rollCallId, headCount, enteredBySite: site };
  return sql<object>`
    with done as (
      insert into attendance_done (conference_id, id) values (${conferenceId}, ${id})
      on conflict (conference_id, id) do nothing returning conference_id),
    kept as (
      insert into site_attendance as a
        (conference_id, site_id, roll_call_id, head_count, named, answered_at, entered_by_site)
      select conference_id, ${siteId}::uuid, ${rollCallId}::uuid, ${headCount}::int, 0, clock_timestamp(), ${site}::uuid
      from done
      on conflict (conference_id, site_id) do update set roll_call_id = excluded.roll_call_id,
        head_count = excluded.head_count, named = a.present, answered_at = clock_timestamp(),
        entered_by_site = excluded.entered_by_site
      returning a.*),
    answer as (
      insert into roll_call_answer (conference_id, roll_call_id, site_id, head_count, named, at, entered_by_site)
      select conference_id, roll_call_id, site_id, head_count, named, answered_at, entered_by_site from kept),
    noted as (${auditOf('kept', { action: 'attendance.answer', actor, subject: { ...place }, change })})
    select ${announcing(conferenceId, [siteId])} from kept`;
};

/** Marks of names and answers to roll calls (N4 to N7). */
export const createMarks = ({ db, runKept, store, conferences, now }: Parts) => {
  /** When it happened, or null for a time that cannot be. */
  const timed = (mark: Mark): Mark | null => {
    if (mark.at === undefined) return mark;
    const ahead = Date.parse(mark.at) - now();
    if (ahead > CLOCK_OFF_MS || ahead < -MARK_BACK_MS) return null;
    const { at: _, ...withoutTime } = mark;
    return ahead > 0 ? withoutTime : mark;
  };

  return {
    mark: (actor: Actor, place: SitePlace, { id, marks }: MarkBody) =>
      changeSite<undefined, AttendanceCode>(db, place, {
        id,
        repeated: () => undefined,
        work: async (trx) => {
          const roster = new Map((await store.all(trx, place)).map((row) => [row.delegateId, row]));
          const news: Mark[] = [];
          for (const asked of marks) {
            const before = roster.get(asked.delegateId);
            const mark = timed(asked);
            if (!before) return refuse('attendance.delegate_not_found');
            if (!mark) return refuse('attendance.time_wrong');
            if (isNews(mark, before)) news.push(mark);
          }
          if (news.length === 0) return ok(undefined);
          await store.mark(trx, place.conferenceId, news, noterOf(actor, place));
          await recount(trx, place);
          const change = { marks: news.map(({ delegateId, status, at }) => ({ delegateId, status, at })) };
          await audit(trx, { action: 'attendance.mark', actor, subject: { ...place }, change });
          return ok(undefined);
        },
      }),

    /** A head count to the roll call that is open; the latest of a site counts. */
    answer: async (actor: Actor, place: SitePlace, body: AnswerBody): Promise<Result<undefined, AttendanceCode>> => {
      const { conferenceId } = place;
      const { rollCall } = await conferences.meeting(conferenceId, body.rollCallId);
      if (rollCall?.status === 'open' && rollCall.rollCallId === body.rollCallId) {
        await runKept('answer', answering(actor, place, body));
        return ok(undefined);
      }
      return (await wasDone(db, conferenceId, body.id)) ? ok(undefined) : refuse('attendance.no_roll_call');
    },
  };
};
export type Marks = ReturnType<typeof createMarks>;
