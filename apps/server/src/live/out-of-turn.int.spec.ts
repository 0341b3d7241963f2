// Nobody speaks out of turn, whatever their client does. Each silence has its positive control: the hall's tone,
// heard by the same ears in the same second.
import { TrackSource } from 'livekit-server-sdk';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  demoSeats,
  mediaToken,
  SeatClient,
  startHouse,
  startLine,
  type DemoSeats,
  type DemoSite,
  type House,
  type SeatKey,
} from '@diemcau/testkit';
import { HALL_TONE, hallPicture, StageBots, toneClip, type Ears, type Rogue } from '@diemcau/testkit/bots';
import { SiteId } from '@diemcau/domain/kernel';
import { entitledToSpeak } from '@diemcau/domain/live';
import { MediaBot, type Audience, type MediaBotState, type RemoteTrack } from '../platform/bots/index.ts';
import { stageRoom } from './stage.ts';

const SOON = { timeout: 15_000, interval: 50 };
const SITE_TONE = 5;

type Room = { readonly site: DemoSite; readonly key: SeatKey; readonly client: SeatClient };

let house: House;
let origin: string;
let seats: DemoSeats;
let moderator: SeatClient;
let hall: Room;
let site: Room;
let other: Room;
let another: Room;
let stage: StageBots;

const room = async (place: DemoSite): Promise<Room> => {
  const key = await seats.open('room', place.siteId);
  return { site: place, key, client: await SeatClient.open(origin, key) };
};

/** A room's own page: it publishes as it is granted. */
const honest = async ({ key }: Room, tone: number, audience: Audience = 'everybody'): Promise<MediaBot> => {
  const bot = stage.page(key, { audience });
  bot.publish('camera', { clip: await hallPicture(), source: 'camera', obeysGrants: true });
  bot.publish('microphone', { clip: await toneClip(tone), source: 'microphone', obeysGrants: true });
  return bot;
};

const rogue = (token: string, url?: string): Rogue => stage.rogue(token, url);

/** Ears of a room screen. `plain` ones play whatever the media server forwards, honest ones what the conference entitles. */
const listen = (at: Room, plain: boolean): Ears => {
  const entitled = ({ identity }: RemoteTrack) => {
    const speaker = [hall, site, other].find(({ key }) => identity.startsWith(key.seatId));
    return speaker !== undefined && entitledToSpeak(at.client.live).has(SiteId.parse(speaker.site.siteId));
  };
  return stage.listen(at.key, (track) => plain || (track.source === 'microphone' && entitled(track)));
};

/** A patched page behind a line of its own that comes back by itself, with the token that it was handed last. */
const returning = async ({ key }: Room, tone: number) => {
  const line = await startLine(house.servers[0]!.port);
  stage.closing({ close: () => void line.stop() });
  const states: MediaBotState[] = [];
  const handedOut: string[] = [];
  let asksAnew = false;
  const bot = stage.keep(
    new MediaBot({
      url: line.origin,
      fetchToken: async () => (asksAnew ? undefined : handedOut.at(-1)) ?? mediaToken(origin, key),
      onTokenHandedOut: (token) => handedOut.push(token),
      onState: (state) => states.push(state),
    }),
  );
  bot.publish('rogue microphone', { clip: await toneClip(tone), source: 'microphone', obeysGrants: false });
  return {
    bot,
    line,
    handedOut,
    ends: () => states.flatMap((state) => (state.status === 'waiting' ? [state.end] : [])),
    askAnew: () => {
      asksAnew = true;
    },
  };
};

const soundsOf = ({ key }: Room): Promise<number> => stage.soundsOf(key);

const heardOf = (ears: Ears, { key }: Room) => stage.heardOf(ears, key);
const onlyTheHall = async (ears: Ears): Promise<void> =>
  expect(await stage.heardBesideTheHall(ears, hall.key)).toEqual([HALL_TONE]);

const giveFloor = async (to: Room): Promise<string> => {
  const siteId = SiteId.parse(to.site.siteId);
  await expect.poll(() => stage.memberOf(to.key), SOON).toBeDefined();
  await moderator.until(() => !moderator.live.programme.lost.includes(siteId), 'the site to be back', 15_000);
  await moderator.must({
    type: 'floor.grantSite',
    siteId: SiteId.parse(to.site.siteId),
    speakerId: null,
    kind: 'discussion',
  });
  await moderator.until(() => moderator.live.floor.turn, 'the turn');
  return moderator.live.floor.turn!.turnId;
};
const endTurn = async (): Promise<void> => {
  const { turn } = moderator.live.floor;
  if (turn) await moderator.must({ type: 'floor.end', turnId: turn.turnId });
  await moderator.until(() => moderator.live.floor.turn === null, 'the end of the turn');
};

beforeAll(async () => {
  house = await startHouse({ demo: true });
  origin = house.servers[0]!.origin;
  seats = await demoSeats(origin);
  moderator = await SeatClient.open(origin, await seats.open('moderator'));
  stage = new StageBots(house, stageRoom(moderator.welcome!.seat.conferenceId));
  // Sites that have asked for nothing: the demo's queue begins with others.
  hall = await room(seats.hall);
  [site, other, another] = [await room(seats.sites[6]!), await room(seats.sites[7]!), await room(seats.sites[8]!)];
  await moderator.must({ type: 'conference.open' });
}, 90_000);
afterAll(() => house.stop());

beforeEach(async () => {
  await honest(hall, HALL_TONE);
});
afterEach(async () => {
  await endTurn();
  await stage.end();
});

describe('nobody speaks out of turn', () => {
  it('M1: a site is heard during its turn and only then, while the hall is heard throughout', async () => {
    const ears = listen(other, false);
    await honest(site, SITE_TONE);
    await onlyTheHall(ears);
    await giveFloor(site);
    await expect.poll(() => heardOf(ears, site), SOON).toEqual([SITE_TONE]);
    expect(await heardOf(ears, hall)).toEqual([HALL_TONE]);
    await endTurn();
    await expect.poll(() => soundsOf(site), SOON).toBe(0);
    await onlyTheHall(ears);
  });

  it('M11: a patched page that publishes its microphone without the floor is heard by nobody', async () => {
    const ears = listen(other, true);
    rogue(await mediaToken(origin, site.key)).speak(await toneClip(SITE_TONE));
    await onlyTheHall(ears);
    expect(await soundsOf(site)).toBe(0);
  });

  it('M11: a patched page that goes on after its turn is silenced and removed with its sound', async () => {
    const ears = listen(other, true);
    const patched = rogue(await mediaToken(origin, site.key));
    await expect.poll(() => patched.bot.state.status, SOON).toBe('joined');
    await giveFloor(site);
    await expect.poll(() => patched.bot.permission?.canPublishSources, SOON).toContain(TrackSource.MICROPHONE);
    patched.speak(await toneClip(SITE_TONE));
    await expect.poll(() => heardOf(ears, site), SOON).toEqual([SITE_TONE]);
    await endTurn();
    await expect.poll(() => soundsOf(site), SOON).toBe(0);
    await onlyTheHall(ears);
  });

  it('M12: a token kept from its own turn is turned away by the gate', async () => {
    const ears = listen(other, true);
    const first = rogue(await mediaToken(origin, site.key));
    await expect.poll(() => first.bot.state.status, SOON).toBe('joined');
    await giveFloor(site);
    const granted = await mediaToken(origin, site.key);
    await expect.poll(() => first.keptTokens.length, SOON).toBeGreaterThan(1);
    const kept = [granted, first.keptTokens.at(-1)!];
    await endTurn();
    first.bot.stop();
    for (const token of kept) {
      const again = rogue(token);
      again.speak(await toneClip(SITE_TONE));
      await expect.poll(() => again.bot.state.status, SOON).toBe('stopped');
    }
    await onlyTheHall(ears);
    expect(await soundsOf(site)).toBe(0);
  });

  it('M12: who is away while its turn ends cannot come back with a token from before, and comes back silent', async () => {
    const ears = listen(other, true);
    const speaker = await honest(site, SITE_TONE);
    await giveFloor(site);
    await expect.poll(() => heardOf(ears, site), SOON).toEqual([SITE_TONE]);
    const during = await mediaToken(origin, site.key);
    speaker.stop();
    await expect.poll(() => stage.memberOf(site.key), SOON).toBeUndefined();
    await endTurn();
    const back = rogue(during);
    back.speak(await toneClip(SITE_TONE));
    await expect
      .poll(() => back.bot.state, SOON)
      .toMatchObject({ status: 'stopped', end: { why: 'refused', status: 401 } });
    const returned = await honest(site, SITE_TONE);
    await expect.poll(() => returned.state.status, SOON).toBe('joined');
    await onlyTheHall(ears);
    expect(await soundsOf(site)).toBe(0);
  });

  it('M12: who loses its signalling while its turn ends goes on sending, and comes back by itself with the token of its turn, in vain', async () => {
    const ears = [listen(other, true), listen(another, false)];
    const { bot, line, handedOut, ends, askAnew } = await returning(site, SITE_TONE);
    await expect.poll(() => bot.state.status, SOON).toBe('joined');
    const before = handedOut.length;
    await giveFloor(site);
    for (const each of ears) await expect.poll(() => heardOf(each, site), SOON).toEqual([SITE_TONE]);
    expect(handedOut.length).toBeGreaterThan(before);

    // The end is on its way when the line is lost. The page does not know and goes on sending its sound.
    const ending = endTurn();
    line.cut();
    await ending;
    await expect.poll(() => soundsOf(site), SOON).toBe(0);
    for (const each of ears) await onlyTheHall(each);
    expect([bot.state.status, bot.statusOf('rogue microphone'), line.carried()]).toEqual(['joined', 'sending', 1]);

    const since = performance.now();
    line.mend();
    await expect.poll(() => ends().length > 3 || bot.state.status === 'joined', SOON).toBe(true);
    for (const each of ears) await onlyTheHall(each);
    for (const each of ears) expect([...each.everHeardSince(since)]).toEqual([HALL_TONE]);
    const [loss, ...refusals] = ends();
    expect(loss).toMatchObject({ why: 'lost' });
    expect(new Set(refusals.map((end) => JSON.stringify(end)))).toEqual(
      new Set([JSON.stringify({ why: 'refused', status: 401 })]),
    );
    expect(line.carried()).toBeGreaterThan(3);

    // The page that asks anew is a member again, and still silent.
    askAnew();
    await expect.poll(() => bot.state.status, SOON).toBe('joined');
    await expect.poll(() => bot.statusOf('rogue microphone'), SOON).toBe('refused');
    for (const each of ears) await onlyTheHall(each);
    for (const each of ears) expect([...each.everHeardSince(since)]).toEqual([HALL_TONE]);
    expect(await soundsOf(site)).toBe(0);
  });

  it('M10, M11: sound that calls itself a camera is played by no honest room, and its sender is removed', async () => {
    const ears = listen(other, false);
    const patched = rogue(await mediaToken(origin, site.key));
    await expect.poll(() => patched.bot.state.status, SOON).toBe('joined');
    await expect.poll(() => heardOf(ears, hall), SOON).toEqual([HALL_TONE]);
    const since = performance.now();
    patched.speakAsCamera(await toneClip(SITE_TONE));
    await expect.poll(() => patched.bot.state.status, SOON).toBe('stopped');
    expect(await soundsOf(site)).toBe(0);
    expect(ears.everHeardSince(since)).not.toContain(SITE_TONE);
    await onlyTheHall(ears);
  });

  it('M8: a second device that takes the seat over silences the first, and a stranger is sent away', async () => {
    const ears = listen(other, true);
    const { livekit } = { livekit: house.livekit() };
    const stranger = rogue(
      await livekit.token(stageRoom(moderator.welcome!.seat.conferenceId), `${site.key.seatId}:another-device`, {
        canPublish: true,
        canSubscribe: true,
      }),
      livekit.url,
    );
    stranger.speak(await toneClip(SITE_TONE));
    await expect.poll(() => stranger.bot.state.status, SOON).toBe('stopped');
    expect(await soundsOf(site)).toBe(0);
    const throughTheGate = rogue(
      await livekit.token(stageRoom(moderator.welcome!.seat.conferenceId), `${site.key.seatId}:another-device`, {
        canPublish: true,
        canSubscribe: true,
      }),
    );
    await expect.poll(() => throughTheGate.bot.state.status, SOON).toBe('stopped');
    await onlyTheHall(ears);
  });

  it('M2: who is silenced during its turn is not heard; the turn stays, and lifting it is heard again', async () => {
    const ears = listen(other, true);
    await honest(site, SITE_TONE);
    const turnId = await giveFloor(site);
    await expect.poll(() => heardOf(ears, site), SOON).toEqual([SITE_TONE]);
    await moderator.must({ type: 'floor.silenceAll' });
    await expect.poll(() => soundsOf(site), SOON).toBe(0);
    await onlyTheHall(ears);
    expect(moderator.live.floor.turn?.turnId).toBe(turnId);
    await moderator.must({ type: 'floor.liftSilence', siteId: SiteId.parse(site.site.siteId) });
    await expect.poll(() => heardOf(ears, site), SOON).toEqual([SITE_TONE]);
  });
});

describe('a camera off air is for the desks alone (M6)', () => {
  it('M6: another site cannot watch it, the operator can; on stand-by both can', async () => {
    const operatorKey = await seats.open('operator');
    // Shut from the start, as a room page is until it hears who may watch.
    const camera = await honest(site, SITE_TONE, []);
    const watching = (key: SeatKey) =>
      stage.page(key, {
        wants: ({ kind, identity }) => kind === 'video' && identity.startsWith(site.key.seatId),
      });
    const packets = (bot: MediaBot) =>
      bot.receptions
        .filter(({ track }) => track.kind === 'video' && track.identity.startsWith(site.key.seatId))
        .reduce((n, r) => n + r.packets, 0);
    const spy = watching(other.key);
    const operator = watching(operatorKey);
    const audience = () => site.client.frames.findLast((frame) => frame.type === 'audience');
    // As a room page does: told once for each change, not again and again.
    let obeyed: unknown;
    const obey = () => {
      const frame = audience();
      if (frame?.type !== 'audience' || frame === obeyed) return;
      obeyed = frame;
      camera.setAudience(frame.to === 'all' ? 'everybody' : frame.desks);
    };
    await expect.poll(() => audience(), SOON).toMatchObject({ to: 'desks' });
    const obeying = setInterval(obey, 100);
    stage.closing({ close: () => clearInterval(obeying) });
    await expect.poll(() => packets(operator), SOON).toBeGreaterThan(20);
    const before = packets(spy);
    const seen = packets(operator);
    await expect.poll(() => packets(operator), SOON).toBeGreaterThan(seen + 20);
    expect(packets(spy)).toBe(before);
    await moderator.must({ type: 'floor.setStandby', siteIds: [SiteId.parse(site.site.siteId)] });
    await expect.poll(() => packets(spy), SOON).toBeGreaterThan(before + 10);
    await moderator.must({ type: 'floor.resetStandby' });
  });
});
