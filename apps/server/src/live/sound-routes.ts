import { z } from 'zod';
import { isInvited } from '@diemcau/domain/conference';
import { ok, refuse, SeatId, SiteId, type Actor } from '@diemcau/domain/kernel';
import { isScreen, LatestTrial, mayTryEcho, type SoundCode } from '@diemcau/domain/live';
import type { Action, Resource } from '@diemcau/domain/organisation';
import type { Api } from '../platform/http/index.ts';
import type { Hub } from './hub.ts';
import type { Seats } from './ports.ts';
import type { LiveStore } from './stream.ts';

export type SoundRoutesDeps = {
  readonly hub: Pick<Hub, 'control' | 'roomSound'>;
  readonly seats: Seats;
  readonly store: LiveStore;
};
type SoundApi = Api<Action, Resource, SoundCode | 'access.not_found'>;

const OfSite = z.object({ seatId: SeatId, siteId: SiteId });

/** Having the sound of a room tried by its own screen, and what came of it (M20). */
export const registerSoundRoutes = (api: SoundApi, { hub, seats, store }: SoundRoutesDeps): void => {
  const common = {
    as: 'seat',
    url: '/seats/:seatId/sites/:siteId/echo-trials',
    action: 'sound.tryEcho',
    params: OfSite,
    unknown: 'access.not_found',
    resource: async ({
      actor,
      params: { siteId },
    }: {
      readonly actor: Actor;
      readonly params: z.output<typeof OfSite>;
    }) => (actor.kind === 'seat' ? { conferenceId: actor.conferenceId, unitPath: [], siteId } : null),
  } as const;
  api.route({
    ...common,
    method: 'GET',
    summary: 'The latest trial of a room for echo with the devices in use',
    response: LatestTrial,
    handler: async ({ actor, params: { siteId } }) =>
      actor.kind === 'seat'
        ? ok({ echo: (await hub.roomSound(actor.conferenceId, siteId))?.echo ?? null })
        : refuse('access.not_found'),
  });
  api.route({
    ...common,
    method: 'POST',
    summary:
      'Have the screen of a site play tones and hear whether they come back; asked twice it is tried twice at most',
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
};
