import { createServer, type Server } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import websocket from '@fastify/websocket';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Logger } from '../log/index.ts';
import { mapErrors, refuser, type Refuse } from './errors.ts';
import { readJsonStrictly } from './json.ts';
import { refuseForeignOrigins } from './origin.ts';
import { HMR_PATH, servePages, type Pages } from './pages.ts';
import { httpProblems, type ProblemTable } from './problems.ts';
import { secureHeaders } from './headers.ts';

/** Largest body, in bytes: the ids of all sites of the system fit in. */
const BODY_LIMIT = 512 * 1024;
/** Sockets refuse long frames themselves, with a sentence; beyond this they are cut off. */
const FRAME_LIMIT = 2 * 1024 * 1024;

export type HttpOptions = {
  readonly log: Logger;
  /** Codes of all slices with their sentences; those of this layer are added. */
  readonly problems: ProblemTable;
  readonly publicUrl: string | undefined;
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  readonly pages: Pages;
  /** Path prefixes whose WebSocket upgrades a proxy answers. */
  readonly proxied: readonly string[];
};

export type Http = {
  readonly app: FastifyInstance;
  readonly refuse: Refuse;
  /** Method and address of every route, however it was added. */
  readonly routes: readonly { readonly method: string; readonly url: string }[];
};

const newApp = (options: HttpOptions, refuse: Refuse): FastifyInstance => {
  // Typed as Fastify's own logger, so that the instance has its plain type.
  const loggerInstance: FastifyBaseLogger = options.log;
  return fastify({
    loggerInstance,
    // One line per request would drown the log of a conference; failures are logged where they happen.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    exposeHeadRoutes: false,
    // Addresses of clients come from the proxy only when one is configured, and only from this machine.
    trustProxy: options.publicUrl === undefined ? false : 'loopback',
    forceCloseConnections: true,
    // An address that cannot even be read, before any route or hook is asked.
    frameworkErrors: (_error, _request, reply) => void refuse(reply, 'request.invalid'),
    ...(options.tls && { https: options.tls }),
  });
};

/**
 * Upgrades that are for our own sockets. A proxied path answers its own, and two that answer the same connection
 * would spoil it (ADR 4).
 */
const ownUpgrades = (app: FastifyInstance, proxied: readonly string[]): Server => {
  const own = createServer();
  app.server.on('upgrade', (request, socket, head) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (!proxied.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)))
      own.emit('upgrade', request, socket, head);
  });
  return own;
};

/** The HTTP server without any route of a slice: what holds for all of them. Call `app.listen` when all are there. */
export const createHttp = async (options: HttpOptions): Promise<Http> => {
  const refuse = refuser({ ...httpProblems, ...options.problems });
  const app = newApp(options, refuse);
  const routes: { method: string; url: string }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url });
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  readJsonStrictly(app);
  mapErrors(app, refuse);
  await app.register(helmet, secureHeaders(options.pages.kind === 'vite'));
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await app.register(websocket, {
    options: {
      maxPayload: FRAME_LIMIT,
      perMessageDeflate: false,
      server: ownUpgrades(app, [...options.proxied, ...(options.pages.kind === 'vite' ? [HMR_PATH] : [])]),
    },
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Điểm Cầu',
        version: '1',
        description: 'Refusals are problem+json (RFC 9457) with a code and a sentence in Vietnamese and in English.',
      },
    },
    transform: jsonSchemaTransform,
  });
  refuseForeignOrigins(app, refuse, options.publicUrl);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(self), display-capture=(self), geolocation=()');
  });
  await servePages(app, options.pages, refuse);
  return { app, refuse, routes };
};
