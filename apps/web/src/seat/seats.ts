import type { ConferenceRole, SeatId, SiteId } from '@diemcau/domain/kernel';
import { ClerkLinks, Issued, MySeats, Reissued, SeatPage } from '@diemcau/domain/seat';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../live/api.ts';

/** Roles of people without a site, as the preparation page lists them. */
export const deskRoles = ['chair', 'moderator', 'operator', 'secretary', 'technician'] as const;
/** Those, and who only watches. */
export type ListedRole = (typeof deskRoles)[number] | 'observer';

/** Under the key of the conference, so that whatever reads it anew reads its seats too. */
const seatsKey = (conferenceId: string, role: ListedRole) => ['conferences', conferenceId, 'seats', role] as const;

/** The seats of a role, as they are issued, opened and withdrawn. */
export const useSeatsOf = (conferenceId: string, role: ListedRole) =>
  useInfiniteQuery({
    queryKey: seatsKey(conferenceId, role),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ role, limit: '100' });
      if (pageParam !== '') query.set('cursor', pageParam);
      return api.get(`/conferences/${conferenceId}/seats?${query}`, SeatPage, { signal });
    },
    getNextPageParam: ({ next }) => next,
    refetchInterval: 10_000,
  });

/** The seats that this browser itself holds. */
export const useMySeats = () =>
  useQuery({
    queryKey: ['seats', 'mine'],
    queryFn: ({ signal }) => api.get('/seats/mine', MySeats, { signal }),
    refetchInterval: 10_000,
  });

export type NewSeat = {
  readonly seatId: SeatId;
  readonly role: Exclude<ConferenceRole, 'room'>;
  readonly siteId: SiteId | null;
  readonly personName: string | null;
};

/** A personal link as an address of this server, however the server wrote it. */
const absolute = (link: string): string => new URL(link, location.origin).href;

/** Issuing, issuing again and withdrawing; each returns once the lists are read anew. */
export const useSeatActs = (conferenceId: string) => {
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: ['conferences', conferenceId] });
  const path = `/conferences/${conferenceId}/seats`;
  return {
    changed,
    issue: async (seat: NewSeat): Promise<string> => {
      const { link } = await api.post(path, seat, Issued, { idempotencyKey: seat.seatId });
      void changed();
      return absolute(link);
    },
    /** One request of many: the lists are read anew by the caller, once. The same batch again gives the same links. */
    issueForClerks: async (batchId: string, siteIds: readonly SiteId[]): Promise<ClerkLinks> => {
      const made = await api.post(`/conferences/${conferenceId}/clerk-links`, { batchId, siteIds }, ClerkLinks);
      return { ...made, links: made.links.map((each) => ({ ...each, link: absolute(each.link) })) };
    },
    reissue: async (seatId: SeatId): Promise<string> => {
      const { link } = await api.post(`${path}/${seatId}/reissue`, undefined, Reissued);
      void changed();
      return absolute(link);
    },
    revoke: async (seatId: SeatId): Promise<void> => {
      await api.delete(`${path}/${seatId}`);
      await changed();
    },
  };
};
