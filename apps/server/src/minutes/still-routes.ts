import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { ConferenceId, ok, refuse } from '@diemcau/domain/kernel';
import { MAX_STILL_BYTES, StillId, TakeStillQuery } from '@diemcau/domain/minutes';
import type { Action, Resource } from '@diemcau/domain/organisation';
import { conferenceOfSeat, readsOfAdministrator, readsOfSeat, show, type Api } from '../platform/http/index.ts';
import type { RecordPorts } from './ports.ts';
import type { MinutesApi } from './routes.ts';
import { timeText } from './sentences.ts';
import type { Stills } from './stills.ts';

export type StillApiIn = (scope: FastifyInstance) => Api<Action, Resource, string>;
type Parts = { readonly stills: Stills; readonly ports: RecordPorts };

/** Somewhat more than may be kept, so that what is too large is told in words of its own. */
const BODY_LIMIT = MAX_STILL_BYTES + 1024 * 1024;
/** A still never changes; who may no longer read it sees it no longer than this. */
const CACHED = 'private, max-age=3600';

/** The only route that takes anything but JSON: a JPEG as the body, its moment in the query. */
const taking = async (app: FastifyInstance, apiIn: StillApiIn, { stills }: Parts): Promise<void> => {
  await app.register(async (scope) => {
    const parse = { parseAs: 'buffer', bodyLimit: BODY_LIMIT } as const;
    scope.addContentTypeParser<Buffer>('image/jpeg', parse, (_request, bytes, done) => done(null, bytes));
    apiIn(scope).route({
      as: 'seat',
      method: 'POST',
      url: '/seats/:seatId/record/stills/:stillId',
      action: 'record.takeStill',
      summary: 'Keep a JPEG of the programme or of a site with its moment of the record; the same id again is the same',
      unknown: 'access.not_found',
      params: readsOfSeat.params.extend({ stillId: StillId }),
      resource: readsOfSeat.resource,
      query: TakeStillQuery,
      options: { bodyLimit: BODY_LIMIT },
      handler: async ({ actor, params, query, request }) =>
        actor.kind === 'seat' ? stills.take(actor, params.stillId, query, request.body) : refuse('access.not_found'),
    });
  });
};

const SHOWN = {
  method: 'GET',
  action: 'record.read',
  summary: 'A still as it was taken, to be shown or saved',
  response: z.unknown(),
} as const;

const shownOf =
  ({ stills }: Parts) =>
  async (conferenceId: ConferenceId | null, stillId: StillId, reply: FastifyReply) => {
    const found = conferenceId && (await stills.read(conferenceId, stillId));
    if (!found) return refuse('minutes.still_not_found');
    show(reply, 'jpg', 'anh', `Ảnh ${timeText(found.at.getTime()).replaceAll(':', '.')}`);
    reply.header('cache-control', CACHED);
    return ok(found.bytes);
  };

/** Stills of the programme or of a site, beside the record (K15 to K18). */
export const stillRoutes = async (
  app: FastifyInstance,
  api: MinutesApi,
  apiIn: StillApiIn,
  parts: Parts,
): Promise<void> => {
  await taking(app, apiIn, parts);
  const shown = shownOf(parts);
  const url = '/record/stills/:stillId';
  const { conferenceOf: _, prefix, ...ofSeat } = readsOfSeat;
  api.route({
    ...ofSeat,
    ...SHOWN,
    url: `${prefix}${url}`,
    params: ofSeat.params.extend({ stillId: StillId }),
    handler: ({ actor, params, reply }) => shown(conferenceOfSeat(actor), params.stillId, reply),
  });
  const administrators = readsOfAdministrator(async (id) => (await parts.ports.about(id))?.unitPath);
  const { conferenceOf: __, prefix: ofId, ...ofAdministrator } = administrators;
  api.route({
    ...ofAdministrator,
    ...SHOWN,
    url: `${ofId}${url}`,
    params: z.object({ conferenceId: ConferenceId, stillId: StillId }),
    handler: ({ params, reply }) => shown(params.conferenceId, params.stillId, reply),
  });
};
