import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';

import { asProblem } from './api.ts';

type Found<T> = { readonly items: readonly T[]; readonly next: string | null; readonly total: number };
type Pages<T> = InfiniteData<Found<T>, string>;

/** So many rows before the end of what is here the next page is asked for. */
const AHEAD = 20;

/**
 * Sites page by page as they are scrolled to.
 * @param key of what is asked; another one is another list
 * @param told in one word: when it changes, the pages down to those that are seen are read anew, and those below go
 */
export const useSitesFound = <T>(
  key: readonly (string | null)[],
  read: (cursor: string, signal: AbortSignal) => Promise<Found<T>>,
  told: string,
) => {
  const client = useQueryClient();
  const list = useInfiniteQuery<Found<T>, Error, Pages<T>, readonly (string | null)[], string>({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    // A list that is opened again is as it is then.
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { data, isFetching, isPlaceholderData, hasNextPage, isFetchNextPageError, fetchNextPage, refetch } = list;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const last = useRef(0);
  const more = useCallback(() => {
    if (last.current >= rows.length - AHEAD && hasNextPage && !isFetching && !isFetchNextPageError)
      void fetchNextPage();
  }, [rows.length, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  useEffect(more, [more]);
  const onSeen = useCallback(
    (_first: number, seen: number) => {
      last.current = seen;
      more();
    },
    [more],
  );

  const known = useRef(told);
  useEffect(() => {
    if (known.current === told || isFetching) return;
    known.current = told;
    client.setQueryData<Pages<T>>(key, (now) => {
      if (!now) return now;
      let end = 0;
      const at = now.pages.findIndex(({ items }) => (end += items.length) > last.current);
      const kept = at === -1 ? now.pages.length : at + 1;
      return { pages: now.pages.slice(0, kept), pageParams: now.pageParams.slice(0, kept) };
    });
    void refetch();
  }, [client, key, told, isFetching, refetch]);

  return {
    rows,
    total: data?.pages.at(-1)?.total ?? null,
    onSeen,
    isLoading: list.isPending,
    isOther: isPlaceholderData,
    problem: list.isError ? asProblem(list.error) : null,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
  };
};
