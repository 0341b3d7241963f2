import {
  type Choice,
  type ConferenceCommand,
  ConferenceDetail,
  ConferencePage,
  Created,
  Invited,
  type InvitedSite,
  InvitedSitePage,
} from '@diemcau/domain/conference';
import type { SiteId } from '@diemcau/domain/kernel';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { api } from '../live/api.ts';
import { bodyOf, type Draft } from './draft.ts';

const listPage = 50;
const sitesPage = 200;
/** A short list is looked at more often than one of thousands, which is many pages. */
const lookEveryMs = (total: number): number => (total <= sitesPage ? 10_000 : 60_000);

const keys = {
  all: ['conferences'] as const,
  list: ['conferences', 'list'] as const,
  one: (conferenceId: string) => ['conferences', conferenceId] as const,
  sites: (conferenceId: string) => ['conferences', conferenceId, 'sites'] as const,
};

const pageQuery = (limit: number, cursor: string): string => {
  const query = new URLSearchParams({ limit: String(limit) });
  if (cursor !== '') query.set('cursor', cursor);
  return query.toString();
};

/** The conferences of the administrator's units, the latest first. */
export const useConferences = () =>
  useInfiniteQuery({
    queryKey: keys.list,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get(`/conferences?${pageQuery(listPage, pageParam)}`, ConferencePage, { signal }),
    getNextPageParam: ({ next }) => next,
  });

/** One conference with its phase; looked at again now and then, since its desks change it too. */
export const useConference = (conferenceId: string) =>
  useQuery({
    queryKey: keys.one(conferenceId),
    queryFn: ({ signal }) => api.get(`/conferences/${conferenceId}`, ConferenceDetail, { signal }),
    refetchInterval: 10_000,
  });

/** The hall and all invited sites with the seats of each, page after page until all are here. */
export const useInvitedSites = (conferenceId: string) => {
  const read = useInfiniteQuery({
    queryKey: keys.sites(conferenceId),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get(`/conferences/${conferenceId}/sites?${pageQuery(sitesPage, pageParam)}`, InvitedSitePage, { signal }),
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => lookEveryMs(state.data?.pages[0]?.total ?? 0),
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = read;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const sites: readonly InvitedSite[] | undefined = data?.pages.flatMap(({ items }) => items);
  return { sites, total: data?.pages.at(-1)?.total ?? 0, isComplete: data !== undefined && !hasNextPage, read };
};

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
