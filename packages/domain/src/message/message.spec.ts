import { describe, expect, test } from 'vitest';
import { MAX_MESSAGE, WriteBody, messageProblems, readAfterMs } from './index.ts';

const id = '0199a000-0000-7000-8000-000000000001';
const read = (text: string) => WriteBody.safeParse({ id, text });

describe('what a person writes', () => {
  test('X2: several lines are kept, their ends trimmed, in composed letters', () => {
    expect(read('  Kính gửi Thư ký\r\n\r\n\r\n\r\nĐề nghị sửa tên  \n').data?.text).toBe(
      'Kính gửi Thư ký\n\nĐề nghị sửa tên',
    );
    expect(read('Thu\u031b ky\u0301').data?.text).toBe('Thư ký');
  });

  test.each([
    ['nothing', ''],
    ['blanks and empty lines', ' \n\n '],
    ['a character that changes direction', 'mã \u202eABC'],
    ['a control character', 'a\u0000b'],
    ['one character too many', 'đ'.repeat(MAX_MESSAGE + 1)],
  ])('X2: %s is refused', (_what, text) => {
    expect(read(text).success).toBe(false);
  });

  test('X2: the longest message is taken', () => {
    expect(read('đ'.repeat(MAX_MESSAGE)).success).toBe(true);
  });
});

test('X12: the more sites there are, the further apart they read what all were told of', () => {
  expect(readAfterMs(40, 1)).toBe(300);
  expect(readAfterMs(3356, 1)).toBeCloseTo(16_780);
  expect(readAfterMs(3356, 0)).toBe(0);
});

test('W12: every refusal has a Vietnamese and an English sentence', () => {
  for (const { vi, en, status } of Object.values(messageProblems)) {
    expect(vi.length).toBeGreaterThan(20);
    expect(en.length).toBeGreaterThan(20);
    expect(status).toBeGreaterThanOrEqual(400);
  }
});
