// The bots against a real LiveKit, without the product: what they can do, and what LiveKit alone lets pass.
import { MediaBot, type Audience, type MediaBotOptions, type Wish } from '@diemcau/server/bots';
import { RoomServiceClient, TrackSource, type VideoGrant } from 'livekit-server-sdk';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startLiveKit, type TestLiveKit } from '../livekit.ts';
import { hallPicture, toneClip } from './clips.ts';
import { Ears } from './ears.ts';
import { startRogue } from './rogue.ts';

const SITE = { canPublish: true, canSubscribe: true, canPublishSources: [TrackSource.CAMERA] };
const SPEAKER = { ...SITE, canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE] };
const LISTENER = { canPublish: false, canSubscribe: true, hidden: true };
const SOON = { timeout: 15_000, interval: 50 };

let livekit: TestLiveKit;
let api: RoomServiceClient;
let rooms = 0;
const bots: MediaBot[] = [];

/** A bot in `room`, gone when the test is over. */
const join = (room: string, identity: string, grant: VideoGrant, options: Partial<MediaBotOptions> = {}): MediaBot => {
  const bot = new MediaBot({ url: livekit.url, fetchToken: () => livekit.token(room, identity, grant), ...options });
  bots.push(bot);
  return bot;
};

/** A bot that listens to what `wants` says, with ears. */
const listen = (room: string, identity: string, wants: NonNullable<MediaBotOptions['wants']>) => {
  const ears = new Ears();
  onTestFinished(() => ears.close());
  return { ears, bot: join(room, identity, LISTENER, { wants, onPayload: ears.hear }) };
};

const anything = (): boolean => true;
const packetsOf = (bot: MediaBot, identity: string): number =>
  bot.receptions.filter((each) => each.track.identity === identity).reduce((sum, each) => sum + each.packets, 0);
const publishCamera = async (bot: MediaBot): Promise<void> =>
  bot.publish('camera', { clip: await hallPicture(), source: 'camera', obeysGrants: true });
const publishTone = async (bot: MediaBot, n: number): Promise<void> =>
  bot.publish('microphone', { clip: await toneClip(n), source: 'microphone', obeysGrants: true });

beforeAll(async () => {
  livekit = await startLiveKit({ autoCreate: true });
  api = new RoomServiceClient(livekit.url, livekit.key, livekit.secret);
});
afterEach(() => {
  for (const bot of bots.splice(0)) bot.stop();
});
afterAll(() => livekit.stop());

const newRoom = (): string => `room-${rooms++}`;

describe('honest bots', () => {
  test('a microphone follows the grant: silent before, heard during, silent after, while the hall is heard throughout', async () => {
    const room = newRoom();
    const { ears } = listen(room, 'desk', anything);
    await publishTone(join(room, 'hall', SPEAKER), 0);
    const site = join(room, 'site', SITE);
    await publishCamera(site);
    await publishTone(site, 7);
    await expect.poll(() => ears.heard('hall'), SOON).toEqual([0]);
    await expect.poll(() => site.statusOf('camera'), SOON).toBe('sending');
    expect(site.statusOf('microphone')).toBe('withheld');
    expect(ears.heard('site')).toEqual([]);

    await api.updateParticipant(room, 'site', { permission: SPEAKER });
    await expect.poll(() => ears.heard('site'), SOON).toEqual([7]);

    await api.updateParticipant(room, 'site', { permission: SITE });
    await expect.poll(() => site.statusOf('microphone'), SOON).toBe('withheld');
    await expect.poll(() => ears.heard('site'), SOON).toEqual([]);
    const silentSinceMs = performance.now();
    await expect
      .poll(() => performance.now() - silentSinceMs > 1500 && ears.heard('hall').includes(0), SOON)
      .toBe(true);
    expect(ears.everHeardSince(silentSinceMs)).toEqual(new Set([0]));

    await api.updateParticipant(room, 'site', { permission: SPEAKER });
    await expect.poll(() => ears.heard('site'), SOON).toEqual([7]);
  });

  test('a picture in three sizes: a viewer gets the one they ask for, and what is larger is not even sent', async () => {
    const room = newRoom();
    // The same clip three times: what is sent for each packet received tells how many of them are.
    const clip = await hallPicture();
    const site = join(room, 'site', SITE);
    site.publish('camera', { clip, smaller: [clip, clip], source: 'camera', obeysGrants: true });
    let wanted: Wish = 'low';
    const desk = join(room, 'desk', LISTENER, { wants: () => wanted });
    const bytesOf = () => desk.receptions.reduce((sum, { bytes }) => sum + bytes, 0);
    const sentForReceived = async (): Promise<number> => {
      const [packets, received, sent] = [packetsOf(desk, 'site'), bytesOf(), site.sentBytes];
      await expect.poll(() => packetsOf(desk, 'site'), SOON).toBeGreaterThan(packets + 30);
      return (site.sentBytes - sent) / (bytesOf() - received);
    };
    await expect.poll(sentForReceived, SOON).toBeLessThan(1.5);
    wanted = 'high';
    desk.refresh();
    await expect.poll(sentForReceived, SOON).toBeGreaterThan(2.5);
  });

  test('a picture starts with a keyframe, gives one on request, and rests while nobody looks', async () => {
    const room = newRoom();
    let isLooking = true;
    let keyframes = 0;
    let firstPayload: Buffer | undefined;
    const site = join(room, 'site', SITE);
    await publishCamera(site);
    const desk = join(room, 'desk', LISTENER, {
      wants: () => isLooking,
      onPayload: (_track, payload) => {
        firstPayload ??= payload;
        if (isKeyframeStart(payload)) keyframes += 1;
      },
    });
    await expect.poll(() => keyframes, SOON).toBeGreaterThan(0);
    expect(firstPayload && isKeyframeStart(firstPayload)).toBe(true);

    isLooking = false;
    desk.refresh();
    await expect.poll(() => site.statusOf('camera'), SOON).toBe('unwatched');
    const restedAt = packetsOf(desk, 'site');
    isLooking = true;
    desk.refresh();
    await expect.poll(() => site.statusOf('camera'), SOON).toBe('sending');
    await expect.poll(() => packetsOf(desk, 'site'), SOON).toBeGreaterThan(restedAt + 20);

    const before = keyframes;
    desk.requestKeyframe('site');
    await expect.poll(() => keyframes, SOON).toBeGreaterThan(before);
  });

  test('a camera off air goes to the desks alone, and to all once it is opened', async () => {
    const room = newRoom();
    const deskOnly: Audience = ['desk'];
    const site = join(room, 'site', SITE, { audience: deskOnly });
    await publishCamera(site);
    const desk = join(room, 'desk', LISTENER, { wants: anything });
    const other = join(room, 'other', SITE, { wants: anything });
    await expect.poll(() => packetsOf(desk, 'site'), SOON).toBeGreaterThan(20);
    await expect.poll(() => other.receptions.map((each) => each.isAllowed), SOON).toEqual([false]);
    expect(packetsOf(other, 'site')).toBe(0);

    site.setAudience('everybody');
    await expect.poll(() => packetsOf(other, 'site'), SOON).toBeGreaterThan(20);
  });

  test('a second device with the same identity ends the first for good', async () => {
    const room = newRoom();
    const first = join(room, 'site', SITE);
    await expect.poll(() => first.state.status, SOON).toBe('joined');
    const second = join(room, 'site', SITE);
    await expect.poll(() => first.state, SOON).toEqual({ status: 'stopped', end: { why: 'duplicateIdentity' } });
    await expect.poll(() => second.state.status, SOON).toBe('joined');
  });

  test('when LiveKit is killed and comes back, a bot returns with a fresh token and publishes again', async () => {
    const ownServer = await startLiveKit({ autoCreate: true });
    let tokens = 0;
    const fetchToken = (): Promise<string> => ownServer.token('room', `site-${++tokens}`, SITE);
    const site = join('room', 'site', SITE, { url: ownServer.url, fetchToken });
    await publishCamera(site);
    await expect.poll(() => site.statusOf('camera'), SOON).toMatch(/sending|unwatched/);
    await ownServer.kill();
    await expect.poll(() => site.state.status, SOON).not.toBe('joined');
    const again = await startLiveKit({ autoCreate: true, ports: ownServer.ports, keys: ownServer });
    onTestFinished(() => again.stop());
    await expect.poll(() => site.statusOf('camera'), SOON).toMatch(/sending|unwatched/);
    expect(tokens).toBeGreaterThan(1);
  });
});

describe('rogues, and what LiveKit alone does about them', () => {
  test('a microphone without the grant is refused and not heard', async () => {
    const room = newRoom();
    const { ears } = listen(room, 'desk', anything);
    await publishTone(join(room, 'hall', SPEAKER), 0);
    const rogue = startRogue(livekit.url, await livekit.token(room, 'site', SITE));
    bots.push(rogue.bot);
    rogue.speak(await toneClip(5));
    await expect.poll(() => rogue.bot.statusOf('rogue microphone'), SOON).toBe('refused');
    await expect.poll(() => ears.heard('hall'), SOON).toEqual([0]);
    expect(ears.everHeardSince(0)).toEqual(new Set([0]));
  });

  test('sound declared as a camera reaches who takes every sound, and not who takes microphones alone', async () => {
    const room = newRoom();
    const careless = listen(room, 'careless', anything);
    const careful = listen(room, 'careful', (track) => track.source === 'microphone');
    await publishTone(join(room, 'hall', SPEAKER), 0);
    const rogue = startRogue(livekit.url, await livekit.token(room, 'site', SITE));
    bots.push(rogue.bot);
    rogue.speakAsCamera(await toneClip(5));
    await expect.poll(() => careless.ears.heard('site'), SOON).toEqual([5]);
    await expect.poll(() => careful.ears.heard('hall'), SOON).toEqual([0]);
    expect(careful.ears.everHeardSince(0)).toEqual(new Set([0]));
  });

  test('a token that LiveKit did not sign is turned away at the door', async () => {
    const rogue = startRogue(livekit.url, 'no.such.token');
    await expect.poll(() => rogue.bot.state, SOON).toEqual({ status: 'stopped', end: { why: 'refused', status: 401 } });
  });

  test('a token kept from its own turn opens the microphone again: what the gate is for', async () => {
    const room = newRoom();
    const { ears } = listen(room, 'desk', anything);
    const rogue = startRogue(livekit.url, await livekit.token(room, 'site', SITE));
    bots.push(rogue.bot);
    await expect.poll(() => rogue.bot.state.status, SOON).toBe('joined');
    await api.updateParticipant(room, 'site', { permission: SPEAKER });
    const ofTheTurn = (): string | undefined => rogue.keptTokens.find(grantsMicrophone);
    await expect.poll(ofTheTurn, SOON).toBeDefined();
    const keptToken = ofTheTurn() ?? '';
    await api.updateParticipant(room, 'site', { permission: SITE });
    rogue.bot.stop();

    const returned = startRogue(livekit.url, keptToken);
    bots.push(returned.bot);
    returned.speak(await toneClip(9));
    await expect.poll(() => ears.heard('site'), SOON).toEqual([9]);
  });
});

/** The middle part of a token is what it claims, in plain JSON. */
function grantsMicrophone(token: string): boolean {
  return Buffer.from(token.split('.')[1] ?? '', 'base64url').includes('microphone');
}

/** Does this VP8 payload begin a keyframe? Its descriptor is 4 bytes long when it carries a long picture id (RFC 7741, 4.2). */
function isKeyframeStart(payload: Buffer): boolean {
  const [first = 0, extensions = 0, pictureId = 0] = payload;
  if ((first & 0x10) === 0) return false;
  const hasExtensions = (first & 0x80) !== 0;
  const idBytes = hasExtensions && extensions & 0x80 ? (pictureId & 0x80 ? 2 : 1) : 0;
  const tl0Bytes = hasExtensions && extensions & 0x40 ? 1 : 0;
  const tidBytes = hasExtensions && extensions & 0x30 ? 1 : 0;
  const start = 1 + (hasExtensions ? 1 : 0) + idBytes + tl0Bytes + tidBytes;
  return ((payload[start] ?? 1) & 1) === 0;
}
