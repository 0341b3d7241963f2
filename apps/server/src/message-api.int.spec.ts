import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SiteId } from '@diemcau/domain/kernel';
import {
  ConversationPage,
  ConversationsPage,
  DeskAnnouncements,
  InformedSites,
  MESSAGES_A_MINUTE,
  MessagePage,
  OwnAnnouncements,
} from '@diemcau/domain/message';
import { freshDatabase } from '@diemcau/testkit';
import { pino } from 'pino';
import { createRetention } from './message/retention.ts';
import { connect } from './platform/db/index.ts';
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

type Seat = { readonly browser: Browser; readonly seatId: string };
const PROVINCE = '19';
const [COMMUNE, NEIGHBOUR] = ['01906', '01912'];

let house: ServerUnderTest;
let one: Browser;
let province: SiteId;
let commune: SiteId;
let neighbour: SiteId;
let elsewhere: SiteId;

type Conference = {
  readonly conferenceId: string;
  readonly secretary: Seat;
  readonly clerk: Seat;
  readonly other: Seat;
};

const seat = async (conferenceId: string, role: string, siteId: string | null = null): Promise<Seat> => {
  const browser = house.browser();
  const seatId = newId();
  const { body } = await one.send('POST', `/conferences/${conferenceId}/seats`, { seatId, role, siteId });
  await browser.send('POST', '/seats/redeem', { secret: text(body, 'link').split('#')[1] });
  return { browser, seatId };
};
const prepare = async (): Promise<Conference> => {
  const hall = await siteByCode(one, 'TW');
  const asked = conferenceBody(house.clock, hall, { codes: [PROVINCE, COMMUNE, NEIGHBOUR] });
  const conferenceId = text((await one.send('POST', '/conferences', asked)).body, 'conferenceId');
  const [secretary, clerk, other] = [
    await seat(conferenceId, 'secretary'),
    await seat(conferenceId, 'clerk', commune),
    await seat(conferenceId, 'clerk', neighbour),
  ];
  return { conferenceId, secretary, clerk, other };
};

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  province = SiteId.parse(await siteByCode(one, PROVINCE));
  commune = SiteId.parse(await siteByCode(one, COMMUNE));
  neighbour = SiteId.parse(await siteByCode(one, NEIGHBOUR));
  elsewhere = SiteId.parse(await siteByCode(one, '00004'));
});
afterAll(() => house.stop());

const post = ({ browser, seatId }: Seat, path: string, body?: object) =>
  browser.send('POST', `/seats/${seatId}/${path}`, body);
const get = ({ browser, seatId }: Seat, path: string) => browser.send('GET', `/seats/${seatId}/${path}`);
const words = (said: string, id = newId()) => ({ id, text: said });
const write = (who: Seat, said: string, siteId: SiteId = commune, id = newId()) =>
  post(who, `sites/${siteId}/messages`, words(said, id));
const conversation = async (who: Seat, siteId: SiteId = commune, query = '') =>
  ConversationPage.parse((await get(who, `sites/${siteId}/messages${query}`)).body);
const inbox = async ({ secretary }: Conference, query = '') =>
  ConversationsPage.parse((await get(secretary, `messages${query}`)).body);
const turn = (who: Seat, isOn: boolean, discussion = false, id = newId()) =>
  post(who, 'messages/switches', { id, isOn, discussion });
const announce = async (who: Seat, said: string) => {
  const id = newId();
  expect(await post(who, 'announcements', words(said, id))).toMatchObject({ status: 204 });
  return id;
};
const refused = (answer: Answer) => [answer.status, answer.code];

describe('the conversation of a site with the secretary', () => {
  let of: Conference;
  beforeAll(async () => {
    of = await prepare();
  });

  test('X1, X3: both write, in order, and each sees how far the other has read', async () => {
    expect((await write(of.clerk, 'Kính gửi Thư ký\nđề nghị sửa tên đại biểu')).status).toBe(204);
    expect((await write(of.secretary, 'Đã sửa, đề nghị xem lại.')).status).toBe(204);
    const before = await conversation(of.clerk);
    expect(before.items.map(({ no, byDesk, text: said }) => [no, byDesk, said])).toEqual([
      [2, true, 'Đã sửa, đề nghị xem lại.'],
      [1, false, 'Kính gửi Thư ký\nđề nghị sửa tên đại biểu'],
    ]);
    expect(before).toMatchObject({ readByDesk: null, readBySite: null, site: { siteId: commune } });
    expect((await post(of.secretary, `sites/${commune}/messages/read`, { no: 2 })).status).toBe(204);
    const { readByDesk } = await conversation(of.clerk);
    expect(readByDesk).toMatchObject({ no: 2 });
    // A mark never goes back, and never ahead of what there is.
    await post(of.secretary, `sites/${commune}/messages/read`, { no: 1 });
    expect((await conversation(of.clerk)).readByDesk).toEqual(readByDesk);
    await post(of.clerk, `sites/${commune}/messages/read`, { no: 999 });
    expect((await conversation(of.secretary)).readBySite).toMatchObject({ no: 2 });
  });

  test('X4: the same id is one message, however often and at once it is sent', async () => {
    const id = newId();
    const before = (await conversation(of.clerk)).items.length;
    const answers = await Promise.all([1, 2, 3].map(() => write(of.clerk, 'Một lần', commune, id)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect((await conversation(of.clerk)).items.length).toBe(before + 1);
    expect(refused(await write(of.other, 'Khác', neighbour, id))).toEqual([409, 'message.exists']);
    expect((await conversation(of.other, neighbour)).items).toEqual([]);
  });

  test('X5: the secretary finds unread conversations first, then the latest, and any site without accents', async () => {
    const unread = async (query = '') => (await inbox(of, query)).items.map(({ siteId, unread: n }) => [siteId, n]);
    await post(of.secretary, `sites/${commune}/messages/read`, { no: 99 });
    await write(of.other, 'Xin hỏi');
    await write(of.other, 'Xin hỏi', neighbour);
    expect(await unread()).toEqual([
      [neighbour, 1],
      [commune, 0],
      [expect.any(String), 0],
      [province, 0],
    ]);
    await post(of.secretary, `sites/${neighbour}/messages/read`, { no: 1 });
    expect((await unread()).slice(0, 2)).toEqual([
      [neighbour, 0],
      [commune, 0],
    ]);
    expect(await unread('?q=tinh%20thai%20nguyen&limit=1')).toHaveLength(1);
    const all = await walkPages(of.secretary.browser, `/seats/${of.secretary.seatId}/messages`, 1);
    expect(new Set(all.map((row) => field(row, 'siteId'))).size).toBe(4);
    expect((await inbox(of)).total).toBe(4);
  });

  test('X5: a long conversation is read page by page, the newest first', async () => {
    const { items, next } = await conversation(of.clerk, commune, '?limit=2');
    expect(items.map(({ no }) => no)).toEqual([3, 2]);
    const older = await conversation(of.clerk, commune, `?limit=2&cursor=${next}`);
    expect([older.items.map(({ no }) => no), older.next]).toEqual([[1], null]);
  });

  test('X1: a site that takes no part has no conversation', async () => {
    expect(refused(await write(of.secretary, 'Có ai không', elsewhere))).toEqual([404, 'access.not_found']);
    expect(refused(await get(of.secretary, `sites/${elsewhere}/messages`))).toEqual([404, 'access.not_found']);
  });

  test.each([
    ['nothing that can be seen', ' \n '],
    ['too much', 'đ'.repeat(1001)],
    ['a character that changes direction', 'mã \u202eABC'],
  ])('X2: %s is refused, and the next try counts', async (_what, said) => {
    const id = newId();
    expect(refused(await write(of.clerk, said, commune, id))).toEqual([400, 'request.invalid']);
  });

  test('X6: after so many messages within a minute a seat waits; a repeated one is answered all the same', async () => {
    const hasty = await prepare();
    const id = newId();
    await write(hasty.clerk, 'Đầu tiên', commune, id);
    for (let i = 1; i < MESSAGES_A_MINUTE; i++) expect((await write(hasty.clerk, `Tin ${i}`)).status).toBe(204);
    expect(refused(await write(hasty.clerk, 'Thêm'))).toEqual([429, 'message.too_fast']);
    expect((await write(hasty.clerk, 'Đầu tiên', commune, id)).status).toBe(204);
    expect((await write(hasty.other, 'Điểm cầu khác vẫn gửi được', neighbour)).status).toBe(204);
    await house.query(`update message set at = at - interval '61 seconds' where conference_id = $1`, [
      hasty.conferenceId,
    ]);
    expect((await write(hasty.clerk, 'Thêm')).status).toBe(204);
  });
});

describe('X15: the conversation of a site with the technical desk', () => {
  let of: Conference;
  let technician: Seat;
  const path = (siteId: SiteId = commune) => `sites/${siteId}/support-messages`;
  const said = (who: Seat, text: string, siteId: SiteId = commune) => post(who, path(siteId), words(text));
  const read = async (who: Seat) => ConversationPage.parse((await get(who, path())).body);
  beforeAll(async () => {
    of = await prepare();
    technician = await seat(of.conferenceId, 'technician');
  });

  test('X15, X3: the same as with the secretary, and apart from it: neither desk sees the other’s', async () => {
    expect((await write(of.clerk, 'Kính gửi Thư ký')).status).toBe(204);
    expect((await said(of.clerk, 'Camera thứ hai không lên')).status).toBe(204);
    expect((await said(technician, 'Đề nghị rút ra cắm lại')).status).toBe(204);
    const thread = await read(of.clerk);
    expect(thread.items.map(({ no, byDesk, text: words }) => [no, byDesk, words])).toEqual([
      [2, true, 'Đề nghị rút ra cắm lại'],
      [1, false, 'Camera thứ hai không lên'],
    ]);
    expect((await conversation(of.clerk)).items.map(({ text: words }) => words)).toEqual(['Kính gửi Thư ký']);
    const listed = ConversationsPage.parse((await get(technician, 'support-messages')).body);
    expect(listed.items[0]).toMatchObject({ siteId: commune, unread: 1, last: { byDesk: true } });
    expect((await inbox(of)).items[0]).toMatchObject({ siteId: commune, unread: 1, last: { byDesk: false } });
    expect((await post(technician, `${path()}/read`, { no: 1 })).status).toBe(204);
    expect(await read(of.clerk)).toMatchObject({ readByDesk: { no: 1 }, readBySite: null });
    expect((await conversation(of.clerk)).readByDesk).toBeNull();
    expect((await inbox(of)).items[0]).toMatchObject({ unread: 1 });
  });

  test('X15: the secretary’s switch does not silence who needs help; the end does', async () => {
    await turn(of.secretary, false);
    expect(refused(await write(of.clerk, 'Tắt'))).toEqual([409, 'message.off']);
    expect((await said(of.clerk, 'Vẫn gửi được')).status).toBe(204);
    expect((await post(of.clerk, `${path()}/read`, { no: 2 })).status).toBe(204);
    expect((await read(of.clerk)).items[0]).toMatchObject({ text: 'Vẫn gửi được' });
    await turn(of.secretary, true);
  });

  test('X15, X10: nobody else: not the secretary, not another desk, not another site, not the desk for the secretary', async () => {
    for (const role of ['chair', 'moderator', 'operator', 'observer'] as const) {
      const other = await seat(of.conferenceId, role);
      expect((await get(other, 'support-messages')).status).toBe(403);
      expect((await get(other, path())).status).toBe(403);
    }
    expect((await get(of.secretary, path())).status).toBe(403);
    expect((await get(of.secretary, 'support-messages')).status).toBe(403);
    expect((await said(of.secretary, 'Không')).status).toBe(403);
    expect((await get(technician, `sites/${commune}/messages`)).status).toBe(403);
    expect((await get(technician, 'messages')).status).toBe(403);
    expect((await said(of.other, 'Không')).status).toBe(404);
    expect((await get(of.other, path())).status).toBe(404);
    expect((await said(technician, 'Không', elsewhere)).status).toBe(404);
  });
});

describe('announcements', () => {
  test('X7: all sites read it, each confirms once, and the secretary knows who has not, with whom to call', async () => {
    const of = await prepare();
    const messageId = await announce(of.secretary, 'Đề nghị các điểm cầu ổn định chỗ ngồi trước 07:50.');
    await post(of.other, `sites/${neighbour}/contact`, { id: newId(), name: 'Nông Thị Thu', phone: '0912 345 678' });
    const own = async (who: Seat) => OwnAnnouncements.parse((await get(who, 'announcements/own')).body).items;
    expect(await own(of.clerk)).toMatchObject([{ messageId, no: 1, seenAt: null }]);
    const path = `announcements/${messageId}/seen`;
    expect((await post(of.clerk, path)).status).toBe(204);
    const [seen] = await own(of.clerk);
    expect((await post(of.clerk, path)).status).toBe(204);
    expect(await own(of.clerk)).toEqual([seen]);
    expect(await own(of.other)).toMatchObject([{ seenAt: null }]);
    const desk = DeskAnnouncements.parse((await get(of.secretary, 'announcements')).body);
    expect(desk).toMatchObject({ sites: 4, items: [{ messageId, seen: 1 }] });
    const sites = async (query: string) =>
      InformedSites.parse((await get(of.secretary, `announcements/${messageId}/sites${query}`)).body);
    expect((await sites('?filter=seen')).items).toMatchObject([{ siteId: commune, seenAt: seen?.seenAt }]);
    const unseen = await sites('?filter=unseen');
    expect([unseen.total, unseen.items[0]?.hall]).toEqual([3, true]);
    expect(unseen.items.find(({ siteId }) => siteId === neighbour)?.contact).toEqual({
      name: 'Nông Thị Thu',
      phone: '0912 345 678',
    });
    expect((await sites('?q=khong%20co')).total).toBe(0);
    const [sum] = await house.query<{ confirmed: number }>(
      'select sum(confirmed)::int as confirmed from message_site where conference_id = $1',
      [of.conferenceId],
    );
    expect(sum?.confirmed).toBe(1);
  });

  test('X7: an announcement of another conference, or none, cannot be confirmed or looked into', async () => {
    const [of, another] = [await prepare(), await prepare()];
    const messageId = await announce(another.secretary, 'Của hội nghị khác');
    for (const id of [messageId, newId()]) {
      expect(refused(await post(of.clerk, `announcements/${id}/seen`))).toEqual([404, 'message.not_found']);
      expect(refused(await get(of.secretary, `announcements/${id}/sites`))).toEqual([404, 'message.not_found']);
    }
  });
});

describe('the discussion', () => {
  test('X8: nobody writes or reads in it unless the conference allows it; then all sites share it', async () => {
    const of = await prepare();
    expect(refused(await post(of.clerk, 'discussion', words('Chào')))).toEqual([409, 'message.discussion_off']);
    expect(refused(await get(of.clerk, 'discussion'))).toEqual([409, 'message.discussion_off']);
    expect((await turn(of.secretary, true, true)).status).toBe(204);
    expect((await post(of.clerk, 'discussion', words('Chào các điểm cầu'))).status).toBe(204);
    expect((await post(of.secretary, 'discussion', words('Mời trao đổi'))).status).toBe(204);
    const { items } = MessagePage.parse((await get(of.other, 'discussion')).body);
    expect(items.map(({ no, siteId, byDesk }) => [no, siteId, byDesk])).toEqual([
      [2, null, true],
      [1, commune, false],
    ]);
    expect(items[1]?.siteName).toBeTruthy();
    expect((await post(of.other, 'discussion/read', { no: 2 })).status).toBe(204);
    expect((await conversation(of.other, neighbour)).items).toEqual([]);
  });
});

describe('the switch', () => {
  test('X9: off, nothing is written; what was written stays readable for the secretary alone', async () => {
    const of = await prepare();
    await turn(of.secretary, true, true);
    await write(of.clerk, 'Trước khi tắt');
    const messageId = await announce(of.secretary, 'Trước khi tắt');
    const off = newId();
    expect((await turn(of.secretary, false, true, off)).status).toBe(204);
    const tries = [
      write(of.clerk, 'Sau khi tắt'),
      write(of.secretary, 'Sau khi tắt'),
      post(of.secretary, 'announcements', words('Sau khi tắt')),
      post(of.clerk, 'discussion', words('Sau khi tắt')),
      post(of.clerk, `announcements/${messageId}/seen`),
      post(of.clerk, `sites/${commune}/messages/read`, { no: 1 }),
      get(of.clerk, `sites/${commune}/messages`),
      get(of.clerk, 'announcements/own'),
      get(of.clerk, 'discussion'),
    ];
    for (const answer of await Promise.all(tries)) expect(refused(answer)).toEqual([409, 'message.off']);
    expect((await conversation(of.secretary)).items.map(({ text: said }) => said)).toEqual(['Trước khi tắt']);
    expect((await post(of.secretary, `sites/${commune}/messages/read`, { no: 1 })).status).toBe(204);
    expect((await turn(of.secretary, true)).status).toBe(204);
    // The old change, sent once more by a page that did not hear, does not come back.
    expect((await turn(of.secretary, false, true, off)).status).toBe(204);
    expect((await write(of.clerk, 'Bật lại')).status).toBe(204);
  });

  test('X9: after the end of the conference nothing is written', async () => {
    const of = await prepare();
    await write(of.clerk, 'Trước bế mạc');
    for (const type of ['conference.open', 'conference.close'])
      await one.send('POST', `/conferences/${of.conferenceId}/commands`, { id: newId(), command: { type } });
    for (const answer of [await write(of.clerk, 'Sau'), await turn(of.secretary, false)])
      expect(refused(answer)).toEqual([409, 'message.closed']);
    expect((await conversation(of.secretary)).items).toHaveLength(1);
  });
});

describe('who must not', () => {
  test('X10: a clerk of another site does not learn that there is a conversation', async () => {
    const of = await prepare();
    await write(of.clerk, 'Riêng với Thư ký');
    for (const who of [of.other, await seat(of.conferenceId, 'clerk', province)]) {
      expect(refused(await get(who, `sites/${commune}/messages`))).toEqual([404, 'access.not_found']);
      expect(refused(await write(who, 'Xen vào'))).toEqual([404, 'access.not_found']);
      expect(refused(await post(who, `sites/${commune}/messages/read`, { no: 1 }))).toEqual([404, 'access.not_found']);
    }
    expect((await conversation(of.clerk)).items).toHaveLength(1);
  });

  test('X10: chair, moderator, operator and observer neither read nor write as the secretary', async () => {
    const of = await prepare();
    for (const role of ['chair', 'moderator', 'operator', 'observer']) {
      const who = await seat(of.conferenceId, role);
      const tries = [
        get(who, `sites/${commune}/messages`),
        get(who, 'messages'),
        get(who, 'announcements'),
        get(who, 'discussion'),
        write(who, 'Thay Thư ký'),
        post(who, 'announcements', words('Thay Thư ký')),
        turn(who, false),
      ];
      for (const answer of await Promise.all(tries))
        expect([role, ...refused(answer)]).toEqual([role, 403, 'access.forbidden']);
    }
  });

  test('X10: the room screen of the site, a clerk as secretary, and seats of another conference', async () => {
    const [of, another] = [await prepare(), await prepare()];
    const screen = house.browser();
    const { body } = await screen.send('POST', '/room-codes');
    const confirmed = await post(of.clerk, 'room-screen', { userCode: text(body, 'userCode'), replace: false });
    await screen.send('POST', '/room-codes/token', { deviceCode: text(body, 'deviceCode') });
    const room = { browser: screen, seatId: text(confirmed.body, 'seatId') };
    for (const answer of [
      await get(room, `sites/${commune}/messages`),
      await write(room, 'Từ màn hình'),
      await get(room, 'announcements/own'),
      await get(of.clerk, 'messages'),
      await get(of.clerk, 'announcements'),
      await post(of.clerk, 'announcements', words('Giả Thư ký')),
      await turn(of.clerk, false),
    ])
      expect(refused(answer)).toEqual([403, 'access.forbidden']);
    await write(of.clerk, 'Hội nghị này');
    expect((await conversation(another.secretary)).items).toEqual([]);
    const borrowed = { browser: another.secretary.browser, seatId: of.secretary.seatId };
    expect(refused(await get(borrowed, `sites/${commune}/messages`))).toEqual([401, 'seat.not_held']);
    expect(refused(await get({ browser: one, seatId: of.secretary.seatId }, 'messages'))).toEqual([
      401,
      'seat.not_held',
    ]);
  });
});

test('X13: words stand in their table alone: audit rows and events have none, and each change has its row', async () => {
  const of = await prepare();
  const said = 'Nội dung chỉ để Thư ký đọc';
  await write(of.clerk, said);
  const messageId = await announce(of.secretary, said);
  await post(of.clerk, `announcements/${messageId}/seen`);
  await post(of.secretary, `sites/${commune}/messages/read`, { no: 1 });
  await turn(of.secretary, true, true);
  await post(of.clerk, 'discussion', words(said));
  await post(of.other, 'discussion/read', { no: 1 });
  const rows = await house.query<{ body: string }>(`select body from audit where body like $1`, [
    `%${of.conferenceId}%`,
  ]);
  const actions = rows.map(({ body }) => text(JSON.parse(body), 'action'));
  for (const action of [
    'conversation.write',
    'announcement.write',
    'announcement.confirm',
    'conversation.markRead',
    'message.switch',
    'discussion.write',
    'discussion.markRead',
  ])
    expect(actions.filter((one) => one === action)).toEqual([action]);
  const [found] = await house.query<{ n: number }>(
    `select ((select count(*) from audit where body like $1) + (select count(*) from event where data like $1))::int as n`,
    [`%${said}%`],
  );
  expect(found?.n).toBe(0);
});

describe('X14: messages are not kept for ever', () => {
  const left = async (conferenceId: string) => {
    const [found] = await house.query<{ messages: number; sites: number; seen: number }>(
      `select (select count(*)::int from message where conference_id = $1) as messages,
              (select count(*)::int from message_site where conference_id = $1) as sites,
              (select count(*)::int from announcement_seen s join message m on m.id = s.message_id where m.conference_id = $1) as seen`,
      [conferenceId],
    );
    return found;
  };
  const written = async () => {
    const of = await prepare();
    await write(of.clerk, 'Kính gửi Thư ký');
    await post(of.clerk, `announcements/${await announce(of.secretary, 'Thông báo')}/seen`);
    expect(await left(of.conferenceId)).toMatchObject({ messages: 2, seen: 1 });
    return of;
  };

  test('X14: those of a conference that ended long ago are erased, all at once, and audited by their number', async () => {
    const [old, lately] = [await written(), await written()];
    const { db, close } = connect(house.databaseUrl, { max: 2, onError: () => undefined });
    const retention = createRetention(db, pino({ level: 'silent' }));
    await house.query(`update conference set starts_at = now() - interval '91 days' where id = $1`, [old.conferenceId]);
    await house.query(`update conference set starts_at = now() - interval '89 days' where id = $1`, [
      lately.conferenceId,
    ]);
    expect(await retention.eraseOld()).toBe(1);
    expect(await retention.eraseOld()).toBe(0);
    expect(await left(old.conferenceId)).toEqual({ messages: 0, sites: 0, seen: 0 });
    expect(await left(lately.conferenceId)).toMatchObject({ messages: 2, seen: 1 });
    const rows = await house.query<{ body: string }>(`select body from audit where body like '%message.erase%'`);
    expect(rows.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        action: 'message.erase',
        actor: { kind: 'system', name: 'retention' },
        subject: { conferenceId: old.conferenceId },
        change: { messages: 2 },
      },
    ]);
    // The pages of those who had written show an empty conversation.
    expect((await conversation(old.secretary)).items).toEqual([]);
    await close();
  });

  test('X14: it counts from the end, not from the start, where there was an end', async () => {
    const of = await written();
    await house.query(`update conference set starts_at = now() - interval '200 days' where id = $1`, [of.conferenceId]);
    for (const type of ['conference.open', 'conference.close'])
      await one.send('POST', `/conferences/${of.conferenceId}/commands`, { id: newId(), command: { type } });
    const { db, close } = connect(house.databaseUrl, { max: 2, onError: () => undefined });
    const retention = createRetention(db, pino({ level: 'silent' }));
    await retention.eraseOld();
    expect(await left(of.conferenceId)).toMatchObject({ messages: 2 });
    await retention.eraseOld(0);
    expect(await left(of.conferenceId)).toMatchObject({ messages: 0 });
    await close();
  });
});
