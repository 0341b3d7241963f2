import type { IncomingMessage } from 'node:http';
import type { FastifyHelmetOptions } from '@fastify/helmet';

const HOST = /^[a-z0-9.:[\]-]+$/i;

/** The sockets of our own address: browsers of before 2023 do not count them as 'self'. */
const ownSockets = (request: IncomingMessage): string => {
  const { host } = request.headers;
  return host !== undefined && HOST.test(host) ? `ws://${host} wss://${host}` : `'self'`;
};

/**
 * Headers that keep pages to our own address: no script, font, picture or connection from anywhere else.
 * @param isDevelopment Vite puts inline scripts into its pages
 */
export const secureHeaders = (isDevelopment: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [`'self'`],
      scriptSrc: isDevelopment ? [`'self'`, `'unsafe-inline'`] : [`'self'`],
      // The kit of the office pages and the live screens set styles on elements.
      styleSrc: [`'self'`, `'unsafe-inline'`],
      imgSrc: [`'self'`, 'data:', 'blob:'],
      mediaSrc: [`'self'`, 'blob:'],
      fontSrc: [`'self'`],
      workerSrc: [`'self'`, 'blob:'],
      connectSrc: [`'self'`, ownSockets],
      objectSrc: [`'none'`],
      baseUri: [`'self'`],
      formAction: [`'self'`],
      frameAncestors: [`'none'`],
    },
  },
  // Only browsers that came by https take this to heart.
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  referrerPolicy: { policy: 'no-referrer' },
});
