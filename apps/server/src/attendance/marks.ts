import { sql } from 'kysely';
import {
  CLOCK_OFF_MS,
  MARK_BACK_MS,
  type AnswerBody,
  type AttendanceCode,
  type Mark,
  type MarkBody,
} from '@diemcau/domain/attendance';
import { ok, refuse, type Actor } from '@diemcau/domain/kernel';
import { audit } from '../platform/audit/index.ts';
import type { Db } from '../platform/db/index.ts';
import { changeSite, recount, type SitePlace } from './change.ts';
import type { Conferences } from './ports.ts';
import type { DelegateRow, Noter, RosterStore } from './roster-store.ts';

type Parts = {
  readonly db: Db;
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

/** Marks of names and answers to roll calls (N4 to N7). */
export const createMarks = ({ db, store, conferences, now }: Parts) => {
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
    answer: async (actor: Actor, place: SitePlace, { id, rollCallId, headCount }: AnswerBody) => {
      const { conferenceId, siteId } = place;
      const { rollCall } = await conferences.meeting(conferenceId, rollCallId);
      return changeSite<undefined, AttendanceCode>(db, place, {
        id,
        repeated: () => undefined,
        work: async (trx) => {
          if (rollCall?.status !== 'open' || rollCall.rollCallId !== rollCallId)
            return refuse('attendance.no_roll_call');
          const { site } = noterOf(actor, place);
          await sql`
            with answer as (
              insert into roll_call_answer (conference_id, roll_call_id, site_id, head_count, named, entered_by_site)
              select conference_id, ${rollCallId}::uuid, site_id, ${headCount}::int, present, ${site}::uuid
              from site_attendance where conference_id = ${conferenceId} and site_id = ${siteId}
              returning *)
            update site_attendance a set roll_call_id = answer.roll_call_id, head_count = answer.head_count,
              named = answer.named, answered_at = answer.at, entered_by_site = answer.entered_by_site
            from answer where a.conference_id = answer.conference_id and a.site_id = answer.site_id`.execute(trx);
          const change = { rollCallId, headCount, enteredBySite: site };
          await audit(trx, { action: 'attendance.answer', actor, subject: { ...place }, change });
          return ok(undefined);
        },
      });
    },
  };
};
export type Marks = ReturnType<typeof createMarks>;
