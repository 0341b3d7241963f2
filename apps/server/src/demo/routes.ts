import { ok, refuse } from '@diemcau/domain/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Action, Resource } from '@diemcau/domain/organisation';
import { Demo, DemoPath, DemoSeatBody, Simulated, SimulatedBody, type SeatCode } from '@diemcau/domain/seat';
import { deviceLabel, isOnThisMachine, seatToken, type Api, type Cookies } from '../platform/http/index.ts';
import type { DemoConference } from './demo.ts';
import type { DemoPorts } from './ports.ts';

type Parts = {
  readonly demo: DemoConference;
  readonly cookies: Cookies;
  readonly enterAsAdministrator: DemoPorts['enterAsAdministrator'];
  readonly refuse: (reply: FastifyReply, code: string) => FastifyReply;
};

/** Only registered in a demo, and only for whoever sits before the machine: these routes open seats without a secret. */
export const demoRoutes = (
  api: Api<Action, Resource, SeatCode>,
  { demo, cookies, enterAsAdministrator, refuse: answer }: Parts,
): void => {
  const onThisMachine = async (request: FastifyRequest, reply: FastifyReply) =>
    isOnThisMachine(request) ? undefined : answer(reply, 'demo.unavailable');
  const common = { as: 'anyone', options: { preValidation: onThisMachine } } as const;
  api.route({
    ...common,
    method: 'GET',
    url: '/demo',
    action: 'demo.read',
    summary: 'What the demo has to open',
    response: Demo,
    handler: async () => ok(await demo.read()),
  });
  api.route({
    ...common,
    method: 'POST',
    url: '/demo/seats',
    action: 'demo.openSeat',
    summary: 'Open a seat of the demo in this browser',
    body: DemoSeatBody,
    response: DemoPath,
    handler: async ({ body, request, reply }) => {
      const opened = await demo.open(
        body.role,
        body.siteId ?? null,
        deviceLabel(request.headers['user-agent']),
        (seatId) => seatToken(request, seatId),
      );
      if (!opened.ok) return refuse(opened.code);
      const { seat, path, token } = opened.value;
      if (token !== null) cookies.setSeat(request, reply, seat.seatId, token);
      return ok({ path });
    },
  });
  api.route({
    ...common,
    method: 'POST',
    url: '/demo/administrator',
    action: 'demo.openSeat',
    summary: 'Sign in as the invented administrator of the demo',
    response: DemoPath,
    handler: async ({ request, reply }) => {
      const { token, maxAgeSeconds } = await enterAsAdministrator();
      cookies.setSession(request, reply, token, maxAgeSeconds);
      return ok({ path: '/' });
    },
  });
  api.route({
    ...common,
    method: 'POST',
    url: '/demo/simulated-sites',
    action: 'demo.simulate',
    summary: 'How many sites play themselves',
    body: SimulatedBody,
    response: Simulated,
    handler: async ({ body }) => ok({ simulated: await demo.simulate(body.count) }),
  });
};
