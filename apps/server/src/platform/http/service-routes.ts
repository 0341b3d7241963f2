import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ok } from '@diemcau/domain/kernel';
import { metrics } from '../metrics/index.ts';
import type { Api } from './api.ts';

/** How the parts are. Without media a conference goes on, so they never make the server unready. */
export type Health = { readonly database: boolean; readonly migrations: boolean; readonly media: boolean };

const Ready = z.object({
  ready: z.boolean(),
  database: z.boolean(),
  migrations: z.boolean(),
  media: z.object({ available: z.boolean(), status: z.enum(['up', 'down']) }),
});

/** `/healthz`, `/readyz`, `/metrics`, `/api/openapi.json`. */
export const serviceRoutes = <Resource, Code extends string>(
  app: FastifyInstance,
  api: Api<'service.read', Resource, Code>,
  health: () => Promise<Health>,
): void => {
  const common = { method: 'GET', action: 'service.read', as: 'anyone', root: true } as const;
  api.route({
    ...common,
    url: '/healthz',
    summary: 'Alive',
    response: z.object({ alive: z.literal(true) }),
    handler: async () => ok({ alive: true as const }),
  });
  api.route({
    ...common,
    url: '/readyz',
    summary: 'Ready to serve: database and migrations; media are only reported',
    response: Ready,
    handler: async ({ reply }) => {
      const { database, migrations, media } = await health();
      const ready = database && migrations;
      // A proxy looks at the status alone, a person at the body; both are the answer of this route.
      if (!ready) reply.statusCode = 503;
      return ok({
        ready,
        database,
        migrations,
        media: { available: media, status: media ? ('up' as const) : ('down' as const) },
      });
    },
  });
  api.route({
    ...common,
    url: '/metrics',
    summary: 'Prometheus metrics',
    response: z.string(),
    handler: async ({ reply }) => {
      reply.type(metrics.contentType);
      return ok(await metrics.metrics());
    },
  });
  api.route({
    ...common,
    url: '/api/openapi.json',
    summary: 'This description',
    response: z.record(z.string(), z.unknown()),
    handler: async () => ok({ ...app.swagger() }),
  });
};
