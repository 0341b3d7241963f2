import { expect, it } from 'vitest';

import { secondsToWait } from './desk-reminder.ts';

it.each([
  [null, 0],
  [0, 60],
  [500, 60],
  [59_001, 1],
  [60_000, 0],
  [90_000, 0],
])('N9: %s ms after a reminder the next one waits %d s', (since, seconds) => {
  const now = Date.parse('2026-11-24T01:00:00Z');
  expect(secondsToWait(since === null ? null : now - since, now)).toBe(seconds);
});
