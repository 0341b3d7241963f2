import { z } from 'zod';
import { isInvited } from '@diemcau/domain/conference';
import { ok, refuse, SeatId, SiteId, type Actor, type Result } from '@diemcau/domain/kernel';
import { isScreen, LatestPlayback, LatestTrial, mayTryEcho, type SoundCode } from '@diemcau/domain/live';
import type { Action, Resource } from '@diemcau/domain/organisation';
import type { DeviceControl } from '@diemcau/domain/wire';
import type { Api } from '../platform/http/index.ts';
import type { Hub } from './hub.ts';
import type { Seats } from './ports.ts';
import type { LiveStore } from './stream.ts';

export type SoundRoutesDeps = {
  readonly hub: Pick<Hub, 'control' | 'roomSound'>;
  readonly seats: Seats;
  readonly store: LiveStore;
};
type Code = SoundCode | 'access.not_found';
type SoundApi = Api<Action, Resource, Code>;

const OfSite = z.object({ seatId: SeatId, siteId: SiteId });
type Asked = { readonly actor: Actor; readonly params: z.output<typeof OfSite> };

const ofSite = {
  as: 'seat',
  params: OfSite,
  unknown: 'access.not_found',
  resource: async ({ actor, params: { siteId } }: Asked) =>
    actor.kind === 'seat' ? { conferenceId: actor.conferenceId, unitPath: [], siteId } : null,
} as const;

/** Has the screen of a site do something with its sound, where nobody of the conference hears it. */
const asking =
  ({ hub, seats, store }: SoundRoutesDeps, control: DeviceControl) =>
  async ({ actor, params: { siteId } }: Asked): Promise<Result<undefined, Code>> => {
    if (actor.kind !== 'seat') return refuse('access.not_found');
    const { conferenceId } = actor;
    const { state } = await store.refresh(conferenceId);
    if (!isInvited(state.conference, siteId)) return refuse('access.not_found');
    if (!mayTryEcho(state, siteId)) return refuse('sound.not_now');
    const held = await seats.seatsOf(conferenceId);
    if (!held.some((seat) => isScreen(seat.role) && seat.siteId === siteId)) return refuse('sound.no_screen');
    await hub.control(conferenceId, siteId, control);
    return ok(undefined);
  };

/** Having the sound of a room tried by its own screen, and what came of it (M20, M28). */
export const registerSoundRoutes = (api: SoundApi, deps: SoundRoutesDeps): void => {
  const soundOf = async ({ actor, params: { siteId } }: Asked) =>
    actor.kind === 'seat' ? await deps.hub.roomSound(actor.conferenceId, siteId) : null;
  const echo = { ...ofSite, url: '/seats/:seatId/sites/:siteId/echo-trials', action: 'sound.tryEcho' } as const;
  api.route({
    ...echo,
    method: 'GET',
    summary: 'The latest trial of a room for echo with the devices in use',
    response: LatestTrial,
    handler: async (asked) => ok({ echo: (await soundOf(asked))?.echo ?? null }),
  });
  api.route({
    ...echo,
    method: 'POST',
    summary:
      'Have the screen of a site play tones and hear whether they come back; asked twice it is tried twice at most',
    handler: asking(deps, { do: 'tryEcho' }),
  });
  const playback = { ...ofSite, url: '/seats/:seatId/sites/:siteId/playbacks', action: 'sound.playBack' } as const;
  api.route({
    ...playback,
    method: 'GET',
    summary: 'How far the playback of three seconds in a room is',
    response: LatestPlayback,
    handler: async (asked) => ok({ playback: (await soundOf(asked))?.playback ?? null }),
  });
  api.route({
    ...playback,
    method: 'POST',
    summary:
      'Have the screen of a site record three seconds of its microphone and play them in the room; one at a time, and nothing is sent',
    handler: asking(deps, { do: 'playBack' }),
  });
};
