import { AttendingSitePage } from '@diemcau/domain/attendance';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

import { api } from '../../live/api.ts';

export const filters = ['all', 'noRoster'] as const;
export type RosterFilter = (typeof filters)[number];

const pageSize = 100;
const lookEveryMs = 30_000;

/** Sites with how many delegates they have named, as far as they were scrolled to. */
export const useRosters = (conferenceId: string, q: string, filter: RosterFilter) => {
  const read = useInfiniteQuery({
    queryKey: ['conferences', conferenceId, 'rosters', filter, q],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ q, filter, limit: String(pageSize) });
      if (pageParam !== '') query.set('cursor', pageParam);
      return api.get(`/conferences/${conferenceId}/attendance/sites?${query}`, AttendingSitePage, { signal });
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: lookEveryMs,
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = read;
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const sites = data?.pages.flatMap(({ items }) => items) ?? null;
  return { sites, total: data?.pages.at(-1)?.total ?? 0, more, read };
};
