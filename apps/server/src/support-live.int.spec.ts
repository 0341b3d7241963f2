// Help and readiness on the pages: two servers on one database, and a whole country that calls at once.
import type { LineNow } from '@diemcau/domain/support';
import { SiteChecks, SupportedSitePage } from '@diemcau/domain/support';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  freshDatabase,
  SeatClient,
  startTwoServers,
  type OpenedSeat,
  type Place,
  type TestConference,
  type TwoServers,
} from '@diemcau/testkit';
import { forEach, newId, wholeCountry } from './under-test.ts';

const SOON = { timeout: 10_000, interval: 50 };

describe('two servers on one database', () => {
  let two: TwoServers;
  let conference: TestConference;
  let province: Place;
  let commune: Place;
  let clerk: OpenedSeat;
  let technician: OpenedSeat;
  let clients: Readonly<Record<'desk' | 'clerk' | 'province' | 'moderator' | 'room', SeatClient>>;

  beforeAll(async () => {
    two = await startTwoServers(['19', '01906']);
    ({ conference } = two);
    [province, commune] = [conference.site(1), conference.site(2)];
    clerk = await conference.clerk(commune);
    technician = await conference.seat('technician');
    clients = {
      desk: await two.page(0, technician),
      clerk: await two.page(1, clerk),
      province: await two.page(1, await conference.clerk(province)),
      moderator: await two.page(0, await conference.seat('moderator')),
      room: await two.page(1, await conference.room(commune)),
    };
    await clients.clerk.until(() => clients.clerk.mine?.support, 'the first frames');
  });
  afterAll(() => two?.stop());

  const ofProvince = () => clients.desk.support?.provinces.find(({ code }) => code === '19');

  test('H1, H5, H11: a call sent to both servers is one, and reaches its clerk, its province and the desk', async () => {
    const id = newId();
    const path = `sites/${commune.siteId}/help`;
    const body = { id, kind: 'notHeard', note: 'Micro không lên tiếng' };
    const answers = await Promise.all(([0, 1, 0] as const).map((server) => two.post(server, clerk, path, body)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    await clients.clerk.until(() => clients.clerk.mine?.support?.help?.helpId === id, 'the own request');
    await clients.province.until(() => clients.province.mine?.support?.below?.open === 1, 'the call of the commune');
    await clients.desk.until(() => ofProvince()?.help === 1, 'the call on the desk');
    expect(ofProvince()).toMatchObject({ sites: 2, helpAtCentre: 0 });
    expect(clients.clerk.mine?.support?.below).toBeNull();
    expect((await two.post(1, technician, `${path}/${id}/take`, { from: null })).status).toBe(204);
    await clients.clerk.until(() => clients.clerk.mine?.support?.help?.takenBy?.isCentre, 'who has taken it');
    expect((await two.post(0, technician, `${path}/${id}/answer`, { text: 'Đang kiểm tra' })).status).toBe(204);
    await clients.clerk.until(() => clients.clerk.mine?.support?.help?.answer, 'the answer');
    expect((await two.post(0, technician, `${path}/${id}/solve`, {})).status).toBe(204);
    await clients.clerk.until(() => clients.clerk.mine?.support?.help?.end?.how === 'solved', 'the end');
    await clients.desk.until(() => ofProvince()?.help === 0, 'nothing open');
  });

  test('H6, H11: other desks and room screens are told of nothing', () => {
    expect(clients.moderator.frames.some(({ type }) => type === 'support')).toBe(false);
    expect(clients.room.mine?.support).toBeNull();
  });
});

describe('H14: lines of sites at which nobody looks', () => {
  let two: TwoServers;
  let conference: TestConference;
  let technician: OpenedSeat;
  let desk: SeatClient;
  let room: SeatClient;
  let clerk: SeatClient;
  const line = (more: Partial<LineNow> = {}): LineNow => ({
    quality: 'good',
    steps: { down: 'full', up: 'full' },
    upBps: 0,
    downBps: 1_600_000,
    loss: 0.004,
    rttMs: 21,
    ...more,
  });
  const read = <T>(path: string, schema: { parse: (answer: unknown) => T }): Promise<T> =>
    two.read(0, technician, path, schema);
  const listed = async (filter = 'all') => (await read(`readiness/sites?filter=${filter}`, SupportedSitePage)).items;
  const weak = () => desk.support?.provinces.find(({ code }) => code === '19')?.weak;

  beforeAll(async () => {
    two = await startTwoServers(['19', '01906']);
    ({ conference } = two);
    technician = await conference.seat('technician');
    desk = await two.page(0, technician);
    room = await two.page(1, await conference.room(conference.site(2)));
    clerk = await two.page(1, await conference.clerk(conference.site(2)));
    await desk.until(() => weak() === 0, 'the first numbers');
  });
  afterAll(() => two?.stop());

  test('H14: a line that grows weak reaches a desk on another server, in trouble first, and its own list', async () => {
    room.send({ type: 'line', line: line() });
    await expect
      .poll(async () => (await listed()).find(({ code }) => code === '01906')?.line, SOON)
      .toMatchObject(line());
    expect(await listed('weak')).toEqual([]);
    const thin = line({ steps: { down: 'still', up: 'sound' }, downBps: 90_000, loss: 0.2, rttMs: null });
    room.send({ type: 'line', line: thin });
    await desk.until(() => weak() === 1, 'the weak line');
    expect((await listed()).map(({ code }) => code)).toEqual(['01906', 'TW', '19']);
    expect((await listed('weak')).map((site) => [site.code, site.line?.steps])).toEqual([['01906', thin.steps]]);
    const { line: samples } = await read(`sites/${conference.site(2).siteId}/checks`, SiteChecks);
    expect(samples.map(({ downBps }) => downBps)).toEqual([90_000, 1_600_000]);
    room.send({ type: 'line', line: line() });
    await desk.until(() => weak() === 0, 'the line of before');
  });

  test('H14: the same line again, with other numbers, is kept and told to nobody; twenty are kept', async () => {
    const told = desk.frames.filter(({ type }) => type === 'support').length;
    const path = `sites/${conference.site(2).siteId}/checks`;
    for (let n = 1; n <= 22; n++) {
      room.send({ type: 'line', line: line({ downBps: n }) });
      await expect.poll(async () => (await read(path, SiteChecks)).line[0]?.downBps, SOON).toBe(n);
    }
    expect((await read(path, SiteChecks)).line.map(({ downBps }) => downBps)).toEqual(
      Array.from({ length: 20 }, (_, n) => 22 - n),
    );
    expect(desk.frames.filter(({ type }) => type === 'support')).toHaveLength(told);
  });

  test('H14: nobody but a screen tells a line', async () => {
    for (const client of [clerk, desk]) {
      client.send({ type: 'line', line: line({ quality: 'poor' }) });
      await client.until(() => client.refusals.at(-1)?.code === 'wire.not_allowed', 'the refusal');
    }
    expect(weak()).toBe(0);
  });

  test('H14: of a screen that is gone, and after a while, its line says nothing', async () => {
    room.send({ type: 'line', line: line({ quality: 'poor' }) });
    await desk.until(() => weak() === 1, 'the weak line');
    room.close();
    await desk.until(() => weak() === 0, 'the screen to be gone');
    expect((await listed()).find(({ code }) => code === '01906')).toMatchObject({ screen: 'lost', line: null });
  });
});

describe('a whole country', () => {
  test(
    'H2, H11: however many sites call, the desk gets one frame a second, and hears when one comes to the centre',
    { timeout: 240_000 },
    async () => {
      const { house, conferenceId, siteIds, seat, origin } = await wholeCountry((await freshDatabase()).url);
      const technician = await seat('technician', null);
      const desk = await SeatClient.open(origin, technician);
      await desk.until(() => desk.support, 'the first numbers');
      expect(siteIds).toHaveLength(3356);
      const before = desk.frames.filter(({ type }) => type === 'support').length;
      const startedAt = performance.now();
      await forEach(siteIds, (id) =>
        house.query(
          `with h as (insert into help_request (id, conference_id, site_id, seat_id, kind, note, due_at)
                        values (gen_random_uuid(), $1, $2, $3, 'line', '', now() + interval '1 hour')),
                  s as (insert into support_site (conference_id, site_id, right_parts, version) values ($1, $2, 5, 1))
             select pg_notify('support', json_build_object('conferenceId', $1::text, 'siteIds', json_build_array($2::text))::text)`,
          [conferenceId, id, technician.seatId],
        ),
      );
      const sum = (of: 'help' | 'helpAtCentre' | 'ready' | 'weak') =>
        desk.support?.provinces.reduce((all, row) => all + row[of], 0);
      await desk.until(() => sum('help') === 3356, 'all calls', 30_000);
      const seconds = (performance.now() - startedAt) / 1000;
      const frames = desk.frames.filter(({ type }) => type === 'support').length - before;
      expect(frames).toBeGreaterThan(0);
      expect(frames).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
      expect(sum('ready')).toBe(3356);
      expect(desk.support?.provinces).toHaveLength(35);
      expect(JSON.stringify(desk.support).length).toBeLessThan(10_000);
      // The moment a call comes to the centre wakes the desk by itself.
      expect(sum('helpAtCentre')).toBe(0);
      await house.query(
        `with h as (update help_request set due_at = now() + interval '400 milliseconds' where site_id = $2)
         select pg_notify('support', json_build_object('conferenceId', $1::text, 'siteIds', json_build_array())::text)`,
        [conferenceId, siteIds[0]!],
      );
      await desk.until(() => sum('helpAtCentre') === 1, 'the call at the centre', 5000);
      for (const path of ['help', 'readiness/sites']) {
        const list = await technician.browser.send('GET', `/seats/${technician.seatId}/${path}?limit=200`);
        expect(list).toMatchObject({ status: 200, body: { total: 3356 } });
      }
      // H14: every second line of the country is weak: they come first, and the desk is told once a second.
      const lines = desk.frames.filter(({ type }) => type === 'support').length;
      await house.query(
        `insert into line_report (conference_id, site_id, saying, weak, at, changes, samples)
         select conference_id, site_id, 'poor full full', row_number() over () % 2 = 0, now(), 1,
           array[json_build_object('at', 1, 'line', json_build_object('quality', 'poor', 'upBps', 0, 'downBps', 9,
             'steps', json_build_object('down', 'full', 'up', 'full'), 'loss', null, 'rttMs', null))::text]
         from conference_site where conference_id = $1`,
        [conferenceId],
      );
      await house.query(
        `insert into presence (conference_id, seat_id, server_id, site_id, role, until)
         select conference_id, $2, gen_random_uuid(), site_id, 'room', now() + interval '1 minute' from conference_site where conference_id = $1`,
        [conferenceId, technician.seatId],
      );
      const from = performance.now();
      for (let n = 0; n < 300; n++) await house.query(`select pg_notify('lines', $1)`, [conferenceId]);
      await desk.until(() => sum('weak') === 1678, 'the weak lines', 5000);
      const told = desk.frames.filter(({ type }) => type === 'support').length - lines;
      expect(told).toBeLessThanOrEqual(Math.ceil((performance.now() - from) / 1000) + 1);
      const asked = performance.now();
      const weak = await technician.browser.send(
        'GET',
        `/seats/${technician.seatId}/readiness/sites?filter=weak&limit=60`,
      );
      expect(weak).toMatchObject({ status: 200, body: { total: 1678 } });
      expect(performance.now() - asked).toBeLessThan(1500);
      desk.close();
      await house.stop();
    },
  );
});
