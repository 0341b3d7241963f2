// What desks are told of the sound of rooms, and who may have a room tried for echo. Desks and rooms are on two servers.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { RoomSound } from '@diemcau/domain/live';
import type { DeviceReport } from '@diemcau/domain/wire';
import {
  startTwoServers,
  type Place,
  type SeatClient,
  type SeatKey,
  type TestConference,
  type TwoServers,
} from '@diemcau/testkit';

const SOON = { timeout: 10_000, interval: 50 };
const SOUND: RoomSound = { quietMs: 7000, clips: true, wrong: 'builtIn', echo: { at: 1, heard: true, aboveDb: 31 } };

let two: TwoServers;
let conference: TestConference;
let moderator: SeatClient;
let technicianKey: SeatKey;
let technician: SeatClient;
let operator: SeatClient;
let clerkKey: SeatKey;
let clerk: SeatClient;
let otherClerk: SeatKey;
let rooms: ReadonlyMap<number, SeatClient>;

const idOf = ({ siteId }: Place) => SiteId.parse(siteId);
const report = (sound: RoomSound): DeviceReport => ({
  cameras: [],
  microphones: [],
  loudspeakers: [],
  cameraId: null,
  microphoneId: null,
  loudspeakerId: null,
  camera: 'ok',
  microphone: 'ok',
  mixer: false,
  level: 0.4,
  picture: null,
  testedAt: null,
  line: 'good',
  needsGesture: false,
  sound,
});
/** As often as rooms do. */
const reportsFrom = (client: SeatClient, sound: RoomSound): (() => void) => {
  const tell = () => client.send({ type: 'report', report: report(sound) });
  tell();
  const timer = setInterval(tell, 1000);
  return () => clearInterval(timer);
};
const tryEcho = async (key: SeatKey, siteId: string, what = 'echo-trials') => {
  const answer = await two.post(0, key, `sites/${siteId}/${what}`);
  const body = (await answer.text()) || '{}';
  return [answer.status, (JSON.parse(body) as { readonly code?: string }).code];
};
const asked = ({ frames }: SeatClient, what: string): number =>
  frames.filter((frame) => frame.type === 'control' && frame.control.do === what).length;

beforeAll(async () => {
  two = await startTwoServers(3);
  ({ conference } = two);
  moderator = await two.page(0, await conference.seat('moderator'));
  technicianKey = await conference.seat('technician');
  technician = await two.page(0, technicianKey);
  operator = await two.page(0, await conference.seat('operator'));
  clerkKey = await conference.clerk(conference.site(1));
  clerk = await two.page(0, clerkKey);
  otherClerk = await conference.clerk(conference.site(2));
  const places = [conference.hall, conference.site(1), conference.site(2)];
  rooms = new Map(
    await Promise.all(
      places.map(async (place) => [place.number, await two.page(1, await conference.room(place))] as const),
    ),
  );
}, 60_000);
afterAll(() => two.stop());

describe('M20: who may have a room tried, and when', () => {
  it('M20: its clerk and the technical desk, before the opening; the screen on another server is asked', async () => {
    const site = conference.site(1);
    const screen = rooms.get(1)!;
    expect(await tryEcho(clerkKey, site.siteId)).toEqual([204, undefined]);
    expect(await tryEcho(technicianKey, site.siteId)).toEqual([204, undefined]);
    await expect.poll(() => asked(screen, 'tryEcho'), SOON).toBe(2);
    expect(asked(rooms.get(2)!, 'tryEcho')).toBe(0);
  });

  it('M20: not the clerk of another site, not another desk, not by the socket, not a site that takes no part', async () => {
    const { siteId } = conference.site(1);
    const before = asked(rooms.get(1)!, 'tryEcho');
    const chair = await conference.seat('chair');
    for (const key of [otherClerk, chair]) expect(await tryEcho(key, siteId)).toEqual([403, 'access.forbidden']);
    expect(await tryEcho({ seatId: clerkKey.seatId, cookie: '' }, siteId)).toEqual([401, 'seat.not_held']);
    expect(await tryEcho(technicianKey, randomUUID())).toEqual([404, 'access.not_found']);
    clerk.socket.send(JSON.stringify({ type: 'control', control: { do: 'tryEcho' } }));
    await expect.poll(() => clerk.refusals.at(-1)?.code, SOON).toBe('wire.bad_frame');
    expect(asked(rooms.get(1)!, 'tryEcho')).toBe(before);
  });

  it('M28: the same have it recorded and played back to itself, and read how far it is; nobody else', async () => {
    const { siteId } = conference.site(1);
    for (const key of [clerkKey, technicianKey])
      expect(await tryEcho(key, siteId, 'playbacks')).toEqual([204, undefined]);
    await expect.poll(() => asked(rooms.get(1)!, 'playBack'), SOON).toBe(2);
    for (const key of [otherClerk, await conference.seat('operator')])
      expect(await tryEcho(key, siteId, 'playbacks')).toEqual([403, 'access.forbidden']);
    const playback = { status: 'playing', at: 5 } as const;
    rooms.get(1)!.send({ type: 'report', report: report({ ...SOUND, playback }) });
    const path = `/api/v1/seats/${technicianKey.seatId}/sites/${siteId}/playbacks`;
    const read = async () =>
      (await fetch(`${two.house.servers[0]!.origin}${path}`, { headers: { cookie: technicianKey.cookie } })).json();
    await expect.poll(read, SOON).toEqual({ playback });
  });

  it('a room without a screen cannot be tried', async () => {
    expect(await tryEcho(technicianKey, conference.site(3).siteId)).toEqual([409, 'sound.no_screen']);
  });
});

describe('M19: what desks are told', () => {
  it('M19: the sound of who may be heard reaches every desk, whatever its tiles show, and its own clerk', async () => {
    await moderator.must({ type: 'conference.open' });
    const siteId = idOf(conference.site(1));
    const speakerId = SpeakerId.parse(randomUUID());
    const speaker = { honorific: 'Bà', name: 'Lò Thị Mai', position: 'Trưởng bản' };
    await moderator.must({ type: 'floor.grantSite', siteId, speakerId, kind: 'discussion' }, { speaker });
    await expect.poll(() => asked(rooms.get(1)!, 'listen'), SOON).toBeGreaterThan(0);
    expect(asked(rooms.get(2)!, 'listen')).toBe(0);
    const stop = reportsFrom(rooms.get(1)!, SOUND);
    try {
      for (const desk of [technician, operator])
        await vi.waitFor(() => {
          expect(desk.presence?.sites.map((one) => one.siteId).toSorted()).toEqual(
            [conference.hall.siteId, siteId].toSorted(),
          );
          expect(desk.presence?.sites.find((one) => one.siteId === siteId)?.sound).toEqual(SOUND);
        }, SOON);
      await expect
        .poll(() => clerk.mine?.screen.status === 'present' && clerk.mine.screen.report?.sound, SOON)
        .toEqual(SOUND);
    } finally {
      stop();
    }
    const path = `/api/v1/seats/${technicianKey.seatId}/sites/${siteId}/echo-trials`;
    const read = await fetch(`${two.house.servers[0]!.origin}${path}`, { headers: { cookie: technicianKey.cookie } });
    expect(await read.json()).toEqual({ echo: SOUND.echo });
    // Nobody looks at its picture, and the room is not told so.
    expect(clerk.mine?.watchers).toBe(0);
  });

  it('M20: and no room is tried any more', async () => {
    expect(await tryEcho(technicianKey, conference.site(2).siteId)).toEqual([409, 'sound.not_now']);
  });
});
