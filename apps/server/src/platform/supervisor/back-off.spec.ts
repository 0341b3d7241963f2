import { expect, test } from 'vitest';
import { nextWaitMs } from './back-off.ts';

test('a program that keeps falling waits longer each time, up to 15 s', () => {
  const waits: number[] = [];
  for (let fall = 0; fall < 7; fall++) waits.push(nextWaitMs(waits.at(-1) ?? 0, 100));
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
});

test('a program that ran for 30 s is started again as quickly as at its first fall', () => {
  expect(nextWaitMs(15_000, 29_999)).toBe(15_000);
  expect(nextWaitMs(15_000, 30_000)).toBe(500);
});
