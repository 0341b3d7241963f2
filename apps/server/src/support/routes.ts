import { z } from 'zod';
import { ConferenceId, SeatId, SiteId, ok, refuse, type Actor, type Result } from '@diemcau/domain/kernel';
import type { Action, Resource } from '@diemcau/domain/organisation';
import {
  AnswerHelpBody,
  AskHelpBody,
  EnterChecksBody,
  HelpId,
  HelpPage,
  HelpQuery,
  OwnProvincePage,
  ReadinessTotals,
  SignOffBody,
  SiteChecks,
  SupportedSitePage,
  SupportedSiteQuery,
  TakeHelpBody,
  type SupportCode,
} from '@diemcau/domain/support';
import type { Db } from '../platform/db/index.ts';
import { aboutSite, readsOfAdministrator, readsOfSeat, type Api } from '../platform/http/index.ts';
import { sitesAbove, type SeatActor, type SitePlace } from './change.ts';
import { provinceOf, type Checking } from './checking.ts';
import type { Helping } from './helping.ts';
import type { Lists } from './lists.ts';
import type { SupportPorts } from './ports.ts';
import type { Told } from './told.ts';

type Code = SupportCode | 'access.not_found' | 'conference.not_found';
export type SupportApi = Api<Action, Resource, Code>;
export type RoutesParts = {
  readonly db: Db;
  readonly ports: Pick<SupportPorts, 'unitPath'>;
  readonly helping: Helping;
  readonly checking: Checking;
  readonly lists: Lists;
  readonly told: Told;
};

const OfHelp = z.object({ seatId: SeatId, siteId: SiteId, helpId: HelpId });

/** The gate has let only seats in; a route of seats is asked by nobody else. */
const asSeat = async <T>(actor: Actor, work: (seat: SeatActor) => Promise<Result<T, Code>>): Promise<Result<T, Code>> =>
  actor.kind === 'seat' ? work(actor) : refuse('access.not_found');

const placeOf = ({ conferenceId }: SeatActor, { siteId }: { readonly siteId: SiteId }): SitePlace => ({
  conferenceId,
  siteId,
});

/** For clerks of other sites it does not exist, but for the clerk of its province. */
const ofSite = ({ db }: RoutesParts) => aboutSite((conferenceId, siteId) => sitesAbove(db, { conferenceId, siteId }));

const helpRoutes = (api: SupportApi, parts: RoutesParts): void => {
  const { db, helping, lists } = parts;
  const base = { ...ofSite(parts), method: 'POST' } as const;
  const ofHelp = { ...base, params: OfHelp } as const;
  const url = '/seats/:seatId/sites/:siteId/help';
  api.route({
    ...base,
    url,
    action: 'help.ask',
    summary: 'Ask for help; the same id again is the same request',
    body: AskHelpBody,
    handler: ({ actor, params, body }) => asSeat(actor, (seat) => helping.ask(seat, placeOf(seat, params), body)),
  });
  api.route({
    ...ofHelp,
    url: `${url}/:helpId/withdraw`,
    action: 'help.withdraw',
    summary: 'The site needs no help any more',
    handler: ({ actor, params }) =>
      asSeat(actor, (seat) => helping.withdraw(seat, placeOf(seat, params), params.helpId)),
  });
  api.route({
    ...ofHelp,
    url: `${url}/:helpId/pass`,
    action: 'help.pass',
    summary: 'The province passes a request on to the technical desk of the centre',
    handler: ({ actor, params }) => asSeat(actor, (seat) => helping.pass(seat, placeOf(seat, params), params.helpId)),
  });
  api.route({
    ...ofHelp,
    url: `${url}/:helpId/take`,
    action: 'help.take',
    summary: 'Take a request; refused when somebody else has taken it since the page was read',
    body: TakeHelpBody,
    handler: ({ actor, params, body }) =>
      asSeat(actor, (seat) => helping.take(seat, placeOf(seat, params), params.helpId, body.from)),
  });
  api.route({
    ...ofHelp,
    url: `${url}/:helpId/answer`,
    action: 'help.answer',
    summary: 'A short line to the site, from who has taken its request; the latest counts',
    body: AnswerHelpBody,
    handler: ({ actor, params, body }) =>
      asSeat(actor, (seat) => helping.answer(seat, placeOf(seat, params), params.helpId, body.text)),
  });
  api.route({
    ...ofHelp,
    url: `${url}/:helpId/solve`,
    action: 'help.solve',
    summary: 'Close a request as solved, by who has taken it',
    handler: ({ actor, params }) => asSeat(actor, (seat) => helping.solve(seat, placeOf(seat, params), params.helpId)),
  });
  const { as, params, unknown, resource: ofSeat } = readsOfSeat;
  const reads = { as, params, unknown, resource: ofSeat, method: 'GET', query: HelpQuery, response: HelpPage } as const;
  api.route({
    ...reads,
    url: '/seats/:seatId/help',
    action: 'help.list',
    summary: 'Open requests of all sites: those at the centre first, then who waits longest',
    handler: ({ actor, query }) =>
      asSeat(actor, async ({ conferenceId }) => ok(await lists.helps(conferenceId, null, query))),
  });
  api.route({
    ...reads,
    url: '/seats/:seatId/help/province',
    action: 'help.province',
    summary: 'Open requests of the communes of the own province',
    handler: ({ actor, query }) =>
      asSeat(actor, async ({ conferenceId, siteId }) => {
        const province = siteId && (await provinceOf(db, conferenceId, siteId));
        return province === null
          ? refuse('support.not_a_province')
          : ok(await lists.helps(conferenceId, province, query));
      }),
  });
};

const readinessRoutes = (api: SupportApi, parts: RoutesParts): void => {
  const { db, ports, checking, lists, told } = parts;
  const base = ofSite(parts);
  const url = '/seats/:seatId/sites/:siteId/checks';
  api.route({
    ...base,
    method: 'GET',
    url,
    action: 'readiness.read',
    summary: 'What was checked at a site, with what result, by whom and when',
    response: SiteChecks,
    handler: ({ actor, params }) =>
      asSeat(actor, async (seat) => {
        const checks = await checking.read(placeOf(seat, params));
        return checks ? ok(checks) : refuse('access.not_found');
      }),
  });
  api.route({
    ...base,
    method: 'POST',
    url,
    action: 'readiness.enter',
    summary: 'Results of parts of a check; a part entered again is corrected',
    body: EnterChecksBody,
    handler: ({ actor, params, body }) => asSeat(actor, (seat) => checking.enter(seat, placeOf(seat, params), body)),
  });
  api.route({
    ...base,
    method: 'POST',
    url: `${url}/confirm`,
    action: 'readiness.confirm',
    summary: 'The province or the centre confirms the check of a site',
    handler: ({ actor, params }) => asSeat(actor, (seat) => checking.confirm(seat, placeOf(seat, params))),
  });
  const { as, params, unknown, resource } = readsOfSeat;
  const ofSeat = { as, params, unknown, resource } as const;
  api.route({
    ...ofSeat,
    method: 'GET',
    url: '/seats/:seatId/readiness/sites',
    action: 'readiness.sites',
    summary: 'Sites with their connection, line, check, request for help and whom to call; what needs somebody first',
    query: SupportedSiteQuery,
    response: SupportedSitePage,
    handler: ({ actor, query }) =>
      asSeat(actor, async ({ conferenceId }) => ok(await lists.sites(conferenceId, query))),
  });
  api.route({
    ...ofSeat,
    method: 'GET',
    url: '/seats/:seatId/readiness/province',
    action: 'readiness.province',
    summary: 'The sites of the own province, and how far it is',
    query: SupportedSiteQuery.omit({ province: true }),
    response: OwnProvincePage,
    handler: ({ actor, query }) =>
      asSeat(actor, async ({ conferenceId, siteId }) => {
        const code = siteId && (await provinceOf(db, conferenceId, siteId));
        if (code === null) return refuse('support.not_a_province');
        const [page, [province]] = await Promise.all([
          lists.sites(conferenceId, { ...query, province: code }),
          told.provinces(conferenceId, code),
        ]);
        return ok({ ...page, province: province ?? null });
      }),
  });
  api.route({
    ...ofSeat,
    method: 'POST',
    url: '/seats/:seatId/readiness/sign-off',
    action: 'readiness.signOff',
    summary: 'The province signs off its sites, saying how many are not ready',
    body: SignOffBody,
    handler: ({ actor, body }) =>
      asSeat(actor, async (seat) =>
        seat.siteId === null
          ? refuse('support.not_a_province')
          : checking.signOff(seat, { conferenceId: seat.conferenceId, siteId: seat.siteId }, body.missing),
      ),
  });
  const { prefix, conferenceOf: _, ...ofAdministrator } = readsOfAdministrator(ports.unitPath);
  api.route({
    ...ofAdministrator,
    method: 'GET',
    url: `${prefix}/readiness`,
    action: 'readiness.totals',
    summary: 'How far the provinces are with their technical check, in numbers',
    params: z.object({ conferenceId: ConferenceId }),
    response: ReadinessTotals,
    handler: async ({ params: { conferenceId } }) => ok({ provinces: [...(await told.provinces(conferenceId))] }),
  });
};

/** Help that sites ask for and their technical check. Numbered rules: docs/spec/support.md. */
export const supportRoutes = (api: SupportApi, parts: RoutesParts): void => {
  helpRoutes(api, parts);
  readinessRoutes(api, parts);
};
