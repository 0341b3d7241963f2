import type { UnitId } from '@diemcau/domain/kernel';
import { Resolved, type Site, SitePage } from '@diemcau/domain/site';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { z } from 'zod';

import { api } from '../live/api.ts';

type PageOfSites = z.infer<typeof SitePage>;

const wholePage = 200;
const searchPage = 50;

/** All sites of a subtree, page after page: the whole country is 17 requests. */
const sitesUnder = async (unitId: UnitId, signal?: AbortSignal): Promise<readonly Site[]> => {
  const sites: Site[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: URLSearchParams = new URLSearchParams({ under: unitId, limit: String(wholePage) });
    if (cursor !== '') query.set('cursor', cursor);
    const page: PageOfSites = await api.get(`/sites?${query}`, SitePage, { signal });
    sites.push(...page.items);
    cursor = page.next;
  }
  return sites;
};

const underQuery = (unitId: UnitId) => ({
  queryKey: ['sites', 'under', unitId],
  queryFn: ({ signal }: { signal: AbortSignal }) => sitesUnder(unitId, signal),
  staleTime: 300_000,
});

/** The sites of a subtree if they were read already; `also` reads them. */
export const useSitesUnder = (unitId: UnitId, also = false): readonly Site[] | undefined =>
  useQuery({ ...underQuery(unitId), enabled: also }).data;

/** Reads the sites of a subtree, or takes what was read before. */
export const useReadSitesUnder = () => {
  const client = useQueryClient();
  return (unitId: UnitId) => client.fetchQuery(underQuery(unitId));
};

/** `text` once nothing was typed for a moment. */
const useSettled = (text: string, pauseMs = 250): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text, pauseMs]);
  return settled;
};

/** Sites whose name, province or code contains what was typed, without accents. */
export const useSiteSearch = (typed: string) => {
  const q = useSettled(typed.trim().slice(0, 100));
  return useInfiniteQuery({
    queryKey: ['sites', 'search', q],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ q, limit: String(searchPage) });
      if (pageParam !== '') query.set('cursor', pageParam);
      return api.get(`/sites?${query}`, SitePage, { signal });
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
};

/** Which sites codes name, and which codes name none. */
export const resolveCodes = (codes: readonly string[]): Promise<Resolved> =>
  api.post('/sites/resolve', { codes }, Resolved);
