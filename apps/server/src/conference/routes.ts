import { z } from 'zod';
import { ConferenceId, PageQuery, ok, refuse, type SiteId } from '@diemcau/domain/kernel';
import {
  Choice,
  ConferenceDetail,
  ConferencePage,
  ConferenceQuery,
  CreateConferenceBody,
  Created,
  InvitedSitePage,
  InvitedSiteQuery,
  Invited,
  InvitePersonBody,
  PersonInvited,
  RemoveSitesBody,
  type ConferenceItem,
  type InvitedSiteFilter,
} from '@diemcau/domain/conference';
import type { LiveCode } from '@diemcau/domain/live';
import { NOTHING, may, unitsOf, type Action, type Resource } from '@diemcau/domain/organisation';
import { CommandBody, Plan } from '@diemcau/domain/wire';
import { cursorText, cutPage, readCursor, type Api } from '../platform/http/index.ts';
import type { LiveCommands, ReadPlan } from '../platform/live-port.ts';
import type { Seats } from './ports.ts';
import type { Preparation, PrepareCode } from './prepare.ts';
import type { ConferenceStore, SiteSearch, StoredConference } from './store.ts';

type Code = PrepareCode | LiveCode | 'access.forbidden' | 'access.not_found';
type Parts = {
  readonly store: ConferenceStore;
  readonly preparation: Preparation;
  readonly seats: Seats;
  readonly live: LiveCommands;
  readonly readPlan: ReadPlan;
  /** ms since the epoch. */
  readonly now: () => number;
};

const ById = z.object({ conferenceId: ConferenceId });

const toResource = ({ conferenceId, unitPath }: Pick<StoredConference, 'conferenceId' | 'unitPath'>): Resource => ({
  conferenceId,
  unitPath,
  siteId: null,
});

type Summary = Pick<
  StoredConference,
  'conferenceId' | 'name' | 'kind' | 'startsAt' | 'status' | 'invited' | 'hallSiteId' | 'hallName'
> & { readonly preparation: ConferenceItem['preparation'] };
const toItem = ({
  conferenceId,
  name,
  kind,
  startsAt,
  status,
  invited,
  hallSiteId,
  hallName,
  preparation,
}: Summary): ConferenceItem => ({
  conferenceId,
  name,
  kind,
  startsAt: startsAt.toISOString(),
  status,
  invited,
  hall: { siteId: hallSiteId, name: hallName },
  preparation,
});

export const conferenceRoutes = (api: Api<Action, Resource, Code>, parts: Parts): void => {
  listAndCreate(api, parts);
  one(api, parts);
  choosing(api, parts);
};

/** The conference of the path, as far as rights need it. */
const resourceIn = (store: ConferenceStore) => async (input: { readonly params: z.output<typeof ById> }) => {
  const found = await store.find(input.params.conferenceId);
  return found ? toResource(found) : null;
};

const listAndCreate = (api: Api<Action, Resource, Code>, { store, preparation, now }: Parts): void => {
  const common = { as: 'administrator', url: '/conferences' } as const;
  const place = z.tuple([z.iso.datetime(), ConferenceId]);
  api.route({
    ...common,
    method: 'GET',
    action: 'conference.list',
    summary: 'Conferences of the units that the administrator covers: of today, coming or past, found by their name',
    query: ConferenceQuery,
    response: ConferencePage,
    handler: async ({ actor, query }) => {
      const search = { within: unitsOf(actor), q: query.q ?? '', now: now() };
      const [rows, counts] = await Promise.all([
        store.list({ ...search, when: query.when }, readCursor(place, query.cursor), query.limit + 1),
        store.countByTime(search),
      ]);
      const page = cutPage(rows, query.limit, ({ startsAt, conferenceId }) => [startsAt.toISOString(), conferenceId]);
      return ok({ items: page.rows.map(toItem), next: page.next, counts });
    },
  });
  api.route({
    ...common,
    method: 'POST',
    action: 'conference.prepare',
    summary: 'Make a conference and invite its sites',
    body: CreateConferenceBody,
    response: Created,
    status: 201,
    unknown: 'conference.not_found',
    resource: async ({ body }) => {
      // An id that is in use elsewhere must not tell that it is.
      const found = await store.find(body.conferenceId);
      return found ? toResource(found) : NOTHING;
    },
    handler: async ({ actor, body }) => {
      const [unitId] = unitsOf(actor);
      if (unitId === undefined) return refuse('access.forbidden');
      return preparation.create(actor, unitId, unitsOf(actor), body, false);
    },
  });
};

/** Commands that change more than the stream: they have routes of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['conference.prepare', 'conference.invite', 'conference.uninvite']);

/** The sites that each filter leaves out: they have what it looks for. */
const leftOutBy = ({
  clerk,
  screen,
}: Awaited<ReturnType<Seats['sitesWith']>>): Readonly<Record<InvitedSiteFilter, readonly SiteId[]>> => {
  const withScreen = new Set(screen);
  return { all: [], noClerk: clerk, noScreen: screen, missing: clerk.filter((siteId) => withScreen.has(siteId)) };
};

const one = (api: Api<Action, Resource, Code>, { store, seats, live, readPlan }: Parts): void => {
  const common = {
    as: 'administrator',
    params: ById,
    unknown: 'conference.not_found',
    resource: resourceIn(store),
  } as const;
  api.route({
    ...common,
    method: 'GET',
    url: '/conferences/:conferenceId',
    action: 'conference.read',
    summary: 'One conference with its phase',
    response: ConferenceDetail,
    handler: async ({ params }) => {
      const found = await store.find(params.conferenceId);
      if (!found) return refuse('conference.not_found');
      const { siteLimit, supportPhone, demo, openedAt, closedAt, rehearsals } = found;
      return ok({
        ...toItem({ ...found, preparation: await store.preparation(found.conferenceId) }),
        siteLimit,
        supportPhone,
        demo,
        rehearsals,
        openedAt: openedAt?.toISOString() ?? null,
        closedAt: closedAt?.toISOString() ?? null,
      });
    },
  });
  api.route({
    ...common,
    method: 'GET',
    url: '/conferences/:conferenceId/sites',
    action: 'conference.sites',
    summary: 'The hall and the invited sites with the seats of their clerk and screen',
    query: InvitedSiteQuery,
    response: InvitedSitePage,
    handler: async ({ params: { conferenceId }, query }) => {
      const leftOut = leftOutBy(await seats.sitesWith(conferenceId));
      const search = { conferenceId, q: query.q ?? '', except: leftOut[query.filter] };
      const page = await sitePage(store, search, query);
      const siteIds = page.rows.map(({ siteId }) => siteId);
      const [states, all] = await Promise.all([
        seats.statesOf(conferenceId, siteIds),
        store.countSites({ conferenceId, q: '' }),
      ]);
      const none = { clerk: { status: 'none' }, screen: { status: 'none' } } as const;
      return ok({
        items: page.rows.map((site) => ({ ...site, ...(states.get(site.siteId) ?? none) })),
        next: page.next,
        total: page.total,
        counts: {
          all,
          noClerk: all - leftOut.noClerk.length,
          noScreen: all - leftOut.noScreen.length,
          missing: all - leftOut.missing.length,
        },
      });
    },
  });
  api.route({
    ...common,
    method: 'GET',
    url: '/conferences/:conferenceId/plan',
    action: 'conference.plan',
    summary: 'The agenda and the run sheet with their words',
    response: Plan,
    handler: async ({ params }) => ok(await readPlan(params.conferenceId)),
  });
  api.route({
    ...common,
    method: 'POST',
    url: '/conferences/:conferenceId/commands',
    action: 'conference.command',
    summary: 'Phases, agenda and run sheet: one command, done once however often it is sent',
    body: CommandBody,
    response: z.object({ ok: z.literal(true) }),
    handler: async ({ actor, params, body }) => {
      const { type } = body.command;
      const found = await store.find(params.conferenceId);
      if (!found) return refuse('conference.not_found');
      if (ELSEWHERE.has(type) || !may(actor, type, toResource(found))) return refuse('access.forbidden');
      const done = await live.submit(params.conferenceId, actor, body);
      return done.ok ? ok({ ok: true as const }) : done;
    },
  });
};

const choosing = (api: Api<Action, Resource, Code>, { store, preparation }: Parts): void => {
  const common = {
    as: 'administrator',
    method: 'POST',
    params: ById,
    unknown: 'conference.not_found',
    resource: resourceIn(store),
  } as const;
  api.route({
    ...common,
    url: '/conferences/:conferenceId/invitations',
    action: 'conference.invite',
    summary: 'Invite more sites, up to the limit',
    body: Choice,
    response: Invited,
    handler: async ({ actor, params, body }) => {
      const found = await store.find(params.conferenceId);
      return found ? preparation.invite(actor, found, unitsOf(actor), body) : refuse('conference.not_found');
    },
  });
  api.route({
    ...common,
    url: '/conferences/:conferenceId/invitations/person',
    action: 'conference.invitePerson',
    summary: 'Invite somebody who takes part from a device of their own, as a site of one person',
    body: InvitePersonBody,
    response: PersonInvited,
    handler: async ({ actor, params, body }) => {
      const found = await store.find(params.conferenceId);
      return found ? preparation.invitePerson(actor, found, unitsOf(actor), body) : refuse('conference.not_found');
    },
  });
  api.route({
    ...common,
    url: '/conferences/:conferenceId/invitations/removals',
    action: 'conference.uninvite',
    summary: 'Take sites out of the conference; their seats end at once',
    body: RemoveSitesBody,
    handler: async ({ actor, params, body }) => preparation.uninvite(actor, params.conferenceId, body.siteIds),
  });
};

const sitePage = async (store: ConferenceStore, search: SiteSearch, { cursor, limit }: z.output<typeof PageQuery>) => {
  const after = readCursor(z.tuple([z.boolean(), cursorText]), cursor);
  const [rows, total] = await Promise.all([store.sites(search, after, limit + 1), store.countSites(search)]);
  return { ...cutPage(rows, limit, ({ hall, code }) => [hall, code]), total };
};
