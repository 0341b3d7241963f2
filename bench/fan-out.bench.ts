// One event to the 3,355 sites of the whole country, and what their sockets cost, beside a bare `ws` server that
// sends the same bytes by the same rule. Both sides in turn, a fresh server for each round.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { startForRun } from '@diemcau/testkit';
import { memoryOf } from './fan-out/memory.ts';
import { latencies, startBare, startProduct, throughput, type Product, type Side } from './fan-out/sides.ts';
import {
  figure,
  median,
  moreAtMost,
  noBar,
  percentile,
  ratioAtLeast,
  ratioAtMost,
  report,
  valueAtMost,
} from './measure.ts';

const ROUNDS = 3;
const EVENTS = 40;
/** Older than a batch: each is sent at once. */
const EVERY_MS = 400;
const IN_FLIGHT = 64;
const FLOOD_MS = 10_000;
const COMMANDS = { perSecond: 335, seconds: 10 };
const SETTLED_MS = 3000;

type Round = {
  readonly last: readonly number[];
  readonly perSecond: number;
  readonly socketKb: number;
  readonly residentKb: number;
  readonly handshakesMs: number;
  readonly againMs: number;
};

const round = async (side: Side): Promise<Round> => {
  const before = await memoryOf(side.pid, side.inspectorPort);
  const { ms: handshakesMs } = await side.crowd.ask({ type: 'open', seats: side.seats }, 'opened');
  await delay(SETTLED_MS);
  const after = await memoryOf(side.pid, side.inspectorPort);
  const socketKb = (after.usedKb - before.usedKb) / side.seats.length;
  const residentKb = (after.residentKb - before.residentKb) / side.seats.length;
  const last = await latencies(side, EVENTS, EVERY_MS);
  const perSecond = await throughput(side, IN_FLIGHT, FLOOD_MS);
  await delay(SETTLED_MS);
  const { ms: againMs } = await side.crowd.ask({ type: 'again' }, 'opened');
  return { last, perSecond, socketKb, residentKb, handshakesMs, againMs };
};

/** Half of the clerks ask for the floor, and withdraw. */
const commandsOf = ({ siteIds }: Product): readonly string[] => {
  const half = (COMMANDS.perSecond * COMMANDS.seconds) / 2;
  const asks = siteIds.slice(0, half).map((siteId) => ({ siteId, requestId: randomUUID(), speakerId: randomUUID() }));
  const frame = (command: object, texts?: object) =>
    JSON.stringify({ type: 'command', id: randomUUID(), command, ...texts });
  const speaker = { honorific: 'đồng chí', name: 'Nguyễn Văn An', position: 'Chủ tịch' };
  // Frame n goes by the socket of site n: asked in the first half of the country, withdrawn by the same clerks.
  return [
    ...asks.map((ask) => frame({ type: 'floor.request', kind: 'discussion', ...ask }, { texts: { speaker } })),
    ...asks.map(({ requestId }) => frame({ type: 'floor.withdraw', requestId })),
  ];
};

type Storm = { readonly ms: readonly number[]; readonly lost: number; readonly twice: number };

const storm = async (product: Product): Promise<Storm> => {
  const frames = commandsOf(product);
  const half = frames.length / 2;
  const ask = (part: readonly string[]) =>
    product.crowd.ask({ type: 'send', frames: part, perSecond: COMMANDS.perSecond }, 'answered');
  const asked = await ask(frames.slice(0, half));
  const withdrawn = await ask(frames.slice(half));
  const ids = frames.map((frame) => (JSON.parse(frame) as { id: string }).id);
  const stored = await product.query<{ command_id: string; events: number }>(
    `select command_id, count(*)::int as events from event
     where stream_id = $1 and command_id = any($2) and type in ('floorRequested', 'floorWithdrawn') group by 1`,
    [product.conference.conferenceId, ids],
  );
  return {
    ms: [...asked.ms, ...withdrawn.ms],
    lost: ids.length - stored.length,
    twice: stored.filter(({ events }) => events > 1).length,
  };
};

const stop = await startForRun();
const product: Round[] = [];
const bare: Round[] = [];
const storms: Storm[] = [];
for (let n = 0; n < ROUNDS; n += 1) {
  const ours = await startProduct();
  product.push(await round(ours));
  storms.push(await storm(ours));
  await ours.stop();
  const plain = await startBare(ours.seats.length);
  bare.push(await round(plain));
  await plain.stop();
}
await stop();

const p95 = (rounds: readonly Round[]) =>
  percentile(
    rounds.flatMap(({ last }) => last),
    0.95,
  );
const middle = (rounds: readonly Round[], of: (round: Round) => number) => median(rounds.map(of));
const answers = storms.flatMap(({ ms }) => ms);
const pair = (of: (round: Round) => number) => [middle(product, of), middle(bare, of)] as const;
await report('fan-out', [
  figure(
    'one event to the last of 3,355 sockets, p50',
    'ms',
    median(product.flatMap(({ last }) => last)),
    median(bare.flatMap(({ last }) => last)),
    noBar,
  ),
  figure('one event to the last of 3,355 sockets, p95', 'ms', p95(product), p95(bare), moreAtMost(150)),
  figure('events to all sockets', '1/s', ...pair(({ perSecond }) => perSecond), ratioAtLeast(0.6)),
  figure('memory of a socket, in use', 'KB', ...pair(({ socketKb }) => socketKb), noBar),
  figure('memory of a socket, resident', 'KB', ...pair(({ residentKb }) => residentKb), ratioAtMost(2)),
  figure('all current after their first handshake', 'ms', ...pair(({ handshakesMs }) => handshakesMs), noBar),
  figure('all current again after a drop', 'ms', ...pair(({ againMs }) => againMs), ratioAtMost(3)),
  figure('335 commands a second: answer, p50', 'ms', median(answers), null, noBar),
  figure('335 commands a second: answer, p99', 'ms', percentile(answers, 0.99), null, noBar),
  figure(
    '335 commands a second: lost',
    'commands',
    storms.reduce((sum, { lost }) => sum + lost, 0),
    null,
    valueAtMost(0),
  ),
  figure(
    '335 commands a second: done twice',
    'commands',
    storms.reduce((sum, { twice }) => sum + twice, 0),
    null,
    valueAtMost(0),
  ),
]);
