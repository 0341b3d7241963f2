import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AccessToken, TokenVerifier, TrackSource, type VideoGrant } from 'livekit-server-sdk';
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
let conferenceId: string;

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  origin = await house.server.app.listen({ host: '127.0.0.1', port: 0 });
  one = await house.administrator();
  hall = await siteByCode(one, 'TW');
});
afterAll(() => house.stop());
beforeEach(async () => {
  const made = await one.send('POST', '/conferences', conferenceBody(house.clock, hall, { codes: ['01906'] }));
  conferenceId = text(made.body, 'conferenceId');
});

const address = () => `/conferences/${conferenceId}/watch-link`;
const allow = async (most = 200, linkId = newId()) => {
  const answer = await one.send('POST', address(), { linkId, most });
  return { linkId, answer, secret: answer.status === 200 ? (text(answer.body, 'link').split('#')[1] ?? '') : '' };
};
const watch = (browser: Browser, secret: string, deviceKey = newId()) =>
  browser.send('POST', '/watch', { secret, deviceKey });
/** A device of its own that watches; answers with its seat. */
const watcher = async (secret: string) => {
  const browser = house.browser();
  const opened = await watch(browser, secret);
  const seatId = text(opened.body, 'seatId');
  return { browser, seatId, cookie: `seat.${seatId}=${browser.cookies.get(`seat.${seatId}`)}` };
};
const command = (type: string) =>
  one.send('POST', `/conferences/${conferenceId}/commands`, { id: newId(), command: { type } });

describe('the public watch link', () => {
  test('S18: is off by default; once allowed it is the same for whoever may see it, 128 bits behind #', async () => {
    expect((await one.send('GET', address())).body).toEqual({ linkId: null, link: null, most: 200, watching: 0 });
    const { answer, secret, linkId } = await allow();
    expect(answer.body).toMatchObject({ linkId, most: 200, watching: 0 });
    expect(text(answer.body, 'link')).toMatch(/^http:\/\/localhost:8080\/xem#[\w-]{22}$/);
    expect((await one.send('GET', address())).body).toEqual(answer.body);
    const rows = await house.query<{ all: string }>(`select string_agg(l::text, '') as all from watch_link l`);
    expect(rows[0]?.all).not.toContain(secret);
  });

  test('S18: sent again it is one link, with the number of now; a second one is refused', async () => {
    const { linkId, secret } = await allow(5);
    const again = await allow(7, linkId);
    expect(again.secret).toBe(secret);
    expect((await one.send('GET', address())).body).toMatchObject({ most: 7 });
    expect((await allow()).answer).toMatchObject({ status: 409, code: 'watch.exists' });
  });

  test('S18: each device gets a seat of its own that may only watch', async () => {
    const { secret } = await allow();
    const [a, b] = [await watcher(secret), await watcher(secret)];
    expect(a.seatId).not.toBe(b.seatId);
    const mine = await a.browser.send('GET', `/seats/${a.seatId}`);
    expect(mine.body).toMatchObject({ role: 'observer', path: `/c/${conferenceId}/watch?seat=${a.seatId}` });
  });

  test('S18: the same device again, and the same request again, are one place', async () => {
    const { secret } = await allow(1);
    const browser = house.browser();
    const deviceKey = newId();
    const [first, twice] = await Promise.all([watch(browser, secret, deviceKey), watch(browser, secret, deviceKey)]);
    expect(twice.body).toEqual(first.body);
    expect((await watch(browser, secret)).body).toEqual(first.body);
    const seatId = text(first.body, 'seatId');
    expect(await browser.send('GET', `/seats/${seatId}`)).toMatchObject({ status: 200 });
  });

  test('S19: beyond the number set nobody enters, until the number is raised', async () => {
    const { secret, linkId } = await allow(2);
    await Promise.all([watcher(secret), watcher(secret)]);
    const third = house.browser();
    expect(await watch(third, secret)).toMatchObject({ status: 409, code: 'watch.full' });
    await allow(3, linkId);
    expect(await watch(third, secret)).toMatchObject({ status: 200 });
  });

  test.each([0, 501, 1.5])('S19: %d devices cannot be set', async (most) => {
    expect((await allow(most)).answer).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  test('S19: five who come at once for two places: two enter', async () => {
    const { secret } = await allow(2);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => watch(house.browser(), secret)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 409, 409, 409]);
  });

  test('S19: who has been gone for two minutes gives up the place; who is connected keeps it', async () => {
    const { secret } = await allow(2);
    const [stays, gone] = [await watcher(secret), await watcher(secret)];
    const page = await SeatClient.open(origin, stays);
    await expect.poll(async () => field((await one.send('GET', address())).body, 'watching')).toBe(1);
    await house.query(`update seat set issued_at = issued_at - interval '3 minutes'`);
    expect(await watch(house.browser(), secret)).toMatchObject({ status: 200 });
    expect(await stays.browser.send('GET', `/seats/${stays.seatId}`)).toMatchObject({ status: 200 });
    expect(await gone.browser.send('GET', `/seats/${gone.seatId}`)).toMatchObject({ code: 'seat.revoked' });
    page.close();
  });

  test('S18: withdrawn, all who watch by it leave at once and the link says so; a new one is another', async () => {
    const { secret } = await allow();
    const { browser, seatId, ...key } = await watcher(secret);
    const page = await SeatClient.open(origin, { seatId, ...key });
    expect(await one.send('DELETE', address())).toMatchObject({ status: 204 });
    await page.until(() => page.closed, 'the socket to close');
    expect(page.refusals.at(-1)?.code).toBe('seat.revoked');
    expect(await browser.send('GET', `/seats/${seatId}`)).toMatchObject({ status: 410, code: 'seat.revoked' });
    expect(await watch(house.browser(), secret)).toMatchObject({ status: 410, code: 'seat.link_revoked' });
    expect((await allow()).secret).not.toBe(secret);
    expect((await one.send('GET', address())).body).toMatchObject({ watching: 0 });
  });

  test('S5, S6: not too early, and not after the end', async () => {
    const { secret } = await allow();
    const now = house.clock.now;
    house.clock.now -= 24 * 60 * 60 * 1000;
    expect(await watch(house.browser(), secret)).toMatchObject({ code: 'seat.too_early' });
    house.clock.now = now;
    await command('conference.open');
    await command('conference.close');
    expect(await watch(house.browser(), secret)).toMatchObject({ code: 'seat.over' });
    expect((await allow()).answer).toMatchObject({ code: 'seat.over' });
  });

  test('S8: links that never were are noticed and counted together with personal ones', async () => {
    for (let i = 0; i < 15; i += 1) {
      expect(await watch(house.browser(), `wrong-${i}`)).toMatchObject({ status: 404, code: 'seat.link_wrong' });
      await house.browser().send('POST', '/seats/redeem', { secret: `wrong-${i}` });
    }
    expect(await watch(house.browser(), 'wrong')).toMatchObject({ status: 429, code: 'seat.throttled' });
    house.clock.now += 11 * 60 * 1000;
  });
});

describe('who watches by it must not', () => {
  test('S18: be listed, issued again or withdrawn as if it were a person', async () => {
    const { secret } = await allow();
    const { seatId } = await watcher(secret);
    const seats = `/conferences/${conferenceId}/seats`;
    expect(list((await one.send('GET', `${seats}?role=observer`)).body, 'items')).toEqual([]);
    expect(await one.send('POST', `${seats}/${seatId}/reissue`)).toMatchObject({ code: 'seat.not_found' });
    expect(await one.send('DELETE', `${seats}/${seatId}`)).toMatchObject({ code: 'seat.not_found' });
  });

  test('W3, S18: give a command, look at sites, or get names but of who speaks and the agenda', async () => {
    const { secret } = await allow();
    const page = await SeatClient.open(origin, await watcher(secret));
    await command('conference.open');
    for (const type of ['conference.open', 'conference.pause', 'conference.close'] as const)
      expect(await page.command({ type })).toMatchObject({ ok: false, code: 'wire.not_allowed' });
    page.send({ type: 'watch', siteIds: [] });
    page.send({ type: 'control', control: { do: 'look' } });
    await page.until(() => page.refusals.length === 2, 'two refusals');
    expect(page.refusals.map(({ code }) => code)).toEqual(['wire.not_allowed', 'wire.not_allowed']);
    await page.until(() => page.presence && page.media && page.people.length > 0, 'what it may know');
    const kinds = new Set(page.frames.map(({ type }) => type));
    for (const kind of ['queueHead', 'mine', 'attendance', 'audience', 'control'] as const)
      expect(kinds).not.toContain(kind);
    page.close();
  });

  test('M4, M12: publish: its token says no, and the gate turns away one that says yes', async () => {
    const { secret } = await allow();
    const { browser, seatId } = await watcher(secret);
    const { body } = await browser.send('GET', `/seats/${seatId}/media-token`);
    const claims = await new TokenVerifier('key', 's'.repeat(32)).verify(text(body, 'token'));
    expect(claims.video).toMatchObject({ canPublish: false, canPublishData: false, hidden: true });
    const gate = async (video: Partial<VideoGrant>): Promise<unknown> => {
      const token = new AccessToken('key', 's'.repeat(32), { identity: claims.sub ?? '' });
      token.addGrant({
        roomJoin: true,
        room: `stage-${conferenceId}`,
        canPublish: false,
        canPublishData: false,
        ...video,
      });
      const answer = await fetch(`${origin}/rtc/validate?access_token=${await token.toJwt()}`);
      return answer.status === 401 ? field(await answer.json(), 'code') : 'passed the gate';
    };
    expect(await gate({})).toBe('passed the gate');
    expect(await gate({ canPublish: true })).toBe('media.exceeds');
    expect(await gate({ canPublish: true, canPublishSources: [TrackSource.MICROPHONE] })).toBe('media.exceeds');
    expect(await gate({ canPublishData: true })).toBe('media.exceeds');
  });
});
