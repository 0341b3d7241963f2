import { z } from 'zod';
import { SeatId, ok, refuse, type Actor, type SiteId } from '@diemcau/domain/kernel';
import { DeskProvinces, DeskSitePage, DeskSiteQuery, type DeskSiteFilter } from '@diemcau/domain/conference';
import type { Action, Resource } from '@diemcau/domain/organisation';
import { cursorText, cutPage, readCursor, type Api } from '../platform/http/index.ts';
import type { DeskSearch, DeskSites } from './desk-sites.ts';
import type { Seats, SitesAsking, SitesPresent, SitesSpoken, SitesWanting } from './ports.ts';

type Code = 'access.not_found';
type Parts = {
  readonly deskSites: DeskSites;
  readonly seats: Pick<Seats, 'sitesWith'>;
  readonly sitesPresent: SitesPresent;
  readonly sitesSpoken: SitesSpoken;
  readonly sitesAsking: SitesAsking;
  readonly sitesWanting: SitesWanting;
};

const After = z.tuple([z.boolean(), z.string().max(20), z.boolean(), cursorText]);

const without = (siteIds: readonly SiteId[], others: readonly SiteId[]): readonly SiteId[] => {
  const left = new Set(others);
  return siteIds.filter((siteId) => !left.has(siteId));
};

type Found = Readonly<Record<'present' | 'withScreen' | 'spoken' | 'asking' | 'weak' | 'calling', readonly SiteId[]>>;

/** The sites that a desk's filter lets through. */
const amongOf = (filter: DeskSiteFilter, found: Found): Pick<DeskSearch, 'only' | 'except'> => {
  switch (filter) {
    case 'all':
      return {};
    case 'present':
      return { only: found.present };
    case 'away':
      return { except: found.present };
    case 'trouble':
      return { only: [...without(found.withScreen, found.present), ...found.weak, ...found.calling] };
    case 'unspoken':
      return { except: found.spoken };
    case 'asking':
      return { only: found.asking };
  }
};

/** The sites of the own conference, for tiles and for calling one. As many queries whatever the number of sites. */
export const deskSiteRoutes = (api: Api<Action, Resource, Code>, parts: Parts): void => {
  const { deskSites, seats, sitesPresent, sitesSpoken, sitesAsking, sitesWanting } = parts;
  const common = {
    method: 'GET',
    as: 'seat',
    action: 'seat.sites',
    params: z.object({ seatId: SeatId }),
    resource: async ({ actor }: { readonly actor: Actor }): Promise<Resource | null> =>
      actor.kind === 'seat' ? { conferenceId: actor.conferenceId, unitPath: [], siteId: null } : null,
  } as const;
  api.route({
    ...common,
    url: '/seats/:seatId/sites',
    summary: 'The sites of the own conference, for the tiles and for calling one',
    query: DeskSiteQuery,
    response: DeskSitePage,
    handler: async ({ actor, query }) => {
      if (actor.kind !== 'seat') return refuse('access.not_found');
      const { conferenceId } = actor;
      const { filter, q = '', province, cursor, limit } = query;
      // Calls for help are told to who helps, and to the operator that there is one (H6).
      const hearsCalls = actor.role === 'operator';
      const [{ screen: withScreen }, present, spoken, asking, wanting] = await Promise.all([
        seats.sitesWith(conferenceId),
        sitesPresent(conferenceId),
        filter === 'unspoken' ? sitesSpoken(conferenceId) : [],
        filter === 'asking' ? sitesAsking(conferenceId) : [],
        filter === 'trouble' || hearsCalls ? sitesWanting(conferenceId) : { weak: [], calling: [] },
      ]);
      const calling = hearsCalls ? wanting.calling : [];
      const among = amongOf(filter, { present, withScreen, spoken, asking, weak: wanting.weak, calling });
      const search = { conferenceId, q, province, ...among };
      const [rows, total] = await Promise.all([
        deskSites.list(search, readCursor(After, cursor), limit + 1),
        deskSites.count(search),
      ]);
      const page = cutPage(rows, limit, ({ hall, of, isBelow, code }) => [hall, of, isBelow, code]);
      const [screens, calls] = [new Set(withScreen), new Set(calling)];
      return ok({
        items: page.rows.map(({ siteId, code, name, province, hall, personal }) => ({
          siteId,
          code,
          name,
          province,
          hall,
          personal,
          screen: screens.has(siteId),
          calls: calls.has(siteId),
        })),
        next: page.next,
        total,
      });
    },
  });
  api.route({
    ...common,
    url: '/seats/:seatId/provinces',
    summary: 'The provinces of which sites are invited to the own conference',
    response: DeskProvinces,
    handler: async ({ actor }) =>
      actor.kind === 'seat' ? ok({ items: await deskSites.provinces(actor.conferenceId) }) : refuse('access.not_found'),
  });
};
