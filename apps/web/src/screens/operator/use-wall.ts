import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { foldText, type SeatId, type SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';

import { type DeskProvince, type DeskSiteFilter, fetchDeskProvinces, fetchDeskSites } from '../../floor/index.ts';
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
import { askedOf, invitedProvince, lookAt, WHOLE_WALL, type WallView } from './wall-choice.ts';

const typingPauseMs = 150;
/** Which sites come and go; the tiles themselves are told by the socket. */
const refetchMs = 10_000;
/** Names of small tiles can be read from here on. */
const WIDE = '(min-width: 1600px)';
/** Which sites are invited seldom changes. */
const provincesEveryMs = 60_000;
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

export type WallChoice = WallView & {
  /** The provinces to choose from; the centre has an empty code. */
  readonly provinces: readonly DeskProvince[];
  readonly setFilter: (filter: WallFilter) => void;
  readonly setProvince: (province: string | null) => void;
  readonly setQ: (q: string) => void;
  readonly setPage: (page: number) => void;
  readonly size: TileSize;
  /** Null where small tiles could not be read. */
  readonly setSize: ((size: TileSize) => void) | null;
};

/** What the operator chose to see. */
export const useWallChoice = (seatId: SeatId): WallChoice => {
  const [view, setView] = useState<WallView>(WHOLE_WALL);
  const [size, askFor] = useState<TileSize>('large');
  const isWide = useMediaQuery(WIDE) ?? false;
  const { data } = useQuery({
    queryKey: ['wallProvinces', seatId],
    queryFn: ({ signal }) => fetchDeskProvinces(seatId, signal),
    refetchInterval: provincesEveryMs,
  });
  const look = (next: Partial<WallView>) => setView((before) => lookAt(before, next));
  return {
    ...view,
    province: invitedProvince(view.province, data),
    provinces: data ?? [],
    size: isWide ? size : 'large',
    setSize: isWide
      ? (next) => {
          askFor(next);
          look({});
        }
      : null,
    setFilter: (filter) => look({ filter }),
    setProvince: (province) => look({ province }),
    setQ: (q) => look({ q }),
    setPage: (page) => look({ page }),
  };
};

/** Sites of the queue, whose names the page knows, as the wall lists them. */
const known = (names: Names, siteIds: readonly SiteId[]): readonly WallSite[] =>
  siteIds.flatMap((siteId) => {
    const site = names.sites.get(siteId);
    return site ? [{ ...site, hall: false, screen: true, calls: false }] : [];
  });

/** Whether it has a screen is told once it is shown. */
const withScreen = (site: Omit<WallSite, 'screen' | 'calls'>): WallSite => ({ ...site, screen: true, calls: false });

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
  readonly province: string | null;
  readonly q: string;
  readonly cursor: string | null;
  readonly limit: number;
};

const useDeskSites = (seatId: SeatId, asked: Asked, every: number | false) =>
  useQuery({
    queryKey: ['wall', seatId, asked],
    queryFn: ({ signal }) => fetchDeskSites({ seatId, ...asked }, signal),
    enabled: every !== false,
    placeholderData: keepPreviousData,
    refetchInterval: every,
  });

/** How many sites of the province, or of all, are in trouble or wait for the floor. */
export const useWallCounts = (seatId: SeatId, live: Live, { filter, province }: WallChoice) => {
  const asked = { province, q: '', cursor: null, limit: 1 } as const;
  const every = filter === 'trouble' ? refetchSoonMs : refetchMs;
  const trouble = useDeskSites(seatId, { ...asked, filter: 'trouble' }, every);
  const asking = useDeskSites(seatId, { ...asked, filter: 'asking' }, province !== null && refetchSoonMs);
  return {
    trouble: trouble.data?.total ?? 0,
    asking: province === null ? askingSites(live).length : (asking.data?.total ?? 0),
  };
};

/** The page of the wall that is shown: by the server, or by what the desk knows of the queue. */
export const useWall = (
  { connection, seatId, live }: { connection: LiveConnection; seatId: SeatId; live: Live },
  choice: WallChoice,
  favourites: Favourites,
): WallPage => {
  const names = useLiveState(connection, namesOf);
  const [q] = useDebouncedValue(choice.q, typingPauseMs);
  const { filter, province, page, size } = choice;
  const limit = TILES_PER_PAGE[size];
  const { list, learn } = useCursors(`${filter}/${province ?? '*'}/${limit}/${q}`);
  const filtered = askedOf(choice);
  const cursor = list[page] ?? null;
  const every = filtered === null ? false : filtered === 'all' ? refetchMs : refetchSoonMs;
  const asked = useDeskSites(seatId, { filter: filtered ?? 'all', province, q, cursor, limit }, every);
  const next = asked.isPlaceholderData ? null : (asked.data?.next ?? null);
  useEffect(() => {
    learn(page, next);
  });
  if (filter === 'favourites') return localPage(favouriteSites(favourites).map(withScreen), choice);
  if (filtered === null) return localPage(known(names, askingSites(live)), choice);
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
