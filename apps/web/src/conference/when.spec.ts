import { describe, expect, it } from 'vitest';

import { readDate, readTime, showDate } from './when.ts';

describe('a date as it is typed in Viet Nam', () => {
  it.each([
    ['28/12/2026', '2026-12-28'],
    [' 1/2/2027 ', '2027-02-01'],
    ['01-02-2027', '2027-02-01'],
    ['29.02.2028', '2028-02-29'],
  ])('%j is %s', (typed, iso) => {
    expect(readDate(typed)).toBe(iso);
  });

  it.each(['', '12/28/2026', '31/02/2027', '29/02/2027', '28/12/26', '2026-12-28', 'ngày mai', '0/1/2027'])(
    '%j is none',
    (typed) => {
      expect(readDate(typed)).toBeNull();
    },
  );

  it('is shown as it is typed', () => {
    expect(showDate('2026-12-28')).toBe('28/12/2026');
  });
});

describe('a time as it is typed', () => {
  it.each([
    ['08:00', '08:00'],
    ['8:05', '08:05'],
    ['8h30', '08:30'],
    ['8H', '08:00'],
    ['14g15', '14:15'],
    ['14', '14:00'],
  ])('%j is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  it.each(['', '24:00', '08:60', '8:5', 'sáng', '8:00 PM'])('%j is none', (typed) => {
    expect(readTime(typed)).toBeNull();
  });
});
