import { sql } from 'kysely';
import type { Help } from '@diemcau/domain/support';
import type { Db } from '../platform/db/index.ts';
import { tablesIn } from './tables.ts';

/** As `helpIsAt` of the domain, by the clock of the database. */
export const atCentre = sql<boolean>`
  (case when h.taken_seat is not null then h.taken_by_centre else h.passed_at is not null or h.due_at <= now() end)`;

/** Requests with the name of who took them: a person's, or the site's for a clerk without one. */
export const helpRows = (db: Db) =>
  tablesIn(db)
    .selectFrom('help_request as h')
    .leftJoin('seat as t', 't.id', 'h.taken_seat')
    .select(['h.id as helpId', 'h.site_id as siteId', 'h.kind', 'h.note', 'h.opened_at', 'h.due_at', 'h.passed_at'])
    .select([
      'h.taken_seat',
      'h.taken_by_centre',
      'h.taken_at',
      'h.answer',
      'h.answered_at',
      'h.ended_how',
      'h.ended_at',
    ])
    .select(sql<string | null>`coalesce(t.person_name, t.site_name)`.as('takenName'));
type Row = Awaited<ReturnType<ReturnType<typeof helpRows>['execute']>>[number];

export const helpOf = (row: Row): Help => {
  const { helpId, kind, note, takenName, taken_seat: seatId, taken_at: takenAt } = row;
  const { answer, answered_at: answeredAt, ended_how: how, ended_at: endedAt } = row;
  return {
    helpId,
    kind,
    note,
    openedAt: row.opened_at.getTime(),
    dueAt: row.due_at.getTime(),
    passedAt: row.passed_at?.getTime() ?? null,
    takenBy:
      seatId && takenAt
        ? { seatId, isCentre: row.taken_by_centre === true, name: takenName, at: takenAt.getTime() }
        : null,
    answer: answer !== null && answeredAt ? { text: answer, at: answeredAt.getTime() } : null,
    end: how && endedAt ? { how, at: endedAt.getTime() } : null,
  };
};
