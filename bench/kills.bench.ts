// Kill tests, many times: people command, one of two servers is killed at any moment and started again, everyone
// repeats what was not answered. Each seed makes another schedule: kills [SEEDS=200] [FIRST=1]
import { makeAdministrator, startForRun, startHouse, type House } from '@diemcau/testkit';
import { figure, noBar, percentile, report, valueAtMost, type Figure } from './measure.ts';
import { isSound, runSeed, type Outcome } from './kills/run.ts';

const [seeds = 200, first = 1] = process.argv.slice(2).map(Number);

const outcomes: Outcome[] = [];

const runAll = async (house: House): Promise<void> => {
  const cookie = await makeAdministrator(house.servers[0]!);
  for (let seed = first; seed < first + seeds; seed += 1) {
    const outcome = await runSeed(house, cookie, seed).catch((cause: unknown) => {
      throw new Error(`seed ${seed} broke off`, { cause });
    });
    outcomes.push(outcome);
    const { ms: _, repeatedMs: __, ...rest } = outcome;
    // oxlint-disable-next-line no-console -- says which seed to run again
    if (!isSound(outcome)) console.error(rest);
  }
};

const stop = await startForRun();
try {
  const house = await startHouse({ servers: 2 });
  await runAll(house).finally(() => house.stop());
} finally {
  await stop();
}

const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((total, outcome) => total + of(outcome), 0);
const count = (name: string, of: (outcome: Outcome) => number): Figure => figure(name, '', sum(of), null, noBar);
const none = (name: string, of: (outcome: Outcome) => number): Figure =>
  figure(name, '', sum(of), null, valueAtMost(0));
const p99 = (name: string, values: readonly number[]): readonly Figure[] =>
  values.length === 0 ? [] : [figure(`${name}, p99`, 'ms', percentile(values, 0.99), null, noBar)];

await report('kills', [
  count('seeds, each with a server killed', () => 1),
  count('commands', ({ commands }) => commands),
  count('of these accepted', ({ accepted }) => accepted),
  count('of these unanswered at the kill and repeated', ({ repeatedMs }) => repeatedMs.length),
  count('of these stored before the kill', ({ storedBefore }) => storedBefore),
  count('looks at LiveKit that heard a site', ({ siteHeard }) => siteHeard),
  none('commands lost', ({ lost }) => lost.length),
  none('commands done twice', ({ twice }) => twice),
  none('gaps in the numbers', ({ gaps }) => gaps),
  none('broken links of the chain', ({ brokenLinks }) => brokenLinks),
  none('states that differ from the record', ({ differences }) => differences),
  none('looks that heard two sites besides the hall', ({ twoHeard }) => twoHeard),
  none('disagreements of LiveKit after 5 s', ({ disagreements }) => disagreements.length),
  ...p99(
    'command to its answer',
    outcomes.flatMap(({ ms }) => ms),
  ),
  ...p99(
    'the same, repeated after the kill',
    outcomes.flatMap(({ repeatedMs }) => repeatedMs),
  ),
  ...p99(
    'last answer to agreement of LiveKit',
    outcomes.map(({ agreedMs }) => agreedMs),
  ),
  ...p99(
    'start of the killed server to its service',
    outcomes.map(({ readyMs }) => readyMs),
  ),
]);
