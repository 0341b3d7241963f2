import { z } from 'zod';
import { ok, type UnitId } from '@diemcau/domain/kernel';
import { unitsOf, type Action, type OrganisationCode, type Resource } from '@diemcau/domain/organisation';
import { ResolveBody, Resolved, SitePage, SiteQuery, normaliseCode, type Site } from '@diemcau/domain/site';
import { cursorText, cutPage, readCursor, type Api } from '../platform/http/index.ts';
import type { SiteStore } from './store.ts';

type Parts = {
  readonly store: SiteStore;
  readonly unitPathOf: (unitId: UnitId) => Promise<readonly UnitId[] | undefined>;
};

/** Pasted codes beside the sites that they name; each unknown one as it was pasted, once (T3). */
export const matchCodes = (codes: readonly string[], sites: readonly Site[]) => {
  const byCode = new Map(sites.map((site) => [site.code, site]));
  const found = new Map<string, Site>();
  const unknown = new Set<string>();
  for (const code of codes) {
    const site = byCode.get(normaliseCode(code));
    if (site) found.set(site.siteId, site);
    else if (code.trim() !== '') unknown.add(code.trim());
  }
  return { found: [...found.values()], unknown: [...unknown] };
};

export const siteRoutes = (api: Api<Action, Resource, OrganisationCode>, { store, unitPathOf }: Parts): void => {
  api.route({
    method: 'GET',
    url: '/sites',
    as: 'administrator',
    action: 'site.list',
    summary: 'Sites, by code: of a subtree, or by a search without accents',
    query: SiteQuery,
    response: SitePage,
    unknown: 'unit.not_found',
    resource: async ({ actor, query }) => {
      if (query.under === undefined) return { unitPath: unitsOf(actor), conferenceId: null, siteId: null };
      const unitPath = await unitPathOf(query.under);
      return unitPath ? { unitPath, conferenceId: null, siteId: null } : null;
    },
    handler: async ({ actor, query }) => {
      const search = { under: query.under ?? null, within: unitsOf(actor), q: query.q ?? '' };
      const after = readCursor(z.tuple([cursorText]), query.cursor)?.[0] ?? '';
      const [rows, total] = await Promise.all([store.list(search, after, query.limit + 1), store.count(search)]);
      const page = cutPage(rows, query.limit, ({ code }) => [code]);
      return ok({ items: [...page.rows], next: page.next, total });
    },
  });
  api.route({
    method: 'POST',
    url: '/sites/resolve',
    as: 'administrator',
    action: 'site.resolve',
    summary: 'Which sites pasted codes name, and which codes name none',
    body: ResolveBody,
    response: Resolved,
    handler: async ({ actor, body }) => {
      const sites = await store.byCodes(body.codes.map(normaliseCode), unitsOf(actor));
      const { found, unknown } = matchCodes(body.codes, sites);
      return ok({ found: found.map(({ code, siteId, name }) => ({ code, siteId, name })), unknown });
    },
  });
};
