import { z } from 'zod';
import { SeatId, ok, refuse, type Actor } from '@diemcau/domain/kernel';
import type { Action, Resource } from '@diemcau/domain/organisation';
import {
  ConfirmScreenBody,
  POLL_SECONDS,
  PollBody,
  ROOM_CODE_SECONDS,
  RoomCode,
  RoomOpened,
  ScreenConfirmed,
  pathOf,
  showUserCode,
  type SeatCode,
} from '@diemcau/domain/seat';
import { deviceLabel, type Api, type Cookies } from '../platform/http/index.ts';
import type { RoomScreens } from './room-screens.ts';

type Parts = { readonly screens: RoomScreens; readonly cookies: Cookies };

const BySeat = z.object({ seatId: SeatId });
const ownSite = async ({ actor }: { readonly actor: Actor }): Promise<Resource | null> =>
  actor.kind === 'seat' ? { conferenceId: actor.conferenceId, unitPath: [], siteId: actor.siteId } : null;

/** Room screens: they show a code, their clerk confirms it. */
export const roomRoutes = (api: Api<Action, Resource, SeatCode>, { screens, cookies }: Parts): void => {
  api.route({
    method: 'POST',
    url: '/room-codes',
    as: 'anyone',
    action: 'roomCode.ask',
    summary: 'A code for a room screen to show, for ten minutes',
    options: { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } },
    response: RoomCode,
    status: 201,
    handler: async ({ request }) => {
      const { deviceCode, userCode } = await screens.ask(deviceLabel(request.headers['user-agent']));
      return ok({
        deviceCode,
        userCode: showUserCode(userCode),
        expiresInSeconds: ROOM_CODE_SECONDS,
        intervalSeconds: POLL_SECONDS,
      });
    },
  });
  api.route({
    method: 'POST',
    url: '/room-codes/token',
    as: 'anyone',
    action: 'roomCode.poll',
    summary: 'Whether the code was confirmed; then this screen holds its seat',
    options: { config: { rateLimit: { max: 1200, timeWindow: '1 minute' } } },
    body: PollBody,
    response: RoomOpened,
    handler: async ({ body, request, reply }) => {
      const polled = await screens.poll(body.deviceCode);
      if (!polled.ok) return polled;
      const { seatId, conferenceId, token } = polled.value;
      cookies.setSeat(request, reply, seatId, token);
      return ok({ seatId, conferenceId, path: pathOf({ seatId, conferenceId, role: 'room' }) });
    },
  });
  api.route({
    method: 'POST',
    url: '/seats/:seatId/room-screen',
    as: 'seat',
    action: 'roomScreen.confirm',
    summary: 'Confirm the code that the screen of the own site shows',
    params: BySeat,
    body: ConfirmScreenBody,
    response: ScreenConfirmed,
    resource: ownSite,
    handler: async ({ actor, body }) => {
      if (actor.kind !== 'seat') return refuse('seat.not_held');
      const confirmed = await screens.confirm(actor, body.userCode, body.replace);
      return confirmed.ok ? ok({ seatId: confirmed.value }) : confirmed;
    },
  });
  api.route({
    method: 'DELETE',
    url: '/seats/:seatId/room-screen',
    as: 'seat',
    action: 'roomScreen.remove',
    summary: 'Take the screen of the own site out',
    params: BySeat,
    resource: ownSite,
    handler: async ({ actor }) => (actor.kind === 'seat' ? screens.remove(actor) : refuse('seat.not_held')),
  });
};
