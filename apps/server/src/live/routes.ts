import type { FastifyInstance } from 'fastify';
import { WebhookReceiver } from 'livekit-server-sdk';
import { z } from 'zod';
import { ConferenceId, ok, refuse, SeatId, type Actor } from '@diemcau/domain/kernel';
import { identityOf, playerIdentityOf } from '@diemcau/domain/live';
import type { Action, Resource } from '@diemcau/domain/organisation';
import type { Api } from '../platform/http/index.ts';
import type { MediaPort } from '../platform/media/index.ts';
import type { Notifications } from '../platform/realtime/index.ts';
import { registerAsideRoutes } from './aside-routes.ts';
import type { Asides } from './asides.ts';
import { registerCallRoutes } from './call-routes.ts';
import { registerLineRoutes } from './line-routes.ts';
import type { LineRuns } from './line-runs.ts';
import type { Cues } from './cues.ts';
import { memberDue, type GateDeps } from './gate.ts';
import type { Hub } from './hub.ts';
import type { ReadConference, ReadSupport, Seats } from './ports.ts';
import type { Reconciler } from './reconciler.ts';
import { SeatSocket, type SocketDeps } from './socket.ts';
import { registerSoundRoutes } from './sound-routes.ts';
import { conferenceOfRoom, stageRoom } from './stage.ts';

export type LiveRoutesDeps = GateDeps & {
  readonly hub: Hub;
  readonly asides: Asides;
  readonly cues: Cues;
  readonly lineRuns: LineRuns;
  readonly media: MediaPort;
  readonly reconciler: Reconciler;
  readonly notifications: Notifications;
  readonly seats: Seats;
  readonly readConference: ReadConference;
  readonly support: ReadSupport;
  readonly socket: SocketDeps;
};

const SeatPath = z.object({ seatId: SeatId });
type SeatActor = Extract<Actor, { kind: 'seat' }>;

const resourceOf = (actor: Actor): Resource | null =>
  actor.kind === 'seat' ? { conferenceId: actor.conferenceId, unitPath: [], siteId: actor.siteId } : null;

/** The seat's own device: which of the seats of the conference this actor is. */
const holderOf = (seats: Seats, { conferenceId, seatId }: SeatActor) => seats.holderOf(conferenceId, seatId);

const mediaToken = (api: Api<Action, Resource, string>, deps: LiveRoutesDeps): void =>
  api.route({
    method: 'GET',
    url: '/seats/:seatId/media-token',
    action: 'media.join',
    as: 'seat',
    summary: 'A token for the stage with exactly what the seat is due now, valid for two minutes',
    params: SeatPath,
    response: z.object({ token: z.string(), room: z.string() }),
    resource: async ({ actor }) => resourceOf(actor),
    handler: async ({ actor }) => {
      if (actor.kind !== 'seat') return refuse('access.not_found');
      const holder = await holderOf(deps.seats, actor);
      const due = holder && (await memberDue(deps, actor.conferenceId, identityOf(holder)));
      if (!due) return refuse('seat.over');
      await deps.reconciler.keep(actor.conferenceId);
      const room = stageRoom(actor.conferenceId);
      return ok({ token: await deps.media.token(room, due), room });
    },
  });

const playerToken = (api: Api<Action, Resource, string>, deps: LiveRoutesDeps): void =>
  api.route({
    method: 'GET',
    url: '/seats/:seatId/player-token',
    action: 'media.play',
    as: 'seat',
    summary: "A token for this operator's player, while its film is on air, valid for two minutes",
    params: SeatPath,
    response: z.object({ token: z.string() }),
    resource: async ({ actor }) => resourceOf(actor),
    handler: async ({ actor }) => {
      if (actor.kind !== 'seat') return refuse('access.not_found');
      const holder = await holderOf(deps.seats, actor);
      const due = holder && (await memberDue(deps, actor.conferenceId, playerIdentityOf(holder)));
      if (!due) return refuse('seat.no_film');
      return ok({ token: await deps.media.token(stageRoom(actor.conferenceId), due) });
    },
  });

const seatSocket = (api: Api<Action, Resource, string>, deps: LiveRoutesDeps): void =>
  api.socket({
    url: '/seats/:seatId/socket',
    action: 'socket.connect',
    as: 'seat',
    params: SeatPath,
    resource: async (actor) => resourceOf(actor),
    handler: (socket, { actor, connection }) => {
      // Frames that come before all is read wait in the socket.
      socket.pause();
      const open = async () => {
        if (actor.kind !== 'seat') return socket.close();
        const [holder, info, channel] = await Promise.all([
          holderOf(deps.seats, actor),
          deps.readConference(actor.conferenceId),
          deps.hub.channel(actor.conferenceId),
        ]);
        if (!holder || !info) return socket.close();
        new SeatSocket(socket, connection, holder, info, channel, deps.socket);
        await deps.reconciler.keep(actor.conferenceId);
        return socket.resume();
      };
      open().catch((error: unknown) => {
        deps.socket.log.warn({ err: error }, 'a socket could not be served');
        socket.close(1012, 'restart');
      });
    },
  });

/** Webhooks are hints: what they say is looked up, never believed. */
const webhook = async (
  app: FastifyInstance,
  api: (scope: FastifyInstance) => Api<Action, Resource, string>,
  deps: LiveRoutesDeps,
): Promise<void> => {
  const receiver = new WebhookReceiver(deps.livekit.key, deps.livekit.secret);
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/webhook+json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
    api(scope).route({
      method: 'POST',
      url: '/livekit/webhook',
      action: 'media.webhook',
      as: 'anyone',
      summary: 'Hints of the media server, signed with its key',
      body: z.string().max(200_000),
      handler: async ({ body, request }) => {
        const event = await receiver.receive(body, request.headers.authorization).catch(() => null);
        if (!event) return refuse('access.not_found');
        const conferenceId = ConferenceId.safeParse(conferenceOfRoom(event.room?.name ?? ''));
        if (conferenceId.success) await deps.notifications.notify('reconcile', conferenceId.data);
        return ok(undefined);
      },
    });
  });
};

/** What the live conference answers over HTTP: its sockets, the media token, the media server's hints. */
export const registerLiveRoutes = async (
  app: FastifyInstance,
  api: Api<Action, Resource, string>,
  apiIn: (scope: FastifyInstance) => Api<Action, Resource, string>,
  deps: LiveRoutesDeps,
): Promise<void> => {
  seatSocket(api, deps);
  mediaToken(api, deps);
  playerToken(api, deps);
  registerAsideRoutes(api, deps);
  registerCallRoutes(api, deps);
  registerSoundRoutes(api, deps);
  registerLineRoutes(api, deps);
  await webhook(app, apiIn, deps);
};
