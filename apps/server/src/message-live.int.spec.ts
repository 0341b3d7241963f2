// Messages on the pages: two servers on one database, and a whole country that writes and is told at once.
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

describe('two servers on one database', () => {
  let two: TwoServers;
  let conference: TestConference;
  let site: Place;
  let other: Place;
  let clerk: OpenedSeat;
  let secretary: OpenedSeat;
  let clients: Readonly<Record<'desk' | 'clerk' | 'other' | 'moderator' | 'chair' | 'room', SeatClient>>;

  beforeAll(async () => {
    two = await startTwoServers(2);
    ({ conference } = two);
    [site, other] = [conference.site(1), conference.site(2)];
    clerk = await conference.clerk(site);
    secretary = await conference.seat('secretary');
    clients = {
      desk: await two.page(0, secretary),
      clerk: await two.page(1, clerk),
      other: await two.page(1, await conference.clerk(other)),
      moderator: await two.page(1, await conference.seat('moderator')),
      chair: await two.page(1, await conference.seat('chair')),
      room: await two.page(1, await conference.room(site)),
    };
    await clients.clerk.until(() => clients.clerk.messages && clients.clerk.mine, 'the first frames');
  });
  afterAll(() => two?.stop());

  test('X4, X11: what a site writes to both servers is one message, and wakes the secretary on the other', async () => {
    const body = { id: newId(), text: 'Xin hỏi Thư ký' };
    const path = `sites/${site.siteId}/messages`;
    const answers = await Promise.all(([0, 1, 0] as const).map((server) => two.post(server, clerk, path, body)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    await clients.desk.until(() => clients.desk.inbox?.unread === 1, 'the unread message');
    expect(clients.desk.inbox).toMatchObject({ unreadSites: 1, unread: 1 });
    await clients.clerk.until(() => clients.clerk.mine?.messages?.no === 1, 'the own message');
    expect((await two.post(0, secretary, `${path}/read`, { no: 1 })).status).toBe(204);
    await clients.clerk.until(() => clients.clerk.mine?.messages?.readByDesk, 'the mark');
    expect(clients.clerk.mine?.messages?.readByDesk).toMatchObject({ no: 1, at: expect.any(Number) });
    await two.post(0, secretary, path, { id: newId(), text: 'Thư ký trả lời' });
    await clients.clerk.until(() => clients.clerk.mine?.messages?.unread === 1, 'the answer');
    await clients.desk.until(() => clients.desk.inbox?.unread === 0, 'nothing unread');
  });

  test('X11, X15: what a site writes to the technical desk wakes that desk alone, and its own numbers', async () => {
    const technician = await conference.seat('technician');
    const desk = await two.page(0, technician);
    const before = clients.desk.inbox;
    const path = `sites/${site.siteId}/support-messages`;
    expect((await two.post(1, clerk, path, { id: newId(), text: 'Mất tiếng' })).status).toBe(204);
    await desk.until(() => desk.inbox?.unread === 1, 'the unread message');
    expect(clients.desk.inbox).toEqual(before);
    expect(desk.frames.some(({ type }) => type === 'messages' || type === 'announcement')).toBe(false);
    await two.post(0, technician, path, { id: newId(), text: 'Đang xem' });
    await two.post(0, technician, `${path}/read`, { no: 1 });
    await clients.clerk.until(() => clients.clerk.mine?.messages?.technician.unread === 1, 'the answer');
    expect(clients.clerk.mine?.messages?.technician).toMatchObject({ no: 2, readByDesk: { no: 1 } });
    await desk.until(() => desk.inbox?.unread === 0, 'nothing unread');
    desk.close();
  });

  test('X7, X10: an announcement reaches clerks and the moderator; chair and room screen are told of nothing', async () => {
    await two.post(0, secretary, 'announcements', { id: newId(), text: 'Đề nghị ổn định chỗ ngồi.' });
    for (const client of [clients.clerk, clients.other, clients.moderator, clients.desk])
      await client.until(() => client.announcement?.text === 'Đề nghị ổn định chỗ ngồi.', 'the announcement');
    const late = await two.page(0, await conference.seat('moderator'));
    await late.until(() => late.announcement?.no === 1, 'the announcement for who comes later');
    late.close();
    for (const client of [clients.chair, clients.room])
      expect(client.frames.map(({ type }) => type)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(messages|announcement|inbox)$/)]),
      );
    expect(clients.room.mine?.messages).toBeNull();
    for (const client of [clients.clerk, clients.other, clients.moderator])
      expect(client.frames.some(({ type }) => type === 'inbox')).toBe(false);
    const id = clients.clerk.announcement!.messageId;
    expect((await two.post(1, clerk, `announcements/${id}/seen`, {})).status).toBe(204);
    await clients.clerk.until(() => clients.clerk.mine?.messages?.confirmed === 1, 'the confirmation');
    expect(clients.other.mine?.messages?.confirmed).toBe(0);
  });

  test('X9: the switch reaches every page, and takes the words of the announcement away', async () => {
    await two.post(0, secretary, 'messages/switches', { id: newId(), isOn: false, discussion: false });
    await clients.other.until(() => clients.other.messages?.isOn === false, 'the switch');
    await clients.other.until(() => clients.other.announcement === null, 'the announcement to go');
    await two.post(1, secretary, 'messages/switches', { id: newId(), isOn: true, discussion: true });
    await clients.other.until(() => clients.other.messages?.discussion, 'the discussion');
    await two.post(1, clerk, 'discussion', { id: newId(), text: 'Chào các điểm cầu' });
    await clients.other.until(() => clients.other.messages?.discussionNo === 1, 'the discussion to grow');
    expect(clients.clerk.messages).toEqual(clients.other.messages);
  });
});

describe('a whole country', () => {
  test(
    'X11, X12: however many sites write, the secretary gets one frame a second; an announcement comes with its words',
    { timeout: 240_000 },
    async () => {
      const { house, conferenceId, siteIds, seat, origin } = await wholeCountry((await freshDatabase()).url);
      const secretary = await seat('secretary', null);
      const desk = await SeatClient.open(origin, secretary);
      await desk.until(() => desk.inbox, 'the first numbers');
      expect(siteIds).toHaveLength(3356);
      const shared = await seat('clerk', siteIds[0]!);
      const page = await SeatClient.open(origin, shared);
      const before = desk.frames.filter(({ type }) => type === 'inbox').length;
      const startedAt = performance.now();
      // As every site's own clerk would: 3,356 seats would take longer to issue than all of this.
      await house.query(
        `insert into seat (id, conference_id, role, site_id, search)
         select gen_random_uuid(), $1, 'observer', site_id, '' from conference_site where conference_id = $1`,
        [conferenceId],
      );
      await forEach(siteIds, (id) =>
        house.query(
          `with m as (insert into message (id, conference_id, thread, site_id, by_desk, seat_id, no, text)
                        select gen_random_uuid(), $1, 'conversation', site_id, false, id, 1, 'Xin hỏi' from seat
                        where conference_id = $1 and site_id = $2 limit 1 returning place),
                  s as (insert into message_site (conference_id, site_id, last_no, last_place, unread_by_desk, version)
                        select $1, $2, 1, place, 1, 1 from m)
             select pg_notify('message', json_build_object('conferenceId', $1::text, 'siteIds', json_build_array($2::text))::text)`,
          [conferenceId, id],
        ),
      );
      await desk.until(() => desk.inbox?.unread === 3356, 'all messages', 30_000);
      const seconds = (performance.now() - startedAt) / 1000;
      const frames = desk.frames.filter(({ type }) => type === 'inbox').length - before;
      expect(frames).toBeGreaterThan(0);
      expect(frames).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
      expect(desk.inbox).toMatchObject({ unreadSites: 3356 });
      const list = await secretary.browser.send('GET', `/seats/${secretary.seatId}/messages?limit=200`);
      expect(list).toMatchObject({ status: 200, body: { total: 3356 } });

      const told = { id: newId(), text: 'Đề nghị các điểm cầu chuẩn bị.' };
      await secretary.browser.send('POST', `/seats/${secretary.seatId}/announcements`, told);
      await page.until(() => page.announcement?.text === told.text, 'the words of the announcement in the frame');
      page.close();
      desk.close();
      await house.stop();
    },
  );
});
