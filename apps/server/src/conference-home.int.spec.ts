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

const DAY_MS = 24 * 60 * 60 * 1000;

const UNCHECKED = { checked: 0, ready: 0, signed: 0 };

let house: ServerUnderTest;
let one: Browser;
let hall: string;

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  hall = await siteByCode(one, 'TW');
  // Noon in Viet Nam, whenever the test runs.
  house.clock.now = Date.parse('2027-03-10T05:00:00Z');
});
afterAll(() => house.stop());

const make = async (name: string, startsAt: string, codes: readonly string[] = []): Promise<string> => {
  const body = conferenceBody(house.clock, hall, { name, startsAt, codes });
  return text((await one.send('POST', '/conferences', body)).body, 'conferenceId');
};
const act = (conferenceId: string, command: unknown, texts?: unknown) =>
  one.send('POST', `/conferences/${conferenceId}/commands`, {
    id: newId(),
    command,
    ...(texts !== undefined && { texts }),
  });
const names = async (query: string) =>
  (await walkPages(one, `/conferences?${query}`, 2)).map((item) => text(item, 'name'));
const preparationOf = async (conferenceId: string) =>
  field((await one.send('GET', `/conferences/${conferenceId}`)).body, 'preparation');

describe('the conferences of the home page', () => {
  test('C11: today, coming and past are of the day in Viet Nam; what runs is of today; each in the order in which it is looked for', async () => {
    const first = '2027-03-09T17:00:00Z';
    await make('Hôm nay, lúc 0 giờ', first);
    await make('Hôm nay, lúc 23 giờ 59', '2027-03-10T16:59:00Z');
    await make('Ngày mai', '2027-03-10T17:00:00Z');
    await make('Tháng sau', '2027-04-10T01:00:00Z');
    const running = await make('Còn đang họp', '2027-03-10T01:00:00Z');
    await act(running, { type: 'conference.open' });
    house.clock.now += DAY_MS;
    expect(await names('when=past')).toEqual(['Hôm nay, lúc 23 giờ 59', 'Hôm nay, lúc 0 giờ']);
    expect(await names('when=today')).toEqual(['Còn đang họp', 'Ngày mai']);
    expect(await names('when=coming')).toEqual(['Tháng sau']);
    await act(running, { type: 'conference.close' });
    expect(await names('when=past')).toContain('Còn đang họp');
    house.clock.now -= DAY_MS;
    expect(await names('when=today')).toEqual(['Hôm nay, lúc 0 giờ', 'Còn đang họp', 'Hôm nay, lúc 23 giờ 59']);
    expect((await one.send('GET', '/conferences?limit=1')).body).toMatchObject({
      counts: { today: 3, coming: 2, past: 0 },
    });
  });

  test('C11: found by words in any order and without accents, counted with the search', async () => {
    await make('Hội nghị sơ kết phong trào thi đua', '2027-05-01T01:00:00Z');
    await make('Tập huấn 100% cán bộ_xã', '2027-05-02T01:00:00Z');
    expect(await names('q=thi%20dua%20so%20ket')).toEqual(['Hội nghị sơ kết phong trào thi đua']);
    expect(await names(`q=${encodeURIComponent('100%')}`)).toEqual(['Tập huấn 100% cán bộ_xã']);
    expect(await names('q=o_x')).toEqual(['Tập huấn 100% cán bộ_xã']);
    expect((await one.send('GET', '/conferences?q=so%20ket')).body).toMatchObject({
      counts: { today: 0, coming: 1, past: 0 },
    });
    expect(await one.send('GET', '/conferences?when=sometime')).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  test('C10: how far the preparation has come follows every change', async () => {
    const id = await make('Chuẩn bị', '2027-05-03T01:00:00Z', ['01', '79']);
    expect(await preparationOf(id)).toEqual({ clerks: 0, chairs: 0, items: 0, rows: 0, rosters: 0, ...UNCHECKED });
    const [parent, part, rowId, site, chair] = [newId(), newId(), newId(), await siteByCode(one, '01'), newId()];
    const item = { type: 'agenda.add', kind: 'other', seconds: 60, presenterId: null, before: null };
    await act(id, { ...item, itemId: parent, parentId: null }, { title: 'Một' });
    await act(id, { ...item, itemId: part, parentId: parent }, { title: 'Hai' });
    await act(id, { type: 'runSheet.add', rowId, act: { kind: 'opening' }, itemId: null, seconds: null, before: null });
    await one.send('POST', `/conferences/${id}/seats`, { seatId: chair, role: 'chair' });
    await one.send('POST', `/conferences/${id}/seats`, { seatId: newId(), role: 'clerk', siteId: site });
    await one.send('POST', `/conferences/${id}/sites/${site}/delegates`, {
      id: newId(),
      delegateId: newId(),
      honorific: 'ông',
      name: 'An',
      position: null,
      unit: null,
      phone: null,
      rank: null,
      kind: 'official',
      substituteFor: null,
    });
    const ready = { clerks: 1, chairs: 1, items: 2, rows: 1, rosters: 1, ...UNCHECKED };
    expect(await preparationOf(id)).toEqual(ready);
    const { body } = await one.send('GET', '/conferences?q=chuan%20bi');
    expect(list(body, 'items')).toMatchObject([{ conferenceId: id, preparation: ready }]);
    await act(id, { type: 'agenda.remove', itemId: parent });
    await act(id, { type: 'runSheet.remove', rowId });
    await one.send('DELETE', `/conferences/${id}/seats/${chair}`);
    expect(await preparationOf(id)).toEqual({ clerks: 1, chairs: 0, items: 0, rows: 0, rosters: 1, ...UNCHECKED });
  });

  test('O2: an administrator of another subtree finds none of them', async () => {
    const [commune] = await house.query<{ id: string }>(`select id from unit where code = '00004'`);
    await house.query('update account_role set unit_id = $1', [commune?.id]);
    try {
      expect((await one.send('GET', '/conferences?q=ho')).body).toEqual({
        items: [],
        next: null,
        counts: { today: 0, coming: 0, past: 0 },
      });
    } finally {
      await house.query('update account_role set unit_id = (select id from unit where parent_id is null)');
    }
  });
});
