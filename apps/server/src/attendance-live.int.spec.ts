// Roll calls on the pages: two servers on one database, and a whole country that answers at once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  freshDatabase,
  SeatClient,
  startTwoServers,
  type OpenedSeat,
  type Place,
  type TestConference,
  type ServerNo,
  type TwoServers,
} from '@diemcau/testkit';
import { field, forEach, list, newId, text, walkPages, wholeCountry } from './under-test.ts';

const inMinutes = (minutes: number) => Date.now() + minutes * 60_000;

describe('two servers on one database', () => {
  let two: TwoServers;
  let conference: TestConference;
  let province: Place;
  let commune: Place;
  let clerk: OpenedSeat;
  let desk: SeatClient;
  let ofClerk: SeatClient;

  beforeAll(async () => {
    two = await startTwoServers(2);
    ({ conference } = two);
    [province, commune] = [conference.site(1), conference.site(2)];
    clerk = await conference.clerk(commune);
    desk = await two.page(0, await conference.seat('secretary'));
    ofClerk = await two.page(1, clerk);
    await desk.must({ type: 'attendance.openRollCall', closesAt: inMinutes(10) });
  });
  afterAll(() => two?.stop());

  const rollCallId = () => desk.live.attendance.rollCall?.rollCallId ?? '';
  const post = (server: ServerNo, seat: OpenedSeat, at: Place, path: string, body: object) =>
    two.post(server, seat, `sites/${at.siteId}/${path}`, { id: newId(), ...body });

  test('N1: every page learns that sites are asked, and until when', async () => {
    await ofClerk.until(() => ofClerk.live.attendance.rollCall?.status === 'open', 'the roll call');
    expect(ofClerk.live.attendance).toEqual(desk.live.attendance);
    await ofClerk.until(() => ofClerk.mine?.rollCall, 'the own standing in it');
    expect(ofClerk.mine?.rollCall).toMatchObject({ answered: false, headCount: null, present: 0, checkIn: null });
    expect(
      await ofClerk.command({
        type: 'attendance.closeRollCall',
        rollCallId: desk.live.attendance.rollCall!.rollCallId,
      }),
    ).toMatchObject({
      ok: false,
      code: 'wire.not_allowed',
    });
  });

  test('N6, N13: an answer sent to both servers counts once, and reaches the desk and the site', async () => {
    const body = { id: newId(), rollCallId: rollCallId(), headCount: 25 };
    const answers = ([0, 1, 0] as const).map((server) => post(server, clerk, commune, 'answers', body));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([204, 204, 204]);
    await desk.until(() => desk.attendance?.answered === 1, 'the answer on the desk');
    expect(desk.attendance).toMatchObject({ rollCallId: rollCallId(), answered: 1, invited: 3, present: 25 });
    await ofClerk.until(() => ofClerk.mine?.rollCall?.answered, 'the own answer');
    expect(ofClerk.mine?.rollCall).toMatchObject({ headCount: 25, present: 25, enteredByProvince: false });
  });

  test('N7: what the province entered for it is marked on the site’s own page', async () => {
    const body = { rollCallId: rollCallId(), headCount: 26 };
    expect((await post(0, await conference.clerk(province), commune, 'answers', body)).status).toBe(204);
    await ofClerk.until(() => ofClerk.mine?.rollCall?.enteredByProvince, 'the mark of the province');
    expect(ofClerk.mine?.rollCall).toMatchObject({ headCount: 26 });
  });

  test('N8: the room screen shows a code, and the next one once a phone has opened it', async () => {
    const delegateId = newId();
    const person = { honorific: 'ông', name: 'An', position: null, unit: null, phone: '0912345678', rank: null };
    const body = { delegateId, ...person, kind: 'official', substituteFor: null };
    expect((await post(1, clerk, commune, 'delegates', body)).status).toBe(204);
    const room = await two.page(1, await conference.room(commune));
    await room.until(() => room.mine?.rollCall?.checkIn, 'a code');
    const shown = room.mine?.rollCall?.checkIn ?? '';
    expect(shown).toMatch(/^\/diem-danh#[\w-]{22}$/);
    expect(ofClerk.mine?.rollCall?.checkIn).toBeNull();
    const ask = (path: string, more: object) =>
      fetch(`${two.house.servers[0]!.origin}/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret: shown.split('#')[1], ...more }),
      });
    expect(await (await ask('/check-in/names', {})).json()).toMatchObject({ items: [{ delegateId, name: 'An' }] });
    await room.until(() => room.mine?.rollCall?.checkIn !== shown, 'the next code');
    expect((await ask('/check-in', { id: newId(), delegateId })).status).toBe(204);
    await desk.until(() => desk.attendance?.present === 27, 'the delegate on the desk');
    await desk.must({ type: 'attendance.closeRollCall', rollCallId: desk.live.attendance.rollCall!.rollCallId });
    await room.until(() => room.mine?.rollCall?.checkIn === null, 'the code to go');
    room.close();
  });

  test('N9: a reminder reaches the clerks of sites that have not answered', async () => {
    await desk.must({ type: 'attendance.openRollCall', closesAt: inMinutes(5) });
    const secretary = await conference.seat('secretary');
    const reminded = await two.post(0, secretary, 'attendance/reminders', { id: newId() });
    expect(await reminded.json()).toEqual({ sites: 3 });
    await ofClerk.until(() => ofClerk.mine?.rollCall?.remindedAt, 'the reminder');
    expect(ofClerk.mine?.rollCall).toMatchObject({ answered: false, headCount: null });
  });
});

describe('a whole country', () => {
  test(
    'N11: 3,356 sites answer, each by its province: at most one frame a second, and all are counted',
    { timeout: 240_000 },
    async () => {
      const { house, one, conferenceId, seat, origin } = await wholeCountry((await freshDatabase()).url);
      const desk = await SeatClient.open(origin, await seat('secretary', null));
      await desk.must({ type: 'attendance.openRollCall', closesAt: inMinutes(10) });
      await desk.until(() => desk.attendance?.rollCallId, 'the first numbers');
      const rollCallId = desk.live.attendance.rollCall?.rollCallId;

      const provinces = await house.query<{ id: string }>(
        `select site_id as id from conference_site where conference_id = $1 and cardinality(unit_path) = 2`,
        [conferenceId],
      );
      expect(provinces).toHaveLength(34);
      const framesBefore = desk.frames.filter(({ type }) => type === 'attendance').length;
      const startedAt = performance.now();
      let accepted = 0;
      const answerAll = async (provinceId: string) => {
        const { browser, seatId } = await seat('clerk', provinceId);
        const below = await walkPages(browser, `/seats/${seatId}/attendance/province?filter=unanswered`, 200);
        for (const siteId of [provinceId, ...below.map((row) => text(row, 'siteId'))]) {
          const answer = { id: newId(), rollCallId, headCount: 30 };
          const { status } = await browser.send('POST', `/seats/${seatId}/sites/${siteId}/answers`, answer);
          if (status === 204) accepted += 1;
        }
      };
      await forEach(provinces, ({ id }) => answerAll(id));
      expect(accepted).toBe(3355);
      await desk.until(() => desk.attendance?.answered === 3355, 'all answers');
      const seconds = (performance.now() - startedAt) / 1000;
      const frames = desk.frames.filter(({ type }) => type === 'attendance').length - framesBefore;
      expect(frames).toBeGreaterThan(1);
      expect(frames).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
      expect(desk.attendance).toMatchObject({ invited: 3356, present: 3355 * 30 });
      expect(desk.attendance?.provinces).toHaveLength(35);

      const unanswered = await one.send('GET', `/conferences/${conferenceId}/attendance/sites?filter=unanswered`);
      expect(list(unanswered.body, 'items').map((row) => field(row, 'code'))).toEqual(['TW']);
      desk.close();
      await house.stop();
    },
  );
});
