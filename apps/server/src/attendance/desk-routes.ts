import { z } from 'zod';
import {
  AbsenteePage,
  AbsenteeQuery,
  AnswersQuery,
  AttendanceTotals,
  AttendingSitePage,
  AttendingSiteQuery,
  RemindBody,
  Reminded,
  SiteAnswers,
  type AttendingSite,
} from '@diemcau/domain/attendance';
import { DelegateId, ok, refuse, type ConferenceId, type SiteId } from '@diemcau/domain/kernel';
import {
  attach,
  conferenceOfSeat,
  cursorText,
  cutPage,
  readCursor,
  readsOfAdministrator,
  readsOfSeat,
  type ConferenceReads,
} from '../platform/http/index.ts';
import { placeOf, type Absentees } from './absentees.ts';
import type { Conferences } from './ports.ts';
import type { Reminders } from './reminders.ts';
import type { WriteReport } from './report.ts';
import type { AttendanceApi } from './site-routes.ts';
import { answerOf, contactOf, type AttendingSites, type SiteRow } from './sites.ts';

export type DeskRoutesParts = {
  readonly sites: AttendingSites;
  readonly absentees: Absentees;
  readonly conferences: Conferences;
  readonly reminders: Reminders;
  readonly writeReport: WriteReport;
};

const toSite = (row: SiteRow, closesAt: number): AttendingSite => {
  const { siteId, code, name, province, hall, summoned, present } = row;
  const remindedAt = row.remindedAt?.toISOString() ?? null;
  const contact = contactOf(row);
  return {
    siteId,
    code,
    name,
    province,
    hall,
    summoned,
    present,
    contact,
    answer: answerOf(row, closesAt),
    remindedAt,
  };
};

/** @param below only communes' sites of this province's site */
const readSites = async (
  { sites, conferences }: DeskRoutesParts,
  conferenceId: ConferenceId,
  { q, filter, province, cursor, limit }: AttendingSiteQuery,
  below?: SiteId,
) => {
  const { rollCall } = await conferences.meeting(conferenceId);
  const search = {
    conferenceId,
    rollCallId: rollCall?.rollCallId ?? null,
    q: q ?? '',
    filter,
    ...(province !== undefined && { province }),
    ...(below !== undefined && { below }),
  };
  const after = readCursor(z.tuple([z.boolean(), cursorText]), cursor);
  const [rows, total] = await Promise.all([sites.list(search, after, limit + 1), sites.count(search)]);
  const page = cutPage(rows, limit, ({ hall, code }) => [hall, code]);
  const closesAt = rollCall?.closesAt ?? Infinity;
  return ok({ items: page.rows.map((row) => toSite(row, closesAt)), next: page.next, total });
};

const reads = <P extends z.ZodType>(api: AttendanceApi, parts: DeskRoutesParts, base: ConferenceReads<P>): void => {
  const { conferenceOf, prefix, ...common } = base;
  const { sites, absentees, conferences, writeReport } = parts;
  api.route({
    ...common,
    method: 'GET',
    url: `${prefix}/attendance`,
    action: 'attendance.totals',
    summary: 'All sites in numbers, by province: answered and invited, present and summoned',
    response: AttendanceTotals,
    handler: async ({ actor, params }) => {
      const conferenceId = conferenceOf(actor, params);
      if (conferenceId === null) return refuse('access.not_found');
      const { rollCall } = await conferences.meeting(conferenceId);
      return ok(await sites.totals(conferenceId, rollCall?.rollCallId ?? null));
    },
  });
  api.route({
    ...common,
    method: 'GET',
    url: `${prefix}/attendance/sites`,
    action: 'attendance.sites',
    summary: 'Sites with their answers, or those that have not answered, with whom to call',
    query: AttendingSiteQuery,
    response: AttendingSitePage,
    handler: async ({ actor, params, query }) => {
      const conferenceId = conferenceOf(actor, params);
      return conferenceId === null ? refuse('access.not_found') : readSites(parts, conferenceId, query);
    },
  });
  api.route({
    ...common,
    method: 'GET',
    url: `${prefix}/attendance/absentees`,
    action: 'attendance.absentees',
    summary: 'Delegates who are absent, or of whom nobody has said, of all sites: reason, site and substitute',
    query: AbsenteeQuery,
    response: AbsenteePage,
    handler: async ({ actor, params, query: { q, status, province, cursor, limit } }) => {
      const conferenceId = conferenceOf(actor, params);
      if (conferenceId === null) return refuse('access.not_found');
      const search = { conferenceId, q: q ?? '', status, province };
      const place = z.tuple([z.boolean(), cursorText, z.number().int(), cursorText, DelegateId]);
      const [rows, total] = await Promise.all([
        absentees.list(search, readCursor(place, cursor), limit + 1),
        absentees.count(search),
      ]);
      const page = cutPage(rows, limit, placeOf);
      return ok({ items: [...page.rows], next: page.next, total });
    },
  });
  api.route({
    ...common,
    method: 'GET',
    url: `${prefix}/attendance.xlsx`,
    action: 'attendance.report',
    summary: 'The whole attendance as a workbook: by province, by site, by delegate',
    response: z.unknown(),
    handler: async ({ actor, params, reply }) => {
      const conferenceId = conferenceOf(actor, params);
      const facts = conferenceId && (await conferences.facts(conferenceId));
      if (!conferenceId || !facts) return refuse('access.not_found');
      const { rollCall } = await conferences.meeting(conferenceId);
      const workbook = await writeReport(conferenceId, rollCall);
      attach(reply, 'xlsx', 'diem-danh', `Điểm danh - ${facts.name}`);
      return ok(workbook);
    },
  });
};

/** What desks and administrators see of all sites together, and the communes that a province may answer for. */
export const deskRoutes = (api: AttendanceApi, parts: DeskRoutesParts): void => {
  const administrators = readsOfAdministrator(async (id) => (await parts.conferences.facts(id))?.unitPath);
  reads(api, parts, readsOfSeat);
  reads(api, parts, administrators);
  const { as, params, unknown, resource } = readsOfSeat;
  const common = { as, params, unknown, resource } as const;
  api.route({
    ...common,
    method: 'GET',
    url: '/seats/:seatId/attendance/answers',
    action: 'attendance.answers',
    summary: 'What some sites answered to the latest roll call, in numbers',
    query: AnswersQuery,
    response: SiteAnswers,
    handler: async ({ actor, query }) => {
      const conferenceId = conferenceOfSeat(actor);
      if (conferenceId === null) return refuse('access.not_found');
      const { rollCall } = await parts.conferences.meeting(conferenceId);
      if (!rollCall) return ok({ items: [] });
      const own = await parts.sites.own(conferenceId, rollCall.rollCallId, query.sites);
      const items = [...own].map(([siteId, { answered, headCount, present, summoned }]) => ({
        siteId,
        answered,
        headCount,
        present,
        summoned,
      }));
      return ok({ items });
    },
  });
  api.route({
    ...common,
    method: 'GET',
    url: '/seats/:seatId/attendance/province',
    action: 'attendance.province',
    summary: 'Sites of the communes of the own province, for which its clerk may answer',
    query: AttendingSiteQuery,
    response: AttendingSitePage,
    handler: async ({ actor, query }) => {
      if (actor.kind !== 'seat' || actor.siteId === null) return refuse('access.not_found');
      return readSites(parts, actor.conferenceId, query, actor.siteId);
    },
  });
  api.route({
    ...common,
    method: 'POST',
    url: '/seats/:seatId/attendance/reminders',
    action: 'attendance.remind',
    summary: 'Remind all sites that have not answered the roll call',
    body: RemindBody,
    response: Reminded,
    handler: async ({ actor, body }) => {
      const conferenceId = conferenceOfSeat(actor);
      if (conferenceId === null) return refuse('access.not_found');
      const reminded = await parts.reminders.remind(actor, conferenceId, body.id);
      return reminded.ok ? ok({ sites: reminded.value }) : reminded;
    },
  });
};
