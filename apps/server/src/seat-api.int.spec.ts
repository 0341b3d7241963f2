import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '@diemcau/testkit';
import { connect } from './platform/db/index.ts';
import { SeatRegistry } from './platform/identity/index.ts';
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
let one: Browser;
let hall: string;
let site: string;
let conferenceId: string;

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  hall = await siteByCode(one, 'TW');
  site = await siteByCode(one, '01906');
});
afterAll(() => house.stop());

const start = async (more: Readonly<Record<string, unknown>> = {}) => {
  const made = await one.send(
    'POST',
    '/conferences',
    conferenceBody(house.clock, hall, { codes: ['01906', '79'], ...more }),
  );
  return text(made.body, 'conferenceId');
};
beforeEach(async () => {
  conferenceId = await start();
});

const issue = async (body: Readonly<Record<string, unknown>>, id = conferenceId) => {
  const seatId = newId();
  const answer = await one.send('POST', `/conferences/${id}/seats`, { seatId, ...body });
  return { seatId, answer, secret: answer.status === 201 ? (text(answer.body, 'link').split('#')[1] ?? '') : '' };
};
const redeem = (browser: Browser, secret: string) => browser.send('POST', '/seats/redeem', { secret });
const close = async (id = conferenceId) => {
  for (const type of ['conference.open', 'conference.close'])
    await one.send('POST', `/conferences/${id}/commands`, { id: newId(), command: { type } });
};

describe('a personal link', () => {
  test('S1: carries 128 bits behind #, of which the server keeps only a hash', async () => {
    const { answer, secret } = await issue({ role: 'moderator', personName: 'Trần Thị Hạnh' });
    expect(text(answer.body, 'link')).toMatch(/^http:\/\/localhost:8080\/l#[\w-]{22}$/);
    const rows = await house.query<{ all: string }>(`select string_agg(l::text, '') as all from seat_link l`);
    expect(rows[0]?.all).not.toContain(secret);
  });

  test('S2, S4: opens the seat on the first device, with a cookie of its own that scripts cannot read', async () => {
    const browser = house.browser();
    const { seatId, secret } = await issue({ role: 'moderator', personName: 'Trần Thị Hạnh' });
    const opened = await redeem(browser, secret);
    expect(opened).toMatchObject({
      status: 200,
      body: { seatId, conferenceId, role: 'moderator', path: `/c/${conferenceId}/moderator?seat=${seatId}` },
    });
    expect(String(opened.headers['set-cookie'])).toMatch(
      new RegExp(`^seat\\.${seatId}=[\\w-]{22}; .*HttpOnly; SameSite=Lax`),
    );
    expect((await browser.send('GET', `/seats/${seatId}`)).body).toMatchObject({
      role: 'moderator',
      personName: 'Trần Thị Hạnh',
      state: 'opened',
    });
    expect((await one.send('GET', `/conferences/${conferenceId}/seats`)).body).toMatchObject({
      items: [{ seatId, state: 'opened', deviceLabel: 'Chrome, Linux' }],
    });
  });

  test('S4: the same device may press again; another one is told that the link was used', async () => {
    const browser = house.browser();
    const { secret } = await issue({ role: 'chair' });
    await redeem(browser, secret);
    const cookies = new Map(browser.cookies);
    expect(await redeem(browser, secret)).toMatchObject({ status: 200 });
    expect(browser.cookies).toEqual(cookies);
    expect(await redeem(house.browser(), secret)).toMatchObject({ status: 409, code: 'seat.link_used' });
  });

  test('S4: of two devices at the same moment one gets the seat', async () => {
    const { secret } = await issue({ role: 'chair' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => redeem(house.browser(), secret)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'seat.link_used')).toHaveLength(5);
  });

  test('several seats are open in one browser, one cookie each', async () => {
    const browser = house.browser();
    for (const role of ['chair', 'moderator', 'operator']) await redeem(browser, (await issue({ role })).secret);
    const { body } = await browser.send('GET', '/seats/mine');
    expect(Array.isArray(body) && body.map((seat) => text(seat, 'role')).toSorted()).toEqual([
      'chair',
      'moderator',
      'operator',
    ]);
  });

  test('S5: too early is said as such, for the moderator too, and opens 60 minutes before the start', async () => {
    const startsAt = house.clock.now + 3 * 3600_000;
    const id = await start({ startsAt: new Date(startsAt).toISOString() });
    const { secret } = await issue({ role: 'moderator' }, id);
    expect(await redeem(house.browser(), secret)).toMatchObject({ status: 409, code: 'seat.too_early' });
    const before = house.clock.now;
    house.clock.now = startsAt - 3600_000;
    expect((await redeem(house.browser(), secret)).status).toBe(200);
    house.clock.now = before;
  });

  test('S16: who comes too early is told when it opens; opened before that, the conference admits its seats', async () => {
    const id = await start({ startsAt: '2035-11-24T08:00:00+07:00' });
    const links = [await issue({ role: 'moderator' }, id), await issue({ role: 'operator' }, id)];
    const early = await redeem(house.browser(), links[0]!.secret);
    expect(early).toMatchObject({ status: 409, body: { code: 'seat.too_early', opensAt: '2035-11-24T00:00:00.000Z' } });
    expect(text(early.body, 'vi')).toContain('Hội nghị mở vào 07:00 ngày 24/11/2035');
    for (const [i, type] of ['conference.open', 'conference.pause'].entries()) {
      await one.send('POST', `/conferences/${id}/commands`, { id: newId(), command: { type } });
      expect(await redeem(house.browser(), links[i]!.secret)).toMatchObject({ status: 200 });
    }
  });

  test('S6: when the conference has ended, links and seats say so, and none are made', async () => {
    const { secret } = await issue({ role: 'moderator' });
    await close();
    expect(await redeem(house.browser(), secret)).toMatchObject({ status: 410, code: 'seat.over' });
    expect((await issue({ role: 'chair' })).answer).toMatchObject({ status: 410, code: 'seat.over' });
  });

  test('S7: a new link ends the old one and the device at once', async () => {
    const browser = house.browser();
    const { seatId, secret } = await issue({ role: 'operator' });
    await redeem(browser, secret);
    const link = text((await one.send('POST', `/conferences/${conferenceId}/seats/${seatId}/reissue`)).body, 'link');
    expect(await browser.send('GET', `/seats/${seatId}`)).toMatchObject({ status: 410, code: 'seat.revoked' });
    expect(await redeem(house.browser(), secret)).toMatchObject({ status: 410, code: 'seat.link_revoked' });
    expect((await redeem(house.browser(), link.split('#')[1] ?? '')).status).toBe(200);
  });

  test('S7: a withdrawn seat is refused at once, and its own page says why', async () => {
    const browser = house.browser();
    const { seatId, secret } = await issue({ role: 'operator' });
    await redeem(browser, secret);
    expect((await one.send('DELETE', `/conferences/${conferenceId}/seats/${seatId}`)).status).toBe(204);
    expect(await browser.send('GET', `/seats/${seatId}/sites`)).toMatchObject({ status: 410, code: 'seat.revoked' });
    expect((await browser.send('GET', '/seats/mine')).body).toMatchObject([{ seatId, state: 'revoked' }]);
    expect(await redeem(browser, secret)).toMatchObject({ status: 410, code: 'seat.link_revoked' });
  });

  test('S8: a wrong link is noticed, and a guesser has to wait', async () => {
    const guess = () => redeem(house.browser(), 'AAAAAAAAAAAAAAAAAAAAAA');
    expect(await guess()).toMatchObject({ status: 404, code: 'seat.link_wrong' });
    for (let i = 0; i < 30; i++) await guess();
    expect(await guess()).toMatchObject({ status: 429, code: 'seat.throttled' });
    const rows = await house.query(`select 1 from audit where body like '%seat.redeemFailed%'`);
    expect(rows).toHaveLength(30);
    expect((await house.browser().send('GET', '/metrics')).body).toContain('diemcau_seat_link_failures_total 30');
    house.clock.now += 11 * 60_000;
    expect(await guess()).toMatchObject({ status: 404 });
  });
});

describe('making seats', () => {
  test('S3: sent twice before it is opened it is one seat with a new link; once opened it is refused', async () => {
    const { seatId, secret } = await issue({ role: 'chair' });
    const again = await one.send('POST', `/conferences/${conferenceId}/seats`, { seatId, role: 'chair' });
    expect(again.status).toBe(201);
    expect(await redeem(house.browser(), secret)).toMatchObject({ code: 'seat.link_revoked' });
    await redeem(house.browser(), text(again.body, 'link').split('#')[1] ?? '');
    expect(await one.send('POST', `/conferences/${conferenceId}/seats`, { seatId, role: 'chair' })).toMatchObject({
      status: 409,
      code: 'seat.exists',
    });
  });

  test('S3: a clerk belongs to a site of the conference, one a site', async () => {
    expect((await issue({ role: 'clerk' })).answer).toMatchObject({ status: 422, code: 'seat.site_needed' });
    expect((await issue({ role: 'clerk', siteId: await siteByCode(one, '48') })).answer).toMatchObject({
      status: 422,
      code: 'seat.site_needed',
    });
    expect((await issue({ role: 'clerk', siteId: site, personName: 'Nông Thị Thu' })).answer.status).toBe(201);
    expect((await issue({ role: 'clerk', siteId: site })).answer).toMatchObject({
      status: 409,
      code: 'seat.clerk_exists',
    });
    expect((await issue({ role: 'clerk', siteId: hall })).answer.status).toBe(201);
    const { body } = await one.send('GET', `/conferences/${conferenceId}/sites?q=ba%20be`);
    expect(body).toMatchObject({ items: [{ clerk: { status: 'issued', personName: 'Nông Thị Thu' } }] });
  });

  test('seats are found by role and by name without accents', async () => {
    await issue({ role: 'clerk', siteId: site, personName: 'Nông Thị Thu' });
    await issue({ role: 'chair', personName: 'Hoàng Sơn' });
    const found = async (query: string) =>
      list((await one.send('GET', `/conferences/${conferenceId}/seats?${query}`)).body, 'items').map((seat) =>
        text(seat, 'role'),
      );
    expect(await found('q=nong%20thi')).toEqual(['clerk']);
    expect(await found('q=ba%20be')).toEqual(['clerk']);
    expect(await found('role=chair')).toEqual(['chair']);
    expect(await found('q=khong%20co')).toEqual([]);
  });

  test('O5: a seat of another conference is not found here', async () => {
    const { seatId } = await issue({ role: 'chair' });
    const other = await start();
    expect(await one.send('DELETE', `/conferences/${other}/seats/${seatId}`)).toMatchObject({
      status: 404,
      code: 'seat.not_found',
    });
  });
});

const clerk = async (siteId = site) => {
  const browser = house.browser();
  const { seatId, secret } = await issue({ role: 'clerk', siteId });
  await redeem(browser, secret);
  return {
    browser,
    confirm: (userCode: string, replace = false) =>
      browser.send('POST', `/seats/${seatId}/room-screen`, { userCode, replace }),
    seatId,
  };
};
const screen = async () => {
  const browser = house.browser();
  const { body } = await browser.send('POST', '/room-codes');
  const deviceCode = text(body, 'deviceCode');
  return {
    browser,
    body,
    userCode: text(body, 'userCode'),
    poll: () => browser.send('POST', '/room-codes/token', { deviceCode }),
  };
};

describe('a room screen', () => {
  test('S9, S10: shows a code of 8 letters, waits, and holds its seat once its clerk has confirmed', async () => {
    const room = await screen();
    expect(room.body).toMatchObject({ expiresInSeconds: 600, intervalSeconds: 3 });
    expect(room.userCode).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    expect(await room.poll()).toMatchObject({ status: 409, code: 'room_code.pending' });
    const own = await clerk();
    const confirmed = await own.confirm(room.userCode.toLowerCase().replace('-', ' '));
    const seatId = text(confirmed.body, 'seatId');
    expect(await room.poll()).toMatchObject({
      status: 200,
      body: { seatId, conferenceId, path: `/room?seat=${seatId}` },
    });
    expect((await room.browser.send('GET', `/seats/${seatId}`)).body).toMatchObject({
      role: 'room',
      siteId: site,
      siteName: 'Xã Ba Bể',
      state: 'opened',
    });
    // An answer that was lost on the way is simply asked for again.
    expect(await room.poll()).toMatchObject({ status: 200, body: { seatId } });
    expect((await one.send('GET', `/conferences/${conferenceId}/sites?q=ba%20be`)).body).toMatchObject({
      items: [{ screen: { status: 'opened', deviceLabel: 'Chrome, Linux' } }],
    });
  });

  test('S9: a screen that asks faster than every 3 s is told to slow down', async () => {
    const room = await screen();
    await room.poll();
    expect(await room.poll()).toMatchObject({ status: 429, code: 'room_code.slow_down' });
    await delay(2600);
    expect(await room.poll()).toMatchObject({ status: 409, code: 'room_code.pending' });
  });

  test('S11: after ten minutes the code is dead for both', async () => {
    const room = await screen();
    await house.query(`update room_code set expires_at = now() - interval '1 second' where user_code = $1`, [
      room.userCode.replace('-', ''),
    ]);
    expect(await (await clerk()).confirm(room.userCode)).toMatchObject({ status: 410, code: 'room_code.expired' });
    expect(await room.poll()).toMatchObject({ status: 410, code: 'room_code.expired' });
  });

  test('S11: a code is used once', async () => {
    const room = await screen();
    const [first, second] = [await clerk(), await clerk(hall)];
    await first.confirm(room.userCode);
    expect(await second.confirm(room.userCode)).toMatchObject({ status: 409, code: 'room_code.used' });
  });

  test('S12: one screen a site; a second one only in place of the first, which is told so at once', async () => {
    const own = await clerk();
    const [old, other] = [await screen(), await screen()];
    const oldSeat = text((await own.confirm(old.userCode)).body, 'seatId');
    await old.poll();
    expect(await own.confirm(other.userCode)).toMatchObject({ status: 409, code: 'seat.screen_exists' });
    expect((await own.confirm(other.userCode, true)).status).toBe(200);
    expect(await old.browser.send('GET', `/seats/${oldSeat}`)).toMatchObject({ status: 410, code: 'seat.replaced' });
    expect((await other.poll()).status).toBe(200);
  });

  test('S12: the clerk takes the screen out again', async () => {
    const own = await clerk();
    const room = await screen();
    const seatId = text((await own.confirm(room.userCode)).body, 'seatId');
    await room.poll();
    expect((await own.browser.send('DELETE', `/seats/${own.seatId}/room-screen`)).status).toBe(204);
    expect(await room.browser.send('GET', `/seats/${seatId}`)).toMatchObject({ status: 410, code: 'seat.revoked' });
    expect(await own.browser.send('DELETE', `/seats/${own.seatId}/room-screen`)).toMatchObject({
      status: 404,
      code: 'seat.no_screen',
    });
  });

  test('S13: wrong codes are noticed, and after ten the clerk has to wait', async () => {
    const own = await clerk();
    for (const code of [
      'BCDF-GHJK',
      'nonsense',
      '',
      'ZZZZ-ZZZZ',
      'A',
      '12345678',
      'BBBB-BBBB',
      'CCCC-CCCC',
      'DDDD-DDDD',
      'FFFF-FFFF',
    ]) {
      expect(await own.confirm(code)).toMatchObject({ status: 404, code: 'room_code.unknown' });
    }
    expect(await own.confirm((await screen()).userCode)).toMatchObject({ status: 429, code: 'room_code.throttled' });
  });

  test('S14: what one process changes, another knows from memory', async () => {
    const other = connect(house.databaseUrl, { max: 1, onError: () => undefined });
    const registry = new SeatRegistry(other.db);
    const browser = house.browser();
    const { seatId, secret } = await issue({ role: 'operator' });
    await redeem(browser, secret);
    const id = seatId as Parameters<typeof registry.verify>[0];
    const token = browser.cookies.get(`seat.${seatId}`) ?? '';
    expect(await registry.verify(id, token)).toMatchObject({ seatId, role: 'operator' });
    expect(await registry.verify(id, `${token.slice(1)}A`)).toBeNull();
    await registry.catchUp();
    const changes: unknown[] = [];
    registry.onChange((change, holder) => changes.push([change.seatId, holder]));
    await one.send('DELETE', `/conferences/${conferenceId}/seats/${seatId}`);
    await registry.catchUp();
    expect(await registry.verify(id, token)).toBeNull();
    expect(changes).toEqual([[seatId, null]]);
    await other.close();
  });
});

test('S14: a change that is told twice at once breaks nothing', async () => {
  const other = connect(house.databaseUrl, { max: 2, onError: () => undefined });
  const registry = new SeatRegistry(other.db);
  const { seatId, secret } = await issue({ role: 'operator' });
  await redeem(house.browser(), secret);
  const change = { conferenceId, seatId } as Parameters<typeof registry.refresh>[0];
  await registry.seatsOf(change.conferenceId);
  await Promise.all([registry.refresh(change), registry.refresh(change), registry.refresh(change)]);
  expect((await registry.seatsOf(change.conferenceId)).map((holder) => holder.seatId)).toEqual([seatId]);
  await other.close();
});

describe('the sites that a desk sees', () => {
  test('O3: desks read them with a filter; a clerk may not', async () => {
    const [desk, own] = [house.browser(), house.browser()];
    const moderator = await issue({ role: 'moderator' });
    const clerk = await issue({ role: 'clerk', siteId: site });
    await redeem(desk, moderator.secret);
    await redeem(own, clerk.secret);
    const sites = async (query: string) => (await desk.send('GET', `/seats/${moderator.seatId}/sites${query}`)).body;
    expect(await sites('')).toMatchObject({
      total: 3,
      items: [{ hall: true }, { code: '01906', screen: false, calls: false }, { code: '79' }],
    });
    expect(field(await sites('?q=ho%20chi%20minh'), 'total')).toBe(1);
    for (const path of ['sites', 'provinces'])
      expect(await own.send('GET', `/seats/${clerk.seatId}/${path}`)).toMatchObject({
        status: 403,
        code: 'access.forbidden',
      });
    expect(await own.send('GET', `/seats/${moderator.seatId}/sites`)).toMatchObject({
      status: 401,
      code: 'seat.not_held',
    });
  });

  test('those present and those in trouble: every site whose screen was confirmed is one or the other', async () => {
    const desk = house.browser();
    const { seatId, secret } = await issue({ role: 'moderator' });
    await redeem(desk, secret);
    const codes = async (filter: string) => {
      const { body } = await desk.send('GET', `/seats/${seatId}/sites?filter=${filter}`);
      return list(body, 'items').map((item) => text(item, 'code'));
    };
    expect([await codes('present'), await codes('trouble')]).toEqual([[], []]);
    const room = await screen();
    const roomSeat = text((await (await clerk()).confirm(room.userCode)).body, 'seatId');
    await room.poll();
    expect([await codes('present'), await codes('trouble')]).toEqual([[], ['01906']]);
    // Its socket is open somewhere: a lease says so.
    const lease = (seconds: number) =>
      house.query(
        `insert into presence values ($1, $2, $3, $4, 'room', now() + make_interval(secs => $5))
         on conflict (conference_id, seat_id, server_id) do update set until = excluded.until`,
        [conferenceId, roomSeat, conferenceId, site, seconds],
      );
    await lease(15);
    expect([await codes('present'), await codes('trouble')]).toEqual([['01906'], []]);
    expect(await codes('away')).toEqual(['TW', '79']);
    await lease(-1);
    expect([await codes('present'), await codes('trouble')]).toEqual([[], ['01906']]);
  });
});
