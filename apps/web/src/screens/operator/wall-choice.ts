import type { DeskProvince, DeskSiteFilter } from '../../floor/index.ts';
import type { WallFilter } from '../../programme/index.ts';

/** What the operator looks at: kept as long as the page is open. */
export type WallView = {
  readonly filter: WallFilter;
  /** By its code, empty the centre; null: everywhere. */
  readonly province: string | null;
  readonly q: string;
  readonly page: number;
};

export const WHOLE_WALL: WallView = { filter: 'all', province: null, q: '', page: 0 };

/** Another filter, province or search starts at the first page and leaves the others as they are. */
export const lookAt = (view: WallView, next: Partial<WallView>): WallView => ({ ...view, page: 0, ...next });

/** A province of which no site is invited any more is none. */
export const invitedProvince = (
  province: string | null,
  invited: readonly { readonly code: string }[] | undefined,
): string | null =>
  province !== null && invited !== undefined && !invited.some(({ code }) => code === province) ? null : province;

/**
 * What the server is asked for; null: the page lists it by itself. Favourites are few and chosen from anywhere; the
 * queue is known to the page, but not in which province each of its sites lies.
 */
export const askedOf = ({ filter, province }: Pick<WallView, 'filter' | 'province'>): DeskSiteFilter | null => {
  if (filter === 'favourites') return null;
  return filter === 'asking' && province === null ? null : filter;
};

/** In the order of their names, by which they are found on the keyboard: so without the kind that all have before them. */
export const provinceChoices = (provinces: readonly DeskProvince[], centre: string) => {
  const named = provinces.flatMap(({ code, name }) =>
    name === null ? [] : [{ value: code, label: name.replace(/^(?:Tỉnh|Thành phố) /i, '') }],
  );
  const ofCentre = provinces.filter(({ name }) => name === null).map(({ code }) => ({ value: code, label: centre }));
  return [...ofCentre, ...named.toSorted((a, b) => a.label.localeCompare(b.label, 'vi'))];
};
