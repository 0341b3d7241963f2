// A site's line, tried against the media server: who may ask, who is let in, how many at once. Two servers.
import { randomUUID } from 'node:crypto';
import { RoomServiceClient } from 'livekit-server-sdk';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SiteId } from '@diemcau/domain/kernel';
import { MOST_LINE_RUNS, SiteChecks, type LineFound } from '@diemcau/domain/support';
import {
  startTwoServers,
  type House,
  type OpenedSeat,
  type Place,
  type SeatClient,
  type ServerNo,
  type TestConference,
  type TwoServers,
} from '@diemcau/testkit';

const SOON = { timeout: 10_000, interval: 50 };
const FOUND: LineFound = { upBps: 1_800_000, downBps: 900_000, lossUp: 0, lossDown: 0.01, rttMs: 12, way: 'udp' };
const Answer = z.object({ code: z.string().optional(), send: z.string().optional(), receive: z.string().optional() });

let two: TwoServers;
let house: House;
let conference: TestConference;
let database: pg.Client;
let site: Place;
let clerk: OpenedSeat;
let technician: OpenedSeat;
let screen: OpenedSeat;
let room: SeatClient;
let clerkPage: SeatClient;
let moderator: SeatClient;

const post = async (server: ServerNo, seat: OpenedSeat, path: string, body?: object) => {
  const answer = await two.post(server, seat, path, body);
  const text = await answer.text();
  return { status: answer.status, ...Answer.parse(text === '' ? {} : JSON.parse(text)) };
};
const ask = (seat: OpenedSeat, at: Place, runId: string = randomUUID()) =>
  post(0, seat, `sites/${at.siteId}/line-runs`, { runId });
const begin = (runId: string, seat = screen) => post(1, seat, `line-runs/${runId}/begin`);
const end = (runId: string, found: LineFound | null, seat = screen) =>
  post(1, seat, `line-runs/${runId}/end`, { found });
const checks = (at: Place) => two.read(1, technician, `sites/${at.siteId}/checks`, SiteChecks);
const latest = async () => (await checks(site)).lineRuns[0];
const asked = () =>
  room.frames.flatMap((frame) =>
    frame.type === 'control' && frame.control.do === 'runLine' ? [frame.control.runId] : [],
  );
const atGate = async (token: string) =>
  (await fetch(`${house.servers[0]?.origin}/rtc/validate?access_token=${token}`)).status;
const claims = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    video: { room: string; canPublish: boolean; canPublishSources: string[]; canPublishData: boolean; hidden: boolean };
  };
const rooms = async () => {
  const { url, key, secret } = house.livekit();
  return (await new RoomServiceClient(url, key, secret).listRooms()).map(({ name }) => name);
};
const run = async (): Promise<string> => {
  const runId = randomUUID();
  expect((await ask(clerk, site, runId)).status).toBe(204);
  return runId;
};

beforeAll(async () => {
  two = await startTwoServers(['19', '01906', '01912']);
  ({ house, conference } = two);
  database = new pg.Client({ connectionString: house.databaseUrl });
  await database.connect();
  site = conference.site(2);
  clerk = await conference.clerk(site);
  technician = await conference.seat('technician');
  screen = await conference.room(site);
  room = await two.page(1, screen);
  clerkPage = await two.page(1, clerk);
  moderator = await two.page(0, await conference.seat('moderator'));
}, 60_000);
afterAll(async () => {
  await database.end();
  await two.stop();
});
beforeEach(() => database.query('delete from line_run'));

describe('H13: asking for a run', () => {
  it('H13: the clerk, the province and the technical desk; the screen on another server is asked, and one run is one', async () => {
    const runId = await run();
    await expect.poll(() => asked().at(-1), SOON).toBe(runId);
    expect((await ask(clerk, site, runId)).status).toBe(204);
    expect((await ask(technician, site)).status).toBe(204);
    expect((await ask(await conference.clerk(conference.site(1)), site)).status).toBe(204);
    expect((await checks(site)).lineRuns).toMatchObject([{ runId, by: 'site', status: 'waiting', found: null }]);
    await expect.poll(() => new Set(asked()).size, SOON).toBe(1);
  });

  it('H13: nobody else, no site without a screen, and nothing by the socket', async () => {
    expect(await ask(await conference.clerk(conference.site(3)), site)).toMatchObject({ status: 404 });
    for (const role of ['chair', 'moderator', 'operator', 'secretary', 'observer'] as const)
      expect(await ask(await conference.seat(role), site)).toMatchObject({ status: 403, code: 'access.forbidden' });
    expect(await ask(screen, site)).toMatchObject({ status: 403 });
    expect(await ask(technician, conference.site(3))).toMatchObject({ status: 409, code: 'line.no_screen' });
    expect(await ask(technician, { ...site, siteId: SiteId.parse(randomUUID()) })).toMatchObject({ status: 404 });
    expect((await checks(site)).lineRuns).toEqual([]);
  });
});

describe('H13: a run', () => {
  it('H13: its screen is let in with a picture alone, and its own other end; what it found is kept and told', async () => {
    const runId = await run();
    const { send = '', receive = '', status } = await begin(runId);
    expect(status).toBe(200);
    expect(claims(send).video).toMatchObject({
      room: `line-${runId}`,
      canPublishSources: ['camera'],
      canPublishData: false,
    });
    expect(claims(receive).video).toMatchObject({ room: `line-${runId}`, canPublish: false, hidden: true });
    expect([await atGate(send), await atGate(receive)]).toEqual([200, 200]);
    expect(await latest()).toMatchObject({ status: 'running' });
    const told = clerkPage.mine?.support?.checkVersion ?? 0;
    expect((await end(runId, FOUND)).status).toBe(204);
    expect(await latest()).toMatchObject({ status: 'done', found: FOUND });
    await clerkPage.until(() => (clerkPage.mine?.support?.checkVersion ?? 0) > told, 'the clerk to be told');
    // Over: nobody comes in any more, the room is gone, and it is not told twice.
    expect([await atGate(send), await atGate(receive)]).toEqual([401, 401]);
    await expect.poll(rooms, SOON).not.toContain(`line-${runId}`);
    expect(await end(runId, null)).toMatchObject({ status: 409, code: 'line.over' });
    expect(await begin(runId)).toMatchObject({ status: 409, code: 'line.over' });
  });

  it('H13: the screen of another site begins and ends nothing, and a token for its room is turned away', async () => {
    const runId = await run();
    const other = await conference.room(conference.site(1));
    expect(await begin(runId, other)).toMatchObject({ status: 409, code: 'line.over' });
    expect((await begin(runId)).status).toBe(200);
    expect(await end(runId, FOUND, other)).toMatchObject({ status: 409, code: 'line.over' });
    const forged = await house.livekit().token(`line-${runId}`, `${other.seatId}:x`, { canPublish: false });
    expect(await atGate(forged)).toBe(401);
    expect((await end(runId, null)).status).toBe(204);
    expect(await latest()).toMatchObject({ status: 'failed', found: null });
  });

  it('H13: so many at once; the next waits, and a page that died gives its place back', async () => {
    const runId = await run();
    await database.query(
      `insert into line_run (id, conference_id, site_id, seat_id, asked_by, until)
       select gen_random_uuid(), $1, $2, $3, 'site', now() + interval '1 minute' from generate_series(1, $4)`,
      [conference.conferenceId, conference.site(1).siteId, clerk.seatId, MOST_LINE_RUNS],
    );
    expect(await begin(runId)).toMatchObject({ status: 429, code: 'line.busy' });
    await database.query(`update line_run set until = now() - interval '1 second' where until is not null`);
    expect((await begin(runId)).status).toBe(200);
  });

  it('H13: what never ended has failed, and five are kept of a site', async () => {
    for (let n = 0; n < 7; n++) {
      await run();
      await database.query(`update line_run set asked_at = asked_at - interval '1 hour'`);
    }
    const { lineRuns } = await checks(site);
    expect(lineRuns.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'failed'));
  });

  it('H13: refused while the site is on air, and what runs then is let in no more', async () => {
    const runId = await run();
    const { send = '' } = await begin(runId);
    expect(await atGate(send)).toBe(200);
    await moderator.must({ type: 'conference.open' });
    await moderator.must({
      type: 'floor.grantSite',
      siteId: SiteId.parse(site.siteId),
      speakerId: null,
      kind: 'discussion',
    });
    expect(await atGate(send)).toBe(401);
    expect(await ask(technician, site)).toMatchObject({ status: 409, code: 'line.on_air' });
    expect(await begin(runId)).toMatchObject({ status: 409, code: 'line.on_air' });
    await moderator.must({ type: 'conference.close' });
    expect(await ask(technician, site)).toMatchObject({ status: 409, code: 'support.closed' });
  });
});
