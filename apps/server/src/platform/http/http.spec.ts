import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cutPage, likeText, readCursor, writeCursor } from './cursor.ts';
import { deviceLabel } from './device-label.ts';
import { Failures } from './failures.ts';
import { problemBody } from './problems.ts';

describe('counting failures', () => {
  test('too many within the window, for their key alone; time or success forgets them', () => {
    const failures = new Failures({ limit: 3, windowMs: 1000 });
    for (const at of [0, 100, 200]) failures.add('a', at);
    expect(failures.areTooMany('a', 999)).toBe(true);
    expect(failures.areTooMany('b', 999)).toBe(false);
    expect(failures.areTooMany('a', 1001)).toBe(false);
    failures.add('a', 1001);
    failures.forget('a');
    failures.add('a', 1002);
    expect(failures.areTooMany('a', 1003)).toBe(false);
  });

  test('memory is bounded: the oldest keys are forgotten', () => {
    const failures = new Failures({ limit: 1, windowMs: 1_000_000 });
    for (let i = 0; i <= 10_000; i++) failures.add(`k${i}`, i);
    expect(failures.areTooMany('k0', 10_001)).toBe(false);
    expect(failures.areTooMany('k10000', 10_001)).toBe(true);
  });
});

describe('pages of a list', () => {
  const place = z.tuple([z.boolean(), z.string()]);

  test('a cursor brings back the place it was made from, and nothing else is one', () => {
    expect(readCursor(place, writeCursor([true, 'Xã Ba Bể']))).toEqual([true, 'Xã Ba Bể']);
    for (const other of [undefined, 'AAAA', writeCursor(['x']), Buffer.from('{"a":1}').toString('base64url')])
      expect(readCursor(place, other)).toBeNull();
  });

  test('there is a next page exactly when one row more was there', () => {
    const rows = [{ n: 1 }, { n: 2 }, { n: 3 }];
    const whole = cutPage(rows, 3, ({ n }) => [n]);
    expect(whole).toEqual({ rows, next: null });
    const first = cutPage(rows, 2, ({ n }) => [n]);
    expect(first.rows).toHaveLength(2);
    expect(readCursor(z.tuple([z.number()]), first.next ?? undefined)).toEqual([2]);
    expect(cutPage([], 2, () => [])).toEqual({ rows: [], next: null });
  });

  test('signs of LIKE are letters in a search', () => {
    expect(likeText('50%_\\')).toBe('50\\%\\_\\\\');
  });
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36', 'Chrome, Windows'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1',
    'Safari, iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 Zalo android/240',
    'Zalo, Android',
  ],
  ['curl/8.0', ''],
  [undefined, ''],
])('a device is named so that a person knows it again: %s', (agent, label) => {
  expect(deviceLabel(agent)).toBe(label);
});

test('a code without sentences is a bug, not an answer', () => {
  expect(() => problemBody({}, 'nothing.known')).toThrow(/nothing.known/);
});
