import { MOSAIC_PLACES, type Layout } from '@diemcau/domain/kernel';

import type { ChosenSite } from './row-draft.ts';

export const ROW_LAYOUTS = [
  'one',
  'hallBeside',
  'content',
  'mosaic4',
  'mosaic9',
  'conference',
  'break',
  'emblem',
] as const;
export type RowLayout = (typeof ROW_LAYOUTS)[number];

/** A layout while it is chosen: what it is, and the sites of a mosaic. */
export type LayoutDraft = { readonly is: RowLayout; readonly sites: readonly ChosenSite[] };

/** How many sites it names; 0: none of its own. */
export const placesOf = (is: RowLayout): number => (is === 'mosaic4' || is === 'mosaic9' ? MOSAIC_PLACES[is] : 0);

export const draftOfLayout = (layout: Layout | null, sites: readonly ChosenSite[]): LayoutDraft => {
  if (layout === null) return { is: 'one', sites: [] };
  return { is: layout.kind === 'title' ? layout.card : layout.kind, sites };
};

/** Null: one picture; undefined: a mosaic of nobody. */
export const layoutOf = ({ is, sites }: LayoutDraft): Layout | null | undefined => {
  switch (is) {
    case 'one':
      return null;
    case 'hallBeside':
    case 'content':
      return { kind: is };
    case 'mosaic4':
    case 'mosaic9': {
      const siteIds = sites.slice(0, placesOf(is)).map(({ siteId }) => siteId);
      return siteIds.length === 0 ? undefined : { kind: is, siteIds };
    }
    case 'conference':
    case 'break':
    case 'emblem':
      return { kind: 'title', card: is };
  }
};

/** A site more, once, as long as there is a place. */
export const withSite = ({ is, sites }: LayoutDraft, site: ChosenSite): LayoutDraft => {
  const isThere = sites.some(({ siteId }) => siteId === site.siteId) || sites.length >= placesOf(is);
  return { is, sites: isThere ? sites : [...sites, site] };
};
