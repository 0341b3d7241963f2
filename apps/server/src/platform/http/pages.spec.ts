import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from '../log/index.ts';
import { createHttp, type Http } from './server.ts';

let home: string;
let http: Http;

/** A build as Vite makes it: a page, one script with its compressed twin, and files of its own that are nobody's. */
const build = async (name: string, folder = join(home, 'dist')): Promise<void> => {
  await mkdir(join(folder, 'assets'), { recursive: true });
  await mkdir(join(folder, '.vite'));
  await writeFile(join(folder, 'index.html'), `<html lang="vi"><script src="/assets/${name}.js"></script>`);
  await writeFile(
    join(folder, 'room.html'),
    `<html lang="vi"><link rel="modulepreload" href="/assets/${name}-room.js">`,
  );
  await writeFile(join(folder, 'assets', `${name}.js`), `// ${name}`);
  await writeFile(join(folder, 'assets', `${name}.js.br`), `compressed ${name}`);
  await writeFile(join(folder, '.vite/manifest.json'), '{"secret":true}');
};

/** As `script/build-page` does it: the new folder takes the place of the old one. */
const rebuild = async (name: string): Promise<void> => {
  await build(name, join(home, 'made'));
  await rename(join(home, 'dist'), join(home, 'old'));
  await rename(join(home, 'made'), join(home, 'dist'));
  await rm(join(home, 'old'), { recursive: true });
};

/** The address as it stands: clients that mean well would tidy it up before they ask. */
const getRaw = async (path: string) => {
  await http.app.listen({ host: '127.0.0.1', port: 0 });
  const address = http.app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const asked = request({ host: '127.0.0.1', port, path, agent: false });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, type: answer.headers['content-type'], body: await text(answer) };
};

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  http.app.inject({ method: 'GET', url, headers });
const unknown = { status: 404, code: 'route.unknown' };

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'diemcau-pages-'));
});
afterEach(async () => {
  await http.app.close();
  await rm(home, { recursive: true, force: true });
});

const serve = async (demo = false) => {
  http = await createHttp({
    log: createLogger({ logLevel: 'silent' }),
    problems: {},
    publicUrl: undefined,
    pages: { kind: 'build', folder: join(home, 'dist'), demo },
    proxied: [],
  });
};

describe('the built page', () => {
  test('of a demonstration says so itself, whichever it is; that of anything else does not', async () => {
    await build('one');
    for (const demo of [true, false]) {
      await serve(demo);
      for (const url of ['/', '/l', '/room', '/c/x/record'])
        expect([url, (await get(url)).body.startsWith('<html data-demo lang="vi">')]).toEqual([url, demo]);
      if (demo) await http.app.close();
    }
  });

  test('W15: is served for every address of the product, and asked for again each time', async () => {
    await build('one');
    await serve();
    for (const url of ['/', '/c/x/moderator?seat=y', '/l', '/c//x', '/không-có']) {
      const { statusCode, headers, payload } = await get(encodeURI(url));
      expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ]);
      expect(payload).toContain('/assets/one.js');
    }
  });

  test('W15: a room screen gets the page that names its parts; what only begins like it does not', async () => {
    await build('one');
    await serve();
    for (const url of ['/room', '/room?seat=y', '/room/'])
      expect((await get(url)).payload).toContain('/assets/one-room.js');
    for (const url of ['/rooms', '/c/x/room']) expect((await get(url)).payload).toContain('/assets/one.js');
  });

  test('W15: its parts are kept for ever, compressed for who can read that', async () => {
    await build('one');
    await serve();
    const plain = await get('/assets/one.js');
    expect([plain.statusCode, plain.payload, plain.headers['cache-control']]).toEqual([
      200,
      '// one',
      'public, max-age=31536000, immutable',
    ]);
    const small = await get('/assets/one.js', { 'accept-encoding': 'br' });
    expect([small.payload, small.headers['content-encoding'], small.headers['content-type']]).toEqual([
      'compressed one',
      'br',
      'application/javascript; charset=utf-8',
    ]);
  });

  test('W15: built anew under a running server, it is served at once; what it lacks is not there, and never the page', async () => {
    await build('one');
    await serve();
    expect((await get('/assets/one.js')).statusCode).toBe(200);
    await rebuild('two');
    expect((await get('/')).payload).toContain('/assets/two.js');
    expect((await get('/assets/two.js')).payload).toBe('// two');
    const gone = await get('/assets/one.js');
    expect([gone.json<object>(), gone.headers['content-type'], gone.headers['cache-control']]).toMatchObject([
      unknown,
      'application/problem+json; charset=utf-8',
      'no-store',
    ]);
  });

  test('W15: built after the start of a server that had none, it is served', async () => {
    await serve();
    expect((await get('/')).json<object>()).toMatchObject(unknown);
    expect((await get('/assets/one.js')).json<object>()).toMatchObject(unknown);
    await build('one');
    expect((await get('/')).statusCode).toBe(200);
    expect((await get('/assets/one.js')).statusCode).toBe(200);
  });

  test.each(['/whip', '/whip/stage?seat=y', '/api/v1/nothing', '/metrics/nothing'])(
    'W15: %s is an address of no page: unknown, whether a page is built or not',
    async (url) => {
      for (const isBuilt of [false, true]) {
        if (isBuilt) await build('one');
        await serve();
        const answer = await get(url);
        expect([answer.statusCode, answer.json<object>()]).toMatchObject([404, unknown]);
        if (!isBuilt) await http.app.close();
      }
    },
  );

  test.each([
    '/assets/nothing.js',
    '/assets/',
    '/assets',
    '/assets/../index.html',
    '/assets/..%2findex.html',
    '/assets/%2e%2e/.vite/manifest.json',
    '/assets/../.vite/manifest.json',
    '/assets/..%5c.vite%5cmanifest.json',
    '/assets/..%2f..%2f..%2f..%2f..%2fetc/passwd',
    '/assets/one.js%00',
    '/api/v1/nothing',
  ])('W15: %s is refused with a problem', async (url) => {
    await build('one');
    await serve();
    const { status, type, body } = await getRaw(url);
    expect(type).toBe('application/problem+json; charset=utf-8');
    expect([400, 404]).toContain(status);
    expect(JSON.parse(body)).toHaveProperty('vi');
  });

  test.each(['/.vite/manifest.json', '/.sources', '/index.html/../.vite/manifest.json'])(
    'W15: %s tells nothing of the build',
    async (url) => {
      await build('one');
      await serve();
      expect((await getRaw(url)).body).not.toContain('secret');
    },
  );
});
