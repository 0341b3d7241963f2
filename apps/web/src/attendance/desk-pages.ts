import type { AttendingSite } from '@diemcau/domain/attendance';

/** `told`: the numbers of the desk when the page was asked for; with others it may be out of date. */
export type SitesRead = {
  readonly items: readonly AttendingSite[];
  readonly next: string | null;
  readonly total: number;
  readonly told: string;
};
/** As the cache of requests keeps them: each page with the cursor that it was asked for by. */
export type SitePages = { readonly pages: readonly SitesRead[]; readonly pageParams: readonly string[] };

/** The rows that are seen, counted from 0 and both included. */
export type Seen = { readonly first: number; readonly last: number };

/** Which pages hold the rows that are seen. */
export const pagesSeen = ({ pages }: SitePages, { first, last }: Seen): Seen => {
  let end = 0;
  const ends = pages.map(({ items }) => (end += items.length));
  const pageOf = (row: number): number => {
    const at = ends.findIndex((each) => row < each);
    return at === -1 ? Math.max(0, pages.length - 1) : at;
  };
  return { first: pageOf(first), last: pageOf(last) };
};

/** The pages to read anew: from the first that is seen and out of date to the last that is seen; null: none. */
export const outOfDate = (all: SitePages, seen: Seen, told: string): Seen | null => {
  const { first, last } = pagesSeen(all, seen);
  const stale = all.pages.findIndex((page, i) => i >= first && i <= last && page.told !== told);
  return stale === -1 ? null : { first: stale, last };
};

/**
 * The pages from `first` on are those that were read anew. Pages below go: where they begin has moved with the sites
 * that have answered since, and they are asked for again by whoever scrolls there.
 */
export const withFresh = (before: SitePages, first: number, fresh: readonly SitesRead[]): SitePages => {
  const cursors = fresh.flatMap(({ next }, i) => (i < fresh.length - 1 && next !== null ? [next] : []));
  return {
    pages: [...before.pages.slice(0, first), ...fresh],
    pageParams: [...before.pageParams.slice(0, first + 1), ...cursors],
  };
};

/** Reads the pages of `range` one after the other, each by the end of the one before. */
export const readAnew = async (
  { pageParams }: SitePages,
  range: Seen,
  read: (cursor: string) => Promise<SitesRead>,
): Promise<readonly SitesRead[]> => {
  const fresh: SitesRead[] = [];
  let cursor: string | null = pageParams[range.first] ?? '';
  for (let page = range.first; page <= range.last && cursor !== null; page += 1) {
    const answer: SitesRead = await read(cursor);
    fresh.push(answer);
    cursor = answer.next;
  }
  return fresh;
};
