// One run of the kill tests: people command, a server is killed in the middle, and all that must hold is looked at.
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { viewFor, type Live } from '@diemcau/domain/live';
import { SeatClient, type House } from '@diemcau/testkit';
import { Company, originOf } from './company.ts';
import type { Sent } from './page.ts';
import { scheduleOf, type Schedule } from './schedule.ts';
import { AGREES_WITHIN_MS, StageWatch } from './stage-watch.ts';
import { StoredStream } from './stored-stream.ts';
import { until } from '../until.ts';

const ANSWERED_WITHIN_MS = 15_000;
const COMMIT_WITHIN_MS = 300;

export type Outcome = {
  readonly seed: number;
  readonly commands: number;
  readonly accepted: number;
  /** Ms to the answer, of those answered by the server that they were sent to first. */
  readonly ms: readonly number[];
  /** The same of those that had to be repeated. */
  readonly repeatedMs: readonly number[];
  /** Of these, stored before the kill: what was lost is the answer alone. */
  readonly storedBefore: number;
  /** In words: what was answered, and what is stored. */
  readonly lost: readonly string[];
  readonly twice: number;
  readonly gaps: number;
  readonly brokenLinks: number;
  readonly differences: number;
  readonly twoHeard: number;
  /** In words. */
  readonly disagreements: readonly string[];
  readonly siteHeard: number;
  /** Ms from the last answer until LiveKit agreed. */
  readonly agreedMs: number;
  /** Ms from the start of the killed server until it served. */
  readonly readyMs: number;
};

/** As it travels: the set of sites stays on the server. */
const travelled = (live: Live): unknown => {
  const { conference, ...rest } = viewFor('desk', live);
  return JSON.parse(JSON.stringify({ ...rest, conference: { ...conference, sites: [] } }));
};

/** Whoever does not hold what is stored: both servers, asked afresh, and the desks that lived through it. */
const statesDiffer = async (house: House, company: Company, client: pg.Client): Promise<number> => {
  const chair = company.page('chair');
  const fresh = await Promise.all([0, 1].map((server) => SeatClient.open(originOf(house, server), chair.seat)));
  const holders = [...fresh, chair, company.page('moderator'), company.page('operator')];
  let stream = await StoredStream.read(client, company.conferenceId);
  const caughtUp = await until(async () => {
    stream = await StoredStream.read(client, company.conferenceId);
    return holders.every(({ seq }) => seq === stream.head);
  }, ANSWERED_WITHIN_MS);
  const differing = holders.filter(({ live }) => !isDeepStrictEqual(travelled(live), travelled(stream.live)));
  for (const each of fresh) each.close();
  return caughtUp ? differing.length : holders.length;
};

type Fall = { readonly killedAtMs: number; readonly readyMs: number };

const fall = async (house: House, { victim, killMs, atCommit, downMs }: Schedule): Promise<Fall> => {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  await client.query('listen stream');
  await delay(killMs);
  if (atCommit) await Promise.race([once(client, 'notification'), delay(COMMIT_WITHIN_MS)]);
  const killed = house.servers[victim]!.kill('SIGKILL');
  const killedAtMs = Date.now();
  await killed;
  await client.end();
  await delay(downMs);
  const began = performance.now();
  await house.restartServer(victim);
  return { killedAtMs, readyMs: performance.now() - began };
};

/** Accepted and stored, refused and not stored: anything else is a promise that was not kept. */
const lostOf = ({ id, command, answer }: Sent, stream: StoredStream): string | null => {
  const isStored = stream.holds(id);
  if (answer?.ok === isStored) return null;
  const said = answer ? (answer.code ?? 'accepted') : 'not answered';
  return `${command.type}: ${said}, ${isStored ? 'stored' : 'not stored'}`;
};

const answersOf = (sent: readonly Sent[], stream: StoredStream, killedAtMs: number) => {
  const answered = sent.flatMap(({ answer, ...rest }) => (answer ? [{ ...rest, ms: answer.ms, ok: answer.ok }] : []));
  const repeated = answered.filter(({ tries }) => tries > 1);
  return {
    commands: sent.length,
    accepted: answered.filter(({ ok }) => ok).length,
    ms: answered.filter(({ tries }) => tries === 1).map(({ ms }) => ms),
    repeatedMs: repeated.map(({ ms }) => ms),
    storedBefore: repeated.filter(({ id }) => stream.storedAt(id) < killedAtMs).length,
    lost: sent.flatMap((one) => lostOf(one, stream) ?? []),
    twice: stream.twice().length + stream.fromNobody(new Set(sent.map(({ id }) => id))).length,
  };
};

/** @param cookie of the house's administrator */
export const runSeed = async (house: House, cookie: string, seed: number): Promise<Outcome> => {
  const schedule = scheduleOf(seed);
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const company = await Company.gather(house, cookie, schedule);
  const { hallId, conferenceId } = company;
  const watch = new StageWatch(
    house.livekit(),
    conferenceId,
    company.rooms.map(({ seat }) => seat),
  );
  await company.begin();

  const [{ killedAtMs, readyMs }] = await Promise.all([fall(house, schedule), company.act(schedule)]);
  await until(() => company.sent.every(({ answer }) => answer !== null), ANSWERED_WITHIN_MS);
  const answeredAt = performance.now();
  let disagreeing: readonly string[] = [];
  await until(async () => {
    disagreeing = await watch.disagreements((await StoredStream.read(client, conferenceId)).live);
    return disagreeing.length === 0;
  }, AGREES_WITHIN_MS);
  const agreedMs = performance.now() - answeredAt;
  const differences = await statesDiffer(house, company, client);
  await watch.stop();
  const stream = await StoredStream.read(client, conferenceId);
  await client.end();
  const outcome: Outcome = {
    seed,
    ...answersOf(company.sent, stream, killedAtMs),
    gaps: stream.gaps() + company.everyone.reduce((sum, page) => sum + page.gaps, 0),
    brokenLinks: stream.brokenLinks(),
    differences,
    twoHeard: watch.twoHeard(hallId),
    disagreements: [...disagreeing, ...watch.heardTooLong(stream.entitled)],
    siteHeard: watch.siteHeard(hallId),
    agreedMs,
    readyMs,
  };
  await company.end();
  return outcome;
};

/** Whether nothing went wrong. */
export const isSound = ({ lost, disagreements, ...outcome }: Outcome): boolean => {
  const { twice, gaps, brokenLinks, differences, twoHeard } = outcome;
  return lost.length + disagreements.length + twice + gaps + brokenLinks + differences + twoHeard === 0;
};
