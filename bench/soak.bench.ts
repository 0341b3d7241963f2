// A long conference of the whole country at ten times its speed: cuts, speeches, polling, 3,355 sockets of which some are
// always lost and come back, one room's screen that nobody touches. Nothing may be lost, and nothing may grow: each third
// of the time beside the one before it. soak [MINUTES=10]
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { SeatClient, startForRun } from '@diemcau/testkit';
import { memoryOf } from './fan-out/memory.ts';
import { figure, median, noBar, percentile, ratioAtMost, report, valueAtMost, type Figure } from './measure.ts';
import { FastConference } from './soak/conference.ts';
import { Country } from './soak/country.ts';
import { PageMeter } from './soak/memory.ts';

const minutes = Number(process.argv[2] ?? 10);
const LASTS_MS = minutes * 60_000;
/** Of each third. */
const LOOKS = 6;
/** Clerks somewhere in the country who ask for the floor, and withdraw; sockets that are lost. */
const EVERY_MS = 5000;
const ASKING = 10;
const LOST = 100;
const FLAT = 1.05;
/** Of the slowest in a hundred commands on a machine with other work: it varies by itself. */
const FLAT_P99 = 1.25;
const SETTLES_MS = 5000;

type Look = {
  readonly at: number;
  readonly serverKb: number;
  readonly residentKb: number;
  readonly screenKb: number;
  readonly nodes: number;
};

const stop = await startForRun();
const country = await Country.gather();
const { conference, crowd, clerks, server, inspectorPort, client } = country;
const meeting = await FastConference.open(conference);
const meter = await PageMeter.of(country.screen);
const running = meeting.run();

const began = performance.now();
const sent: string[] = [];
const crowdMs: { readonly at: number; readonly ms: number }[] = [];
const refusedBelow: string[] = [];
const reopenedMs: number[] = [];
let isOver = false;

/** Ten clerks ask and withdraw, by the sockets that the crowd has anyway; then a hundred lose their line. */
const below = async (): Promise<void> => {
  for (let n = 0; !isOver; n += 1) {
    const asked = clerks.slice(0, ASKING).map(({ siteId }) => ({ siteId, requestId: randomUUID() }));
    const frame = (command: object, texts?: object) => {
      const id = randomUUID();
      sent.push(id);
      return JSON.stringify({ type: 'command', id, command, ...texts });
    };
    const speaker = { honorific: 'đồng chí', name: 'Nguyễn Văn An', position: 'Chủ tịch' };
    const asks = asked.map((each) =>
      frame({ type: 'floor.request', kind: 'discussion', speakerId: randomUUID(), ...each }, { texts: { speaker } }),
    );
    const withdraws = asked.map(({ requestId }) => frame({ type: 'floor.withdraw', requestId }));
    for (const frames of [asks, withdraws]) {
      const { ms, refused } = await crowd.ask({ type: 'send', frames, perSecond: ASKING }, 'answered');
      const at = performance.now() - began;
      crowdMs.push(...ms.map((each) => ({ at, ms: each })));
      refusedBelow.push(...refused);
    }
    reopenedMs.push((await crowd.ask({ type: 'reopen', count: LOST }, 'opened')).ms);
    await delay(Math.max(0, EVERY_MS - 2000));
  }
};
const runningBelow = below();

const looks: Look[] = [];
for (let n = 1; n <= 3 * LOOKS; n += 1) {
  await delay(Math.max(0, began + (n * LASTS_MS) / (3 * LOOKS) - performance.now()));
  const at = performance.now() - began;
  const [{ usedKb, residentKb }, screen] = await meeting.while(() =>
    Promise.all([memoryOf(server.pid, inspectorPort), meter.look()]),
  );
  looks.push({ at, serverKb: usedKb, residentKb, screenKb: screen.usedKb, nodes: screen.nodes });
}
meeting.end();
isOver = true;
await Promise.all([running, runningBelow]);
await delay(SETTLES_MS);

const { seq, behind, gaps } = await crowd.ask({ type: 'stand' }, 'stood');
const fresh = await SeatClient.open(conference.origin, await conference.seat('moderator'));
const differing = meeting.everyone.filter((each) => each.seq !== fresh.seq).length;
const gapsAbove = meeting.everyone.reduce((sum, each) => sum + each.gaps, 0);
const shown = await country.screen.locator('.media-programme').getAttribute('data-shown');
const { onAir } = fresh.live.programme;
// Who is on air sees the hall.
const own = country.watching.siteId;
const seen = onAir.kind === 'site' && onAir.siteId === own ? conference.hall.siteId : null;
const due = seen ?? (onAir.kind === 'site' ? onAir.siteId : 'title');
const ids = [...sent, ...meeting.answered.map(({ id }) => id)];
const stored = await client.query<{ command_id: string }>(
  'select command_id from command_done where stream_id = $1 and command_id = any($2)',
  [conference.conferenceId, ids],
);
const kept = new Set(stored.rows.map(({ command_id }) => command_id));
const lost = ids.filter((id) => !kept.has(id)).length - meeting.refused.length - refusedBelow.length;
fresh.close();
for (const each of meeting.everyone) each.close();
await country.end();
await stop();

const third = (at: number): number => Math.min(2, Math.floor((3 * at) / (LASTS_MS + 1)));
const inThird = <T extends { readonly at: number }>(all: readonly T[], n: number): readonly T[] =>
  all.filter(({ at }) => third(at) === n);
const desks = meeting.answered.map(({ sentAt, ms }) => ({ at: sentAt - began, ms }));
const all = [...desks, ...crowdMs];
const p99 = (n: number): number =>
  percentile(
    inThird(all, n).map(({ ms }) => ms),
    0.99,
  );
const of = (what: keyof Look, n: number): number => median(inThird(looks, n).map((look) => look[what]));
const flat = (name: string, unit: string, what: keyof Look, bar = ratioAtMost(FLAT)): Figure =>
  figure(`${name}: last third beside the second`, unit, of(what, 2), of(what, 1), bar);
for (const refusal of new Set([...meeting.refused, ...refusedBelow])) process.stderr.write(`refused: ${refusal}\n`);

await report('soak', [
  figure('lasted', 'min', minutes, null, noBar),
  figure('sockets', '1', clerks.length + meeting.everyone.length, null, noBar),
  figure('sockets lost and back', '1', reopenedMs.length * LOST, null, noBar),
  figure('events', '1', seq, null, noBar),
  figure('commands', '1', ids.length, null, noBar),
  flat('memory of the server', 'KB', 'serverKb'),
  flat('pages of the server', 'KB', 'residentKb', noBar),
  flat('memory of a room screen', 'KB', 'screenKb'),
  // As many as are shown just then: who speaks, what is announced.
  flat('elements of a room screen', '1', 'nodes', noBar),
  figure('slowest in a hundred commands: last third beside the second', 'ms', p99(2), p99(1), ratioAtMost(FLAT_P99)),
  figure('a hundred sockets until they are current, median', 'ms', median(reopenedMs), null, noBar),
  figure('commands lost', '1', lost, null, valueAtMost(0)),
  figure('commands refused', '1', meeting.refused.length + refusedBelow.length, null, valueAtMost(0)),
  figure('sockets without the newest event', '1', behind, null, valueAtMost(0)),
  figure('numbers that were skipped', '1', gaps + gapsAbove, null, valueAtMost(0)),
  figure('desks that differ from a fresh one', '1', differing, null, valueAtMost(0)),
  figure('room screens that show something else', '1', shown === due ? 0 : 1, null, valueAtMost(0)),
]);
