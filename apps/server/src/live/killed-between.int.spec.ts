// A server that is killed after it has stored a command and before its media follow; and what those who run it read.
import { RoomServiceClient, TrackSource, TrackType } from 'livekit-server-sdk';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  mediaToken,
  prepareConference,
  SeatClient,
  startHouse,
  type House,
  type OpenedSeat,
  type TestConference,
} from '@diemcau/testkit';
import { hallPicture, toneClip } from '@diemcau/testkit/bots';
import { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import { MediaBot } from '../platform/bots/index.ts';
import { stageRoom } from './stage.ts';

const SOON = { timeout: 15_000, interval: 50 };
/** From the moment at which the server listens again. */
const AGREES_WITHIN_MS = 5000;

let house: House;
let conference: TestConference;
let moderatorSeat: OpenedSeat;
let room: OpenedSeat;
let bot: MediaBot;
let siteId: SiteId;
const open: { close: () => void }[] = [];

const join = async (seat: OpenedSeat): Promise<SeatClient> => {
  const client = await SeatClient.open(house.servers[0]!.origin, seat);
  open.push(client);
  return client;
};
/** The site as the media server has it. */
const site = async () => {
  const { url, key, secret } = house.livekit();
  const stage = stageRoom(ConferenceId.parse(conference.conferenceId));
  const members = await new RoomServiceClient(url, key, secret).listParticipants(stage);
  const member = members.find(({ identity }) => identity.startsWith(room.seatId));
  return {
    mayBeHeard: member?.permission?.canPublishSources.includes(TrackSource.MICROPHONE) ?? false,
    sounds: member?.tracks.some(({ type }) => type === TrackType.AUDIO) ?? false,
  };
};
/** The servers by who leads: that one alone moves media. Asked of the first that is woken, the first leads. */
const leader = () => house.servers[0]!;
/**
 * The leader is frozen, so that nothing can follow what is stored now by way of the other server; then both are killed.
 */
const killAfter = async (command: Command): Promise<void> => {
  const follower = await SeatClient.open(house.servers[1]!.origin, moderatorSeat);
  open.push(follower);
  process.kill(leader().pid, 'SIGSTOP');
  await follower.must(command);
  for (const server of house.servers) await server.kill('SIGKILL');
};
/** Until the media server agrees with the log, from the moment at which a server listens. */
const agreesWithinMs = async (due: Awaited<ReturnType<typeof site>>): Promise<number> => {
  await house.restartServer(0);
  const since = performance.now();
  await expect.poll(site, { timeout: 15_000, interval: 20 }).toEqual(due);
  return performance.now() - since;
};

beforeAll(async () => {
  house = await startHouse({ servers: 2 });
  conference = await prepareConference(house.servers[0]!, { sites: 1 });
  siteId = SiteId.parse(conference.site(1).siteId);
  moderatorSeat = await conference.seat('moderator');
  room = await conference.room(conference.site(1));
  await (await join(moderatorSeat)).must({ type: 'conference.open' });
  await join(room);
  bot = new MediaBot({
    url: house.servers[0]!.origin,
    fetchToken: () => mediaToken(house.servers[0]!.origin, room),
  });
  bot.publish('camera', { clip: await hallPicture(), source: 'camera', obeysGrants: true });
  bot.publish('microphone', { clip: await toneClip(3), source: 'microphone', obeysGrants: true });
  await vi.waitUntil(() => bot.state.status === 'joined', SOON);
}, 90_000);
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});
afterAll(async () => {
  bot.stop();
  await house.stop();
});

describe('both servers are killed between append and effect', () => {
  it('E8, M15: of a speech that was ended: its microphone is shut within 5 s of the start', async () => {
    const moderator = await join(moderatorSeat);
    await moderator.must({ type: 'floor.grantSite', siteId, speakerId: null, kind: 'discussion' });
    await expect.poll(site, SOON).toEqual({ mayBeHeard: true, sounds: true });
    await moderator.until(() => moderator.live.floor.turn, 'the turn');
    await killAfter({ type: 'floor.end', turnId: moderator.live.floor.turn!.turnId });
    // What the log says has not happened yet: without this the rest would prove nothing.
    expect(await site()).toMatchObject({ mayBeHeard: true });
    expect(await agreesWithinMs({ mayBeHeard: false, sounds: false })).toBeLessThan(AGREES_WITHIN_MS);
    expect((await join(moderatorSeat)).live.floor.turn).toBeNull();
    await house.restartServer(1);
  });

  it('E8, M15: of a floor that was given: the site may be heard within 5 s of the start', async () => {
    await join(room);
    await expect.poll(() => bot.state.status, SOON).toBe('joined');
    await expect.poll(site, SOON).toEqual({ mayBeHeard: false, sounds: false });
    await killAfter({ type: 'floor.grantSite', siteId, speakerId: null, kind: 'discussion' });
    expect(await site()).toMatchObject({ mayBeHeard: false });
    await house.restartServer(0);
    const since = performance.now();
    await expect.poll(site, SOON).toMatchObject({ mayBeHeard: true });
    expect(performance.now() - since).toBeLessThan(AGREES_WITHIN_MS);
    expect((await join(moderatorSeat)).live.floor.turn).toMatchObject({ siteId });
  });
});

describe('/metrics', () => {
  it('counts sockets, commands by outcome and latency, grants, reconciliations and who was turned away', async () => {
    const { origin } = house.servers[0]!;
    const [moderator] = [await join(moderatorSeat), await join(room)];
    await moderator.must({ type: 'floor.end', turnId: moderator.live.floor.turn!.turnId });
    await moderator.must({ type: 'floor.grantSite', siteId, speakerId: null, kind: 'discussion' });
    await moderator.command({ type: 'conference.resume' });
    expect((await fetch(`${origin}/rtc/validate?access_token=none`)).status).toBe(401);
    const read = async (sample: string) => {
      const answer = await fetch(`${origin}/metrics`);
      const found = (await answer.text()).split('\n').find((each) => each.startsWith(`${sample} `));
      return Number(found?.split(' ').at(-1) ?? 0);
    };
    for (const sample of [
      'diemcau_sockets{class="desk"}',
      'diemcau_sockets{class="site"}',
      'diemcau_commands_total{type="floor.grantSite",outcome="accepted"}',
      'diemcau_commands_total{type="conference.resume",outcome="conference.not_paused"}',
      'diemcau_command_seconds_count',
      'diemcau_command_seconds_bucket{le="0.5"}',
      'diemcau_grants_total{sources="camera+microphone"}',
      'diemcau_reconciliation_seconds_count{outcome="settled"}',
      'diemcau_media_gate_total{outcome="bad_token"}',
    ])
      await expect.poll(async () => [sample, (await read(sample)) > 0], SOON).toEqual([sample, true]);
  });
});
