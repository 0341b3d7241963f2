// Who hears whom beside the programme. Each silence has its positive control: a tone that the same ears hear in the
// same second.
import { randomUUID } from 'node:crypto';
import { RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import {
  mediaToken,
  prepareConference,
  SeatClient,
  startHouse,
  type House,
  type Place,
  type SeatKey,
  type TestConference,
} from '@diemcau/testkit';
import { Ears, startRogue, toneClip, type Rogue } from '@diemcau/testkit/bots';
import type { AsideKind } from '@diemcau/domain/aside';
import { SiteId } from '@diemcau/domain/kernel';
import { MediaBot } from '../platform/bots/index.ts';
import { stageRoom } from './stage.ts';

const SOON = { timeout: 15_000, interval: 50 };
const HALL_TONE = 0;
const SITE_TONE = 5;
const DESK_TONE = 9;

type Room = { readonly site: Place; readonly key: SeatKey; readonly client: SeatClient };
type Said = { readonly status: number; readonly code: string | undefined; readonly token: string };

let house: House;
let origin: string;
let conference: TestConference;
let database: pg.Client;
let moderator: SeatClient;
let operatorKey: SeatKey;
let operator: SeatClient;
let hall: Room;
let site: Room;
let other: Room;
const open: { close: () => void }[] = [];
const bots: MediaBot[] = [];

/** Its page is on the other server than the operator's. */
const room = async (site: Place): Promise<Room> => {
  const key = await conference.room(site);
  return { site, key, client: await SeatClient.open(house.servers[1]!.origin, key) };
};
const keep = (bot: MediaBot): MediaBot => {
  bots.push(bot);
  return bot;
};

const Answer = z.object({ code: z.string().optional(), token: z.string().default('') });
const ask = async (method: 'GET' | 'POST', { seatId, cookie }: SeatKey, path: string, body?: object): Promise<Said> => {
  const answer = await fetch(`${origin}/api/v1/seats/${seatId}/${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, ...Answer.parse(text === '' ? {} : JSON.parse(text)) } as Said;
};

type Held = {
  readonly asideId: string;
  readonly token: string;
  readonly release: () => Promise<void>;
  readonly drop: () => void;
};
/** The key is pressed, and stays down until it is released, or the page drops dead. */
const hold = async (kind: AsideKind, at: Room, key = operatorKey): Promise<Held> => {
  const asideId = randomUUID();
  const body = { asideId, kind, siteId: at.site.siteId };
  const { token, status, code } = await ask('POST', key, 'asides', { ...body, again: false });
  if (status !== 200) throw new Error(`not held: ${code}`);
  const renewing = setInterval(() => void ask('POST', key, 'asides', { ...body, again: true }), 1000);
  const drop = () => clearInterval(renewing);
  open.push({ close: drop });
  return {
    asideId,
    token,
    drop,
    release: async () => {
      drop();
      await ask('POST', key, 'asides/endings', { asideId });
    },
  };
};
const tokenOf = ({ key }: Room) => ask('GET', key, 'aside-token');

/** Ears on the stage that play whatever the media server forwards. */
const stageEars = (at: Room): Ears => {
  const ears = new Ears();
  open.push(ears);
  keep(
    new MediaBot({
      url: origin,
      fetchToken: () => mediaToken(origin, at.key),
      wants: ({ kind }) => kind === 'audio',
      onPayload: ears.hear,
    }),
  );
  return ears;
};

/** A page in the room of an aside: what it may send it sends, and it hears all. */
const inAside = async (
  token: string,
  tone: number,
  own: SeatKey,
): Promise<{ readonly bot: MediaBot; readonly ears: Ears }> => {
  const ears = new Ears();
  open.push(ears);
  const bot = keep(
    new MediaBot({
      url: origin,
      fetchToken: async () => token,
      rejoins: false,
      // It is told of its own tracks too.
      wants: ({ kind, identity }) => kind === 'audio' && !identity.startsWith(own.seatId),
      onPayload: ears.hear,
    }),
  );
  bot.publish('microphone', { clip: await toneClip(tone), source: 'microphone', obeysGrants: true });
  return { bot, ears };
};
const rogue = (token: string, url = origin): Rogue => {
  const made = startRogue(url, token);
  keep(made.bot);
  return made;
};

const rooms = () => {
  const { url, key, secret } = house.livekit();
  return new RoomServiceClient(url, key, secret);
};
const asideRooms = async () =>
  (await rooms().listRooms()).map(({ name }) => name).filter((name) => name.startsWith('aside-'));
const stage = () => stageRoom(moderator.welcome!.seat.conferenceId);
const onStage = async ({ key }: Room) =>
  (await rooms().listParticipants(stage())).find(({ identity }) => identity.startsWith(key.seatId));

/** For two seconds these ears hear these tones and no other. */
const hearsOnly = async (ears: Ears, tone: number): Promise<void> => {
  let since = performance.now();
  await expect.poll(() => ears.everHeardSince(since).has(tone), SOON).toBe(true);
  since = performance.now();
  await expect.poll(() => performance.now() - since > 2000 && ears.everHeardSince(since).has(tone), SOON).toBe(true);
  expect([...ears.everHeardSince(since)]).toEqual([tone]);
};
const hearsNothing = async (ears: Ears): Promise<void> => {
  const since = performance.now();
  await expect.poll(() => performance.now() - since > 1500, SOON).toBe(true);
  expect([...ears.everHeardSince(since)]).toEqual([]);
};
const isOver = async () => {
  await expect.poll(asideRooms, SOON).toEqual([]);
  await expect.poll(async () => (await database.query('select 1 from aside')).rows, SOON).toEqual([]);
  await operator.until(() => (operator.aside?.current ?? null) === null, 'the operator to be told');
};
const told = async (at: Room, kind: AsideKind | null) =>
  at.client.until(() => (at.client.aside?.current?.kind ?? null) === kind, `the site to be told: ${kind}`);

const give = async (to: Room): Promise<void> => {
  const siteId = SiteId.parse(to.site.siteId);
  await moderator.must({ type: 'floor.grantSite', siteId, speakerId: null, kind: 'discussion' });
  await moderator.until(() => moderator.live.floor.turn, 'the turn');
};

beforeAll(async () => {
  house = await startHouse({ servers: 2 });
  origin = house.servers[0]!.origin;
  database = new pg.Client({ connectionString: house.databaseUrl });
  await database.connect();
  conference = await prepareConference(house.servers[0]!, { sites: 2 });
  moderator = await SeatClient.open(origin, await conference.seat('moderator'));
  operatorKey = await conference.seat('operator');
  operator = await SeatClient.open(origin, operatorKey);
  hall = await room(conference.hall);
  [site, other] = [await room(conference.site(1)), await room(conference.site(2))];
  await moderator.must({ type: 'conference.open' });
}, 90_000);
afterAll(async () => {
  await database.end();
  await house.stop();
});

/** The hall speaks all the time: what is heard on the stage is heard beside it. */
beforeEach(async () => {
  const bot = keep(new MediaBot({ url: origin, fetchToken: () => mediaToken(origin, hall.key) }));
  bot.publish('microphone', { clip: await toneClip(HALL_TONE), source: 'microphone', obeysGrants: true });
});
afterEach(async () => {
  const { turn } = moderator.live.floor;
  if (turn && !moderator.closed) await moderator.must({ type: 'floor.end', turnId: turn.turnId });
  await moderator.until(() => moderator.live.floor.turn === null, 'the end of the turn');
  for (const bot of bots.splice(0)) bot.stop();
  for (const thing of open.splice(0)) thing.close();
  // After the server of the desks was killed nobody comes any more.
  if (operator.closed) return;
  await vi.waitUntil(async () => (await rooms().listParticipants(stage())).length === 0, SOON);
  await isOver();
});

describe('talkback', () => {
  it('Q1, Q3: one site hears the operator; hall, other site and stage do not, and only that site is told', async () => {
    const [onHall, onOther] = [stageEars(other), stageEars(site)];
    const held = await hold('talk', site);
    await told(site, 'talk');
    await operator.until(() => operator.aside?.current?.asideId === held.asideId, 'the operator to be told');
    const desk = await inAside(held.token, DESK_TONE, operatorKey);
    const { token } = await tokenOf(site);
    const screen = await inAside(token, SITE_TONE, site.key);
    await hearsOnly(screen.ears, DESK_TONE);
    await hearsOnly(onHall, HALL_TONE);
    await hearsOnly(onOther, HALL_TONE);
    // The site may send nothing there, nor is another told or let in.
    expect(screen.bot.permission?.canPublish).toBe(false);
    expect([...desk.ears.everHeardSince(0)]).toEqual([]);
    expect([hall.client.aside, other.client.aside, moderator.aside]).toEqual([undefined, undefined, undefined]);
    expect(await tokenOf(other)).toMatchObject({ status: 409, code: 'aside.over' });
    await held.release();
    await told(site, null);
    await expect.poll(() => [desk.bot.state.status, screen.bot.state.status], SOON).toEqual(['stopped', 'stopped']);
    await hearsNothing(screen.ears);
  });

  it('Q1: a third is let into its room by no token, and one who goes around the gate is sent away', async () => {
    const held = await hold('talk', site);
    const desk = await inAside(held.token, DESK_TONE, operatorKey);
    const screen = await inAside((await tokenOf(site)).token, SITE_TONE, site.key);
    await hearsOnly(screen.ears, DESK_TONE);
    const name = `aside-${held.asideId}`;
    const all = { canPublish: true, canSubscribe: true };
    const identity = (await onStage(hall))?.identity ?? 'nobody';
    const forged = await house.livekit().token(name, identity, all);
    const atGate = rogue(forged);
    await expect.poll(() => atGate.bot.state, SOON).toMatchObject({ end: { why: 'refused', status: 401 } });
    const around = rogue(forged, house.livekit().url);
    around.speak(await toneClip(SITE_TONE));
    await expect.poll(() => around.bot.state.status, SOON).toBe('stopped');
    await hearsOnly(screen.ears, DESK_TONE);
    expect(desk.bot.state.status).toBe('joined');
  });

  it('Q4: given the floor, the site hears the operator no more, and then its microphone opens', async () => {
    const ears = stageEars(other);
    const held = await hold('talk', site);
    await inAside(held.token, DESK_TONE, operatorKey);
    const screen = await inAside((await tokenOf(site)).token, SITE_TONE, site.key);
    await hearsOnly(screen.ears, DESK_TONE);
    const speaker = keep(new MediaBot({ url: origin, fetchToken: () => mediaToken(origin, site.key) }));
    speaker.publish('microphone', { clip: await toneClip(SITE_TONE), source: 'microphone', obeysGrants: true });
    await expect.poll(() => speaker.state.status, SOON).toBe('joined');
    await give(site);
    await vi.waitUntil(() => speaker.permission?.canPublishSources.includes(TrackSource.MICROPHONE), {
      timeout: 15_000,
      interval: 1,
    });
    expect(await asideRooms()).toEqual([]);
    const since = performance.now();
    await expect.poll(() => ears.everHeardSince(since).has(SITE_TONE), SOON).toBe(true);
    expect(ears.everHeardSince(since)).toEqual(new Set([HALL_TONE, SITE_TONE]));
    expect([...screen.ears.everHeardSince(since)]).toEqual([]);
    await told(site, null);
    // The key is still down: it says nothing any more, and cannot begin again.
    expect(
      await ask('POST', operatorKey, 'asides', {
        asideId: held.asideId,
        kind: 'talk',
        siteId: site.site.siteId,
        again: true,
      }),
    ).toMatchObject({ code: 'aside.over' });
    expect(
      await ask('POST', operatorKey, 'asides', {
        asideId: randomUUID(),
        kind: 'talk',
        siteId: site.site.siteId,
        again: false,
      }),
    ).toMatchObject({ status: 409, code: 'aside.not_now' });
  });

  it('Q4: cut to by hand it ends too', async () => {
    const held = await hold('talk', site);
    await inAside(held.token, DESK_TONE, operatorKey);
    await told(site, 'talk');
    await operator.must({ type: 'programme.takeOver' });
    await operator.must({ type: 'programme.cut', source: { kind: 'site', siteId: SiteId.parse(site.site.siteId) } });
    await told(site, null);
    await expect.poll(asideRooms, SOON).toEqual([]);
    await operator.must({ type: 'programme.follow' });
  });

  it('Q5: a token of before is turned away once the key is released, and also while another is held', async () => {
    const first = await hold('talk', site);
    const desk = rogue(first.token);
    await expect.poll(() => desk.bot.state.status, SOON).toBe('joined');
    await expect.poll(() => desk.keptTokens.length, SOON).toBeGreaterThan(0);
    const kept = [first.token, desk.keptTokens.at(-1)!, (await tokenOf(site)).token];
    await first.release();
    await isOver();
    const second = await hold('talk', site);
    const screen = await inAside((await tokenOf(site)).token, SITE_TONE, site.key);
    for (const token of kept) {
      const again = rogue(token);
      again.speak(await toneClip(DESK_TONE));
      await expect.poll(() => again.bot.state, SOON).toMatchObject({ status: 'stopped', end: { status: 401 } });
    }
    await hearsNothing(screen.ears);
    await second.release();
  });

  it('Q5: a page that is killed says nothing any more: its lease ends', async () => {
    const held = await hold('talk', site);
    const desk = await inAside(held.token, DESK_TONE, operatorKey);
    const screen = await inAside((await tokenOf(site)).token, SITE_TONE, site.key);
    await hearsOnly(screen.ears, DESK_TONE);
    held.drop();
    await told(site, null);
    await expect.poll(() => desk.bot.state.status, SOON).toBe('stopped');
    await hearsNothing(screen.ears);
  });

  it('Q5: a desk whose line is lost, or that moves to another device, holds nothing any more', async () => {
    const key = await conference.seat('operator');
    const page = await SeatClient.open(origin, key);
    const held = await hold('talk', site, key);
    const desk = await inAside(held.token, DESK_TONE, operatorKey);
    await told(site, 'talk');
    page.close();
    await told(site, null);
    await expect.poll(() => desk.bot.state.status, SOON).toBe('stopped');
    const stranger = await house.livekit().token(`aside-${held.asideId}`, `${key.seatId}:another-device`, {
      canPublish: true,
      canSubscribe: true,
    });
    const elsewhere = rogue(stranger);
    await expect.poll(() => elsewhere.bot.state, SOON).toMatchObject({ end: { why: 'refused', status: 401 } });
  });
});

describe('private listening', () => {
  it('Q6: the operator alone hears the site, which is told; on the stage only the hall is heard', async () => {
    const [onOther, onHall] = [stageEars(other), stageEars(site)];
    const held = await hold('listen', site);
    await told(site, 'listen');
    const desk = await inAside(held.token, DESK_TONE, operatorKey);
    const screen = await inAside((await tokenOf(site)).token, SITE_TONE, site.key);
    await hearsOnly(desk.ears, SITE_TONE);
    await hearsOnly(onOther, HALL_TONE);
    await hearsOnly(onHall, HALL_TONE);
    expect(desk.bot.permission?.canPublish).toBe(false);
    expect([...screen.ears.everHeardSince(0)]).toEqual([]);
    await held.release();
    await told(site, null);
    await hearsNothing(desk.ears);
  });

  it('Q6: an operator who only listens is not heard, whatever their page sends', async () => {
    const held = await hold('listen', site);
    const desk = rogue(held.token);
    const screen = await inAside((await tokenOf(site)).token, SITE_TONE, site.key);
    desk.speak(await toneClip(DESK_TONE));
    await expect.poll(() => desk.bot.statusOf('rogue microphone'), SOON).toBe('refused');
    desk.speakAsCamera(await toneClip(DESK_TONE));
    await hearsNothing(screen.ears);
  });

  it('Q2: not of a site that has the floor, nor of the hall while the conference is open', async () => {
    await give(site);
    for (const at of [site, hall])
      expect(
        await ask('POST', operatorKey, 'asides', {
          asideId: randomUUID(),
          kind: 'listen',
          siteId: at.site.siteId,
          again: false,
        }),
      ).toMatchObject({ status: 409, code: 'aside.not_now' });
    expect(await asideRooms()).toEqual([]);
  });
});

describe('a test call', () => {
  let technician: SeatKey;
  let desk: SeatClient;
  beforeAll(async () => {
    technician = await conference.seat('technician');
    desk = await SeatClient.open(origin, technician);
  });
  afterAll(() => desk.close());

  const path = (at: Room, end = '') => `sites/${at.site.siteId}/test-call${end}`;
  const call = async (at: Room): Promise<Held> => {
    const asideId = randomUUID();
    const { token, status, code } = await ask('POST', technician, path(at), { asideId, again: false });
    if (status !== 200) throw new Error(`not called: ${code}`);
    const renewing = setInterval(() => void ask('POST', technician, path(at), { asideId, again: true }), 1000);
    const drop = () => clearInterval(renewing);
    open.push({ close: drop });
    const release = async () => {
      drop();
      await ask('POST', technician, path(at, '/end'), { asideId });
    };
    return { asideId, token, drop, release };
  };

  it('Q9: technician and site hear one another; hall, other sites and stage hear neither, and only they are told', async () => {
    const [onHall, onOther] = [stageEars(other), stageEars(site)];
    const held = await call(site);
    await told(site, 'call');
    await desk.until(() => desk.aside?.calling?.asideId === held.asideId, 'the technician to be told');
    const caller = await inAside(held.token, DESK_TONE, technician);
    const screen = await inAside((await tokenOf(site)).token, SITE_TONE, site.key);
    await hearsOnly(screen.ears, DESK_TONE);
    await hearsOnly(caller.ears, SITE_TONE);
    await hearsOnly(onHall, HALL_TONE);
    await hearsOnly(onOther, HALL_TONE);
    expect(screen.bot.permission?.canPublishSources).toEqual([TrackSource.CAMERA, TrackSource.MICROPHONE]);
    expect(caller.bot.permission?.canPublishSources).toEqual([TrackSource.MICROPHONE]);
    for (const client of [hall.client, other.client, operator, moderator])
      expect([client.aside?.current ?? null, client.aside?.calling ?? null]).toEqual([null, null]);
    expect(await tokenOf(other)).toMatchObject({ status: 409, code: 'aside.over' });
    // The page of the technician is no member of the stage meanwhile, nor is anybody else in the room of the call.
    expect(
      (await rooms().listParticipants(stage())).some(({ identity }) => identity.startsWith(technician.seatId)),
    ).toBe(false);
    await held.release();
    await told(site, null);
    await expect.poll(() => [caller.bot.state.status, screen.bot.state.status], SOON).toEqual(['stopped', 'stopped']);
  });

  it('Q9: given the floor the site is called no more, then its microphone opens, and no token of before works', async () => {
    const ears = stageEars(other);
    const held = await call(site);
    const caller = await inAside(held.token, DESK_TONE, technician);
    const kept = (await tokenOf(site)).token;
    const screen = await inAside(kept, SITE_TONE, site.key);
    await hearsOnly(caller.ears, SITE_TONE);
    const speaker = keep(new MediaBot({ url: origin, fetchToken: () => mediaToken(origin, site.key) }));
    speaker.publish('microphone', { clip: await toneClip(SITE_TONE), source: 'microphone', obeysGrants: true });
    await expect.poll(() => speaker.state.status, SOON).toBe('joined');
    expect([...ears.everHeardSince(0)]).not.toContain(SITE_TONE);
    await give(site);
    await expect.poll(() => ears.everHeardSince(0).has(SITE_TONE), SOON).toBe(true);
    expect(await asideRooms()).toEqual([]);
    await expect.poll(() => screen.bot.state.status, SOON).toBe('stopped');
    expect(ears.everHeardSince(0).has(DESK_TONE)).toBe(false);
    for (const token of [held.token, kept]) {
      const again = rogue(token);
      await expect.poll(() => again.bot.state, SOON).toMatchObject({ status: 'stopped', end: { status: 401 } });
    }
    for (const again of [true, false])
      expect(
        await ask('POST', technician, path(site), { asideId: again ? held.asideId : randomUUID(), again }),
      ).toMatchObject({ status: 409, code: again ? 'aside.over' : 'aside.not_now' });
  });

  it('Q9: the site hangs up; another site cannot; the operator goes before a call', async () => {
    const held = await call(site);
    await told(site, 'call');
    const [own, others] = [await conference.clerk(site.site), await conference.clerk(other.site)];
    const end = { asideId: held.asideId };
    expect(await ask('POST', others, path(site, '/end'), end)).toMatchObject({ status: 404 });
    expect((await ask('POST', others, path(other, '/end'), end)).status).toBe(204);
    expect(site.client.aside?.current?.asideId).toBe(held.asideId);
    expect((await ask('POST', own, path(site, '/end'), end)).status).toBe(204);
    await told(site, null);
    held.drop();
    await isOver();
    const next = await call(site);
    await told(site, 'call');
    const talking = await hold('talk', site);
    await told(site, 'talk');
    await desk.until(() => (desk.aside?.calling ?? null) === null, 'the technician to be told');
    expect(await ask('POST', technician, path(site), { asideId: randomUUID(), again: false })).toMatchObject({
      status: 409,
      code: 'aside.busy',
    });
    next.drop();
    await talking.release();
  });

  it('Q9: ends with the page of the technician, and with a lease that is not said again', async () => {
    const page = await SeatClient.open(origin, technician);
    const held = await call(site);
    await told(site, 'call');
    held.drop();
    await told(site, null);
    await call(site);
    await told(site, 'call');
    page.close();
    await told(site, null);
    await expect.poll(asideRooms, SOON).toEqual([]);
  });

  it('Q9: the clerk of a province calls who has asked it for help, for as long as they have taken that', async () => {
    const more = await prepareConference(
      house.servers[0]!,
      { sites: ['19', '01906', '01912'], name: 'Hội nghị tỉnh' },
      conference.cookie,
    );
    const [commune, neighbour] = [more.site(2), more.site(3)];
    const [province, clerk] = [await more.clerk(more.site(1)), await more.clerk(commune)];
    const screen = await SeatClient.open(origin, await more.room(commune));
    open.push(screen);
    const helpId = randomUUID();
    const of = (place: Place) => `sites/${place.siteId}`;
    const calling = (again: boolean, asideId: string) =>
      ask('POST', province, `${of(commune)}/test-call`, { asideId, again });
    const asideId = randomUUID();
    await ask('POST', clerk, `${of(commune)}/help`, { id: helpId, kind: 'notHeard', note: '' });
    expect(await calling(false, asideId)).toMatchObject({ status: 409, code: 'call.not_yours' });
    await ask('POST', province, `${of(commune)}/help/${helpId}/take`, { from: null });
    expect(await calling(false, asideId)).toMatchObject({ status: 200 });
    await screen.until(() => screen.aside?.current?.kind === 'call', 'the call');
    const body = { asideId: randomUUID(), again: false };
    expect(await ask('POST', province, `${of(neighbour)}/test-call`, body)).toMatchObject({ code: 'call.not_yours' });
    expect(await ask('POST', clerk, `${of(neighbour)}/test-call`, body)).toMatchObject({ status: 404 });
    expect(await ask('POST', clerk, `${of(commune)}/test-call`, body)).toMatchObject({ status: 403 });
    await ask('POST', province, `${of(commune)}/help/${helpId}/solve`, {});
    expect(await calling(true, asideId)).toMatchObject({ status: 409, code: 'call.not_yours' });
    await screen.until(() => (screen.aside?.current ?? null) === null, 'its end');
  });
});

describe('who may', () => {
  it('Q2: a second operator waits for the first; the first moves on by pressing another key', async () => {
    const second = await conference.seat('operator');
    const held = await hold('talk', site);
    const wanted = { asideId: randomUUID(), kind: 'listen', siteId: site.site.siteId, again: false };
    expect(await ask('POST', second, 'asides', wanted)).toMatchObject({ status: 409, code: 'aside.busy' });
    held.drop();
    const next = await hold('listen', other);
    await told(site, null);
    await told(other, 'listen');
    await next.release();
  });

  it.each(['moderator', 'chair', 'secretary', 'observer'] as const)('Q2: a %s may not', async (role) => {
    const key = await conference.seat(role);
    const body = { asideId: randomUUID(), kind: 'talk', siteId: site.site.siteId, again: false };
    const cue = { cueId: randomUUID(), siteId: site.site.siteId, said: { kind: 'ready', code: 'quiet' } };
    expect(await ask('POST', key, 'asides', body)).toMatchObject({ status: 403, code: 'access.forbidden' });
    expect(await ask('POST', key, 'cues', cue)).toMatchObject({ status: 403, code: 'access.forbidden' });
    expect(await ask('GET', key, 'aside-token')).toMatchObject({ status: 403 });
  });

  it('Q7: a cue reaches its site alone, is confirmed once by its clerk, and leaves no words in events or audit', async () => {
    const [clerkKey, otherClerk] = [await conference.clerk(site.site), await conference.clerk(other.site)];
    const clerk = await SeatClient.open(origin, clerkKey);
    open.push(clerk);
    const words = 'Đề nghị đồng chí Bí thư ngồi giữa khung hình';
    const cue = { cueId: randomUUID(), siteId: site.site.siteId, said: { kind: 'own', words } };
    for (const _ of [1, 2]) expect((await ask('POST', operatorKey, 'cues', cue)).status).toBe(204);
    for (const client of [site.client, clerk, operator])
      await client.until(() => client.aside?.cue?.cueId === cue.cueId, 'the cue');
    expect(clerk.aside?.cue).toMatchObject({ said: { kind: 'own', words }, seenAt: null });
    expect(other.client.aside?.cue ?? null).toBeNull();
    expect(await ask('POST', otherClerk, 'cues/seen', { cueId: cue.cueId })).toMatchObject({ code: 'cue.not_found' });
    for (const _ of [1, 2]) expect((await ask('POST', clerkKey, 'cues/seen', { cueId: cue.cueId })).status).toBe(204);
    await operator.until(() => operator.aside?.cue?.seenAt, 'the tap');
    const { rows } = await database.query(
      `select 1 from audit where body like $1 union all select 1 from event where data::text like $1`,
      ['%Bí thư%'],
    );
    expect(rows).toEqual([]);
  });
});

describe('one of two servers is killed', () => {
  it('Q5: what was held on it ends', async () => {
    const held = await hold('talk', site);
    const desk = await inAside(held.token, DESK_TONE, operatorKey);
    await told(site, 'talk');
    await expect.poll(() => desk.bot.state.status, SOON).toBe('joined');
    await house.servers[0]!.kill('SIGKILL');
    held.drop();
    await told(site, null);
    await expect.poll(asideRooms, SOON).toEqual([]);
  });
});
