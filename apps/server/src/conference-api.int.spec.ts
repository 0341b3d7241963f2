import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '@diemcau/testkit';
import {
  conferenceBody,
  field,
  list,
  newId,
  siteByCode,
  startUnderTest,
  text,
  walkPages,
  type Browser,
  type ServerUnderTest,
} from './under-test.ts';

let house: ServerUnderTest;
let one: Browser;
let hall: string;
let thaiNguyen: string;

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  hall = await siteByCode(one, 'TW');
  const units = await one.send('GET', '/units?q=thai%20nguyen&limit=200');
  thaiNguyen = text(
    list(units.body, 'items').find((unit) => field(unit, 'code') === '19'),
    'unitId',
  );
});
afterAll(() => house.stop());

const create = (more: Readonly<Record<string, unknown>> = {}) =>
  one.send('POST', '/conferences', conferenceBody(house.clock, hall, more));
const codesOf = async (path: string, limit = 200) =>
  (await walkPages(one, path, limit)).map((item) => text(item, 'code'));

describe('sites', () => {
  test('T1: the tree brings one site for each unit, the main hall among them', async () => {
    const { body } = await one.send('GET', '/sites?limit=1');
    expect(body).toMatchObject({ total: 3356 });
    expect((await one.send('GET', '/sites?q=hoi%20truong')).body).toMatchObject({
      items: [{ siteId: hall, name: 'Hội trường chính', province: null }],
    });
  });

  test('T2: a subtree is the province and its communes, found without accents and each once', async () => {
    expect(await codesOf(`/sites?under=${thaiNguyen}`, 40)).toHaveLength(93);
    const { body } = await one.send('GET', `/sites?under=${thaiNguyen}&q=ba%20be`);
    expect(body).toMatchObject({ items: [{ name: 'Xã Ba Bể', province: 'tỉnh Thái Nguyên' }], total: 1 });
  });

  test('T3: pasted codes are matched as they come; unknown ones are listed once, none dropped', async () => {
    const { body } = await one.send('POST', '/sites/resolve', {
      codes: [' 01906 ', '01906', 'tw', '99999', '99999', 'khong-co', '', '\u200b19'],
    });
    expect(
      list(body, 'found')
        .map((site) => text(site, 'code'))
        .toSorted(),
    ).toEqual(['01906', '19', 'TW']);
    expect(field(body, 'unknown')).toEqual(['99999', 'khong-co']);
  });
});

describe('making a conference', () => {
  test('T4: sites by subtree, one by one and by codes add up, each once; the hall is not counted', async () => {
    const commune = await siteByCode(one, '01906');
    const made = await create({
      underUnitIds: [thaiNguyen],
      siteIds: [commune, hall],
      codes: ['01', '79', '00004', 'XX'],
    });
    expect(made).toMatchObject({ status: 201, body: { invited: 96, unknownCodes: ['XX'] } });
    const id = text(made.body, 'conferenceId');
    const codes = await codesOf(`/conferences/${id}/sites`, 30);
    expect(codes).toHaveLength(97);
    expect(codes[0]).toBe('TW');
    expect(codes.slice(1)).toEqual(codes.slice(1).toSorted());
    expect((await one.send('GET', `/conferences/${id}/sites?q=ba%20be`)).body).toMatchObject({
      items: [{ name: 'Xã Ba Bể', hall: false, clerk: { status: 'none' }, screen: { status: 'none' } }],
      total: 1,
    });
  });

  test('the stream holds what the table says: the hall, the limit and every site', async () => {
    const made = await create({ codes: ['01', '79'] });
    const rows = await house.query<{ type: string; data: string }>(
      'select type, data from event where stream_id = $1 order by seq',
      [text(made.body, 'conferenceId')],
    );
    expect(rows.map(({ type }) => type)).toEqual(['conferencePrepared', 'sitesInvited']);
    expect(rows[0]?.data).toContain(hall);
    expect(rows.map(({ data }) => data).join('')).not.toContain('Hội nghị');
  });

  test('the whole country: 3,355 sites in one request, in batches that the stream accepts', async () => {
    const root = text((await one.send('GET', '/units')).body, 'items.0.unitId');
    const made = await create({ underUnitIds: [root], siteLimit: 4000 });
    expect(made).toMatchObject({ status: 201, body: { invited: 3355, unknownCodes: [] } });
  });

  test('sent twice it is one conference; the same id with another name is refused', async () => {
    const body = conferenceBody(house.clock, hall, { codes: ['01'] });
    expect(await one.send('POST', '/conferences', body)).toMatchObject({ status: 201, body: { invited: 1 } });
    expect(await one.send('POST', '/conferences', body)).toMatchObject({ status: 201, body: { invited: 1 } });
    expect(await one.send('POST', '/conferences', { ...body, name: 'Tên khác' })).toMatchObject({
      status: 409,
      code: 'conference.exists',
    });
    expect(await house.query('select 1 from conference where id = $1', [body['conferenceId']])).toHaveLength(1);
  });

  test.each([
    ['more sites than the limit', { codes: ['01', '79'], siteLimit: 1 }, 409, 'conference.site_limit'],
    ['an unknown site', { siteIds: [newId()] }, 422, 'conference.unknown_sites'],
    ['an unknown unit', { underUnitIds: [newId()] }, 422, 'conference.unknown_sites'],
    ['an unknown hall', { hallSiteId: newId() }, 422, 'conference.unknown_hall'],
    ['a start of last week', { startsAt: '2020-01-01T00:00:00Z' }, 422, 'conference.starts_in_past'],
  ])('%s is refused and nothing is stored', async (_what, more, status, code) => {
    const body = conferenceBody(house.clock, hall, more);
    expect(await one.send('POST', '/conferences', body)).toMatchObject({ status, code });
    expect(await house.query('select 1 from conference where id = $1', [body['conferenceId']])).toHaveLength(0);
    expect(await house.query('select 1 from event where stream_id = $1', [body['conferenceId']])).toHaveLength(0);
  });
});

describe('the sites of a conference', () => {
  test('C9: are found by words in any order, narrowed to what is missing, page by page, and counted', async () => {
    const id = text((await create({ underUnitIds: [thaiNguyen], codes: ['79'] })).body, 'conferenceId');
    const read = async (query: string) => (await one.send('GET', `/conferences/${id}/sites?${query}`)).body;
    const codes = (query: string) => codesOf(`/conferences/${id}/sites?${query}`, 20);
    for (const q of ['ba be thai nguyen', 'THÁI NGUYÊN ba bể', 'nguyen be'])
      expect(field(await read(`q=${encodeURIComponent(q)}`), 'total')).toBe(1);
    expect(await read('q=ba%20be%20ha%20noi')).toMatchObject({ items: [], total: 0, counts: { all: 95 } });

    const [withClerk, withBoth] = [await siteByCode(one, '01906'), await siteByCode(one, '79')];
    const clerk = async (siteId: string) => {
      const seatId = newId();
      const issued = await one.send('POST', `/conferences/${id}/seats`, { seatId, role: 'clerk', siteId });
      return { seatId, secret: text(issued.body, 'link').split('#')[1] };
    };
    await clerk(withClerk);
    const { seatId, secret } = await clerk(withBoth);
    const [browser, screen] = [house.browser(), house.browser()];
    await browser.send('POST', '/seats/redeem', { secret });
    const userCode = text((await screen.send('POST', '/room-codes')).body, 'userCode');
    await browser.send('POST', `/seats/${seatId}/room-screen`, { userCode });

    const counts = { all: 95, noClerk: 93, noScreen: 94, missing: 94 };
    expect(await read('limit=1&filter=missing&q=hoi%20truong')).toMatchObject({
      items: [{ code: 'TW', hall: true }],
      total: 1,
      counts,
    });
    const [all, noClerk, noScreen, missing] = [
      await codes('filter=all'),
      await codes('filter=noClerk'),
      await codes('filter=noScreen'),
      await codes('filter=missing'),
    ];
    expect([all.length, noClerk.length, noScreen.length, missing.length]).toEqual([95, 93, 94, 94]);
    expect(all.filter((code) => !noClerk.includes(code))).toEqual(['01906', '79']);
    expect(all.filter((code) => !noScreen.includes(code))).toEqual(['79']);
    expect(missing).toEqual(noScreen);
    expect(await one.send('GET', `/conferences/${id}/sites?filter=x`)).toMatchObject({ code: 'request.invalid' });
  });
});

describe('changing and holding it', () => {
  test('sites are added up to the limit and taken out again, and their seats end with them', async () => {
    const id = text((await create({ codes: ['01'], siteLimit: 2 })).body, 'conferenceId');
    expect(await one.send('POST', `/conferences/${id}/invitations`, { codes: ['79', '01'] })).toMatchObject({
      status: 200,
      body: { invited: 2 },
    });
    expect(await one.send('POST', `/conferences/${id}/invitations`, { codes: ['48'] })).toMatchObject({
      status: 409,
      code: 'conference.site_limit',
    });
    const site = await siteByCode(one, '79');
    const seatId = newId();
    await one.send('POST', `/conferences/${id}/seats`, { seatId, role: 'clerk', siteId: site });
    expect((await one.send('POST', `/conferences/${id}/invitations/removals`, { siteIds: [site] })).status).toBe(204);
    expect(await codesOf(`/conferences/${id}/sites`)).toEqual(['TW', '01']);
    expect((await one.send('GET', `/conferences/${id}/seats`)).body).toMatchObject({
      items: [{ seatId, state: 'revoked' }],
    });
  });

  test('C: the administrator opens, pauses, resumes and closes it; its phase is that of the stream', async () => {
    const id = text((await create()).body, 'conferenceId');
    const command = (type: string, commandId = newId()) =>
      one.send('POST', `/conferences/${id}/commands`, { id: commandId, command: { type } });
    const phase = async () => text((await one.send('GET', `/conferences/${id}`)).body, 'status');
    expect(await phase()).toBe('prepared');
    const again = newId();
    expect(await command('conference.open', again)).toMatchObject({ status: 200, body: { ok: true } });
    expect(await command('conference.open', again)).toMatchObject({ status: 200 });
    expect(await command('conference.open')).toMatchObject({ status: 409, code: 'conference.already_open' });
    expect(await phase()).toBe('open');
    await command('conference.pause');
    expect(await phase()).toBe('paused');
    await command('conference.resume');
    expect(await phase()).toBe('open');
    await command('conference.close');
    expect(await phase()).toBe('closed');
    const { body } = await one.send('GET', `/conferences/${id}`);
    expect(Date.parse(text(body, 'closedAt'))).toBeGreaterThanOrEqual(Date.parse(text(body, 'openedAt')));
    expect(await one.send('POST', `/conferences/${id}/invitations`, { codes: ['01'] })).toMatchObject({
      status: 409,
      code: 'conference.closed',
    });
  });

  test.each(['floor.silenceAll', 'programme.takeOver'])(
    'the administrator may not %s: that is for the desks',
    async (type) => {
      const id = text((await create()).body, 'conferenceId');
      expect(await one.send('POST', `/conferences/${id}/commands`, { id: newId(), command: { type } })).toMatchObject({
        status: 403,
        code: 'access.forbidden',
      });
    },
  );

  test('the list shows the latest first, page by page, each once', async () => {
    const items = await walkPages(one, '/conferences', 3);
    const starts = items.map((item) => text(item, 'startsAt'));
    expect(starts).toEqual(starts.toSorted().toReversed());
    expect(new Set(items.map((item) => text(item, 'conferenceId'))).size).toBe(items.length);
  });
});

describe('an administrator of another subtree', () => {
  test('O2, O5: sees neither the conference nor that it exists, and finds no sites of others', async () => {
    const id = text((await create()).body, 'conferenceId');
    const [commune] = await house.query<{ id: string }>(`select id from unit where code = '01906'`);
    // The one account moves to a commune for this test alone.
    await house.query('update account_role set unit_id = $1', [commune?.id]);
    try {
      for (const path of [`/conferences/${id}`, `/conferences/${id}/sites`, `/conferences/${id}/seats`]) {
        const forbidden = await one.send('GET', path);
        const unknown = await one.send('GET', path.replace(id, newId()));
        expect(forbidden).toMatchObject({ status: 404, code: 'conference.not_found' });
        expect(forbidden.body).toEqual(unknown.body);
      }
      expect((await one.send('GET', '/conferences')).body).toMatchObject({ items: [] });
      expect((await one.send('GET', '/sites')).body).toMatchObject({ total: 1 });
      expect(await one.send('GET', `/units?parentId=${thaiNguyen}`)).toMatchObject({
        status: 404,
        code: 'unit.not_found',
      });
      expect((await one.send('POST', '/sites/resolve', { codes: ['01'] })).body).toMatchObject({
        found: [],
        unknown: ['01'],
      });
    } finally {
      await house.query('update account_role set unit_id = (select id from unit where parent_id is null)');
    }
  });
});
