import { describe, expect, it } from 'vitest';

import { fitFactor } from './fitted-text.ts';

describe('fitFactor', () => {
  it('leaves text alone that fits', () => {
    expect(fitFactor(400, 500, 0.8)).toBe(1);
  });

  it('shrinks just enough, never a hair too little', () => {
    expect(fitFactor(600, 500, 0.8)).toBe(0.833);
    expect(600 * fitFactor(600, 500, 0.8)).toBeLessThanOrEqual(500);
  });

  it('stops at the least readable size', () => {
    expect(fitFactor(2000, 500, 0.8)).toBe(0.8);
  });

  it('leaves text alone in a place that is not laid out yet', () => {
    expect(fitFactor(600, 0, 0.8)).toBe(1);
  });
});
