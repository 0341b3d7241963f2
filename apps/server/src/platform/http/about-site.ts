import { z } from 'zod';
import { SeatId, SiteId, type Actor, type ConferenceId } from '@diemcau/domain/kernel';

const OfSite = z.object({ seatId: SeatId, siteId: SiteId });

/**
 * Where the routes of a seat stand that are about one site, whose own affair it is: for the seats of other sites it looks
 * like one that does not exist.
 * @param aboveOf the sites whose clerks may act in its place; null when the site takes no part
 */
export const aboutSite = (aboveOf: (conferenceId: ConferenceId, siteId: SiteId) => Promise<readonly SiteId[] | null>) =>
  ({
    as: 'seat',
    params: OfSite,
    unknown: 'access.not_found',
    resource: async ({
      actor,
      params: { siteId },
    }: {
      readonly actor: Actor;
      readonly params: z.output<typeof OfSite>;
    }) => {
      if (actor.kind !== 'seat') return null;
      const { conferenceId } = actor;
      const above = await aboveOf(conferenceId, siteId);
      return above && { conferenceId, unitPath: [], siteId, above };
    },
  }) as const;
