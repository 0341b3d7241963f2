// All 3,355 sites answer a roll call within a minute, by two servers: how soon an answer is stored, beside two bare servers
// that do an INSERT for each at the same pace, how many frames that makes to anyone, and what the counts on all pages cost.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { freePort, prepareConference, SeatClient, startForRun, startHouse } from '@diemcau/testkit';
import { CrowdProcess } from './fan-out/crowd-process.ts';
import { figure, median, noBar, percentile, ratioAtMost, report, valueAtMost } from './measure.ts';
import { giveSeats, headersOf, invitedSiteIds, seatRow, socketOf, type SeatRow } from './seats.ts';

const WITHIN_MS = 60_000;
/** Connections of a server's own pool. */
const POOL = 20;
const DESKS = 6;
const SETTLED_MS = 3000;
const CLOCK_TICKS = 100;

/** One after the other at an even pace, however long each takes; ms of each. */
const paced = async <T>(all: readonly T[], act: (one: T, n: number) => Promise<void>): Promise<readonly number[]> => {
  const began = performance.now();
  return Promise.all(
    all.map(async (one, n) => {
      await delay(Math.max(0, began + (n * WITHIN_MS) / all.length - performance.now()));
      const sentAt = performance.now();
      await act(one, n);
      return performance.now() - sentAt;
    }),
  );
};

/** Seconds of processor time that a process has used so far. */
const cpuSeconds = async (pid: number): Promise<number> => {
  const [, after = ''] = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ');
  const [user, system] = after.split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) / CLOCK_TICKS;
};

type Round = {
  readonly ms: readonly number[];
  readonly cpu: number;
  readonly stored: number;
  readonly twice: number;
  /** To the busiest client, in a second on average. */
  readonly framesPerSecond: number;
};

/** `watched`: with all clerks' pages and some desks open; otherwise nobody looks. */
const round = async (watched: boolean): Promise<Round> => {
  const house = await startHouse({ servers: 2 });
  const { servers } = house;
  const conference = await prepareConference(servers[0]!, { sites: 2, everySite: true });
  const { conferenceId } = conference;
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const clerks = (await invitedSiteIds(client, conferenceId)).map((siteId) => seatRow('clerk', siteId));
  const desks = Array.from({ length: DESKS }, () => seatRow('secretary', null));
  await giveSeats(client, conferenceId, [...clerks, ...desks]);
  const originOf = (n: number) => servers[n % servers.length]!.origin;
  const desk = await SeatClient.open(conference.origin, await conference.seat('secretary'));
  await desk.must({ type: 'attendance.openRollCall', closesAt: Date.now() + 10 * WITHIN_MS });
  await desk.until(() => desk.live.attendance.rollCall?.status === 'open', 'the roll call');
  const rollCallId = desk.live.attendance.rollCall!.rollCallId;
  desk.close();
  const crowd = new CrowdProcess();
  if (watched) {
    const seats = [...clerks, ...desks].map((seat, n) => socketOf(originOf(n), seat));
    await crowd.ask({ type: 'open', seats }, 'opened');
  }
  await delay(SETTLED_MS);
  const used = () => Promise.all(servers.map(({ pid }) => cpuSeconds(pid)));
  const before = await used();
  await crowd.ask({ type: 'count' }, 'counted');
  const answer = async (clerk: SeatRow, n: number): Promise<void> => {
    const origin = originOf(n);
    const answered = await fetch(`${origin}/api/v1/seats/${clerk.seatId}/sites/${clerk.siteId}/answers`, {
      method: 'POST',
      headers: { ...headersOf(origin, clerk), 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUID(), rollCallId, headCount: 1 + (n % 40) }),
    });
    if (!answered.ok) throw new Error(`refused: ${await answered.text()}`);
    await answered.arrayBuffer();
  };
  const ms = await paced(clerks, answer);
  const { most } = await crowd.ask({ type: 'count' }, 'counted');
  const after = await used();
  const { rows } = await client.query<{ answers: number }>(
    'select count(*)::int as answers from roll_call_answer where conference_id = $1 group by site_id',
    [conferenceId],
  );
  crowd.end();
  await client.end();
  await house.stop();
  return {
    ms,
    cpu: after.reduce((sum, seconds, n) => sum + seconds - before[n]!, 0),
    stored: rows.length,
    twice: rows.filter(({ answers }) => answers > 1).length,
    framesPerSecond: (most * 1000) / WITHIN_MS,
  };
};

type Bare = {
  /** Through bare servers, as the answers come. */
  readonly sent: readonly number[];
  /** By a pool of this process, without any way. */
  readonly inserted: readonly number[];
};

/** The same number at the same pace, an INSERT each and nothing else. */
const bareInserts = async (): Promise<Bare> => {
  const house = await startHouse();
  const pool = new pg.Pool({ connectionString: house.databaseUrl, max: POOL });
  await pool.query('create table bare (id uuid primary key, site uuid not null, heads int not null, at timestamptz)');
  const ids = Array.from({ length: 3355 }, () => randomUUID());
  const inserted = await paced(ids, async (id, n) => {
    await pool.query('insert into bare values ($1, $2, $3, now())', [id, randomUUID(), n]);
  });
  await pool.query('truncate bare');
  const servers = await Promise.all([bareServer(house.databaseUrl), bareServer(house.databaseUrl)]);
  const sent = await paced(ids, async (id, n) => {
    const answered = await fetch(servers[n % servers.length]!.origin, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, site: randomUUID(), headCount: 1 + (n % 40) }),
    });
    if (!answered.ok) throw new Error(`refused: ${await answered.text()}`);
    await answered.arrayBuffer();
  });
  for (const { end } of servers) end();
  await pool.end();
  await house.stop();
  return { sent, inserted };
};

const bareServer = async (databaseUrl: string) => {
  const port = await freePort();
  const child = fork(join(import.meta.dirname, 'roll-call/bare.ts'), {
    env: { ...process.env, DATABASE_URL: databaseUrl, POOL: String(POOL), PORT: String(port) },
  });
  await once(child, 'message');
  return { origin: `http://127.0.0.1:${port}/`, end: () => child.kill('SIGKILL') };
};

const stop = await startForRun();
const quiet = await round(false);
const bare = await bareInserts();
const watched = await round(true);
await stop();

const p95 = (ms: readonly number[]): number => percentile(ms, 0.95);
await report('roll-call', [
  figure('answers not stored', 'sites', watched.ms.length - watched.stored, null, valueAtMost(0)),
  figure('answers stored twice', 'sites', watched.twice, null, valueAtMost(0)),
  figure('frames a second to the busiest client', '1/s', watched.framesPerSecond, null, valueAtMost(1)),
  figure('answer until it is stored, nobody looks, p95', 'ms', p95(quiet.ms), p95(bare.sent), ratioAtMost(3)),
  figure('answer until it is stored, median', 'ms', median(watched.ms), median(bare.sent), noBar),
  figure('answer until it is stored, p95', 'ms', p95(watched.ms), p95(bare.sent), ratioAtMost(3)),
  figure('the same beside an INSERT without a way, p95', 'ms', p95(watched.ms), p95(bare.inserted), noBar),
  figure('processor time of both servers', 's', watched.cpu, quiet.cpu, ratioAtMost(1.3)),
]);
