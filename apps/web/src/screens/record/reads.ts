import { AttendanceTotals, AttendingSitePage } from '@diemcau/domain/attendance';
import { RecordSummary, SpokenPeoplePage, SpokenSitesPage } from '@diemcau/domain/minutes';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { api, type AnswerSchema } from '../../live/api.ts';

/** `base`: `/seats/<id>` or `/conferences/<id>`. */
const lookEveryMs = 10_000;

const useRead = <T>(base: string, path: string, schema: AnswerSchema<T>) =>
  useQuery({
    queryKey: ['record', base, path],
    queryFn: ({ signal }) => api.get(`${base}${path}`, schema, { signal }),
    refetchInterval: lookEveryMs,
  });

type PageOf<T> = { readonly items: readonly T[]; readonly next: string | null };
const usePages = <T>(base: string, path: string, schema: AnswerSchema<PageOf<T>>) =>
  useInfiniteQuery({
    queryKey: ['record', base, path],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = `${path.includes('?') ? '&' : '?'}limit=200${pageParam === '' ? '' : `&cursor=${pageParam}`}`;
      return api.get(`${base}${path}${query}`, schema, { signal });
    },
    getNextPageParam: ({ next }) => next,
  });

export const useSummary = (base: string) => useRead(base, '/record/summary', RecordSummary);
export const useTotals = (base: string) => useRead(base, '/attendance', AttendanceTotals);
export const useSpokenPeople = (base: string) => usePages(base, '/record/people', SpokenPeoplePage);
export const useSpokenSites = (base: string) => usePages(base, '/record/sites', SpokenSitesPage);
export const useUnanswered = (base: string) => usePages(base, '/attendance/sites?filter=unanswered', AttendingSitePage);
