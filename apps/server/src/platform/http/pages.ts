import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refuse } from './errors.ts';

/** Where pages come from: the build, Vite while developing, or nowhere (tests of the interface alone). */
export type Pages =
  | { readonly kind: 'build'; readonly folder: string; readonly demo: boolean }
  | { readonly kind: 'vite'; readonly folder: string; readonly demo: boolean }
  | { readonly kind: 'none' };

/** Vite's own socket, which tells pages of changed code. */
export const HMR_PATH = '/vite-hmr';

/** Addresses that are no pages: what is unknown there is a problem, not the application. */
const NO_PAGE = /^\/(api|rtc|whip|assets|metrics|healthz|readyz)(\/|$)/;

const ROOM_SCREEN = /^\/room(?:[/?]|$)/;

const wantsPage = (request: FastifyRequest): boolean =>
  request.method === 'GET' && !NO_PAGE.test(new URL(request.url, 'http://x').pathname);

/** Their names carry a hash of their content, so what is in them never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The page as it is now, or null while there is none. */
const readPage = (file: string): Promise<Buffer | null> =>
  readFile(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });

/** Pages of a demonstration know that they are before they ask for anything: each of them says so. */
const markedAsDemo = (html: string): string => html.replace('<html ', '<html data-demo ');

/** Everything is looked up when it is asked for: the page may be built anew while the server runs (W15). */
type Served = Exclude<Pages, { readonly kind: 'none' }>;

const serveBuild = async (app: FastifyInstance, { folder, demo }: Served, refuse: Refuse): Promise<void> => {
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    // A server without a page answers nothing but its interface.
    suppressWarning: true,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply) => void reply.header('cache-control', FOR_EVER),
  });
  // One page for every address: the router in it knows them. The room screen has its own.
  app.setNotFoundHandler(async (request, reply) => {
    const file = ROOM_SCREEN.test(request.url) ? 'room.html' : 'index.html';
    const page = wantsPage(request) ? await readPage(join(folder, file)) : null;
    if (page === null) return refuse(reply, 'route.unknown');
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(demo ? markedAsDemo(page.toString()) : page);
  });
};

const serveByVite = async (app: FastifyInstance, { folder, demo }: Served, refuse: Refuse): Promise<void> => {
  // Only developers have it installed.
  const { createServer } = await import('vite');
  const vite = await createServer({
    root: folder,
    appType: 'spa',
    plugins: demo ? [{ name: 'diemcau:demo', transformIndexHtml: markedAsDemo }] : [],
    server: { middlewareMode: true, ws: { server: app.server, path: HMR_PATH } },
  });
  app.addHook('onClose', () => vite.close());
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    if (NO_PAGE.test(request.url) && !request.url.startsWith('/assets')) return void refuse(reply, 'route.unknown');
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    return vite.middlewares(request.raw, reply.raw);
  });
};

export const servePages = async (app: FastifyInstance, pages: Pages, refuse: Refuse): Promise<void> => {
  switch (pages.kind) {
    case 'build':
      return serveBuild(app, pages, refuse);
    case 'vite':
      return serveByVite(app, pages, refuse);
    case 'none':
      app.setNotFoundHandler((_request, reply) => refuse(reply, 'route.unknown'));
  }
};
