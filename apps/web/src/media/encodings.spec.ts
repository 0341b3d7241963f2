import { describe, expect, it } from 'vitest';
import { qualityFor } from './cameras.ts';
import { CAMERA_ENCODINGS } from './encodings.ts';

describe('M29: the sizes of a camera', () => {
  it('M29: each is a size that a box asks for, the larger the more', () => {
    expect(CAMERA_ENCODINGS.map(({ height }) => qualityFor(height))).toEqual(['low', 'medium', 'high']);
    const rates = CAMERA_ENCODINGS.map(({ bitsPerSecond }) => bitsPerSecond);
    expect(rates.toSorted((a, b) => a - b)).toEqual(rates);
  });

  it('M29: all three together, and a voice, fit into two megabits', () => {
    const sum = CAMERA_ENCODINGS.reduce((bits, { bitsPerSecond }) => bits + bitsPerSecond, 28_000);
    expect(sum).toBeLessThan(2_000_000);
  });
});
