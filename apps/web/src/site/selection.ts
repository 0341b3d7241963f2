import type { SiteId, UnitId } from '@diemcau/domain/kernel';
import type { Site } from '@diemcau/domain/site';

/** A site as it was chosen. Of a pasted code only code and name are known. */
export type ChosenSite = {
  readonly siteId: SiteId;
  readonly code: string;
  readonly name: string;
  readonly province?: string | null | undefined;
  readonly unitId?: UnitId | undefined;
};

/** The chosen sites, each once, however it was chosen. */
export type Selection = ReadonlyMap<SiteId, ChosenSite>;

/** A change to the chosen sites, applied to what is chosen by then. */
export type Change = (before: Selection) => Selection;

export const selectionOf = (sites: readonly ChosenSite[]): Selection =>
  new Map(sites.map((site) => [site.siteId, site]));

export const withSites = (selection: Selection, sites: readonly ChosenSite[]): Selection =>
  new Map([...selection, ...sites.map((site) => [site.siteId, { ...selection.get(site.siteId), ...site }] as const)]);

export const withoutSites = (selection: Selection, siteIds: Iterable<SiteId>): Selection => {
  const rest = new Map(selection);
  for (const siteId of siteIds) rest.delete(siteId);
  return rest;
};

/** The chosen sites by code, as lists show them. */
export const inOrder = (selection: Selection): readonly ChosenSite[] =>
  [...selection.values()].toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));

export type Totals = {
  /** Sites that count: the hall and those that are invited already do not count again. */
  readonly chosen: number;
  readonly total: number;
  readonly limit: number;
  /** How many are over the limit; 0 when it holds. */
  readonly over: number;
};

/** The running total against the limit. `invited` sites are in the conference already. */
export const totalsOf = (
  selection: Selection,
  { limit, hallSiteId, invited }: { limit: number; hallSiteId: SiteId | null; invited: ReadonlySet<SiteId> },
): Totals => {
  const chosen = [...selection.keys()].filter((siteId) => siteId !== hallSiteId && !invited.has(siteId)).length;
  const total = chosen + invited.size;
  return { chosen, total, limit, over: Math.max(0, total - limit) };
};

export type Extent = 'none' | 'some' | 'all';

/** How much of a subtree's sites is chosen. */
export const extentOf = (selection: Selection, sites: readonly Pick<Site, 'siteId'>[]): Extent => {
  const chosen = sites.filter(({ siteId }) => selection.has(siteId)).length;
  if (chosen === 0) return 'none';
  return chosen === sites.length ? 'all' : 'some';
};
