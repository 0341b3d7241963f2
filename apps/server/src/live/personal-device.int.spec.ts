// A delegate alone at a device: silenced, cut off, and withdrawn in the middle of the turn. Each silence has its positive
// control: the hall's tone, heard by the same ears in the same second.
import { randomUUID } from 'node:crypto';
import { RoomServiceClient, TrackType } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  mediaToken,
  prepareConference,
  SeatClient,
  startHouse,
  type House,
  type TestConference,
} from '@diemcau/testkit';
import { Ears, hallPicture, startRogue, toneClip } from '@diemcau/testkit/bots';
import { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import { MediaBot } from '../platform/bots/index.ts';
import { stageRoom } from './stage.ts';

const SOON = { timeout: 20_000, interval: 50 };
const HALL_TONE = 0;
const OWN_TONE = 5;

type Device = { readonly siteId: SiteId; readonly seatId: string; readonly cookie: string };

let house: House;
let origin: string;
let conference: TestConference;
let chair: SeatClient;
let device: Device;
let socket: SeatClient;
let ears: Ears;
const bots: MediaBot[] = [];

const keep = (bot: MediaBot): MediaBot => {
  bots.push(bot);
  return bot;
};
const ask = async (cookie: string, path: string, body: object) => {
  const headers = { cookie, 'content-type': 'application/json' };
  const answer = await fetch(`${origin}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  const [set = ''] = answer.headers.getSetCookie();
  return { body: (await answer.json()) as Readonly<Record<string, string>>, cookie: set.split(';', 1)[0] ?? '' };
};
/** Invited as a site of one person, with a link that a device has opened. */
const invited = async (): Promise<Device> => {
  const [siteId, seatId] = [SiteId.parse(randomUUID()), randomUUID()];
  const under = `/conferences/${conference.conferenceId}`;
  const answer = await fetch(`${origin}/api/v1/units`, { headers: { cookie: conference.cookie } });
  const { items } = (await answer.json()) as { items: readonly { unitId: string }[] };
  const person = {
    siteId,
    unitId: items[0]?.unitId,
    honorific: 'Bà',
    name: 'Y Thông',
    delegateId: randomUUID(),
    position: 'Trưởng bản',
    unit: null,
  };
  await ask(conference.cookie, `${under}/invitations/person`, person);
  const issued = await ask(conference.cookie, `${under}/seats`, { seatId, role: 'delegate', siteId });
  const { cookie } = await ask('', '/seats/redeem', { secret: issued.body['link']?.split('#')[1] });
  return { siteId, seatId, cookie };
};
const publishing = async (key: Device, tone: number): Promise<MediaBot> => {
  const bot = keep(new MediaBot({ url: origin, fetchToken: () => mediaToken(origin, key) }));
  bot.publish('camera', { clip: await hallPicture(), source: 'camera', obeysGrants: true });
  bot.publish('microphone', { clip: await toneClip(tone), source: 'microphone', obeysGrants: true });
  return bot;
};
const members = async () => {
  const { url, key, secret } = house.livekit();
  const room = stageRoom(ConferenceId.parse(conference.conferenceId));
  return new RoomServiceClient(url, key, secret).listParticipants(room);
};
const memberOf = async ({ seatId }: { readonly seatId: string }) =>
  (await members()).find(({ identity }) => identity.startsWith(seatId));
const soundsOf = async (key: { readonly seatId: string }) =>
  ((await memberOf(key))?.tracks ?? []).filter(({ type }) => type === TrackType.AUDIO).length;
const heardOf = async (key: { readonly seatId: string }) => ears.heard((await memberOf(key))?.identity ?? '');
let hallKey: { readonly seatId: string; readonly cookie: string };
/** For two seconds only the hall is heard, and it is heard. */
const onlyTheHall = async (): Promise<void> => {
  await expect.poll(() => soundsOf(device), SOON).toBe(0);
  await expect.poll(() => heardOf(hallKey), SOON).toEqual([HALL_TONE]);
  const since = performance.now();
  await expect
    .poll(async () => performance.now() - since > 2000 && (await heardOf(hallKey)).includes(HALL_TONE), SOON)
    .toBe(true);
  expect([...ears.everHeardSince(since)]).toEqual([HALL_TONE]);
};
const turn = () => chair.live.floor.turn;

beforeAll(async () => {
  house = await startHouse();
  origin = house.servers[0]!.origin;
  conference = await prepareConference(house.servers[0]!, { sites: 1 });
  device = await invited();
  chair = await SeatClient.open(origin, await conference.seat('chair'));
  hallKey = await conference.room(conference.hall);
  const other = await conference.room(conference.site(1));
  for (const key of [hallKey, other]) await SeatClient.open(origin, key);
  socket = await SeatClient.open(origin, device);
  await chair.must({ type: 'conference.open' });
  ears = new Ears();
  const plain = { wants: ({ kind }: { readonly kind: string }) => kind === 'audio', onPayload: ears.hear };
  keep(new MediaBot({ url: origin, fetchToken: () => mediaToken(origin, other), ...plain }));
  const hall = keep(new MediaBot({ url: origin, fetchToken: () => mediaToken(origin, hallKey) }));
  hall.publish('microphone', { clip: await toneClip(HALL_TONE), source: 'microphone', obeysGrants: true });
  const own = await publishing(device, OWN_TONE);
  await vi.waitUntil(() => own.state.status === 'joined' && hall.state.status === 'joined', SOON);
}, 90_000);
afterAll(async () => {
  for (const bot of bots) bot.stop();
  ears.close();
  await house.stop();
});

describe('a delegate alone at a device', () => {
  it('M2, M16: silenced in the turn it is not heard; the turn stays, and lifting it is heard again', async () => {
    await chair.must({ type: 'floor.grantSite', siteId: device.siteId, speakerId: null, kind: 'discussion' });
    await expect.poll(() => heardOf(device), SOON).toEqual([OWN_TONE]);
    const before = turn()?.turnId;
    await chair.must({ type: 'floor.silence', siteId: device.siteId });
    await onlyTheHall();
    expect(turn()?.turnId).toBe(before);
    await chair.must({ type: 'floor.liftSilence', siteId: device.siteId });
    await expect.poll(() => heardOf(device), SOON).toEqual([OWN_TONE]);
  });

  it('F12, M16: cut off, the turn is kept with the hall on air; back, it is heard only once the turn is resumed', async () => {
    const before = turn()?.turnId;
    bots.pop()?.stop();
    socket.socket.terminate();
    await chair.until(() => turn()?.interruptedAt, 'the interruption', 20_000);
    expect(turn()?.turnId).toBe(before);
    expect(chair.live.programme.onAir).toMatchObject({ kind: 'site', siteId: conference.hall.siteId });
    socket = await SeatClient.open(origin, device);
    const own = await publishing(device, OWN_TONE);
    await chair.until(() => !chair.live.programme.lost.includes(device.siteId), 'the device to be back', 20_000);
    await expect.poll(() => own.state.status, SOON).toBe('joined');
    await onlyTheHall();
    await chair.must({ type: 'floor.resumeTurn', turnId: before! });
    await expect.poll(() => heardOf(device), SOON).toEqual([OWN_TONE]);
  });

  it('S7, M12: withdrawn in the turn it is put out at once, and comes back neither by its link, its cookie nor its token', async () => {
    const kept = await mediaToken(origin, device);
    await conference.revoke(device.seatId);
    await socket.until(() => socket.closed, 'the end of its line');
    expect(socket.closed).toEqual({ code: 4000, reason: 'seat.revoked' });
    await expect.poll(() => memberOf(device), SOON).toBeUndefined();
    await expect(mediaToken(origin, device)).rejects.toThrow(/no media token: 4/);
    const rogue = startRogue(origin, kept);
    keep(rogue.bot);
    rogue.speak(await toneClip(OWN_TONE));
    await expect
      .poll(() => rogue.bot.state, SOON)
      .toMatchObject({ status: 'stopped', end: { why: 'refused', status: 401 } });
    await onlyTheHall();
    await chair.until(() => turn()?.interruptedAt, 'the turn to be interrupted', 20_000);
    expect(chair.live.programme.onAir).toMatchObject({ siteId: conference.hall.siteId });
  });
});
