import { z } from 'zod';
import {
  AnswerBody,
  ContactBody,
  ImportBody,
  Imported,
  MarkBody,
  PutDelegateBody,
  RemoveDelegateBody,
  RosterPage,
  type AttendanceCode,
  type Delegate,
} from '@diemcau/domain/attendance';
import {
  ConferenceId,
  DelegateId,
  PageQuery,
  SeatId,
  SiteId,
  ok,
  refuse,
  type Actor,
  type Result,
} from '@diemcau/domain/kernel';
import type { Action, Resource } from '@diemcau/domain/organisation';
import { cursorText, cutPage, readCursor, type Api, type As } from '../platform/http/index.ts';
import type { SitePlace } from './change.ts';
import type { Marks } from './marks.ts';
import type { Conferences } from './ports.ts';
import { placeOf, type DelegateRow, type RosterStore } from './roster-store.ts';
import type { Rosters } from './rosters.ts';
import { answerOf, contactOf, type AttendingSites } from './sites.ts';

export type AttendanceApi = Api<Action, Resource, AttendanceCode | 'access.not_found' | 'conference.not_found'>;
export type SiteRoutesParts = {
  readonly sites: AttendingSites;
  readonly store: RosterStore;
  readonly rosters: Rosters;
  readonly marks: Marks;
  readonly conferences: Conferences;
};

/** Where the same routes stand for seats and for administrators. */
type Base<P extends z.ZodType> = {
  readonly as: As;
  readonly prefix: string;
  readonly params: P;
  readonly unknown: 'access.not_found' | 'conference.not_found';
  readonly resource: (input: { readonly actor: Actor; readonly params: z.output<P> }) => Promise<Resource | null>;
  readonly placeOf: (actor: Actor, params: z.output<P>) => SitePlace | null;
};

const OfSeat = z.object({ seatId: SeatId, siteId: SiteId });
const OfConference = z.object({ conferenceId: ConferenceId, siteId: SiteId });

const ofSeat = ({ sites, conferences }: SiteRoutesParts): Base<typeof OfSeat> => ({
  as: 'seat',
  prefix: '/seats/:seatId',
  params: OfSeat,
  unknown: 'access.not_found',
  resource: async ({ actor, params: { siteId } }) => {
    if (actor.kind !== 'seat') return null;
    const { conferenceId } = actor;
    // Its own site, of thousands who answer at once: known from memory.
    const isOwn = actor.siteId === siteId && (await conferences.meeting(conferenceId)).isInvited(siteId);
    const above = isOwn ? [] : await sites.above(conferenceId, siteId);
    return above && { conferenceId, unitPath: [], siteId, above };
  },
  placeOf: (actor, { siteId }) => (actor.kind === 'seat' ? { conferenceId: actor.conferenceId, siteId } : null),
});

const ofAdministrator = ({ sites, conferences }: SiteRoutesParts): Base<typeof OfConference> => ({
  as: 'administrator',
  prefix: '/conferences/:conferenceId',
  params: OfConference,
  unknown: 'conference.not_found',
  resource: async ({ params: { conferenceId, siteId } }) => {
    const facts = await conferences.facts(conferenceId);
    const above = facts && (await sites.above(conferenceId, siteId));
    return facts && above && { conferenceId, unitPath: facts.unitPath, siteId };
  },
  placeOf: (_actor, { conferenceId, siteId }) => ({ conferenceId, siteId }),
});

const toDelegate = ({ arrivedAt, leftAt, ...row }: DelegateRow, marks: Delegate['marks']): Delegate => ({
  ...row,
  arrivedAt: arrivedAt?.toISOString() ?? null,
  leftAt: leftAt?.toISOString() ?? null,
  marks,
});

const readRoster = async ({ sites, store, conferences }: SiteRoutesParts, place: SitePlace, query: PageQuery) => {
  const { rollCall } = await conferences.meeting(place.conferenceId);
  const after = readCursor(z.tuple([z.number().int(), cursorText, DelegateId]), query.cursor);
  const [row, rows, total] = await Promise.all([
    sites.one(place.conferenceId, rollCall?.rollCallId ?? null, place.siteId),
    store.list(place, query.q ?? '', after, query.limit + 1),
    store.count(place, query.q ?? ''),
  ]);
  if (!row) return refuse('access.not_found');
  const page = cutPage(rows, query.limit, placeOf);
  const marks = await store.marksOf(page.rows.map(({ delegateId }) => delegateId));
  const { siteId, name, province, summoned, present } = row;
  return ok({
    items: page.rows.map((one) => toDelegate(one, marks.get(one.delegateId) ?? [])),
    next: page.next,
    total,
    site: { siteId, name, province },
    contact: contactOf(row),
    summoned,
    present,
    answer: answerOf(row, rollCall?.closesAt ?? Infinity),
  });
};

/** Nothing changes after the end of the conference (N1). */
const changing =
  ({ conferences }: SiteRoutesParts) =>
  async <T>(
    place: SitePlace | null,
    change: (place: SitePlace) => Promise<Result<T, AttendanceCode>>,
  ): Promise<Result<T, AttendanceCode | 'access.not_found'>> => {
    if (!place) return refuse('access.not_found');
    return (await conferences.meeting(place.conferenceId)).isClosed ? refuse('attendance.closed') : change(place);
  };

const rosterRoutes = <P extends z.ZodType>(api: AttendanceApi, parts: SiteRoutesParts, base: Base<P>): void => {
  const { placeOf: placed, prefix, ...common } = base;
  const { rosters } = parts;
  const change = changing(parts);
  const url = `${prefix}/sites/:siteId`;
  api.route({
    ...common,
    method: 'GET',
    url: `${url}/roster`,
    action: 'roster.read',
    summary: 'The roster of a site by rank, with its marks and the answer to the roll call',
    query: PageQuery,
    response: RosterPage,
    handler: async ({ actor, params, query }) => {
      const place = placed(actor, params);
      return place ? readRoster(parts, place, query) : refuse('access.not_found');
    },
  });
  api.route({
    ...common,
    method: 'POST',
    url: `${url}/delegates`,
    action: 'roster.put',
    summary: 'Put a delegate on the roster, or change one',
    body: PutDelegateBody,
    handler: ({ actor, params, body }) => change(placed(actor, params), (place) => rosters.put(actor, place, body)),
  });
  api.route({
    ...common,
    method: 'POST',
    url: `${url}/delegates/removals`,
    action: 'roster.remove',
    summary: 'Take a delegate off the roster',
    body: RemoveDelegateBody,
    handler: ({ actor, params, body }) =>
      change(placed(actor, params), (place) => rosters.remove(actor, place, body.id, body.delegateId)),
  });
  api.route({
    ...common,
    method: 'POST',
    url: `${url}/delegates/import`,
    action: 'roster.import',
    summary: 'Put pasted lines on the roster; lines that are not understood are named and not stored',
    body: ImportBody,
    response: Imported,
    handler: ({ actor, params, body }) =>
      change(placed(actor, params), (place) => rosters.import(actor, place, body.id, body.rows)),
  });
  api.route({
    ...common,
    method: 'POST',
    url: `${url}/contact`,
    action: 'roster.contact',
    summary: 'Whom to call at a site',
    body: ContactBody,
    handler: ({ actor, params, body }) => change(placed(actor, params), (place) => rosters.contact(actor, place, body)),
  });
};

/** One site's roster, marks and answers: for its clerk, the clerk of its province and, before, administrators. */
export const siteRoutes = (api: AttendanceApi, parts: SiteRoutesParts): void => {
  const seats = ofSeat(parts);
  rosterRoutes(api, parts, seats);
  rosterRoutes(api, parts, ofAdministrator(parts));
  const { placeOf: placed, prefix, ...common } = seats;
  const { marks } = parts;
  const change = changing(parts);
  api.route({
    ...common,
    method: 'POST',
    url: `${prefix}/sites/:siteId/marks`,
    action: 'attendance.mark',
    summary: 'Who came, is absent or left; each a time of its own',
    body: MarkBody,
    handler: ({ actor, params, body }) => change(placed(actor, params), (place) => marks.mark(actor, place, body)),
  });
  api.route({
    ...common,
    method: 'POST',
    url: `${prefix}/sites/:siteId/answers`,
    action: 'attendance.answer',
    summary: 'Answer the roll call with a head count',
    body: AnswerBody,
    handler: ({ actor, params, body }) => change(placed(actor, params), (place) => marks.answer(actor, place, body)),
  });
};
