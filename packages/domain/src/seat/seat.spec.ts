import { describe, expect, test } from 'vitest';
import { seatProblems } from './problems.ts';
import { readUserCode, showUserCode } from './room-code.ts';
import { OPENS_BEFORE_MS, pathOf, whyShut } from './rules.ts';

const startsAt = Date.parse('2026-12-28T01:00:00Z');

describe('when a seat opens', () => {
  test('S5: 60 minutes before the start, to the millisecond', () => {
    expect(whyShut({ startsAt, isClosed: false }, startsAt - OPENS_BEFORE_MS - 1)).toBe('seat.too_early');
    expect(whyShut({ startsAt, isClosed: false }, startsAt - OPENS_BEFORE_MS)).toBeNull();
    expect(whyShut({ startsAt, isClosed: false }, startsAt + OPENS_BEFORE_MS)).toBeNull();
  });

  test('S6: never after the conference ended', () => {
    expect(whyShut({ startsAt, isClosed: true }, startsAt)).toBe('seat.over');
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
});

test('every failure of a link has a sentence of its own in both languages', () => {
  const codes = ['seat.link_wrong', 'seat.link_used', 'seat.link_revoked', 'seat.too_early', 'seat.over'] as const;
  expect(new Set(codes.map((code) => seatProblems[code].vi)).size).toBe(codes.length);
  expect(new Set(codes.map((code) => seatProblems[code].en)).size).toBe(codes.length);
});
