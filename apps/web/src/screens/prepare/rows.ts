import type { InvitedSite } from '@diemcau/domain/conference';

export const filters = ['all', 'noClerk', 'noScreen'] as const;
export type Filter = (typeof filters)[number];

const lacks: Readonly<Record<Filter, (site: InvitedSite) => boolean>> = {
  all: () => true,
  noClerk: ({ clerk }) => clerk.status === 'none',
  noScreen: ({ screen }) => screen.status !== 'opened',
};

export const filtered = (sites: readonly InvitedSite[], filter: Filter): readonly InvitedSite[] =>
  filter === 'all' ? sites : sites.filter(lacks[filter]);

export type Counts = {
  readonly all: number;
  readonly noClerk: number;
  readonly noScreen: number;
  /** Sites that lack a clerk's link or a screen. */
  readonly missing: number;
};

/** How the preparation stands; the hall is one of the sites. */
export const countsOf = (sites: readonly InvitedSite[]): Counts => ({
  all: sites.length,
  noClerk: filtered(sites, 'noClerk').length,
  noScreen: filtered(sites, 'noScreen').length,
  missing: sites.filter((site) => lacks.noClerk(site) || lacks.noScreen(site)).length,
});

/** What a search looks through. */
export const searchText = ({ name, province, code }: InvitedSite): string => `${name} ${province ?? ''} ${code}`;
