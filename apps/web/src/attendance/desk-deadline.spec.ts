import { describe, expect, it } from 'vitest';

import { deadlineIn, extendedMinutes, readMinutes, usualMinutes } from './desk-deadline.ts';

const at = (time: string): number => Date.parse(`2026-11-24T${time}+07:00`);

describe('the deadline of a roll call', () => {
  it.each([
    ['07:45:30', 10],
    ['07:25:00', 30],
    ['07:24:59', 10],
    ['07:50:59', 5],
    ['07:51:00', 10],
    ['07:55:00', 10],
  ])('at %s is offered in %d minutes', (now, minutes) => {
    expect(usualMinutes(at(now))).toBe(minutes);
  });

  it('is a full minute of the clock and never past', () => {
    expect(deadlineIn(10, at('07:45:59'))).toBe(at('07:55:00'));
    expect(deadlineIn(1, at('07:45:59'))).toBeGreaterThan(at('07:45:59'));
  });

  it('is put off from itself, or from now once it has passed', () => {
    expect(extendedMinutes(at('07:55:00'), at('07:50:20'))).toBe(10);
    expect(deadlineIn(10, at('07:50:20'))).toBe(at('08:00:00'));
    expect(extendedMinutes(at('07:55:00'), at('08:10:00'))).toBe(5);
    expect(extendedMinutes(at('07:55:10'), at('07:55:30'))).toBe(6);
  });

  it.each([
    ['10', 10],
    [' 240 ', 240],
    ['0', null],
    ['241', null],
    ['1.5', null],
    ['-3', null],
    ['mười', null],
    ['', null],
  ])('reads %o as %o minutes', (typed, minutes) => {
    expect(readMinutes(typed)).toBe(minutes);
  });
});
