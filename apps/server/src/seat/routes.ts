import { z } from 'zod';
import { SeatId, ok, refuse } from '@diemcau/domain/kernel';
import type { Action, Resource } from '@diemcau/domain/organisation';
import { MySeat, MySeats, Opened, RedeemBody, pathOf, type SeatCode } from '@diemcau/domain/seat';
import { deviceLabel, seatToken, seatTokens, type Api, type Cookies } from '../platform/http/index.ts';
import { mySeat, type Mine } from './mine.ts';
import type { Redeem } from './redeem.ts';

type Parts = { readonly redeem: Redeem; readonly mine: Mine; readonly cookies: Cookies };

/** Seats as those who hold them open and see them. */
export const holderRoutes = (api: Api<Action, Resource, SeatCode>, { redeem, mine, cookies }: Parts): void => {
  api.route({
    method: 'POST',
    url: '/seats/redeem',
    as: 'anyone',
    action: 'seat.redeem',
    summary: 'Open a personal link on this device',
    options: { config: { rateLimit: { max: 300, timeWindow: '1 minute' } } },
    body: RedeemBody,
    response: Opened,
    handler: async ({ body, request, reply }) => {
      const label = deviceLabel(request.headers['user-agent']);
      const redeemed = await redeem({
        secret: body.secret,
        label,
        address: request.ip,
        tokenOf: (seatId) => seatToken(request, seatId),
      });
      if (!redeemed.ok) return redeemed;
      const { token, ...seat } = redeemed.value;
      if (token !== null) cookies.setSeat(request, reply, seat.seatId, token);
      return ok({ ...seat, path: pathOf(seat) });
    },
  });
  api.route({
    method: 'GET',
    url: '/seats/mine',
    as: 'anyone',
    action: 'seat.mine',
    summary: 'The seats that this browser holds',
    response: MySeats,
    handler: async ({ request }) => ok([...(await mine(seatTokens(request)))]),
  });
  api.route({
    method: 'GET',
    url: '/seats/:seatId',
    as: 'seat',
    action: 'seat.read',
    summary: 'The own seat',
    params: z.object({ seatId: SeatId }),
    response: MySeat,
    resource: async ({ actor }) =>
      actor.kind === 'seat' ? { conferenceId: actor.conferenceId, unitPath: [], siteId: actor.siteId } : null,
    handler: async ({ params, request }) => {
      const token = seatToken(request, params.seatId);
      const seat =
        token === undefined ? undefined : mySeat(await mine([{ seatId: params.seatId, token }]), params.seatId);
      return seat ? ok(seat) : refuse('seat.not_held');
    },
  });
};
