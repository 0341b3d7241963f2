import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { foldText, type SeatId, type SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';

import { type DeskSiteFilter, fetchDeskSites } from '../../floor/index.ts';
import { namesOf, useLiveState, type LiveConnection, type Names } from '../../live/index.ts';
import { asProblem } from '../../live/api.ts';
import { askingSites, TILES_PER_PAGE, type WallFilter, type WallSite } from '../../programme/index.ts';
import { matching, type SaidProblem } from '../../ui/index.ts';

const typingPauseMs = 150;
/** Which sites come and go; the tiles themselves are told by the socket. */
const refetchMs = 10_000;
/** While those that come and go are what is looked at. */
const refetchSoonMs = 3000;

export type WallPage = {
  readonly sites: readonly WallSite[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly problem: SaidProblem | null;
  readonly isLoading: boolean;
  readonly retry: () => void;
};

export type WallChoice = {
  readonly filter: WallFilter;
  readonly q: string;
  readonly page: number;
  readonly setFilter: (filter: WallFilter) => void;
  readonly setQ: (q: string) => void;
  readonly setPage: (page: number) => void;
};

/** What the operator chose to see; another filter or search starts at the first page. */
export const useWallChoice = (): WallChoice => {
  const [filter, setFilter] = useState<WallFilter>('all');
  const [q, setQ] = useState('');
  const [page, setPage] = useState(0);
  return {
    filter,
    q,
    page,
    setPage,
    setFilter: (next) => {
      setFilter(next);
      setPage(0);
    },
    setQ: (next) => {
      setQ(next);
      setPage(0);
    },
  };
};

/** Sites of the queue, whose names the page knows, as the wall lists them. */
const known = (names: Names, siteIds: readonly SiteId[]): readonly WallSite[] =>
  siteIds.flatMap((siteId) => {
    const site = names.sites.get(siteId);
    return site ? [{ ...site, hall: false, screen: true }] : [];
  });

const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / TILES_PER_PAGE));

/** A page of the sites that this page can list by itself. */
const localPage = (sites: readonly WallSite[], { q, page }: WallChoice): WallPage => {
  const found = matching(sites, q, (s) => `${s.name} ${s.province ?? ''} ${s.code}`, foldText);
  const shown = found.slice(page * TILES_PER_PAGE, (page + 1) * TILES_PER_PAGE);
  const pages = pagesOf(found.length);
  return { sites: shown, total: found.length, page, pages, problem: null, isLoading: false, retry: () => undefined };
};

/** Cursors of the pages seen so far: each page is asked for by the end of the one before. */
const useCursors = (key: string) => {
  const [cursors, setCursors] = useState<{ key: string; list: readonly (string | null)[] }>({ key, list: [null] });
  const list = cursors.key === key ? cursors.list : [null];
  const learn = (page: number, next: string | null) => {
    if (next === null || list[page + 1] === next) return;
    setCursors({ key, list: [...list.slice(0, page + 1), next] });
  };
  return { list, learn };
};

type Asked = { readonly filter: DeskSiteFilter; readonly q: string; readonly cursor: string | null };

const useDeskSites = (seatId: SeatId, { filter, q, cursor }: Asked, every: number | false) =>
  useQuery({
    queryKey: ['wall', seatId, filter, q, cursor],
    queryFn: ({ signal }) => fetchDeskSites({ seatId, q, filter, cursor, limit: TILES_PER_PAGE }, signal),
    enabled: every !== false,
    placeholderData: keepPreviousData,
    refetchInterval: every,
  });

/** How many sites had a screen here and have none now, of the whole conference. */
export const useLostCount = (seatId: SeatId): number =>
  useDeskSites(seatId, { filter: 'lost', q: '', cursor: null }, refetchMs).data?.total ?? 0;

/** The page of the wall that is shown: by the server, or by what the desk knows of the queue. */
export const useWall = (connection: LiveConnection, seatId: SeatId, live: Live, choice: WallChoice): WallPage => {
  const names = useLiveState(connection, namesOf);
  const [q] = useDebouncedValue(choice.q, typingPauseMs);
  const { filter, page } = choice;
  const { list, learn } = useCursors(`${filter}/${q}`);
  const isOwn = filter === 'asking';
  const cursor = list[page] ?? null;
  const every = isOwn ? false : filter === 'all' ? refetchMs : refetchSoonMs;
  const asked = useDeskSites(seatId, { filter: isOwn ? 'all' : filter, q, cursor }, every);
  const next = asked.isPlaceholderData ? null : (asked.data?.next ?? null);
  useEffect(() => {
    learn(page, next);
  });
  if (isOwn) return localPage(known(names, askingSites(live)), choice);
  const total = asked.data?.total ?? 0;
  return {
    sites: asked.data?.items ?? [],
    total,
    page,
    pages: pagesOf(total),
    problem: asked.isError && !asked.data ? asProblem(asked.error) : null,
    isLoading: asked.isPending,
    retry: () => void asked.refetch(),
  };
};
