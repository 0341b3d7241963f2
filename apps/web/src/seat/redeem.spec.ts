import { seatProblems } from '@diemcau/domain/seat';
import { describe, expect, it } from 'vitest';

import { mayRetry, refusalKind, secretInLink } from './redeem.ts';

describe('the secret of a personal link', () => {
  it.each([
    ['#3q2-7wAbC_d', '3q2-7wAbC_d'],
    ['3q2-7wAbC_d', '3q2-7wAbC_d'],
    ['3q2-7wAbC_d.', '3q2-7wAbC_d'],
    ['3q2-7wAbC_d%20', '3q2-7wAbC_d'],
    ['(3q2-7wAbC_d)', '3q2-7wAbC_d'],
    ['%E0%A4%A', 'E0'],
  ])('in %j is %j', (fragment, secret) => {
    expect(secretInLink(fragment)).toBe(secret);
  });

  it.each(['', '#', '#%20', '#…'])('is missing in %j', (fragment) => {
    expect(secretInLink(fragment)).toBeNull();
  });
});

describe('the refusals of a link (each with its own sentence)', () => {
  it.each([
    ['seat.link_wrong', 'wrong', false],
    ['seat.link_used', 'used', false],
    ['seat.link_revoked', 'revoked', false],
    ['seat.too_early', 'early', true],
    ['seat.over', 'over', false],
    ['seat.throttled', 'throttled', true],
  ] as const)('%s is %s; trying again later helps: %s', (code, kind, again) => {
    expect(Object.keys(seatProblems)).toContain(code);
    expect([refusalKind(code), mayRetry(kind)]).toEqual([kind, again]);
  });

  it('any other trouble can be tried again', () => {
    expect(mayRetry(refusalKind('network.unreachable'))).toBe(true);
  });
});
