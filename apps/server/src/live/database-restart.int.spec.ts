// PostgreSQL goes away under live pages and comes back: in good order, by a crash, and for longer than any lease.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  mediaToken,
  prepareConference,
  SeatClient,
  startHouse,
  startPostgres,
  type House,
  type OpenedSeat,
  type Place,
  type TestConference,
  type TestPostgres,
} from '@diemcau/testkit';
import { hallPicture, toneClip } from '@diemcau/testkit/bots';
import { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import { MediaBot } from '../platform/bots/index.ts';

const SOON = { timeout: 15_000, interval: 50 };
/** A lease, and the time after which a site counts as missing, and some more. */
const LONGER_THAN_LEASES_MS = 22_000;
const CLERKS = 12;
const REQUESTS_OF_A_CLERK = 5;

type ServerName = 'A' | 'B';

let postgres: TestPostgres;
let house: House;
let conference: TestConference;
let moderatorSeat: OpenedSeat;
const open: { close: () => void }[] = [];

const originOf = (server: ServerName): string => house.servers[server === 'A' ? 0 : 1]!.origin;
const idOf = (place: Place): SiteId => SiteId.parse(place.siteId);
const page = async (server: ServerName, seat: OpenedSeat): Promise<SeatClient> => {
  const client = await SeatClient.open(originOf(server), seat);
  open.push(client);
  return client;
};

beforeAll(async () => {
  postgres = await startPostgres({ durable: true });
  house = await startHouse({ servers: 2, postgres });
  conference = await prepareConference(house.servers[0]!, { sites: CLERKS });
  moderatorSeat = await conference.seat('moderator');
  const moderator = await page('A', moderatorSeat);
  await moderator.must({ type: 'conference.open' });
}, 120_000);
afterAll(async () => {
  await house.stop();
  await postgres.stop();
});
afterEach(async () => {
  for (const thing of open.splice(0)) thing.close();
  const moderator = await SeatClient.open(originOf('B'), moderatorSeat);
  const { turn } = moderator.live.floor;
  if (turn) await moderator.must({ type: 'floor.end', turnId: turn.turnId });
  moderator.close();
  // Both are the processes of the beginning: this throws for one that fell over.
  for (const { pid } of house.servers) process.kill(pid, 0);
});

/** Connections on which servers wait for notifications, by the database's own account. */
const listening = async (): Promise<number> => {
  const client = new pg.Client({ connectionString: postgres.superuserUrl });
  await client.connect();
  const { rows } = await client.query(`select 1 from pg_stat_activity where query like 'listen %'`);
  await client.end();
  return rows.length;
};

const isReady = async (server: ServerName): Promise<boolean> => (await fetch(`${originOf(server)}/readyz`)).ok;
const allReady = () => vi.waitUntil(async () => (await isReady('A')) && (await isReady('B')), SOON);

const typesOf = ({ frames }: Pick<SeatClient, 'frames'>): readonly string[] =>
  frames.flatMap((frame) => (frame.type === 'events' ? frame.events.map(({ type }) => type) : []));

const request = (place: Place) => {
  const command: Command = {
    type: 'floor.request',
    requestId: RequestId.parse(randomUUID()),
    siteId: idOf(place),
    speakerId: SpeakerId.parse(randomUUID()),
    kind: 'discussion',
  };
  return [command, { speaker: { honorific: 'Ông', name: 'Sùng A Páo', position: 'Trưởng bản' } }] as const;
};

/** Sends a command again and again with the same id, as a page does, until it is done; answers with how often. */
const insist = async (client: SeatClient, [command, texts]: ReturnType<typeof request>): Promise<number> => {
  const id = randomUUID();
  let tries = 0;
  await vi.waitUntil(async () => {
    tries += 1;
    const done = await client.command(command, texts, id);
    if (!done.ok && done.code !== 'wire.unavailable') throw new Error(`${command.type}: ${done.code}`);
    return done.ok;
  }, SOON);
  return tries;
};

describe('PostgreSQL restarts under live pages', () => {
  it('E11, E7: pages stay, say that nothing is stored, and go on; a command that is sent again is done once', async () => {
    const site = conference.site(1);
    const moderator = await page('A', moderatorSeat);
    const screen = await page('A', await conference.room(site));
    const clerk = await page('B', await conference.clerk(site));
    const all = [moderator, screen, clerk, await page('B', await conference.seat('observer'))];
    const grant = { type: 'floor.grantSite', siteId: idOf(site), speakerId: null, kind: 'report' } as const;
    const id = randomUUID();

    await postgres.down('SIGINT');
    for (const tries of [1, 2])
      expect([tries, await moderator.command(grant, undefined, id)]).toMatchObject([
        tries,
        { ok: false, code: 'wire.unavailable', vi: expect.stringContaining('Máy chủ đang bận') as string },
      ]);
    expect([await isReady('A'), await isReady('B')]).toEqual([false, false]);
    // A page that comes back now is known, and sees what the others see.
    all.push(await page('B', moderatorSeat));
    for (const client of all) client.send({ type: 'ping', t: 1 });
    for (const client of all)
      await client.until(() => client.frames.some(({ type }) => type === 'pong'), 'a sign of life');

    await postgres.up();
    await allReady();
    expect(await moderator.command(grant, undefined, id)).toMatchObject({ ok: true });
    expect(await moderator.command(grant, undefined, id)).toMatchObject({ ok: true });
    for (const client of all)
      await client.until(() => client.live.floor.turn?.siteId === idOf(site), 'the turn on every page');
    for (const client of all) expect(typesOf(client).filter((type) => type === 'floorGranted')).toHaveLength(1);
    expect(all.map(({ gaps, closed }) => [gaps, closed])).toEqual(all.map(() => [0, undefined]));

    // Each server listens again, once: what only a notification carries arrives, and does not arrive twice.
    await expect.poll(listening, SOON).toBe(2);
    clerk.send({ type: 'control', control: { do: 'testLoudspeaker' } });
    clerk.send({ type: 'control', control: { do: 'retry' } });
    const controls = () => screen.frames.flatMap((frame) => (frame.type === 'control' ? [frame.control.do] : []));
    await screen.until(() => controls().includes('retry'), 'what the clerk asks');
    expect(controls()).toEqual(['testLoudspeaker', 'retry']);
    await moderator.until(() => moderator.presence?.present === 1, 'the screen to be counted');
  });

  it('E11, E8: a crash under load loses nothing and does nothing twice', async () => {
    const clerks = await Promise.all(
      conference.sites.map(async (place, i) => page(i % 2 === 0 ? 'A' : 'B', await conference.clerk(place))),
    );
    const moderator = await page('A', moderatorSeat);
    let done = 0;
    const tries: number[] = [];
    const all = clerks.map(async (clerk, i) => {
      for (let n = 0; n < REQUESTS_OF_A_CLERK; n++) {
        tries.push(await insist(clerk, request(conference.sites[i]!)));
        done += 1;
      }
    });
    await vi.waitUntil(() => done >= CLERKS, { timeout: 15_000, interval: 1 });
    await postgres.down('SIGQUIT');
    await postgres.up();
    await Promise.all(all);
    // The crash came in the middle: some were done at once, some had to be sent again.
    expect(Math.min(...tries)).toBe(1);
    expect(Math.max(...tries)).toBeGreaterThan(1);
    const total = CLERKS * REQUESTS_OF_A_CLERK;
    await moderator.until(() => moderator.live.floor.queue.length === total, 'the whole queue');
    expect(typesOf(moderator).filter((type) => type === 'floorRequested')).toHaveLength(total);
    expect([moderator, ...clerks].map(({ gaps, closed }) => [gaps, closed])).toEqual(
      [moderator, ...clerks].map(() => [0, undefined]),
    );
    await allReady();
    await expect.poll(listening, SOON).toBe(2);
  });

  it('E11, P6: longer than any lease: who spoke goes on speaking, nobody counts as missing, and nobody is let in on doubt', async () => {
    const places = [conference.hall, conference.site(1)];
    const rooms = await Promise.all(places.map((place) => conference.room(place)));
    const moderator = await page('A', moderatorSeat);
    for (const [i, room] of rooms.entries()) {
      await page(i === 0 ? 'A' : 'B', room);
      const bot = new MediaBot({ url: originOf('B'), fetchToken: () => mediaToken(originOf('B'), room) });
      open.push({ close: () => bot.stop() });
      bot.publish('camera', { clip: await hallPicture(), source: 'camera', obeysGrants: true });
      bot.publish('microphone', { clip: await toneClip(i), source: 'microphone', obeysGrants: true });
    }
    const site = idOf(places[1]!);
    await moderator.until(
      () => moderator.presence?.present === 2 && moderator.live.programme.lost.length === 0,
      'both',
    );
    await moderator.must({ type: 'floor.grantSite', siteId: site, speakerId: null, kind: 'report' });
    await moderator.until(() => moderator.live.floor.turn?.startedAt, 'the speech to begin');
    const token = await mediaToken(originOf('A'), rooms[1]!);
    const admitted = async () => (await fetch(`${originOf('A')}/rtc/validate?access_token=${token}`)).status;
    expect(await admitted()).toBe(200);
    const from = moderator.frames.length;

    await postgres.down('SIGINT');
    const since = performance.now();
    await vi.waitUntil(() => performance.now() - since > LONGER_THAN_LEASES_MS, {
      timeout: LONGER_THAN_LEASES_MS + 5000,
      interval: 200,
    });
    expect(await admitted()).toBe(503);
    await postgres.up();
    await allReady();
    const looks = await passes();
    await expect.poll(passes, SOON).toBeGreaterThan(looks + 2);
    expect(typesOf({ frames: moderator.frames.slice(from) })).toEqual([]);
    expect(moderator.live.floor.turn).toMatchObject({ siteId: site, interruptedAt: null });
    await moderator.until(() => moderator.presence?.present === 2, 'both to be counted again');
    expect(await admitted()).toBe(200);
  }, 90_000);
});

/** Passes of the reconcilers that found everything right, on whichever server. */
const passes = async (): Promise<number> => {
  const counts = await Promise.all(
    (['A', 'B'] as const).map(async (server) => {
      const text = await (await fetch(`${originOf(server)}/metrics`)).text();
      return Number(/diemcau_reconciliation_seconds_count\{outcome="settled"\} (\d+)/.exec(text)?.[1] ?? 0);
    }),
  );
  return counts.reduce((sum, n) => sum + n, 0);
};
