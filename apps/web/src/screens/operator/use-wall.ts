import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { foldText, type SeatId, type SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';

import { fetchDeskSites } from '../../floor/index.ts';
import { namesOf, presenceOf, useLiveState, type LiveConnection, type Names } from '../../live/index.ts';
import { asProblem } from '../../live/api.ts';
import { askingSites, lostSites, TILES_PER_PAGE, type WallFilter, type WallSite } from '../../programme/index.ts';
import { matching, type SaidProblem } from '../../ui/index.ts';

const typingPauseMs = 150;
/** Which sites have a screen changes as they come in; the tiles themselves are told by the socket. */
const refetchMs = 10_000;

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

/** Sites that the page knows by itself, as the wall lists them: of the queue, or reported missing. */
const known = (names: Names, siteIds: readonly SiteId[]): readonly WallSite[] =>
  siteIds.flatMap((siteId) => {
    const site = names.sites.get(siteId);
    return site ? [{ ...site, hall: false, screen: true }] : [];
  });

/** Sites that were seen here and are missing now, as far as this desk has looked at them. */
const useMissing = (connection: LiveConnection, live: Live): readonly SiteId[] => {
  const presence = useLiveState(connection, presenceOf);
  const [missing, setMissing] = useState<readonly SiteId[]>([]);
  useEffect(() => {
    if (!presence) return;
    const gone = presence.sites.filter((s) => s.lostAt !== null).map((s) => s.siteId);
    const back = new Set(presence.sites.filter((s) => s.lostAt === null).map((s) => s.siteId));
    setMissing((before) => {
      const next = [...new Set([...before.filter((id) => !back.has(id)), ...gone])];
      return next.length === before.length && next.every((id, i) => id === before[i]) ? before : next;
    });
  }, [presence]);
  return useMemo(() => [...new Set([...lostSites(live), ...missing])], [live, missing]);
};

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

/** The page of the wall that is shown: by the server, or by what the desk knows of queue and missing sites. */
export const useWall = (connection: LiveConnection, seatId: SeatId, live: Live, choice: WallChoice): WallPage => {
  const names = useLiveState(connection, namesOf);
  const missing = useMissing(connection, live);
  const [q] = useDebouncedValue(choice.q, typingPauseMs);
  const { filter, page } = choice;
  const isServers = filter === 'all' || filter === 'present';
  const { list, learn } = useCursors(`${filter}/${q}`);
  const cursor = list[page] ?? null;
  const asked = useQuery({
    queryKey: ['wall', seatId, filter, q, cursor],
    queryFn: ({ signal }) =>
      fetchDeskSites(
        { seatId, q, filter: filter === 'present' ? 'withScreen' : 'all', cursor, limit: TILES_PER_PAGE },
        signal,
      ),
    enabled: isServers,
    placeholderData: keepPreviousData,
    refetchInterval: refetchMs,
  });
  const next = asked.isPlaceholderData ? null : (asked.data?.next ?? null);
  useEffect(() => {
    learn(page, next);
  });
  if (filter === 'asking') return localPage(known(names, askingSites(live)), choice);
  if (filter === 'lost') return localPage(known(names, missing), choice);
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
