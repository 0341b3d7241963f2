import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TokenVerifier } from 'livekit-server-sdk';
import { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { freshDatabase, SeatClient } from '@diemcau/testkit';
import {
  conferenceBody,
  field,
  list,
  newId,
  siteByCode,
  startUnderTest,
  text,
  type Browser,
  type ServerUnderTest,
} from './under-test.ts';

let house: ServerUnderTest;
let origin: string;
let one: Browser;
let hall: string;
let room: string;
let communeId: string;
let conferenceId: string;

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  origin = await house.server.app.listen({ host: '127.0.0.1', port: 0 });
  one = await house.administrator();
  hall = await siteByCode(one, 'TW');
  room = await siteByCode(one, '01906');
  const [unit] = await house.query<{ unit_id: string }>(`select unit_id from site where code = '01906'`);
  communeId = unit?.unit_id ?? '';
});
afterAll(() => house.stop());
beforeEach(async () => {
  const more = { codes: ['01906'], siteLimit: 3 };
  const made = await one.send('POST', '/conferences', conferenceBody(house.clock, hall, more));
  conferenceId = text(made.body, 'conferenceId');
});

const under = (path: string) => `/conferences/${conferenceId}${path}`;
const invite = (siteId = newId(), more: Readonly<Record<string, unknown>> = {}) =>
  one.send('POST', under('/invitations/person'), {
    siteId,
    unitId: communeId,
    honorific: 'Bà',
    name: 'Trần Thị Bình',
    delegateId: newId(),
    position: 'Chủ tịch',
    unit: 'Xã Na Rì',
    ...more,
  });
const issue = (role: string, siteId: string) => one.send('POST', under('/seats'), { seatId: newId(), role, siteId });
/** Somebody who takes part alone, with their seat opened. */
const delegate = async () => {
  const siteId = newId();
  await invite(siteId);
  const { body } = await issue('delegate', siteId);
  const browser = house.browser();
  const opened = await browser.send('POST', '/seats/redeem', { secret: text(body, 'link').split('#')[1] });
  const seatId = text(opened.body, 'seatId');
  return { siteId, browser, seatId, cookie: `seat.${seatId}=${browser.cookies.get(`seat.${seatId}`)}`, opened };
};
const command = (type: string) => one.send('POST', under('/commands'), { id: newId(), command: { type } });
const invited = async () => list((await one.send('GET', under('/sites'))).body, 'items');

describe('somebody who takes part alone', () => {
  test('C18: is invited as a site of one person, named and placed by their unit; twice is once', async () => {
    const siteId = newId();
    const answers = await Promise.all([invite(siteId), invite(siteId)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const mine = (await invited()).filter((site) => field(site, 'personal') === true);
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ siteId, name: 'Cá nhân bà Trần Thị Bình', clerk: { status: 'none' } });
    const [other] = (await invited()).filter((site) => field(site, 'siteId') === room);
    expect(field(mine[0], 'province')).toBe(field(other, 'province'));
  });

  test('C18, N2: stands on the roster of that site at once, or is not there at all', async () => {
    const [siteId, delegateId] = [newId(), newId()];
    expect(await invite(siteId, { delegateId })).toMatchObject({ status: 200 });
    const { body } = await one.send('GET', under(`/sites/${siteId}/roster`));
    expect(list(body, 'items')).toMatchObject([
      { delegateId, honorific: 'Bà', name: 'Trần Thị Bình', position: 'Chủ tịch', kind: 'official', status: 'unknown' },
    ]);
    // Somebody else's id: nothing of the second person is stored.
    const before = (await invited()).length;
    expect(await invite(newId(), { delegateId })).toMatchObject({ status: 409, code: 'attendance.delegate_exists' });
    expect(await invited()).toHaveLength(before);
  });

  test('C18, C2: counts against the limit, and is invited before the opening only', async () => {
    expect(await invite()).toMatchObject({ status: 200 });
    expect(await invite()).toMatchObject({ status: 200 });
    expect(await invite()).toMatchObject({ code: 'conference.site_limit' });
    await command('conference.open');
    expect(await invite()).toMatchObject({ code: 'conference.not_prepared' });
    expect(await house.query(`select 1 from site where personal and name like '%Bình'`)).not.toHaveLength(0);
  });

  test('C18: is of no other conference: neither its list of sites nor its choice holds it', async () => {
    const siteId = newId();
    await invite(siteId);
    const { body } = await one.send('GET', '/sites?q=tran%20thi%20binh');
    expect(list(body, 'items')).toEqual([]);
    const other = await one.send('POST', '/conferences', conferenceBody(house.clock, hall, { siteIds: [siteId] }));
    expect(other).toMatchObject({ code: 'conference.unknown_sites' });
  });

  test('S21: has one link, which no room takes; and takes no clerk', async () => {
    const siteId = newId();
    await invite(siteId);
    expect(await issue('clerk', siteId)).toMatchObject({ status: 422, code: 'seat.personal_site' });
    expect(await issue('delegate', room)).toMatchObject({ status: 422, code: 'seat.personal_site' });
    expect(await issue('delegate', newId())).toMatchObject({ code: 'seat.site_needed' });
    expect(await issue('delegate', siteId)).toMatchObject({ status: 201 });
    expect(await issue('delegate', siteId)).toMatchObject({ code: 'seat.clerk_exists' });
    const batch = { batchId: newId(), siteIds: [siteId] };
    const { body } = await one.send('POST', under('/clerk-links'), batch);
    expect(body).toMatchObject({ links: [], refused: [{ siteId, code: 'seat.site_needed' }] });
  });

  test('S21: its device is both clerk and screen, and is counted as present', async () => {
    const { siteId, opened, ...key } = await delegate();
    expect(opened.body).toMatchObject({ role: 'delegate', path: `/c/${conferenceId}/delegate?seat=${key.seatId}` });
    const site = (await invited()).find((each) => field(each, 'siteId') === siteId);
    expect(site).toMatchObject({ clerk: { status: 'opened' }, screen: { status: 'opened' } });
    const page = await SeatClient.open(origin, key);
    await page.until(() => page.presence?.present === 1, 'its presence');
    await page.until(() => page.mine?.screen.status === 'present', 'its own site');
    page.close();
  });

  test('S21: asks for itself, and withdraws nothing but its own', async () => {
    const one = await delegate();
    const two = await delegate();
    const [a, b] = [await SeatClient.open(origin, one), await SeatClient.open(origin, two)];
    const request = (siteId: string) => ({
      type: 'floor.request' as const,
      requestId: RequestId.parse(newId()),
      siteId: SiteId.parse(siteId),
      speakerId: SpeakerId.parse(newId()),
      kind: 'discussion' as const,
    });
    const speaker = { honorific: 'Bà', name: 'Trần Thị Bình', position: 'Chủ tịch' };
    const own = request(one.siteId);
    await a.must(own, { speaker });
    expect(await a.command(request(two.siteId), { speaker })).toMatchObject({ ok: false, code: 'wire.not_allowed' });
    const withdraw = { type: 'floor.withdraw' as const, requestId: own.requestId };
    expect(await b.command(withdraw)).toMatchObject({ ok: false, code: 'wire.not_allowed' });
    await a.must({ type: 'floor.withdraw', requestId: own.requestId });
    a.close();
    b.close();
  });

  test('S21: reads and marks its own roster alone, and confirms no screen', async () => {
    const { siteId, browser, seatId } = await delegate();
    const roster = await browser.send('GET', `/seats/${seatId}/sites/${siteId}/roster`);
    expect(list(roster.body, 'items')).toMatchObject([
      { name: 'Trần Thị Bình', position: 'Chủ tịch', unit: 'Xã Na Rì' },
    ]);
    const delegateId = text(roster.body, 'items.0.delegateId');
    const marks = { id: newId(), marks: [{ delegateId, status: 'present' }] };
    expect(await browser.send('POST', `/seats/${seatId}/sites/${siteId}/marks`, marks)).toMatchObject({ status: 204 });
    expect(await browser.send('GET', `/seats/${seatId}/sites/${room}/roster`)).toMatchObject({ status: 404 });
    expect(await browser.send('POST', `/seats/${seatId}/sites/${room}/marks`, marks)).toMatchObject({ status: 404 });
    const screen = { userCode: 'BCDFGHJK', replace: true };
    expect(await browser.send('POST', `/seats/${seatId}/room-screen`, screen)).toMatchObject({ status: 403 });
  });

  test('X1, X10: writes to the secretary and is told of its own numbers; another conversation does not exist for it', async () => {
    const { siteId, browser, seatId, ...key } = await delegate();
    const page = await SeatClient.open(origin, { ...key, seatId });
    const words = { id: newId(), text: 'Tôi gửi bài bằng văn bản' };
    const thread = (of: string) => `/seats/${seatId}/sites/${of}/messages`;
    expect(await browser.send('POST', thread(siteId), words)).toMatchObject({ status: 204 });
    await page.until(() => page.mine?.messages?.no === 1, 'the own number');
    expect(list((await browser.send('GET', thread(siteId))).body, 'items')).toMatchObject([{ text: words.text }]);
    for (const path of [thread(room), thread(hall)])
      expect(await browser.send('GET', path)).toMatchObject({ status: 404, code: 'access.not_found' });
    const announced = { ...words, id: newId() };
    for (const path of ['messages', 'announcements'])
      expect(await browser.send('GET', `/seats/${seatId}/${path}`)).toMatchObject({ status: 403 });
    expect(await browser.send('POST', `/seats/${seatId}/announcements`, announced)).toMatchObject({ status: 403 });
    page.close();
  });

  test('M16: its token lets it send nothing before its turn is near', async () => {
    const { browser, seatId } = await delegate();
    await command('conference.open');
    const { body } = await browser.send('GET', `/seats/${seatId}/media-token`);
    const { video } = await new TokenVerifier('key', 's'.repeat(32)).verify(text(body, 'token'));
    expect(video).toMatchObject({ canPublish: false, hidden: false });
  });

  test('S21, S7: removed from the conference, its device ends at once', async () => {
    const { siteId, ...key } = await delegate();
    const page = await SeatClient.open(origin, key);
    expect(await one.send('POST', under('/invitations/removals'), { siteIds: [siteId] })).toMatchObject({
      status: 204,
    });
    await page.until(() => page.closed, 'the socket to close');
    expect(page.refusals.at(-1)?.code).toBe('seat.revoked');
  });
});
