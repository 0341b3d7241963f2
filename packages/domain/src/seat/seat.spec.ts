import { describe, expect, test } from 'vitest';
import { seatProblems } from './problems.ts';
import { readUserCode, showUserCode } from './room-code.ts';
import { OPENS_BEFORE_MS, pathOf, whenOpen, whyShut } from './rules.ts';

const startsAt = Date.parse('2026-12-28T01:00:00Z');

describe('when a seat opens', () => {
  test('S5: 60 minutes before the start, to the millisecond', () => {
    expect(whyShut({ startsAt, status: 'prepared' }, startsAt - OPENS_BEFORE_MS - 1)).toBe('seat.too_early');
    expect(whyShut({ startsAt, status: 'prepared' }, startsAt - OPENS_BEFORE_MS)).toBeNull();
    expect(whyShut({ startsAt, status: 'prepared' }, startsAt + OPENS_BEFORE_MS)).toBeNull();
  });

  test('S6: never after the conference ended', () => {
    expect(whyShut({ startsAt, status: 'closed' }, startsAt)).toBe('seat.over');
  });

  test.each(['open', 'paused'] as const)('S16: whatever the hour, while the conference is %s', (status) => {
    expect(whyShut({ startsAt, status }, startsAt - 24 * OPENS_BEFORE_MS)).toBeNull();
  });

  test('S16: who comes too early learns when it opens, in the time of Viet Nam', () => {
    const { facts, vi, en } = whenOpen({ startsAt: Date.parse('2026-11-24T01:00:00Z') });
    expect(facts).toEqual({ opensAt: '2026-11-24T00:00:00.000Z' });
    expect(vi).toContain('Hội nghị mở vào 07:00 ngày 24/11/2026');
    expect(en).toContain('at 07:00 on 24/11/2026');
    expect(whenOpen({ startsAt: Date.parse('2026-12-31T17:30:00Z') }).vi).toContain('23:30 ngày 31/12/2026');
    expect(whenOpen({ startsAt: Date.parse('2026-12-31T18:00:00Z') }).vi).toContain('00:00 ngày 01/01/2027');
  });
});

describe('the code of a room screen', () => {
  test.each([['BCDF-GHJK'], ['bcdfghjk'], [' bcdf – ghjk '], ['b c d f g h j k'], ['BCDF\u200BGHJK']])(
    'S10: "%s" is read as it was meant',
    (typed) => {
      expect(readUserCode(typed)).toBe('BCDFGHJK');
    },
  );

  test.each([[''], ['BCDF-GHJ'], ['BCDF-GHJKL'], ['ABCD-EFGH'], ['1234-5678'], ['BCDF-GHJĐ']])(
    'S10: "%s" is no code',
    (typed) => {
      expect(readUserCode(typed)).toBeNull();
    },
  );

  test('S10: it is shown in two groups of four', () => {
    expect(showUserCode('BCDFGHJK')).toBe('BCDF-GHJK');
  });
});

test('S2: the page of a seat names the seat, so that several can be open in one browser', () => {
  const seat = { seatId: 's', conferenceId: 'c' };
  expect(pathOf({ ...seat, role: 'room' })).toBe('/room?seat=s');
  expect(pathOf({ ...seat, role: 'moderator' })).toBe('/c/c/moderator?seat=s');
  expect(pathOf({ ...seat, role: 'secretary' })).toBe('/c/c/secretary?seat=s');
});

test('every failure of a link has a sentence of its own in both languages', () => {
  const codes = ['seat.link_wrong', 'seat.link_used', 'seat.link_revoked', 'seat.too_early', 'seat.over'] as const;
  expect(new Set(codes.map((code) => seatProblems[code].vi)).size).toBe(codes.length);
  expect(new Set(codes.map((code) => seatProblems[code].en)).size).toBe(codes.length);
});
