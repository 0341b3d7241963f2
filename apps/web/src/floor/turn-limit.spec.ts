import { describe, expect, it } from 'vitest';

import { DEFAULT_LIMIT_SECONDS, readLimit } from './turn-limit.ts';
import { waited } from './waiting.ts';

describe('readLimit', () => {
  it('takes what it offers, and the default for anything else', () => {
    expect(readLimit('none')).toBeNull();
    expect(readLimit('600')).toBe(600);
    expect(readLimit('601')).toBe(DEFAULT_LIMIT_SECONDS);
    expect(readLimit(null)).toBe(DEFAULT_LIMIT_SECONDS);
    expect(readLimit('x')).toBe(DEFAULT_LIMIT_SECONDS);
  });
});

describe('waited', () => {
  it('counts whole minutes, never less than none', () => {
    expect(waited(0, 59_999)).toEqual({ hours: 0, minutes: 0 });
    expect(waited(0, 75 * 60_000)).toEqual({ hours: 1, minutes: 15 });
    expect(waited(5000, 0)).toEqual({ hours: 0, minutes: 0 });
  });
});
