// Help and readiness on the pages: two servers on one database, and a whole country that calls at once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  freshDatabase,
  prepareConference,
  SeatClient,
  startHouse,
  type House,
  type OpenedSeat,
  type Place,
  type TestConference,
} from '@diemcau/testkit';
import { newId, wholeCountry } from './under-test.ts';

describe('two servers on one database', () => {
  let house: House;
  let conference: TestConference;
  let province: Place;
  let commune: Place;
  let clerk: OpenedSeat;
  let technician: OpenedSeat;
  let clients: Readonly<Record<'desk' | 'clerk' | 'province' | 'moderator' | 'room', SeatClient>>;

  beforeAll(async () => {
    house = await startHouse({ servers: 2 });
    const [first, second] = [house.servers[0]!.origin, house.servers[1]!.origin];
    conference = await prepareConference(house.servers[0]!, { sites: ['19', '01906'] });
    [province, commune] = [conference.site(1), conference.site(2)];
    clerk = await conference.clerk(commune);
    technician = await conference.seat('technician');
    clients = {
      desk: await SeatClient.open(first, technician),
      clerk: await SeatClient.open(second, clerk),
      province: await SeatClient.open(second, await conference.clerk(province)),
      moderator: await SeatClient.open(first, await conference.seat('moderator')),
      room: await SeatClient.open(second, await conference.room(commune)),
    };
    await clients.clerk.until(() => clients.clerk.mine?.support, 'the first frames');
  });
  afterAll(async () => {
    for (const client of Object.values(clients ?? {})) client.close();
    await house?.stop();
  });

  const post = (server: number, { seatId, cookie }: OpenedSeat, path: string, body: object) =>
    fetch(`${house.servers[server]!.origin}/api/v1/seats/${seatId}/${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const ofProvince = () => clients.desk.support?.provinces.find(({ code }) => code === '19');

  test('H1, H5, H11: a call sent to both servers is one, and reaches its clerk, its province and the desk', async () => {
    const id = newId();
    const path = `sites/${commune.siteId}/help`;
    const body = { id, kind: 'notHeard', note: 'Micro không lên tiếng' };
    const answers = await Promise.all([0, 1, 0].map((server) => post(server, clerk, path, body)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    await clients.clerk.until(() => clients.clerk.mine?.support?.help?.helpId === id, 'the own request');
    await clients.province.until(() => clients.province.mine?.support?.below?.open === 1, 'the call of the commune');
    await clients.desk.until(() => ofProvince()?.help === 1, 'the call on the desk');
    expect(ofProvince()).toMatchObject({ sites: 2, helpAtCentre: 0 });
    expect(clients.clerk.mine?.support?.below).toBeNull();
    expect((await post(1, technician, `${path}/${id}/take`, { from: null })).status).toBe(204);
    await clients.clerk.until(() => clients.clerk.mine?.support?.help?.takenBy?.isCentre, 'who has taken it');
    expect((await post(0, technician, `${path}/${id}/answer`, { text: 'Đang kiểm tra' })).status).toBe(204);
    await clients.clerk.until(() => clients.clerk.mine?.support?.help?.answer, 'the answer');
    expect((await post(0, technician, `${path}/${id}/solve`, {})).status).toBe(204);
    await clients.clerk.until(() => clients.clerk.mine?.support?.help?.end?.how === 'solved', 'the end');
    await clients.desk.until(() => ofProvince()?.help === 0, 'nothing open');
  });

  test('H6, H11: other desks and room screens are told of nothing', () => {
    expect(clients.moderator.frames.some(({ type }) => type === 'support')).toBe(false);
    expect(clients.room.mine?.support).toBeNull();
  });
});

describe('a whole country', () => {
  test(
    'H2, H11: however many sites call, the desk gets one frame a second, and hears when one comes to the centre',
    { timeout: 240_000 },
    async () => {
      const { house, conferenceId, seat, origin } = await wholeCountry((await freshDatabase()).url);
      const technician = await seat('technician', null);
      const desk = await SeatClient.open(origin, technician);
      await desk.until(() => desk.support, 'the first numbers');
      const sites = await house.query<{ id: string }>(
        'select site_id as id from conference_site where conference_id = $1',
        [conferenceId],
      );
      expect(sites).toHaveLength(3356);
      const before = desk.frames.filter(({ type }) => type === 'support').length;
      const startedAt = performance.now();
      const waiting = sites.map(({ id }) => id);
      const worker = async () => {
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
          await house.query(
            `with h as (insert into help_request (id, conference_id, site_id, seat_id, kind, note, due_at)
                        values (gen_random_uuid(), $1, $2, $3, 'line', '', now() + interval '1 hour')),
                  s as (insert into support_site (conference_id, site_id, right_parts, version) values ($1, $2, 5, 1))
             select pg_notify('support', json_build_object('conferenceId', $1::text, 'siteIds', json_build_array($2::text))::text)`,
            [conferenceId, id, technician.seatId],
          );
      };
      await Promise.all(Array.from({ length: 6 }, worker));
      const sum = (of: 'help' | 'helpAtCentre' | 'ready') =>
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
        [conferenceId, sites[0]!.id],
      );
      await desk.until(() => sum('helpAtCentre') === 1, 'the call at the centre', 5000);
      for (const path of ['help', 'readiness/sites']) {
        const list = await technician.browser.send('GET', `/seats/${technician.seatId}/${path}?limit=200`);
        expect(list).toMatchObject({ status: 200, body: { total: 3356 } });
      }
      desk.close();
      await house.stop();
    },
  );
});
