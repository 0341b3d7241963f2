import { z } from 'zod';
import { isInvited } from '@diemcau/domain/conference';
import { ok, refuse, SeatId, SiteId } from '@diemcau/domain/kernel';
import { isScreen, mayTryEcho, type SoundCode } from '@diemcau/domain/live';
import type { Action, Resource } from '@diemcau/domain/organisation';
import type { Api } from '../platform/http/index.ts';
import type { Hub } from './hub.ts';
import type { Seats } from './ports.ts';
import type { LiveStore } from './stream.ts';

export type SoundRoutesDeps = {
  readonly hub: Pick<Hub, 'control'>;
  readonly seats: Seats;
  readonly store: LiveStore;
};
type SoundApi = Api<Action, Resource, SoundCode | 'access.not_found'>;

/** Having the sound of a room tried by its own screen (M20). */
export const registerSoundRoutes = (api: SoundApi, { hub, seats, store }: SoundRoutesDeps): void =>
  api.route({
    as: 'seat',
    method: 'POST',
    url: '/seats/:seatId/sites/:siteId/echo-trials',
    action: 'sound.tryEcho',
    summary:
      'Have the screen of a site play tones and hear whether they come back; asked twice it is tried twice at most',
    params: z.object({ seatId: SeatId, siteId: SiteId }),
    unknown: 'access.not_found',
    resource: async ({ actor, params: { siteId } }) =>
      actor.kind === 'seat' ? { conferenceId: actor.conferenceId, unitPath: [], siteId } : null,
    handler: async ({ actor, params: { siteId } }) => {
      if (actor.kind !== 'seat') return refuse('access.not_found');
      const { conferenceId } = actor;
      const { state } = await store.refresh(conferenceId);
      if (!isInvited(state.conference, siteId)) return refuse('access.not_found');
      if (!mayTryEcho(state, siteId)) return refuse('sound.not_now');
      const held = await seats.seatsOf(conferenceId);
      if (!held.some((seat) => isScreen(seat.role) && seat.siteId === siteId)) return refuse('sound.no_screen');
      await hub.control(conferenceId, siteId, { do: 'tryEcho' });
      return ok(undefined);
    },
  });
