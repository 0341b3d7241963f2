import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '@diemcau/domain/live';
import { MAX_STILL_BYTES, STILLS_A_MINUTE, StillPage } from '@diemcau/domain/minutes';
import { freshDatabase } from '@diemcau/testkit';
import {
  conferenceBody,
  newId,
  openSeat,
  siteByCode,
  startUnderTest,
  submitted,
  text,
  type Browser,
  type HeldSeat,
  type ServerUnderTest,
} from './under-test.ts';

/** 64 × 36 pixels of red, as ffmpeg writes it. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAgAAAQABAAD//gAQTGF2YzU5LjM3LjEwMAD/2wBDAAg+Pkk+SVVVVVVVVWRdZGhoaGRkZGRoaGhwcHCDg4NwcHBoaHBwfHyDg4+Tj4eHg4eTk5ubm7q6srLZ2eD/////xABNAAEBAAAAAAAAAAAAAAAAAAAABgEBAQEAAAAAAAAAAAAAAAAAAAYHEAEAAAAAAAAAAAAAAAAAAAAAEQEAAAAAAAAAAAAAAAAAAAAA/8AAEQgAJABAAwEiAAIRAAMRAP/aAAwDAQACEQMRAD8AiwEo38AAAAAAAAAAAAAAAAAAAAAB/9k=',
  'base64',
);
/** The same picture with other bytes: what stands behind its end is no matter of the picture. */
const another = () => Buffer.concat([JPEG, Buffer.from(newId())]);

let house: ServerUnderTest;
let one: Browser;
let conferenceId: string;
let other: HeldSeat;
let operator: HeldSeat;
let secretary: HeldSeat;
let hall: string;
let commune: string;
let elsewhere: string;

const seat = (role: string, of = conferenceId): Promise<HeldSeat> => openSeat(house, one, of, role);
const command = (of: Command) => submitted(house, conferenceId, of);

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  hall = await siteByCode(one, 'TW');
  commune = await siteByCode(one, '01906');
  elsewhere = await siteByCode(one, '00004');
  const prepare = async () =>
    text(
      (await one.send('POST', '/conferences', conferenceBody(house.clock, hall, { codes: ['01906'] }))).body,
      'conferenceId',
    );
  const otherId = await prepare();
  conferenceId = await prepare();
  other = await seat('secretary', otherId);
  operator = await seat('operator');
  secretary = await seat('secretary');
});
afterAll(() => house.stop());

type Said = {
  readonly of?: string;
  readonly sites?: string;
  readonly onAir?: string;
  readonly seq?: string;
  readonly at?: number;
};
const take = (
  { browser, seatId }: HeldSeat,
  bytes: Buffer | string = JPEG,
  {
    stillId = newId(),
    type = 'image/jpeg',
    ...said
  }: Said & { readonly stillId?: string; readonly type?: string } = {},
) => {
  const moment = { of: 'programme', sites: hall, onAir: hall, seq: '1', at: house.clock.now, ...said };
  const query = new URLSearchParams(
    Object.entries(moment).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return browser.send('POST', `/seats/${seatId}/record/stills/${stillId}?${query.toString()}`, bytes, {
    'content-type': type,
  });
};
const stillsOf = async ({ browser, seatId }: HeldSeat, query = '') =>
  StillPage.parse((await browser.send('GET', `/seats/${seatId}/record/stills${query}`)).body);
const files = async () =>
  (await readdir(join(house.dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((file) =>
    file.isFile(),
  );
const later = () => {
  house.clock.now += 1;
};

describe('K15: taking a still', () => {
  test('not before the opening', async () => {
    expect(await take(operator)).toMatchObject({ status: 409, code: 'minutes.still_not_open' });
    await command({ type: 'conference.open' });
  });

  test('K15, K16: kept with its moment, once however often it is sent, and its bytes once', async () => {
    const stillId = newId();
    const all = await Promise.all([1, 2, 3].map(() => take(operator, JPEG, { stillId, of: 'site', sites: commune })));
    expect(all.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(await take(secretary)).toMatchObject({ status: 204 });
    const { items, sites, more } = await stillsOf(secretary);
    expect(more).toBe(false);
    expect(items).toMatchObject([
      { stillId, of: 'site', siteIds: [commune], onAirId: hall, by: 'operator', width: 64, height: 36, changed: 1 },
      { of: 'programme', siteIds: [hall], onAirId: hall, by: 'secretary', bytes: JPEG.length, changed: 2 },
    ]);
    expect(items[0]?.at).toBe(house.clock.now);
    expect(sites.map(({ name }) => name)).toContain('Xã Ba Bể');
    expect(await files()).toHaveLength(1);
    const audited = await house.query<{ body: string }>(`select body from audit where body like '%record.takeStill%'`);
    expect(audited).toHaveLength(2);
    expect(JSON.parse(audited[0]?.body ?? '')).toMatchObject({
      actor: { role: 'operator' },
      subject: { conferenceId, stillId },
      change: { of: 'site', siteIds: [commune], onAirId: hall, at: house.clock.now },
    });
  });

  test('K16: an event that never was is no moment: the last one is', async () => {
    later();
    await take(operator, another(), { seq: '999999' });
    const [head] = await house.query<{ head: number }>(`select head from stream where id = '${conferenceId}'`);
    expect((await stillsOf(secretary, '?after=2')).items).toMatchObject([{ seq: head?.head }]);
  });

  test('the id of somebody else is refused, and shows nothing of it', async () => {
    const [mine] = (await stillsOf(secretary)).items;
    const { stillId } = mine ?? { stillId: '' };
    expect(await take(secretary, JPEG, { stillId })).toMatchObject({ status: 409, code: 'minutes.still_exists' });
    expect(await other.browser.send('GET', `/seats/${other.seatId}/record/stills/${stillId}`)).toMatchObject({
      status: 404,
      code: 'minutes.still_not_found',
    });
  });
});

describe('K17: what is no still', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  const wide = Buffer.from(JPEG);
  wide.writeUInt16BE(5000, wide.indexOf(Buffer.from([0xff, 0xc0])) + 7);
  type Case = readonly [
    what: string,
    bytes: () => Buffer | string,
    said: Readonly<Record<string, string | (() => string | number)>>,
    code: string,
  ];
  const CASES: readonly Case[] = [
    ['nothing', () => Buffer.alloc(0), {}, 'minutes.still_not_a_picture'],
    ['words', () => Buffer.from('một tấm ảnh'), {}, 'minutes.still_not_a_picture'],
    ['a PNG that calls itself a JPEG', () => png, {}, 'minutes.still_not_a_picture'],
    ['the beginning of a JPEG', () => JPEG.subarray(0, 20), {}, 'minutes.still_not_a_picture'],
    [
      'a page',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      {},
      'minutes.still_not_a_picture',
    ],
    ['JSON', () => '{}', { type: 'application/json' }, 'minutes.still_not_a_picture'],
    ['another type', () => png, { type: 'image/png' }, 'request.unsupported'],
    ['too many bytes', () => Buffer.concat([JPEG, Buffer.alloc(MAX_STILL_BYTES)]), {}, 'minutes.still_too_large'],
    ['far too many bytes', () => Buffer.alloc(MAX_STILL_BYTES + 2 * 1024 * 1024), {}, 'request.too_large'],
    ['too many pixels', () => wide, {}, 'minutes.still_too_large'],
    ['a site that takes no part', () => JPEG, { sites: () => elsewhere }, 'minutes.site_not_invited'],
    ['no site', () => JPEG, { sites: () => '' }, 'request.invalid'],
    ['ten sites', () => JPEG, { sites: () => Array.from({ length: 10 }, () => hall).join(',') }, 'request.invalid'],
    ['of something else', () => JPEG, { of: 'tile' }, 'request.invalid'],
    ['a moment ahead', () => JPEG, { at: () => house.clock.now + 120_000 }, 'minutes.still_time_wrong'],
    ['a moment long past', () => JPEG, { at: () => house.clock.now - 11 * 60_000 }, 'minutes.still_time_wrong'],
    ['no id', () => JPEG, { stillId: 'x' }, 'request.invalid'],
  ];
  test.each(CASES)('%s is refused with a code and both sentences', async (_what, bytes, more, code) => {
    const before = await files();
    const said = Object.fromEntries(
      Object.entries(more).map(([name, value]) => [name, typeof value === 'function' ? value() : value]),
    );
    const answer = await take(operator, bytes(), said);
    expect(answer.code).toBe(code);
    expect(text(answer.body, 'vi').length).toBeGreaterThan(10);
    expect(await files()).toHaveLength(before.length);
  });
});

describe('K18: who sees them', () => {
  const fetched = async ({ browser }: { readonly browser: Browser }, path: string) => {
    const cookies = Object.fromEntries(browser.cookies);
    return house.server.app.inject({
      method: 'GET',
      url: `/api/v1${path}`,
      headers: { host: 'localhost:8080' },
      cookies,
    });
  };

  test('who reads the record reads the same bytes, under a name of their moment', async () => {
    const [first] = (await stillsOf(secretary)).items;
    const path = `/record/stills/${first?.stillId}`;
    for (const [who, of] of [
      [secretary, `/seats/${secretary.seatId}`],
      [{ browser: one }, `/conferences/${conferenceId}`],
    ] as const) {
      const answer = await fetched(who, of + path);
      expect([answer.statusCode, answer.headers['content-type'], answer.rawPayload.equals(JPEG)]).toEqual([
        200,
        'image/jpeg',
        true,
      ]);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['content-disposition']).toMatch(/^inline; .*UTF-8''%E1%BA%A2nh%20/);
      expect(answer.headers['cache-control']).toMatch(/^private/);
    }
    expect((await one.send('GET', `/conferences/${conferenceId}/record/stills`)).status).toBe(200);
  });

  test('who only takes them does not read the record', async () => {
    const [first] = (await stillsOf(secretary)).items;
    for (const path of ['', `/${first?.stillId}`])
      expect(await operator.browser.send('GET', `/seats/${operator.seatId}/record/stills${path}`)).toMatchObject({
        status: 403,
        code: 'access.forbidden',
      });
  });

  test('K15: one that was on its way at the end still comes, and all are read after it', async () => {
    await command({ type: 'conference.close' });
    later();
    const before = (await stillsOf(secretary)).items.length;
    expect(await take(secretary, another())).toMatchObject({ status: 204 });
    expect((await stillsOf(secretary)).items).toHaveLength(before + 1);
  });
});

test('K17: at most so many a minute, from one seat; what is sent again does not count', async () => {
  const left = STILLS_A_MINUTE - (await stillsOf(secretary)).items.filter(({ by }) => by === 'secretary').length;
  let last = '';
  for (let n = 0; n < left; n++) {
    last = newId();
    expect(await take(secretary, JPEG, { stillId: last })).toMatchObject({ status: 204 });
  }
  expect(await take(secretary)).toMatchObject({ status: 429, code: 'minutes.still_too_fast' });
  expect(await take(secretary, JPEG, { stillId: last })).toMatchObject({ status: 204 });
  expect(await take(operator)).toMatchObject({ status: 204 });
});
