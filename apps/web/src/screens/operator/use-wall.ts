import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { foldText, type SeatId, type SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';

import { type DeskSiteFilter, fetchDeskSites } from '../../floor/index.ts';
import { namesOf, useLiveState, type LiveConnection, type Names } from '../../live/index.ts';
import { asProblem } from '../../live/api.ts';
import {
  askingSites,
  type Favourites,
  favouriteSites,
  type TileSize,
  TILES_PER_PAGE,
  type WallFilter,
  type WallSite,
} from '../../programme/index.ts';
import { matching, type SaidProblem } from '../../ui/index.ts';

const typingPauseMs = 150;
/** Which sites come and go; the tiles themselves are told by the socket. */
const refetchMs = 10_000;
/** Names of small tiles can be read from here on. */
const WIDE = '(min-width: 1600px)';
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
  readonly size: TileSize;
  /** Null where small tiles could not be read. */
  readonly setSize: ((size: TileSize) => void) | null;
};

/** What the operator chose to see; another filter or search starts at the first page. */
export const useWallChoice = (): WallChoice => {
  const [filter, setFilter] = useState<WallFilter>('all');
  const [q, setQ] = useState('');
  const [page, setPage] = useState(0);
  const [asked, askFor] = useState<TileSize>('large');
  const isWide = useMediaQuery(WIDE) ?? false;
  return {
    filter,
    q,
    page,
    setPage,
    size: isWide ? asked : 'large',
    setSize: isWide
      ? (next) => {
          askFor(next);
          setPage(0);
        }
      : null,
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

/** Whether it has a screen is told once it is shown. */
const withScreen = (site: Omit<WallSite, 'screen'>): WallSite => ({ ...site, screen: true });

const pagesOf = (total: number, size: TileSize): number => Math.max(1, Math.ceil(total / TILES_PER_PAGE[size]));

/** A page of the sites that this page can list by itself. */
const localPage = (sites: readonly WallSite[], { q, page, size }: WallChoice): WallPage => {
  const found = matching(sites, q, (s) => `${s.name} ${s.province ?? ''} ${s.code}`, foldText);
  const perPage = TILES_PER_PAGE[size];
  const shown = found.slice(page * perPage, (page + 1) * perPage);
  const pages = pagesOf(found.length, size);
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

type Asked = {
  readonly filter: DeskSiteFilter;
  readonly q: string;
  readonly cursor: string | null;
  readonly limit: number;
};

const useDeskSites = (seatId: SeatId, { filter, q, cursor, limit }: Asked, every: number | false) =>
  useQuery({
    queryKey: ['wall', seatId, filter, q, cursor, limit],
    queryFn: ({ signal }) => fetchDeskSites({ seatId, q, filter, cursor, limit }, signal),
    enabled: every !== false,
    placeholderData: keepPreviousData,
    refetchInterval: every,
  });

/** How many sites had a screen here and have none now, of the whole conference. */
export const useLostCount = (seatId: SeatId): number =>
  useDeskSites(seatId, { filter: 'lost', q: '', cursor: null, limit: 1 }, refetchMs).data?.total ?? 0;

/** The page of the wall that is shown: by the server, or by what the desk knows of the queue. */
export const useWall = (
  { connection, seatId, live }: { connection: LiveConnection; seatId: SeatId; live: Live },
  choice: WallChoice,
  favourites: Favourites,
): WallPage => {
  const names = useLiveState(connection, namesOf);
  const [q] = useDebouncedValue(choice.q, typingPauseMs);
  const { filter, page, size } = choice;
  const limit = TILES_PER_PAGE[size];
  const { list, learn } = useCursors(`${filter}/${q}/${limit}`);
  const isOwn = filter === 'asking' || filter === 'favourites';
  const cursor = list[page] ?? null;
  const every = isOwn ? false : filter === 'all' ? refetchMs : refetchSoonMs;
  const asked = useDeskSites(seatId, { filter: isOwn ? 'all' : filter, q, cursor, limit }, every);
  const next = asked.isPlaceholderData ? null : (asked.data?.next ?? null);
  useEffect(() => {
    learn(page, next);
  });
  if (filter === 'asking') return localPage(known(names, askingSites(live)), choice);
  if (filter === 'favourites') return localPage(favouriteSites(favourites).map(withScreen), choice);
  const total = asked.data?.total ?? 0;
  return {
    sites: asked.data?.items ?? [],
    total,
    page,
    pages: pagesOf(total, size),
    problem: asked.isError && !asked.data ? asProblem(asked.error) : null,
    isLoading: asked.isPending,
    retry: () => void asked.refetch(),
  };
};
