import { AbsenteePage, AttendanceTotals, AttendingSitePage, type AbsenteeQuery } from '@diemcau/domain/attendance';
import { RecordSummary, SpokenPeoplePage, SpokenSitesPage } from '@diemcau/domain/minutes';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { api, type AnswerSchema } from '../../live/api.ts';

/** `base`: `/seats/<id>` or `/conferences/<id>`. */
const lookEveryMs = 10_000;

const useRead = <T>(base: string, path: string, schema: AnswerSchema<T>) =>
  useQuery({
    queryKey: ['record', base, path],
    queryFn: ({ signal }) => api.get(`${base}${path}`, schema, { signal }),
    refetchInterval: lookEveryMs,
  });

type AnyPage = { readonly items: readonly unknown[]; readonly next: string | null };
const usePages = <P extends AnyPage>(base: string, path: string, schema: AnswerSchema<P>) =>
  useInfiniteQuery({
    queryKey: ['record', base, path],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = `${path.includes('?') ? '&' : '?'}limit=200${pageParam === '' ? '' : `&cursor=${pageParam}`}`;
      return api.get(`${base}${path}${query}`, schema, { signal });
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

const of = (rehearsal: number | null): string => (rehearsal === null ? '' : `?rehearsal=${rehearsal}`);

/** @param rehearsal the number of one; null: the conference itself */
export const useSummary = (base: string, rehearsal: number | null = null) =>
  useRead(base, `/record/summary${of(rehearsal)}`, RecordSummary);
export const useTotals = (base: string) => useRead(base, '/attendance', AttendanceTotals);
export const useSpokenPeople = (base: string, rehearsal: number | null) =>
  usePages(base, `/record/people${of(rehearsal)}`, SpokenPeoplePage);
export const useSpokenSites = (base: string, rehearsal: number | null) =>
  usePages(base, `/record/sites${of(rehearsal)}`, SpokenSitesPage);
export const useUnanswered = (base: string) => usePages(base, '/attendance/sites?filter=unanswered', AttendingSitePage);

export type AbsenteesAsked = Pick<AbsenteeQuery, 'status' | 'province'> & { readonly q: string };

/** Absent delegates of all sites; `q` as it was typed. */
export const useAbsentees = (base: string, { status, province, q }: AbsenteesAsked) => {
  const query = new URLSearchParams({ status, q });
  if (province !== undefined) query.set('province', province);
  return usePages(base, `/attendance/absentees?${query}`, AbsenteePage);
};
