import { describe, expect, it } from 'vitest';

import { defineWords, languageOf } from './define-words.ts';

describe('languageOf', () => {
  it.each([
    ['vi', 'vi'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['VI-vn', 'vi'],
  ])('reads %s as %s', (asked, expected) => {
    expect(languageOf(asked)).toBe(expected);
  });

  it.each(['km', 'fr-FR', '', '  ', 'english', null, undefined])('falls back to Vietnamese for %s', (asked) => {
    expect(languageOf(asked)).toBe('vi');
  });
});

describe('defineWords', () => {
  const words = defineWords(
    { greeting: 'Xin chào', queue: { place: (place: number) => `Thứ ${place}` } },
    { greeting: 'Hello', queue: { place: (place) => `Number ${place}` } },
  );

  it('holds a sentence in both languages', () => {
    expect([words.vi.greeting, words.en.greeting]).toEqual(['Xin chào', 'Hello']);
  });

  it('holds sentences with parts as functions of the same parts', () => {
    expect([words.vi.queue.place(2), words.en.queue.place(2)]).toEqual(['Thứ 2', 'Number 2']);
  });

  it('refuses an English side that lacks a sentence, when compiled', () => {
    // @ts-expect-error: `end` is missing in English
    const missing = defineWords({ start: 'Bắt đầu', end: 'Kết thúc' }, { start: 'Start' });
    expect(missing.vi.end).toBe('Kết thúc');
  });
});
