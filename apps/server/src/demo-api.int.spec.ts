import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '@diemcau/testkit';
import { field, list, newId, startUnderTest, text, type ServerUnderTest } from './under-test.ts';

let house: ServerUnderTest;
beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url, { demo: true });
});
afterAll(() => house.stop());

const read = async () => (await house.browser().send('GET', '/demo')).body;
const seatsOf = async (role: string) => list(await read(), 'seats').filter((seat) => field(seat, 'role') === role);

describe('the demo', () => {
  test('a conference of the hall, 34 provinces and communes of Thái Nguyên is ready to be opened', async () => {
    const body = await read();
    expect(body).toMatchObject({ name: 'Hội nghị trực tuyến toàn quốc', simulated: 0, maxSimulated: 24 });
    const rooms = await seatsOf('room');
    expect(rooms.length).toBeGreaterThan(1 + 34 + 10);
    expect(rooms[0]).toMatchObject({ label: 'Hội trường chính' });
    expect(await house.query('select 1 from unit')).toHaveLength(3356);
  });

  test('N2: its sites have invented delegates, whoever asks for the floor first among them', async () => {
    const rooms = await seatsOf('room');
    const browser = house.browser();
    const rosterOf = async (seat: unknown) => {
      const siteId = text(seat, 'siteId');
      const { body } = await browser.send('POST', '/demo/seats', { role: 'clerk', siteId });
      const seatId = text(body, 'path').split('seat=')[1];
      return (await browser.send('GET', `/seats/${seatId}/sites/${siteId}/roster`)).body;
    };
    const hall = await rosterOf(rooms[0]);
    expect(list(hall, 'items').length).toBeGreaterThan(8);
    const first = await rosterOf(rooms[1]);
    expect(first).toMatchObject({ present: 0, answer: null });
    expect(list(first, 'items')[0]).toMatchObject({ honorific: 'Ông', name: 'Nguyễn Văn Bình', rank: 1 });
  });

  test('one browser opens every kind of seat in tabs, each with its own address', async () => {
    const browser = house.browser();
    const [hall] = await seatsOf('room');
    const siteId = text(hall, 'siteId');
    const paths = new Set<string>();
    for (const body of [
      { role: 'chair' },
      { role: 'moderator' },
      { role: 'operator' },
      { role: 'secretary' },
      { role: 'technician' },
      { role: 'clerk', siteId },
      { role: 'room', siteId },
      { role: 'observer' },
      { role: 'delegate', siteId: text((await seatsOf('delegate'))[0], 'siteId') },
    ]) {
      const opened = await browser.send('POST', '/demo/seats', body);
      paths.add(text(opened.body, 'path'));
      const seatId = text(opened.body, 'path').split('seat=')[1];
      expect((await browser.send('GET', `/seats/${seatId}`)).body).toMatchObject({ role: body.role, state: 'opened' });
    }
    expect(paths.size).toBe(9);
    const again = await browser.send('POST', '/demo/seats', { role: 'chair' });
    expect(paths).toContain(text(again.body, 'path'));
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test('its invented administrator signs in without a password, and prepares conferences', async () => {
    const browser = house.browser();
    expect((await browser.send('POST', '/demo/administrator')).body).toEqual({ path: '/' });
    expect((await browser.send('GET', '/session')).body).toMatchObject({
      administrator: { name: 'Phạm Thu Trang' },
      demo: true,
    });
    expect((await browser.send('GET', '/conferences')).body).toMatchObject({
      items: [{ name: 'Hội nghị trực tuyến toàn quốc', status: 'prepared' }],
    });
    expect(await house.server.accounts.openFirstSecret()).toBeNull();
  });

  test('who takes part alone has one seat on the start page, and no room or clerk; who watches has one too', async () => {
    const [alone] = await seatsOf('delegate');
    expect(alone).toMatchObject({ label: 'Phùng Thị Sen', simulated: false });
    expect(await seatsOf('observer')).toMatchObject([{ siteId: null }]);
    const siteId = text(alone, 'siteId');
    for (const role of ['clerk', 'room'])
      expect(await house.browser().send('POST', '/demo/seats', { role, siteId })).toMatchObject({
        code: 'demo.no_seat',
      });
  });

  test.each([[{ role: 'clerk' }], [{ role: 'chair', siteId: newId() }], [{ role: 'room', siteId: newId() }]])(
    '%j is no seat of it',
    async (body) => {
      expect(await house.browser().send('POST', '/demo/seats', body)).toMatchObject({
        status: 404,
        code: 'demo.no_seat',
      });
    },
  );

  test.each([[-1], [25], [1.5], ['6']])('%j simulated sites are refused', async (count) => {
    expect(await house.browser().send('POST', '/demo/simulated-sites', { count })).toMatchObject({
      status: 400,
      code: 'request.invalid',
    });
  });

  test.each(['evil.example', 'evil.example:8080', '192.168.1.5:8080', 'localhost.evil.example'])(
    'a page of the name %s opens nothing',
    async (host) => {
      const answer = await house.browser().send('POST', '/demo/seats', { role: 'chair' }, { host });
      expect(answer).toMatchObject({ status: 404, code: 'demo.unavailable' });
      expect(answer.headers['set-cookie']).toBeUndefined();
    },
  );

  test('a demo that was held is followed by a new one', async () => {
    const before = text(await read(), 'conferenceId');
    const browser = house.browser();
    await browser.send('POST', '/demo/administrator');
    for (const type of ['conference.open', 'conference.close'])
      await browser.send('POST', `/conferences/${before}/commands`, { id: newId(), command: { type } });
    const after = text(await read(), 'conferenceId');
    expect(after).not.toBe(before);
    expect((await browser.send('GET', `/conferences/${after}`)).body).toMatchObject({ status: 'prepared' });
  });
});
