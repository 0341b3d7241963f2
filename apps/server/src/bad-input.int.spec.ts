import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '@diemcau/testkit';
import { allProblems } from './problems.ts';
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
/** Whose routes begin with their own name in the cases below. */
const seats = new Map<string, { readonly browser: Browser; readonly seatId: string }>();

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  hall = await siteByCode(one, 'TW');
  conferenceId = text((await one.send('POST', '/conferences', conferenceBody(house.clock, hall))).body, 'conferenceId');
  for (const role of ['clerk', 'technician']) {
    const [browser, seatId] = [house.browser(), newId()];
    const siteId = role === 'clerk' ? hall : null;
    const { body } = await one.send('POST', `/conferences/${conferenceId}/seats`, { seatId, role, siteId });
    await browser.send('POST', '/seats/redeem', { secret: text(body, 'link').split('#')[1] });
    seats.set(role, { browser, seatId });
  }
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

const LONG = 'x'.repeat(5000);
const WRONG_TYPES: readonly unknown[] = [null, 1, true, [], {}, ['a'], { $gt: '' }];

type Case = {
  readonly path: string;
  readonly fields: readonly string[];
  readonly body: () => Readonly<Record<string, unknown>>;
};
const NOTHING_MORE = { position: null, unit: null, substituteFor: null, phone: null, rank: null };
const EMPTY_LINE = {
  honorific: '',
  name: '',
  position: '',
  unit: '',
  kind: '',
  substituteFor: '',
  phone: '',
  rank: '',
};
const CASES: readonly Case[] = [
  {
    path: '/conferences',
    fields: ['conferenceId', 'kind', 'name', 'startsAt', 'hallSiteId', 'siteLimit'],
    body: () => conferenceBody(house.clock, hall),
  },
  {
    path: '/conferences/:id/copies',
    fields: ['conferenceId', 'name', 'startsAt'],
    body: () => ({ conferenceId: newId(), name: 'Sao', startsAt: new Date(house.clock.now).toISOString() }),
  },
  {
    path: '/conferences/:id/templates',
    fields: ['templateId', 'name'],
    body: () => ({ templateId: newId(), name: 'Mẫu' }),
  },
  { path: '/conferences/:id/seats', fields: ['seatId', 'role'], body: () => ({ seatId: newId(), role: 'chair' }) },
  {
    path: '/conferences/:id/commands',
    fields: ['id', 'command'],
    body: () => ({ id: newId(), command: { type: 'conference.open' } }),
  },
  {
    path: '/conferences/:id/invitations/person',
    fields: ['siteId', 'unitId', 'honorific', 'name'],
    body: () => ({ siteId: newId(), unitId: newId(), honorific: 'Bà', name: 'An' }),
  },
  { path: '/conferences/:id/invitations/removals', fields: ['siteIds'], body: () => ({ siteIds: [newId()] }) },
  { path: '/sites/resolve', fields: ['codes'], body: () => ({ codes: ['01'] }) },
  { path: '/session', fields: ['login', 'password'], body: () => ({ login: 'a', password: 'b' }) },
  {
    path: '/administrators/first',
    fields: ['secret', 'login', 'name', 'password'],
    body: () => ({ secret: 'a', login: 'abc', name: 'A', password: 'x'.repeat(12) }),
  },
  { path: '/seats/redeem', fields: ['secret'], body: () => ({ secret: 'a' }) },
  { path: '/watch', fields: ['secret', 'deviceKey'], body: () => ({ secret: 'a', deviceKey: newId() }) },
  {
    path: '/conferences/:id/watch-link',
    fields: ['linkId'],
    body: () => ({ linkId: newId(), most: 5 }),
  },
  {
    path: '/conferences/:id/sites/:hall/delegates',
    fields: ['id', 'delegateId', 'honorific', 'name', 'kind'],
    body: () => ({ id: newId(), delegateId: newId(), honorific: 'ông', name: 'An', kind: 'guest', ...NOTHING_MORE }),
  },
  {
    path: '/conferences/:id/sites/:hall/delegates/removals',
    fields: ['id', 'delegateId'],
    body: () => ({ id: newId(), delegateId: newId() }),
  },
  {
    path: '/conferences/:id/sites/:hall/delegates/import',
    fields: ['id', 'rows'],
    body: () => ({ id: newId(), rows: [{ delegateId: newId(), ...EMPTY_LINE }] }),
  },
  {
    path: '/conferences/:id/sites/:hall/contact',
    fields: ['id', 'phone'],
    body: () => ({ id: newId(), name: null, phone: '024 3825 6789' }),
  },
  { path: '/check-in/names', fields: ['secret'], body: () => ({ secret: 'a' }) },
  {
    path: '/check-in',
    fields: ['id', 'secret', 'delegateId'],
    body: () => ({ id: newId(), secret: 'a', delegateId: newId() }),
  },
  { path: '/room-codes/token', fields: ['deviceCode'], body: () => ({ deviceCode: 'a' }) },
  {
    path: '/seats/:clerk/sites/:hall/help',
    fields: ['id', 'kind'],
    body: () => ({ id: newId(), kind: 'line', note: 'Mất mạng' }),
  },
  { path: '/seats/:technician/sites/:hall/help/:help/take', fields: ['from'], body: () => ({ from: newId() }) },
  { path: '/seats/:technician/sites/:hall/help/:help/answer', fields: ['text'], body: () => ({ text: 'Xin chờ' }) },
  {
    path: '/seats/:technician/sites/:hall/checks',
    fields: ['results'],
    body: () => ({ results: [{ part: 'line', right: true }] }),
  },
  { path: '/seats/:clerk/readiness/sign-off', fields: ['missing'], body: () => ({ missing: 0 }) },
];
const fieldCases = CASES.flatMap(({ path, fields, body }) => fields.map((name) => ({ path, name, body })));

describe('each field', () => {
  const send = (path: string, body: unknown) => {
    const role = /^\/seats\/:(\w+)\//.exec(path)?.[1] ?? '';
    const { browser, seatId } = seats.get(role) ?? { browser: one, seatId: '' };
    const address = path.replace(`:${role}/`, `${seatId}/`).replace(':help', newId());
    return browser.send('POST', address.replace(':id', conferenceId).replace(':hall', hall), body);
  };
  const isRefused = async (path: string, name: string, body: unknown) => {
    const answer = await send(path, body);
    expect([JSON.stringify(body).slice(0, 200), answer.status, answer.code]).toEqual([
      JSON.stringify(body).slice(0, 200),
      400,
      'request.invalid',
    ]);
    isProblem(answer);
    const paths = (field(answer.body, 'fields') as readonly unknown[]).map((one) => text(one, 'path'));
    expect(paths.some((path) => path === name || path.startsWith(`${name}.`))).toBe(true);
  };

  test.each(fieldCases)(
    '$name of $path: missing, too long or of a wrong type it is named in the refusal',
    async ({ path, name, body }) => {
      const before = await stored();
      const { [name]: _left, ...without } = body();
      await isRefused(path, name, without);
      await isRefused(path, name, { ...body(), [name]: LONG });
      for (const wrong of WRONG_TYPES) {
        const isFitting =
          (Array.isArray(wrong) && (name === 'codes' || name === 'siteIds') && wrong.length > 0 && name === 'codes') ||
          (name === 'from' && wrong === null) ||
          ((name === 'siteLimit' || name === 'missing') && wrong === 1);
        if (!isFitting) await isRefused(path, name, { ...body(), [name]: wrong });
      }
      expect(await stored()).toBe(before);
    },
  );

  test.each(CASES)('$path: a field that it does not know is refused', async ({ path, body }) => {
    expect(await send(path, { ...body(), administrator: true })).toMatchObject({
      status: 400,
      code: 'request.invalid',
    });
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
