import { AttendingSitePage, type AttendingSiteQuery, type RollCall } from '@diemcau/domain/attendance';
import type { SeatId } from '@diemcau/domain/kernel';
import { useThrottledValue } from '@mantine/hooks';
import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';

import { api, asProblem, type Problem } from '../live/api.ts';
import { outOfDate, pagesSeen, readAnew, type Seen, type SitePages, type SitesRead, withFresh } from './desk-pages.ts';

const PAGE = 60;
/** So many rows before the end of what is here the next page is asked for. */
const AHEAD = 20;
/** While numbers come every second, what is seen is read anew at most this often. */
const PAUSE_MS = 4000;

export type SitesAsked = {
  readonly seatId: SeatId;
  readonly rollCallId: RollCall['rollCallId'];
  readonly filter: Extract<AttendingSiteQuery['filter'], 'answered' | 'unanswered'>;
  /** Code of a province; empty: the centre; null: everywhere. */
  readonly province: string | null;
  readonly q: string;
};

const fetchSites = async (
  asked: SitesAsked,
  told: string,
  cursor: string,
  signal?: AbortSignal,
): Promise<SitesRead> => {
  const query = new URLSearchParams({ limit: String(PAGE), filter: asked.filter });
  if (asked.q.trim() !== '') query.set('q', asked.q.trim());
  if (asked.province !== null) query.set('province', asked.province);
  if (cursor !== '') query.set('cursor', cursor);
  const path = `/seats/${asked.seatId}/attendance/sites?${query}`;
  return { ...(await api.get(path, AttendingSitePage, { signal })), told };
};

/**
 * The sites that answered or did not, page by page as they are scrolled to.
 * @param numbers of the desk, in one word: when they change, the pages that are seen are read anew, with a pause
 */
export const useDeskSites = (asked: SitesAsked, numbers: string) => {
  const client = useQueryClient();
  const told = useThrottledValue(numbers, PAUSE_MS);
  const { seatId, rollCallId, filter, province, q } = asked;
  const key = useMemo(
    () => ['attendanceSites', seatId, rollCallId, filter, province, q],
    [seatId, rollCallId, filter, province, q],
  );
  const list = useInfiniteQuery<SitesRead, Error, InfiniteData<SitesRead, string>, readonly (string | null)[], string>({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => fetchSites(asked, told, pageParam, signal),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Reading every page anew is never wanted: those that are seen are, below.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { data, isFetching, isPlaceholderData, hasNextPage, isFetchNextPageError, fetchNextPage } = list;
  const [seen, setSeen] = useState<Seen>({ first: 0, last: 0 });
  const [isReading, setReading] = useState(false);
  /** What could not be read anew; it is tried again when the numbers change once more, or by hand. */
  const [missed, setMissed] = useState<{ readonly told: string; readonly problem: Problem } | null>(null);
  const onSeen = useCallback((first: number, last: number) => setSeen({ first, last }), []);
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const isBusy = isFetching || isReading || isPlaceholderData;

  useEffect(() => {
    const nearEnd = seen.last >= rows.length - AHEAD;
    if (nearEnd && hasNextPage && !isBusy && !isFetchNextPageError) void fetchNextPage();
  }, [seen.last, rows.length, hasNextPage, isBusy, isFetchNextPageError, fetchNextPage]);

  const pages = data && pagesSeen(data, seen);
  useEffect(() => {
    if (!data || isBusy || missed?.told === told) return;
    const range = outOfDate(data, seen, told);
    if (range === null) return;
    setReading(true);
    readAnew(data, range, (cursor) => fetchSites(asked, told, cursor))
      .then((fresh) => {
        client.setQueryData<SitePages>(key, (now) => now && withFresh(now, range.first, fresh));
        setMissed(null);
      })
      .catch((thrown: unknown) => setMissed({ told, problem: asProblem(thrown) }))
      .finally(() => setReading(false));
    // Not `asked` and `seen`, which are new at every row: the key and the pages say what of them matters.
  }, [client, key, told, data, isBusy, missed, pages?.first, pages?.last]);

  return {
    rows,
    total: data?.pages.at(-1)?.total ?? null,
    onSeen,
    isLoading: list.isPending,
    isOther: isPlaceholderData,
    problem: list.isError ? asProblem(list.error) : (missed?.problem ?? null),
    retry: () => {
      setMissed(null);
      if (!data) void list.refetch();
      else if (isFetchNextPageError) void fetchNextPage();
    },
  };
};
