import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, unfitFor, type InputSchema } from '@diemcau/testkit';
import { allProblems } from './problems.ts';
import { routeBodies } from './route-bodies.fixture.ts';
import {
  conferenceBody,
  field,
  newId,
  siteByCode,
  startUnderTest,
  text,
  walkPages,
  type Answer,
  type Browser,
  type ServerUnderTest,
} from './under-test.ts';

let house: ServerUnderTest;
let one: Browser;
let hall: string;
let conferenceId: string;
let clerk: { readonly browser: Browser; readonly seatId: string };

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  hall = await siteByCode(one, 'TW');
  conferenceId = text((await one.send('POST', '/conferences', conferenceBody(house.clock, hall))).body, 'conferenceId');
  clerk = { browser: house.browser(), seatId: newId() };
  const seat = { seatId: clerk.seatId, role: 'clerk', siteId: hall };
  const { body } = await one.send('POST', `/conferences/${conferenceId}/seats`, seat);
  await clerk.browser.send('POST', '/seats/redeem', { secret: text(body, 'link').split('#')[1] });
});
afterAll(() => house.stop());

/** Every refusal says the same things in the same form. */
const isProblem = ({ body, headers, status }: Answer) => {
  expect(String(headers['content-type'])).toContain('application/problem+json');
  expect(field(body, 'status')).toBe(status);
  for (const name of ['type', 'title', 'code', 'vi', 'en']) expect(text(body, name).length).toBeGreaterThan(3);
};
const stored = async () => {
  const [row] = await house.query<{ all: string }>(
    `select (select count(*) from conference) || '/' || (select count(*) from seat) || '/' || (select count(*) from event) || '/' || (select count(*) from account) || '/' || (select count(*) from delegate) || '/' || (select count(*) from help_request) || '/' || (select count(*) from site_check) as all`,
  );
  return row?.all;
};

const DEEP = JSON.stringify({ a: 1 }).replace('1', '['.repeat(5000) + ']'.repeat(5000));

describe('bodies that are none', () => {
  test.each([
    ['no JSON', '{"login":', undefined, 400, 'request.not_json'],
    ['nothing', '', undefined, 400, 'request.invalid'],
    ['a list instead of an object', '[]', undefined, 400, 'request.invalid'],
    ['a form', 'login=a&password=b', 'application/x-www-form-urlencoded', 415, 'request.unsupported'],
    ['a prototype', '{"__proto__":{"login":"a"},"password":"b"}', undefined, 400, 'request.not_json'],
    ['too much', JSON.stringify({ login: 'a', password: 'x'.repeat(600 * 1024) }), undefined, 413, 'request.too_large'],
    ['very deep', DEEP, undefined, 400, 'request.invalid'],
  ])('%s is refused with a code and both sentences', async (_what, body, type, status, code) => {
    const before = await stored();
    const answer = await house
      .browser()
      .send('POST', '/session', body, type === undefined ? {} : { 'content-type': type });
    expect(answer).toMatchObject({ status, code });
    isProblem(answer);
    expect(await stored()).toBe(before);
  });

  test('another encoding is refused rather than stored with marks in place of letters', async () => {
    const latin = Buffer.from(
      JSON.stringify(conferenceBody(house.clock, hall, { name: 'Hội nghị' })).replace('ộ', 'o'),
      'latin1',
    );
    latin[latin.indexOf('H')] = 0xe9;
    const answer = await one.send('POST', '/conferences', latin);
    expect(answer).toMatchObject({ status: 400, code: 'request.bad_encoding' });
    isProblem(answer);
  });
});

type Described = { readonly url: string; readonly schema: InputSchema };

/** Every route that reads JSON, by the product's own description of itself. */
const described = async (): Promise<readonly Described[]> => {
  const { body } = await house.browser().send('GET', '/api/openapi.json');
  const paths = field(body, 'paths') as Readonly<Record<string, { readonly post?: { readonly requestBody?: object } }>>;
  return Object.entries(paths).flatMap(([path, { post }]) => {
    const content = post?.requestBody === undefined ? {} : (field(post.requestBody, 'content') as object);
    if (!('application/json' in content)) return [];
    const schema = field(content['application/json'], 'schema') as InputSchema;
    return [{ url: path.replace('/api/v1', '').replaceAll(/\{(\w+)\}/g, ':$1'), schema }];
  });
};

describe('each field', () => {
  const send = (url: string, body: unknown) => {
    const address = url
      .replace(':conferenceId', conferenceId)
      .replace(':seatId', clerk.seatId)
      .replace(':siteId', hall)
      .replaceAll(/:\w+/g, newId);
    return (url.startsWith('/seats/:') ? clerk.browser : one).send('POST', address, body);
  };
  const isRefused = async (url: string, name: string, body: unknown) => {
    const answer = await send(url, body);
    const sent = `${url} ${JSON.stringify(body).slice(0, 300)}`;
    expect([sent, answer.status, answer.code]).toEqual([sent, 400, 'request.invalid']);
    isProblem(answer);
    const paths = (field(answer.body, 'fields') as readonly unknown[]).map((each) => text(each, 'path'));
    expect([sent, paths.some((path) => path === name || path.startsWith(`${name}.`))]).toEqual([sent, true]);
  };

  test('of every route: missing, too long, of a wrong type, it is named in the refusal; an unknown one is refused', async () => {
    const before = await stored();
    const bodies = routeBodies();
    for (const { url, schema } of await described()) {
      // Signed by the media server as a whole.
      if (url === '/livekit/webhook') continue;
      const body = bodies[url];
      if (body === undefined) throw new Error(`no body for ${url}: write one in route-bodies.fixture.ts`);
      expect(await send(url, { ...body, administrator: true })).toMatchObject({ status: 400, code: 'request.invalid' });
      for (const [name, part] of Object.entries(schema.properties ?? {})) {
        const without = Object.fromEntries(Object.entries(body).filter(([each]) => each !== name));
        if (schema.required?.includes(name)) await isRefused(url, name, without);
        for (const value of unfitFor(part)) await isRefused(url, name, { ...body, [name]: value });
      }
    }
    expect(await stored()).toBe(before);
  });

  test('the bodies of that walk are ones that every schema takes, so that the field alone can be what is refused', async () => {
    const bodies = routeBodies();
    const taken = (await described()).filter(
      ({ url }) => url.startsWith('/seats/:') || url.startsWith('/conferences/:'),
    );
    for (const { url } of taken) {
      const { code } = await send(url.replace(':conferenceId', newId()), bodies[url]);
      expect([url, code === 'request.invalid' || code === 'request.not_json']).toEqual([url, false]);
    }
  });

  test.each([
    ['empty', ''],
    ['blank', ' \u00a0\t '],
    ['a zero byte', 'a\u0000b'],
    ['text that runs backwards', 'a\u202eb'],
    ['half a letter', 'a\ud800b'],
    ['what a wrong encoding leaves', 'H\ufffdi ngh\ufffd'],
    ['201 letters', 'ộ'.repeat(201)],
  ])('a name: %s', async (_what, name) => {
    const before = await stored();
    await isRefused('/conferences', 'name', conferenceBody(house.clock, hall, { name }));
    expect(await stored()).toBe(before);
  });

  test.each([
    ['HTML', `<script>alert(1)</script><img src=x onerror=alert(1)>`],
    ['SQL', `'; drop table seat; --`],
    ['a template', '${process.exit()} {{7*7}}'],
    ['200 letters', 'Ộ'.repeat(200)],
  ])('a name with %s is text and stays what it is', async (_what, name) => {
    const made = await send('/conferences', conferenceBody(house.clock, hall, { name }));
    expect(made.status).toBe(201);
    expect((await one.send('GET', `/conferences/${text(made.body, 'conferenceId')}`)).body).toMatchObject({ name });
  });

  test('composed and decomposed letters are stored alike', async () => {
    const made = await send(
      '/conferences',
      conferenceBody(house.clock, hall, { name: '  Hội  nghị '.normalize('NFD') }),
    );
    expect((await one.send('GET', `/conferences/${text(made.body, 'conferenceId')}`)).body).toMatchObject({
      name: 'Hội nghị'.normalize('NFC'),
    });
  });
});

describe('queries and addresses', () => {
  test.each([
    ['limit=0'],
    ['limit=201'],
    ['limit=x'],
    ['cursor=%00'],
    ['cursor=../../etc'],
    ['q=%00'],
    [`q=${'x'.repeat(101)}`],
    ['parentId=1'],
  ])('/units?%s is refused', async (query) => {
    const answer = await one.send('GET', `/units?${query}`);
    expect(answer).toMatchObject({ status: 400, code: 'request.invalid' });
    isProblem(answer);
  });

  test.each([
    [Buffer.from('["\\u0000"]').toString('base64url')],
    [Buffer.from('[1,2,3]').toString('base64url')],
    ['AAAA'],
  ])('a cursor of nobody (%s) begins at the beginning', async (cursor) => {
    expect((await one.send('GET', `/sites?limit=1&cursor=${cursor}`)).body).toEqual(
      (await one.send('GET', '/sites?limit=1')).body,
    );
  });

  test.each([['%'], ['_'], ['\\'], [`' or 1=1 --`]])(
    'a search for %s finds what contains it, not everything',
    async (q) => {
      expect(await walkPages(one, `/sites?q=${encodeURIComponent(q)}`, 200)).toEqual([]);
    },
  );

  test('without --demo there is nothing of the demo', async () => {
    expect(await one.send('POST', '/demo/seats', { role: 'chair' })).toMatchObject({
      status: 404,
      code: 'route.unknown',
    });
  });

  test.each([
    ['GET', '/nothing', 404, 'route.unknown'],
    ['DELETE', '/conferences', 404, 'route.unknown'],
    ['GET', '/conferences/%E0%A4%A', 400, 'request.invalid'],
    ['GET', '/conferences/1', 400, 'request.invalid'],
  ] as const)('%s %s is a problem too', async (method, path, status, code) => {
    const answer = await one.send(method, path);
    expect(answer).toMatchObject({ status, code });
    isProblem(answer);
  });
});

describe('requests of other sites', () => {
  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'http://localhost:8081' }],
  ])('%j may change nothing', async (headers) => {
    const answer = await one.send('POST', '/conferences', conferenceBody(house.clock, hall), headers);
    expect(answer).toMatchObject({ status: 403, code: 'request.foreign_origin' });
    isProblem(answer);
  });

  test('the own page may', async () => {
    expect(
      (
        await one.send(
          'POST',
          '/sites/resolve',
          { codes: ['01'] },
          { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' },
        )
      ).status,
    ).toBe(200);
  });

  test('no page of another name can look into ours, and nothing is fetched from abroad', async () => {
    const { headers } = await one.send('GET', '/session');
    expect(headers['content-security-policy']).toContain(`default-src 'self'`);
    expect(String(headers['content-security-policy'])).not.toMatch(/https?:\/\//);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('the answers themselves', () => {
  test('every code has a status and two sentences that say what happened', () => {
    for (const [code, { status, vi, en }] of Object.entries(allProblems)) {
      expect([code, status >= 400 && status < 600, vi.length > 20, en.length > 15, vi !== en]).toEqual([
        code,
        true,
        true,
        true,
        true,
      ]);
      expect(vi).toMatch(/\.$/);
    }
  });

  test('alive, ready without media, described', async () => {
    const browser = house.browser();
    expect((await browser.send('GET', '/healthz')).body).toEqual({ alive: true });
    expect(await browser.send('GET', '/readyz')).toMatchObject({
      status: 200,
      body: { ready: true, database: true, migrations: true, media: { available: false } },
    });
    const { body } = await browser.send('GET', '/api/openapi.json');
    expect(field(body, 'paths')).toHaveProperty(['/api/v1/seats/redeem']);
    expect(JSON.stringify(field(body, 'paths')).length).toBeGreaterThan(10_000);
  });
});
