import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Refuse } from './errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
const LOOPBACK_PEERS = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** The address under which a person opened the page. */
export const ownOrigin = (request: FastifyRequest, publicUrl: string | undefined): string =>
  publicUrl === undefined ? `${request.protocol}://${request.host}` : new URL(publicUrl).origin;

const isUpgrade = (request: FastifyRequest) => request.headers.upgrade !== undefined;

/**
 * Browsers name the page that a request comes from; another site's page may change nothing here and open no socket.
 * Programs that are no browsers name none: they hold no cookies that a foreign page could use.
 */
const isForeign = (request: FastifyRequest, publicUrl: string | undefined): boolean => {
  const { origin } = request.headers;
  if (origin !== undefined)
    return origin !== ownOrigin(request, publicUrl) && origin !== `${request.protocol}://${request.host}`;
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
};

export const refuseForeignOrigins = (app: FastifyInstance, refuse: Refuse, publicUrl: string | undefined): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (SAFE.has(request.method) && !isUpgrade(request)) return undefined;
    return isForeign(request, publicUrl) ? refuse(reply, 'request.foreign_origin') : undefined;
  });
};

/** Whether the request was made on this very machine, under a name of its own (no page of another name can do that). */
export const isOnThisMachine = (request: FastifyRequest): boolean =>
  LOOPBACK_PEERS.has(request.socket.remoteAddress ?? '') && LOOPBACK_HOSTS.has(request.hostname);
