import { expect, it } from 'vitest';

import { backSeconds } from './take-back.ts';

it('counts three seconds down, and never below none (F9)', () => {
  const until = 10_000;
  expect([7000, 7001, 9500, 10_000, 19_000].map((now) => backSeconds({ until }, now))).toEqual([3, 3, 1, 0, 0]);
  // A page whose clock is behind does not offer more than there is.
  expect(backSeconds({ until }, 0)).toBe(3);
  expect(backSeconds(null, 0)).toBe(0);
});
