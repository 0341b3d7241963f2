import { describe, expect, it } from 'vitest';

import { formatLength, formatsOf } from './format.ts';

describe('formats', () => {
  const vi = formatsOf('vi');
  const en = formatsOf('en');

  it('writes numbers in the Vietnamese form', () => {
    expect([vi.number(1234.5), vi.count(3355), vi.percent(0.943)]).toEqual(['1.234,5', '3.355', '94,3 %']);
  });

  it('writes numbers in the English form', () => {
    expect([en.number(1234.5), en.count(3355)]).toEqual(['1,234.5', '3,355']);
  });

  it('shows moments in the time of Viet Nam, whatever the device says', () => {
    expect(vi.dateTime('2026-11-24T01:30:00Z')).toBe('24/11/2026, 08:30');
    expect(vi.dateTime('2026-11-24T17:05:00Z')).toBe('25/11/2026, 00:05');
    expect(vi.timeWithSeconds('2026-11-24T01:30:09Z')).toBe('08:30:09');
  });

  it('names the day of the week in the language of the interface', () => {
    expect([vi.weekday('2026-11-24T01:30:00Z'), en.weekday('2026-11-24T01:30:00Z')]).toEqual(['Thứ Ba', 'Tuesday']);
  });
});

describe('formatLength', () => {
  it.each([
    [0, '00:00'],
    [59_999, '00:59'],
    [60_000, '01:00'],
    [3_599_000, '59:59'],
    [3_661_000, '1:01:01'],
    [-5, '00:00'],
  ])('%d ms reads %s', (ms, expected) => {
    expect(formatLength(ms)).toBe(expected);
  });
});
