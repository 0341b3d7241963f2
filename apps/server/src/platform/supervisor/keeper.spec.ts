import { expect, test } from 'vitest';
import { keep, type Service } from './keeper.ts';
import type { Running } from './running.ts';

/** A program whose life the test controls. */
function program() {
  const runs: { running: Running; fall: (how: string) => void; signals: string[] }[] = [];
  const service = (ready: Service['ready']): Service => ({
    name: 'Program',
    start: async () => {
      const { promise, resolve } = Promise.withResolvers<string>();
      const signals: string[] = [];
      const signal = (name: string) => {
        signals.push(name);
        if (name === 'SIGTERM') resolve(name);
      };
      const running = { pid: runs.length + 1, ended: promise, signal };
      runs.push({ running, fall: resolve, signals });
      return running;
    },
    ready,
    ending: [{ signal: 'SIGTERM', waitMs: 1000 }],
    lastWords: () => 'licence file not found',
  });
  return { runs, service };
}

const nothing = () => undefined;

test('a fall is said in one line, the program is started again, and that is said too', async () => {
  const { runs, service } = program();
  const said: string[] = [];
  const keeper = keep(
    service(async () => undefined),
    (line) => said.push(line),
  );
  await keeper.firstReady;
  runs[0]?.fall('exit code 3');
  await expect
    .poll(() => said, { timeout: 3000 })
    .toEqual(['Program has fallen (exit code 3); starting it again in 0.5 s.', 'Program runs again.']);
  await keeper.stop();
  expect(runs.map((run) => run.signals)).toEqual([[], ['SIGTERM']]);
});

test('a program that never becomes ready is given up after three attempts, each of them ended', async () => {
  const { runs, service } = program();
  const keeper = keep(
    service(() => Promise.reject(new Error('no licence'))),
    nothing,
  );
  await expect(keeper.firstReady).rejects.toThrow(/Program did not start: no licence[^]*licence file not found/);
  expect(runs.map((run) => run.signals)).toEqual([['SIGTERM'], ['SIGTERM'], ['SIGTERM']]);
  await keeper.stop();
  expect(runs).toHaveLength(3);
});

test('stopping in the middle of a start ends the program and starts no other', async () => {
  const { runs, service } = program();
  const keeper = keep(
    service(() => Promise.withResolvers<void>().promise),
    nothing,
  );
  await expect.poll(() => runs.length).toBe(1);
  await keeper.stop();
  expect(runs.map((run) => run.signals)).toEqual([['SIGTERM']]);
});

test('a restart that was asked for waits for nothing and is no fall', async () => {
  const { runs, service } = program();
  const said: string[] = [];
  const keeper = keep(
    service(async () => undefined),
    (line) => said.push(line),
  );
  await keeper.firstReady;
  keeper.restart();
  await expect.poll(() => runs.length, { timeout: 400, interval: 20 }).toBe(2);
  await keeper.stop();
  expect(said.filter((line) => line.includes('fallen'))).toEqual([]);
});
