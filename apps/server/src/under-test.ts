// A whole server in the process of a test: real PostgreSQL, no media server, and browsers that keep their cookies.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { CommandId, ConferenceId, type Actor } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import type { CommandTexts } from '@diemcau/domain/wire';
import { composeServer, type Server } from './compose.ts';
import { connect } from './platform/db/index.ts';
import { createLogger } from './platform/log/index.ts';

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
const PASSWORD = 'mot mat khau du dai';

export type Answer = {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
};

export type Browser = {
  readonly cookies: Map<string, string>;
  readonly send: (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

const codeOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code : undefined;

/** A browser of its own: what one answer sets as a cookie, the next request sends. */
const newBrowser = (server: Server): Browser => {
  const cookies = new Map<string, string>();
  return {
    cookies,
    send: async (method, path, body, headers = {}) => {
      const answer = await server.app.inject({
        method,
        url:
          path.startsWith('/healthz') ||
          path.startsWith('/readyz') ||
          path.startsWith('/metrics') ||
          path.startsWith('/api/')
            ? path
            : `/api/v1${path}`,
        headers: {
          'user-agent': USER_AGENT,
          host: 'localhost:8080',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        cookies: Object.fromEntries(cookies),
        ...(body !== undefined && {
          payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
        }),
      });
      for (const { name, value, maxAge } of answer.cookies) {
        if (value === '' || maxAge === 0) cookies.delete(name);
        else cookies.set(name, value);
      }
      const read = parsed(answer.payload);
      return { status: answer.statusCode, code: codeOf(read), body: read, headers: answer.headers };
    },
  };
};

export type ServerUnderTest = {
  readonly server: Server;
  /** ms since the epoch, as links and accounts see it; tests move it. */
  readonly clock: { now: number };
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly browser: () => Browser;
  /** A browser in which the first administrator, over the root, is signed in. */
  readonly administrator: () => Promise<Browser>;
  readonly query: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  readonly stop: () => Promise<void>;
};

export const startUnderTest = async (
  databaseUrl: string,
  options: { readonly demo?: boolean } = {},
): Promise<ServerUnderTest> => {
  const database = connect(databaseUrl, { max: 10, onError: () => undefined });
  const log = createLogger({ logLevel: 'silent' });
  const clock = { now: Date.now() };
  const dataDir = await mkdtemp(join(tmpdir(), 'under-test-'));
  const server = await composeServer({
    config: {
      host: '127.0.0.1',
      port: 8080,
      logLevel: 'silent',
      databaseUrl,
      // Nobody listens there: a conference can be prepared and held without media.
      livekit: { url: 'http://127.0.0.1:9', apiKey: 'key', apiSecret: 's'.repeat(32) },
      dataDir,
      cookieSecret: 'only for tests, and long enough for it',
      demo: options.demo ?? false,
      dev: false,
    },
    database,
    log,
    pages: { kind: 'none' },
    now: () => clock.now,
  });
  await server.start();
  const browser = () => newBrowser(server);
  let first: Browser | undefined;
  const administrator = async () => {
    const one = browser();
    const made = first
      ? await one.send('POST', '/session', { login: 'hanh', password: PASSWORD })
      : await one.send('POST', '/administrators/first', {
          secret: await server.accounts.openFirstSecret(),
          login: 'hanh',
          name: 'Trần Thị Hạnh',
          password: PASSWORD,
        });
    if (made.status >= 300) throw new Error(`no administrator: ${made.code}`);
    first ??= one;
    return one;
  };
  return {
    server,
    clock,
    databaseUrl,
    dataDir,
    browser,
    administrator,
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await database.pool.query<Row>(text, [...values])).rows,
    stop: async () => {
      await server.stop();
      await database.close();
      await rm(dataDir, { recursive: true });
    },
  };
};

export const newId = (): string => v7();

type Item = Readonly<Record<string, unknown>>;
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null;

/** A field of an answer's body, by its path ("items.0.siteId"); throws when it is not there. */
export const field = (body: unknown, path: string): unknown =>
  path.split('.').reduce((value: unknown, name) => {
    if (!isItem(value) || !(name in value)) throw new Error(`no ${path} in ${JSON.stringify(body)?.slice(0, 300)}`);
    return value[name];
  }, body);

export const text = (body: unknown, path: string): string => {
  const value = field(body, path);
  if (typeof value !== 'string') throw new Error(`${path} is no text`);
  return value;
};

export const list = (body: unknown, path: string): readonly unknown[] => {
  const value = field(body, path);
  if (!Array.isArray(value)) throw new Error(`${path} is no list`);
  return value;
};

/** What the page sends to make a conference whose seats are open now. */
export const conferenceBody = (clock: { readonly now: number }, hallSiteId: string, more: Item = {}): Item => ({
  conferenceId: newId(),
  kind: 'conference',
  name: 'Hội nghị trực tuyến',
  startsAt: new Date(clock.now + 10 * 60_000).toISOString(),
  hallSiteId,
  siteLimit: 100,
  siteIds: [],
  underUnitIds: [],
  codes: [],
  ...more,
});

/** The id of the site with this code. */
export const siteByCode = async (browser: Browser, code: string): Promise<string> => {
  const { body } = await browser.send('POST', '/sites/resolve', { codes: [code] });
  return text(body, 'found.0.siteId');
};

export type HeldSeat = { readonly browser: Browser; readonly seatId: string };

/** A seat without a site, opened by its link in a browser of its own. */
export const openSeat = async (
  house: ServerUnderTest,
  administrator: Browser,
  conferenceId: string,
  role: string,
): Promise<HeldSeat> => {
  const [browser, seatId] = [house.browser(), newId()];
  const path = `/conferences/${conferenceId}/seats`;
  const { body } = await administrator.send('POST', path, { seatId, role, siteId: null });
  await browser.send('POST', '/seats/redeem', { secret: text(body, 'link').split('#')[1] });
  return { browser, seatId };
};

const SYSTEM: Actor = { kind: 'system', name: 'demo' };

/** A command that must be accepted, by whom it may be, or by the system itself: what leads to where a test begins. */
export const submitted = async (
  house: ServerUnderTest,
  conferenceId: string,
  command: Command,
  texts?: CommandTexts,
  by: Actor = SYSTEM,
): Promise<void> => {
  const body = { id: CommandId.parse(newId()), command, ...(texts && { texts }) };
  const done = await house.server.live.commands.submit(ConferenceId.parse(conferenceId), by, body);
  if (!done.ok) throw new Error(done.code);
};

/** All items of a list, page by page; fails when a page repeats or never ends. */
export const walkPages = async (browser: Browser, path: string, limit: number): Promise<readonly unknown[]> => {
  const items: unknown[] = [];
  let cursor = '';
  for (let page = 0; page < 2000; page++) {
    const { body } = await browser.send('GET', `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor}`);
    items.push(...list(body, 'items'));
    if (field(body, 'next') === null) return items;
    cursor = `&cursor=${text(body, 'next')}`;
  }
  throw new Error(`${path} has no last page`);
};

/** Six at a time. */
export const forEach = async <T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> => {
  const waiting = [...all];
  const worker = async () => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
};

/** A house in which a conference of the whole country is prepared, and whose seats are opened as pages open them. */
export const wholeCountry = async (databaseUrl: string) => {
  const house = await startUnderTest(databaseUrl);
  const one = await house.administrator();
  const hall = await siteByCode(one, 'TW');
  const [root] = await house.query<{ id: string }>('select id from unit where parent_id is null');
  const body = conferenceBody(house.clock, hall, { siteLimit: 4000, underUnitIds: [root?.id] });
  const conferenceId = text((await one.send('POST', '/conferences', body)).body, 'conferenceId');
  const sites = await house.query<{ id: string }>(
    'select site_id as id from conference_site where conference_id = $1',
    [conferenceId],
  );
  const siteIds = sites.map(({ id }) => id);
  const seat = async (role: string, siteId: string | null) => {
    const browser = house.browser();
    const seatId = newId();
    const issued = await one.send('POST', `/conferences/${conferenceId}/seats`, { seatId, role, siteId });
    const opened = await browser.send('POST', '/seats/redeem', { secret: text(issued.body, 'link').split('#')[1] });
    if (opened.status !== 200) throw new Error(`no seat ${role}: ${opened.code}`);
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { browser, seatId, cookie };
  };
  const origin = await house.server.app.listen({ host: '127.0.0.1', port: 0 });
  return { house, one, conferenceId, siteIds, seat, origin };
};
