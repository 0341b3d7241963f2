import { Made, Template, TemplatePage } from '@diemcau/domain/snapshot';
import { TemplateId } from '@diemcau/domain/kernel';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { api } from '../live/api.ts';
import { startOf } from './draft.ts';

const listPage = 50;
const keys = {
  all: ['templates'] as const,
  list: (q: string) => ['templates', 'list', q] as const,
  one: (templateId: string) => ['templates', templateId] as const,
};

/** Templates of the administrator's units and of the product, as far as they were scrolled to. */
export const useTemplates = (q: string) => {
  const read = useInfiniteQuery({
    queryKey: keys.list(q),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ q, limit: String(listPage) });
      if (pageParam !== '') query.set('cursor', pageParam);
      return api.get(`/templates?${query}`, TemplatePage, { signal });
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetching, fetchNextPage } = read;
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return { read, more };
};

export const useTemplate = (templateId: string | null) =>
  useQuery({
    queryKey: keys.one(templateId ?? ''),
    queryFn: ({ signal }) => api.get(`/templates/${templateId}`, Template, { signal }),
    enabled: templateId !== null,
  });

/** What keeps the templates; each reads the lists anew afterwards. */
export const useTemplateActs = () => {
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: keys.all });
  return {
    /** `templateId` is made once for each question, so that a second press saves the same template. */
    save: async (conferenceId: string, templateId: string, name: string): Promise<void> => {
      await api.post(`/conferences/${conferenceId}/templates`, { templateId: TemplateId.parse(templateId), name });
      await changed();
    },
    rename: async (templateId: string, name: string): Promise<void> => {
      await api.post(`/templates/${templateId}`, { name });
      await changed();
    },
    remove: async (templateId: string): Promise<void> => {
      await api.delete(`/templates/${templateId}`);
      await changed();
    },
  };
};

/** Where a conference is made from. */
export type MakeSource = { readonly kind: 'copy' | 'template'; readonly id: string };

export type MakeDraft = {
  readonly conferenceId: string;
  readonly name: string;
  /** As they were typed, in the time of Viet Nam. */
  readonly date: string;
  readonly time: string;
  readonly hallSiteId: string | null;
};

/** Makes a conference like the source; the same draft sent again goes on with the same conference. */
export const useMakeConference = ({ kind, id }: MakeSource) => {
  const client = useQueryClient();
  const path = kind === 'copy' ? `/conferences/${id}/copies` : `/templates/${id}/conferences`;
  return useMutation({
    mutationFn: ({ conferenceId, name, hallSiteId, ...when }: MakeDraft) => {
      const body = {
        conferenceId,
        name: name.trim(),
        startsAt: startOf(when),
        ...(hallSiteId !== null && { hallSiteId }),
      };
      return api.post(path, body, Made, { idempotencyKey: conferenceId });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['conferences'] }),
  });
};
