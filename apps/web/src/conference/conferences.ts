import {
  type Choice,
  type ConferenceCommand,
  ConferenceDetail,
  ConferencePage,
  type ConferenceTime,
  Created,
  Invited,
  type InvitedSite,
  type InvitedSiteFilter,
  InvitedSitePage,
  type InvitePersonBody,
  PersonInvited,
} from '@diemcau/domain/conference';
import type { SiteId } from '@diemcau/domain/kernel';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { api } from '../live/api.ts';
import { bodyOf, type Draft } from './draft.ts';

const listPage = 50;
const sitesPage = 100;
const allSitesPage = 200;
/** What is on the page is looked at often; who has scrolled through thousands waits longer. */
const lookEveryMs = (pages: number): number => (pages <= 2 ? 10_000 : 60_000);

const keys = {
  all: ['conferences'] as const,
  list: ['conferences', 'list'] as const,
  one: (conferenceId: string) => ['conferences', conferenceId] as const,
  sites: (conferenceId: string) => ['conferences', conferenceId, 'sites'] as const,
};

/** The conferences of the administrator's units of one time, as far as they were scrolled to. `q` as it was typed. */
export const useConferences = (when: ConferenceTime, q: string) =>
  useInfiniteQuery({
    queryKey: [...keys.list, when, q],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ when, q, limit: String(listPage) });
      if (pageParam !== '') query.set('cursor', pageParam);
      return api.get(`/conferences?${query}`, ConferencePage, { signal });
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => lookEveryMs(state.data?.pages.length ?? 0),
  });

/** One conference with its phase; looked at again now and then, since its desks change it too. */
export const useConference = (conferenceId: string | null) =>
  useQuery({
    queryKey: keys.one(conferenceId ?? ''),
    queryFn: ({ signal }) => api.get(`/conferences/${conferenceId}`, ConferenceDetail, { signal }),
    enabled: conferenceId !== null,
    refetchInterval: 10_000,
  });

/** Which of the sites are looked at: `q` as it was typed. */
export type SiteView = { readonly q: string; readonly filter: InvitedSiteFilter };
const EVERY_SITE: SiteView = { q: '', filter: 'all' };

type SitePageAsked = SiteView & { readonly limit: number; readonly cursor: string };

const readSites = (conferenceId: string, { q, filter, limit, cursor }: SitePageAsked, signal?: AbortSignal) => {
  const query = new URLSearchParams({ q, filter, limit: String(limit) });
  if (cursor !== '') query.set('cursor', cursor);
  return api.get(`/conferences/${conferenceId}/sites?${query}`, InvitedSitePage, { signal });
};

/** All sites of a view, page after page: for what is done to many at once. Rejects with a `Problem`. */
export const readAllSites = async (
  conferenceId: string,
  view: SiteView,
  signal?: AbortSignal,
): Promise<readonly InvitedSite[]> => {
  const sites: InvitedSite[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: InvitedSitePage = await readSites(conferenceId, { ...view, limit: allSitesPage, cursor }, signal);
    sites.push(...page.items);
    cursor = page.next;
  }
  return sites;
};

/** The hall and the invited sites with the seats of each, as far as they were scrolled to; counts of all of them. */
export const useInvitedSites = (conferenceId: string, view: SiteView) => {
  const read = useInfiniteQuery({
    queryKey: [...keys.sites(conferenceId), view],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      readSites(conferenceId, { ...view, limit: sitesPage, cursor: pageParam }, signal),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => lookEveryMs(state.data?.pages.length ?? 0),
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = read;
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const sites = data?.pages.flatMap(({ items }) => items);
  const last = data?.pages.at(-1);
  return { sites, total: last?.total ?? 0, counts: last?.counts ?? null, more, read };
};

/** All sites of a conference at once: for a page that looks one up among them, and does not list them. */
export const useEverySite = <T = readonly InvitedSite[]>(
  conferenceId: string,
  select?: (sites: readonly InvitedSite[]) => T,
) =>
  useQuery({
    queryKey: [...keys.sites(conferenceId), 'every'],
    queryFn: ({ signal }) => readAllSites(conferenceId, EVERY_SITE, signal),
    ...(select && { select }),
  });

const invitedIds = (sites: readonly InvitedSite[]): ReadonlySet<SiteId> =>
  new Set(sites.flatMap(({ siteId, hall }) => (hall ? [] : [siteId])));

/** The ids of all invited sites; the hall is none of them. */
export const useInvitedIds = (conferenceId: string) => useEverySite(conferenceId, invitedIds);

/** Reads everything about a conference anew. */
const useConferenceChanged = (conferenceId: string) => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keys.one(conferenceId) });
};

/** Makes the conference of the draft. */
export const useCreateConference = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: Draft) =>
      api.post('/conferences', bodyOf(draft), Created, { idempotencyKey: draft.conferenceId }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  });
};

/** Acts on one conference; each reads it anew afterwards. */
export const useConferenceActs = (conferenceId: string) => {
  const changed = useConferenceChanged(conferenceId);
  const path = `/conferences/${conferenceId}`;
  return {
    invite: async (siteIds: readonly SiteId[]): Promise<Invited> => {
      const body: Partial<Choice> = { siteIds: [...siteIds] };
      const invited = await api.post(`${path}/invitations`, body, Invited);
      await changed();
      return invited;
    },
    invitePerson: async (person: InvitePersonBody): Promise<PersonInvited> =>
      api.post(`${path}/invitations/person`, person, PersonInvited),
    changed,
    remove: async (siteIds: readonly SiteId[]): Promise<void> => {
      await api.post(`${path}/invitations/removals`, { siteIds });
      await changed();
    },
    command: async (command: ConferenceCommand): Promise<void> => {
      await api.post(`${path}/commands`, { id: crypto.randomUUID(), command });
      await changed();
    },
  };
};
