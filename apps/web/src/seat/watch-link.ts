import { WatchLink } from '@diemcau/domain/seat';
import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../live/api.ts';

const pathOf = (conferenceId: string) => `/conferences/${conferenceId}/watch-link`;
const keyOf = (conferenceId: string) => ['conferences', conferenceId, 'watch-link'] as const;

/** The public watch link, and how many watch by it now. */
export const useWatchLink = (conferenceId: string) =>
  useQuery({
    queryKey: keyOf(conferenceId),
    queryFn: ({ signal }) => api.get(pathOf(conferenceId), WatchLink, { signal }),
    refetchInterval: 10_000,
  });

/** Allowing it or changing its number, and withdrawing it; each returns once the page shows it. */
export const useWatchLinkActs = (conferenceId: string) => {
  const client = useQueryClient();
  return {
    allow: async (linkId: string, most: number): Promise<void> => {
      const now = await api.post(pathOf(conferenceId), { linkId, most }, WatchLink, { idempotencyKey: linkId });
      client.setQueryData(keyOf(conferenceId), now);
    },
    withdraw: async (): Promise<void> => {
      await api.delete(pathOf(conferenceId));
      await client.invalidateQueries({ queryKey: keyOf(conferenceId) });
    },
  };
};
