// Content is a picture that comes and goes with the floor: nobody shows any without it, and it never opens a sound. Each
// silence has its positive control: the hall's tone, heard by the same ears in the same second.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  demoSeats,
  mediaToken,
  SeatClient,
  startHouse,
  type DemoSeats,
  type House,
  type SeatKey,
} from '@diemcau/testkit';
import { HALL_TONE, hallPicture, StageBots, toneClip } from '@diemcau/testkit/bots';
import { ContentId, SiteId } from '@diemcau/domain/kernel';
import type { ContentFrom } from '@diemcau/domain/programme';
import type { MediaBot } from '../platform/bots/index.ts';
import { stageRoom } from './stage.ts';

const SOON = { timeout: 15_000, interval: 50 };
const SITE_TONE = 5;

type Place = { readonly siteId: SiteId; readonly room: SeatKey; readonly clerk: SeatKey };

let house: House;
let origin: string;
let seats: DemoSeats;
let moderator: SeatClient;
let operator: SeatClient;
let hall: SeatKey;
let site: Place;
let other: Place;
let clerk: SeatClient;
let stage: StageBots;

const place = async (n: number): Promise<Place> => {
  const siteId = SiteId.parse(seats.sites[n]!.siteId);
  return { siteId, room: await seats.open('room', siteId), clerk: await seats.open('clerk', siteId) };
};
/** An honest page of that seat: sends what it is granted. */
const page = async (key: SeatKey, tone: number | null = null): Promise<MediaBot> => {
  const bot = stage.page(key);
  bot.publish('camera', { clip: await hallPicture(), source: 'camera', obeysGrants: true });
  bot.publish('content', { clip: await hallPicture(), source: 'screenShare', obeysGrants: true });
  if (tone !== null) bot.publish('microphone', { clip: await toneClip(tone), source: 'microphone', obeysGrants: true });
  return bot;
};

/** Who watches what that seat shows as content, and counts its packets. */
const watching = (key: SeatKey, shownBy: SeatKey) => {
  const bot = stage.page(key, {
    wants: ({ source, identity }) => source === 'screenShare' && identity.startsWith(shownBy.seatId),
  });
  return () => bot.receptions.reduce((packets, reception) => packets + reception.packets, 0);
};

const giveFloor = async ({ siteId }: Place): Promise<void> => {
  await moderator.until(() => !moderator.live.programme.lost.includes(siteId), 'the site to be back', 15_000);
  await moderator.must({ type: 'floor.grantSite', siteId, speakerId: null, kind: 'discussion' });
  await clerk.until(() => clerk.live.floor.turn?.siteId === siteId, 'the turn');
};
const endTurn = async (): Promise<void> => {
  const { turn } = moderator.live.floor;
  if (turn) await moderator.must({ type: 'floor.end', turnId: turn.turnId });
  await clerk.until(() => clerk.live.floor.turn === null && clerk.live.programme.content === null, 'the end');
};
const start = (from: ContentFrom, { siteId }: Place = site) =>
  ({ type: 'programme.startContent', contentId: ContentId.parse(crypto.randomUUID()), siteId, from }) as const;

beforeAll(async () => {
  house = await startHouse({ demo: true });
  origin = house.servers[0]!.origin;
  seats = await demoSeats(origin);
  moderator = await SeatClient.open(origin, await seats.open('moderator'));
  stage = new StageBots(house, stageRoom(moderator.welcome!.seat.conferenceId));
  operator = await SeatClient.open(origin, await seats.open('operator'));
  hall = await seats.open('room', seats.hall.siteId);
  [site, other] = [await place(6), await place(7)];
  clerk = await SeatClient.open(origin, site.clerk);
  // Screens are there by their sockets.
  for (const key of [hall, site.room, other.room]) await SeatClient.open(origin, key);
  await moderator.must({ type: 'conference.open' });
}, 90_000);
afterAll(() => house.stop());

beforeEach(async () => {
  await page(hall, HALL_TONE);
});
afterEach(async () => {
  await endTurn();
  await stage.end();
});

describe('M17: content comes and goes with the floor', () => {
  it("M4, M17: a clerk's page is a member while its screen is shown, and not before or after", async () => {
    await page(site.room);
    const packets = watching(other.room, site.clerk);
    await expect(mediaToken(origin, site.clerk)).rejects.toThrow('no media token');
    await giveFloor(site);
    await expect(mediaToken(origin, site.clerk)).rejects.toThrow('no media token');
    await clerk.must(start('screen'));
    await page(site.clerk);
    await expect.poll(packets, SOON).toBeGreaterThan(20);
    const kept = await mediaToken(origin, site.clerk);
    await endTurn();
    await expect.poll(() => stage.memberOf(site.clerk), SOON).toBeUndefined();
    await expect(mediaToken(origin, site.clerk)).rejects.toThrow('no media token');
    const again = stage.rogue(kept).bot;
    await expect
      .poll(() => again.state, SOON)
      .toMatchObject({ status: 'stopped', end: { why: 'refused', status: 401 } });
  });

  it("M17: the second camera is sent by the room's screen, while it is shown and the turn lasts", async () => {
    const screen = await page(site.room);
    const packets = watching(other.room, site.room);
    await giveFloor(site);
    expect(screen.statusOf('content')).toBe('withheld');
    await clerk.must(start('camera'));
    await expect.poll(packets, SOON).toBeGreaterThan(20);
    await operator.must({ type: 'programme.stopContent', contentId: clerk.live.programme.content!.contentId });
    const isShown = async () => ((await stage.memberOf(site.room))?.tracks.length ?? 0) > 1;
    await expect.poll(isShown, SOON).toBe(false);
    await clerk.must(start('camera'));
    await expect.poll(isShown, SOON).toBe(true);
    await endTurn();
    await expect.poll(isShown, SOON).toBe(false);
  });

  it('M11, M17: a patched screen that shows content without the right to is refused', async () => {
    const { bot } = stage.rogue(await mediaToken(origin, site.room));
    bot.publish('content', { clip: await hallPicture(), source: 'screenShare', obeysGrants: false });
    await expect.poll(() => bot.statusOf('content'), SOON).toBe('refused');
    await giveFloor(site);
    await clerk.must(start('screen'));
    const screen = await stage.memberOf(site.room);
    expect(screen?.permission?.canPublishSources).not.toContain(3);
    // With each right that changes it asks again, in vain.
    await expect.poll(() => bot.statusOf('content'), SOON).toBe('refused');
    expect((await stage.memberOf(site.room))?.tracks.map(({ source }) => source)).not.toContain(3);
  });
});

describe('M17: content opens no sound', () => {
  it('M11: microphone and sound of a screen are refused to who shows one, in the turn of its own site', async () => {
    await page(site.room);
    const ears = stage.listen(other.room);
    await giveFloor(site);
    await clerk.must(start('screen'));
    const { bot } = stage.rogue(await mediaToken(origin, site.clerk));
    bot.publish('content', { clip: await hallPicture(), source: 'screenShare', obeysGrants: false });
    bot.publish('microphone', { clip: await toneClip(SITE_TONE), source: 'microphone', obeysGrants: false });
    bot.publish('sound', { clip: await toneClip(SITE_TONE), source: 'screenShareAudio', obeysGrants: false });
    await expect.poll(() => bot.statusOf('microphone'), SOON).toBe('refused');
    await expect.poll(() => bot.statusOf('sound'), SOON).toBe('refused');
    expect(await stage.heardBesideTheHall(ears, hall)).toEqual([HALL_TONE]);
    expect((await stage.memberOf(site.clerk))?.tracks.map(({ source }) => source)).toEqual([3]);
  });

  it('M10, M11: sound that calls itself a screen is played by no honest room, and its sender is removed', async () => {
    await page(site.room);
    const ears = stage.listen(other.room, ({ source }) => source === 'microphone');
    await giveFloor(site);
    await clerk.must(start('screen'));
    expect(await stage.heardBesideTheHall(ears, hall)).toEqual([HALL_TONE]);
    const since = performance.now();
    const { bot } = stage.rogue(await mediaToken(origin, site.clerk));
    bot.publish('sound', { clip: await toneClip(SITE_TONE), source: 'screenShare', obeysGrants: false });
    await expect.poll(() => bot.state.status, SOON).toBe('stopped');
    expect((await stage.memberOf(site.clerk))?.tracks ?? []).toEqual([]);
    expect(await stage.heardBesideTheHall(ears, hall)).toEqual([HALL_TONE]);
    expect([...ears.everHeardSince(since)]).toEqual([HALL_TONE]);
  });
});

describe('P19: content of the hall', () => {
  it('P19, M17: the hall shows without a turn, through speeches, to all; who has the floor takes its place', async () => {
    const halls = SiteId.parse(seats.hall.siteId);
    const key = await seats.open('clerk', halls);
    const hallClerk = await SeatClient.open(origin, key);
    const ofHall = () => start('screen', { siteId: halls, room: hall, clerk: key });
    const packets = watching(other.room, key);
    const ears = stage.listen(site.room, ({ source }) => source === 'microphone');
    const shown = ofHall();
    await hallClerk.must(shown);
    await page(key, SITE_TONE);
    await expect.poll(packets, SOON).toBeGreaterThan(20);
    // A speech elsewhere leaves it; and it is a picture, whatever else its page would send.
    await giveFloor(site);
    const before = packets();
    await expect.poll(packets, SOON).toBeGreaterThan(before + 20);
    expect(clerk.live.programme.content?.contentId).toBe(shown.contentId);
    expect(await stage.heardBesideTheHall(ears, hall)).toEqual([HALL_TONE]);
    expect((await stage.memberOf(key))?.tracks.map(({ source }) => source)).toEqual([3]);

    await page(site.clerk);
    await clerk.must(start('screen', site));
    await expect.poll(() => stage.memberOf(key), SOON).toBeUndefined();
    await expect(mediaToken(origin, key)).rejects.toThrow('no media token');
    expect(await hallClerk.command(ofHall())).toMatchObject({ ok: false, code: 'programme.content_taken' });
    hallClerk.close();
  });
});

describe('P19: who may ask for it', () => {
  it('P19: nobody for another site, nobody who serves none, nobody without the floor', async () => {
    const refused = async (client: SeatClient, command: ReturnType<typeof start>) => {
      const done = await client.command(command);
      return done.ok ? 'done' : done.code;
    };
    await page(site.room);
    await giveFloor(site);
    const stranger = await SeatClient.open(origin, other.clerk);
    expect(await refused(stranger, start('screen', site))).toBe('wire.not_allowed');
    expect(await refused(stranger, start('screen', other))).toBe('programme.content_not_now');
    expect(await refused(operator, start('camera', site))).toBe('wire.not_allowed');
    expect(await refused(moderator, start('camera', site))).toBe('wire.not_allowed');
    await clerk.must(start('screen'));
    await clerk.until(() => clerk.live.programme.content, 'the content');
    const { contentId } = clerk.live.programme.content!;
    for (const client of [stranger, moderator]) {
      const done = await client.command({ type: 'programme.stopContent', contentId });
      expect(done).toMatchObject({ ok: false, code: 'wire.not_allowed' });
    }
    const system = await clerk.command({ type: 'programme.reportContentMissing', contentId });
    expect(system).toMatchObject({ ok: false, code: 'wire.not_allowed' });
    expect(clerk.live.programme.content?.contentId).toBe(contentId);
    stranger.close();
  });

  it('W4: what is no content is told so, and nothing is shown', async () => {
    await page(site.room);
    await giveFloor(site);
    const kinds = [{ from: 'microphone' }, {}, { from: 'screen', sound: true }, { from: 'screen', contentId: 'x' }];
    for (const sent of kinds) {
      const command = { ...start('screen'), from: undefined, ...sent };
      const done = await clerk.command(command as ReturnType<typeof start>);
      expect(done).toMatchObject({ ok: false, code: 'wire.bad_frame' });
      expect(done).toMatchObject({ vi: expect.stringMatching(/.{8}/), en: expect.stringMatching(/.{8}/) });
    }
    expect(clerk.live.programme.content).toBeNull();
  });
});
