// Two servers on one database: whichever of them a page came to, it is told and may do the same.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  mediaToken,
  prepareConference,
  SeatClient,
  startHouse,
  type House,
  type OpenedSeat,
  type Place,
  type TestConference,
} from '@diemcau/testkit';
import { hallPicture, toneClip } from '@diemcau/testkit/bots';
import { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import type { DeviceReport, WireEvent } from '@diemcau/domain/wire';
import { TrackSource } from 'livekit-server-sdk';
import { MediaBot } from '../platform/bots/index.ts';

const SOON = { timeout: 15_000, interval: 50 };
/** Presence of a server that fell ends with its leases, of 15 s. */
const AFTER_LEASES_MS = 25_000;

type ServerName = 'A' | 'B';
type Role = 'chair' | 'moderator' | 'operator' | 'observer';

let house: House;
let conference: TestConference;
let database: pg.Client;
const seats = new Map<Role, OpenedSeat>();
const rooms = new Map<number, OpenedSeat>();
const open: { close: () => void }[] = [];

const originOf = (server: ServerName): string => house.servers[server === 'A' ? 0 : 1]!.origin;
const idOf = (place: Place): SiteId => SiteId.parse(place.siteId);

/** A page of this seat on that server, closed after the test. */
const page = async (server: ServerName, seat: OpenedSeat): Promise<SeatClient> => {
  const client = await SeatClient.open(originOf(server), seat);
  open.push(client);
  return client;
};
const desk = (server: ServerName, role: Role) => page(server, seats.get(role)!);
/** 0 is the hall's. */
const room = (server: ServerName, n: number) => page(server, rooms.get(n)!);
const clerk = async (server: ServerName, n: number) => page(server, await conference.clerk(conference.site(n)));

beforeAll(async () => {
  house = await startHouse({ servers: 2 });
  database = new pg.Client({ connectionString: house.databaseUrl });
  await database.connect();
  conference = await prepareConference(house.servers[0]!, { sites: 3 });
  for (const role of ['chair', 'moderator', 'operator', 'observer'] as const)
    seats.set(role, await conference.seat(role));
  for (const place of [conference.hall, ...conference.sites]) rooms.set(place.number, await conference.room(place));
  // The first page of a conference makes its server the reconciler.
  const moderator = await SeatClient.open(originOf('A'), seats.get('moderator')!);
  await moderator.must({ type: 'conference.open' });
  await vi.waitUntil(async () => (await passes('A', 'settled')) > 0, SOON);
  moderator.close();
}, 120_000);
afterAll(async () => {
  await database.end();
  await house.stop();
});
afterEach(async () => {
  for (const thing of open.splice(0)) thing.close();
  const moderator = await SeatClient.open(originOf('B'), seats.get('moderator')!);
  const { turn } = moderator.live.floor;
  if (turn) await moderator.must({ type: 'floor.end', turnId: turn.turnId });
  moderator.close();
});

/** How often the reconciler of this server ended a pass like this. */
const passes = async (server: ServerName, outcome: 'settled' | 'follower'): Promise<number> => {
  const text = await (await fetch(`${originOf(server)}/metrics`)).text();
  const [, count] =
    new RegExp(`diemcau_reconciliation_seconds_count\\{outcome="${outcome}"\\} (\\d+)`).exec(text) ?? [];
  return Number(count ?? 0);
};

/** Servers on which this seat counts as connected. */
const leasesOf = async ({ seatId }: OpenedSeat): Promise<number> => {
  const { rows } = await database.query('select 1 from presence where seat_id = $1 and until > now()', [seatId]);
  return rows.length;
};

const eventsOf = (client: SeatClient): readonly WireEvent[] =>
  client.frames.flatMap((frame) => (frame.type === 'events' ? frame.events : []));

const request = (n: number, kind: 'paper' | 'discussion') => {
  const command: Command = {
    type: 'floor.request',
    requestId: RequestId.parse(randomUUID()),
    siteId: idOf(conference.site(n)),
    speakerId: SpeakerId.parse(randomUUID()),
    kind,
  };
  return [command, { speaker: { honorific: 'Bà', name: 'Lò Thị Mai', position: 'Trưởng bản' } }] as const;
};

const report = (changes: Partial<DeviceReport>): DeviceReport => ({
  cameras: [
    { id: 'front', label: 'Camera trước' },
    { id: 'back', label: 'Camera sau' },
  ],
  microphones: [],
  loudspeakers: [],
  cameraId: 'front',
  microphoneId: null,
  loudspeakerId: null,
  camera: 'ok',
  microphone: 'ok',
  mixer: false,
  level: 0,
  sound: null,
  picture: null,
  testedAt: null,
  line: 'good',
  needsGesture: false,
  ...changes,
});
const controlsOf = (client: SeatClient): readonly string[] =>
  client.frames.flatMap((frame) => (frame.type === 'control' ? [frame.control.do] : []));

describe('pages of two servers', () => {
  it('W14, W2: what desks do on both reaches every class on both, in the same order and without a gap', async () => {
    const moderator = await desk('A', 'moderator');
    const operator = await desk('B', 'operator');
    const onA = [moderator, await room('A', 0), await desk('A', 'observer')];
    const onB = [operator, await room('B', 1), await desk('B', 'observer')];
    const cuts = ['hall', 1, 2, 3].map((n): Command => ({
      type: 'programme.cut',
      source: { kind: 'site', siteId: idOf(n === 'hall' ? conference.hall : conference.site(Number(n))) },
    }));
    await operator.must({ type: 'programme.takeOver' });
    for (const kind of ['paper', 'discussion'] as const) {
      await Promise.all([
        ...[1, 2, 3].map((n) => moderator.must(...request(n, kind))),
        ...cuts.map((cut) => operator.must(cut)),
      ]);
    }
    await operator.must({ type: 'programme.follow' });
    // B writes nothing any more: its pages learn the last of it from A.
    await moderator.must({
      type: 'floor.grantSite',
      siteId: idOf(conference.site(2)),
      speakerId: null,
      kind: 'discussion',
    });
    const all = [...onA, ...onB];
    for (const client of all) await client.until(() => client.live.floor.turn !== null, 'the turn');
    await moderator.until(() => all.every(({ seq }) => seq === moderator.seq), 'the same number everywhere');
    expect(all.map(({ gaps }) => gaps)).toEqual(all.map(() => 0));
    for (const [i, there] of onB.entries()) {
      const here = onA[i]!;
      expect(there.live).toEqual(here.live);
      // B's pages came later: what they have seen is the end of what A's have seen.
      expect(eventsOf(there).length).toBeGreaterThan(0);
      expect(eventsOf(here).slice(-eventsOf(there).length)).toEqual(eventsOf(there));
    }
    // Nobody but the desks learns of the queue; its cuts are for all.
    expect(eventsOf(operator).filter(({ type }) => type === 'floorRequested')).toHaveLength(6);
    expect(eventsOf(onB[1]!).filter(({ type }) => type === 'floorRequested')).toEqual([]);
    expect(eventsOf(onB[2]!).filter(({ type }) => type === 'pictureCut').length).toBeGreaterThanOrEqual(cuts.length);
    expect(onB[1]!.live.floor.turn?.siteId).toBe(idOf(conference.site(2)));
  });

  it('W14: a page of B need not wait for the poll: ten acts, one after another, pass from A within five seconds', async () => {
    const [operator, screen] = [await desk('A', 'operator'), await room('B', 1)];
    await operator.must({ type: 'programme.takeOver' });
    const since = performance.now();
    for (let n = 0; n < 10; n += 1) {
      const source =
        n % 2 === 0 ? ({ kind: 'title' } as const) : ({ kind: 'site', siteId: idOf(conference.hall) } as const);
      await operator.must({ type: 'programme.cut', source });
      await screen.until(
        () => screen.seq >= operator.seq && screen.live.programme.onAir.kind === source.kind,
        'the cut',
      );
    }
    // Each of them would have waited for the next poll, a second after the one before.
    expect(performance.now() - since).toBeLessThan(5000);
    await operator.must({ type: 'programme.follow' });
  });

  it('W14, W4: who is present adds up over both, and one who leaves is missed on both', async () => {
    const site = idOf(conference.site(1));
    const moderator = await desk('A', 'moderator');
    const operator = await desk('B', 'operator');
    for (const each of [moderator, operator]) each.send({ type: 'watch', siteIds: [site] });
    const hall = await room('A', 0);
    const screen = await room('A', 1);
    await room('B', 2);
    const atDesk = await clerk('B', 1);
    const row = ({ presence }: SeatClient) => presence?.sites.find(({ siteId }) => siteId === site);
    for (const each of [moderator, operator, hall, atDesk])
      await each.until(() => each.presence?.present === 3, 'three screens');
    expect(hall.presence?.invited).toBe(4);
    for (const each of [moderator, operator])
      await each.until(() => row(each)?.room && row(each)?.clerk, 'the screen on A and the clerk on B in one row');
    screen.close();
    for (const each of [moderator, operator, hall, atDesk])
      await each.until(() => each.presence?.present === 2, 'one less');
    for (const each of [moderator, operator]) {
      await each.until(() => row(each)?.room === false, 'the row without its screen');
      expect(row(each)).toMatchObject({ clerk: true, line: 'lost' });
      expect(row(each)?.lostAt).not.toBeNull();
    }
    await atDesk.until(() => atDesk.mine?.screen.status === 'away', 'the clerk to be told');
  });

  it('W14, W4: a screen that moves to the other server is not missed', async () => {
    const site = idOf(conference.site(1));
    const moderator = await desk('A', 'moderator');
    moderator.send({ type: 'watch', siteIds: [site] });
    const before = await room('A', 1);
    const rows = () =>
      moderator.frames
        .flatMap((frame) => (frame.type === 'presence' ? frame.sites : []))
        // Every desk is also told of the hall, which may be heard.
        .filter(({ siteId }) => siteId === site)
        .map((row) => row.room);
    await moderator.until(() => rows().at(-1) === true, 'the screen');
    const from = rows().length;
    await room('B', 1);
    await expect.poll(() => leasesOf(rooms.get(1)!), SOON).toBe(2);
    before.close();
    await expect.poll(() => leasesOf(rooms.get(1)!), SOON).toBe(1);
    // Counted after the old socket was: who hears of this one has heard of that.
    await room('A', 2);
    await moderator.until(() => moderator.presence?.present === 2, 'the next screen');
    expect(rows().slice(from)).not.toContain(false);
  });

  it('W14, W9: the clerk on B asks its screen on A and nobody else, and gets the answer', async () => {
    const [screen, other] = [await room('A', 1), await room('A', 2)];
    const atDesk = await clerk('B', 1);
    const reported = () => (atDesk.mine?.screen.status === 'present' ? atDesk.mine.screen.report : null);
    screen.send({ type: 'report', report: report({}) });
    await atDesk.until(() => reported()?.cameraId === 'front', 'the first report');
    atDesk.send({ type: 'control', control: { do: 'useCamera', id: 'back' } });
    await screen.until(() => controlsOf(screen).length > 0, 'what the clerk asks');
    expect(screen.frames.findLast(({ type }) => type === 'control')).toEqual({
      type: 'control',
      control: { do: 'useCamera', id: 'back' },
    });
    screen.send({ type: 'report', report: report({ cameraId: 'back' }) });
    await atDesk.until(() => reported()?.cameraId === 'back', 'the answer');
    // A question of its own to the other screen comes later and finds that it was asked nothing before.
    const otherClerk = await clerk('B', 2);
    otherClerk.send({ type: 'control', control: { do: 'retry' } });
    await other.until(() => controlsOf(other).length > 0, 'its own question');
    expect(controlsOf(other)).toEqual(['retry']);
    expect(controlsOf(screen)).toEqual(['useCamera']);
  });

  it('W14, W8: a desk on B that looks at a site makes its screen on A report, and both learn of it', async () => {
    const site = idOf(conference.site(1));
    const screen = await room('A', 1);
    const operator = await desk('B', 'operator');
    operator.send({ type: 'watch', siteIds: [site] });
    await screen.until(() => controlsOf(screen).includes('listen'), 'to be asked for the level');
    await screen.until(() => screen.mine?.watchers === 1, 'to be told that somebody looks');
    screen.send({ type: 'report', report: report({ level: 0.5 }) });
    const row = () => operator.presence?.sites.find(({ siteId }) => siteId === site);
    await expect.poll(row, SOON).toMatchObject({ room: true, level: 0.5, line: 'good' });
    operator.close();
    await screen.until(() => screen.mine?.watchers === 0, 'to be told that nobody looks');
  });

  it('W14, S7: a seat that is withdrawn on A is closed on B, and no other', async () => {
    const revoked = await conference.seat('observer');
    const [gone, stays] = [await page('B', revoked), await desk('B', 'observer')];
    await conference.revoke(revoked.seatId);
    await gone.until(() => gone.closed, 'the socket to be closed');
    expect(gone.closed).toEqual({ code: 4000, reason: 'seat.revoked' });
    expect(gone.refusals.map(({ code }) => code)).toEqual(['seat.revoked']);
    expect(stays.closed).toBeUndefined();
  });
});

describe('one of two servers is killed', () => {
  it('W14, M15: the other goes on, takes the media over, and who was on the first comes back without a gap', async () => {
    const site = conference.site(1);
    const [onA, onB] = [await desk('A', 'moderator'), await desk('B', 'chair')];
    await room('A', 2);
    await room('B', 1);
    await onB.until(() => onB.presence?.present === 2, 'both screens');
    const bot = new MediaBot({
      url: originOf('B'),
      fetchToken: async () => mediaToken(originOf('B'), rooms.get(site.number)!),
    });
    open.push({ close: () => bot.stop() });
    bot.publish('camera', { clip: await hallPicture(), source: 'camera', obeysGrants: true });
    bot.publish('microphone', { clip: await toneClip(3), source: 'microphone', obeysGrants: true });
    await expect.poll(() => bot.state.status, SOON).toBe('joined');
    expect(await passes('B', 'follower')).toBeGreaterThan(0);
    expect(await passes('B', 'settled')).toBe(0);
    const known = { epoch: onA.welcome!.epoch, lastSeq: onA.seq };

    await house.servers[0]!.kill('SIGKILL');
    await onB.must({ type: 'floor.grantSite', siteId: idOf(site), speakerId: null, kind: 'discussion' });
    await expect.poll(() => bot.permission?.canPublishSources, SOON).toContain(TrackSource.MICROPHONE);
    await onB.until(() => onB.media?.sounding.includes(idOf(site)), 'the microphone to be confirmed by B');
    await expect.poll(() => passes('B', 'settled'), SOON).toBeGreaterThan(0);

    const back = await SeatClient.open(originOf('B'), seats.get('moderator')!, known);
    open.push(back);
    await back.until(() => back.frames.some(({ type }) => type === 'events'), 'the tail');
    expect(back.frames.map(({ type }) => type)).not.toContain('snapshot');
    expect(eventsOf(back).map(({ type }) => type)).toContain('floorGranted');
    await onB.must({ type: 'floor.end', turnId: onB.live.floor.turn!.turnId });
    await expect.poll(() => bot.permission?.canPublishSources, SOON).toEqual([TrackSource.CAMERA]);
    await onB.until(() => onB.presence?.present === 1, 'the screens of A to be missed', AFTER_LEASES_MS);
    expect(onB.gaps + back.gaps).toBe(0);
  });
});
