import { describe, expect, it } from 'vitest';
import { isGoodLine, LATE_MS, stepsOf, type LineFound } from './index.ts';

const fine: LineFound = { upBps: 1_900_000, downBps: 1_900_000, lossUp: 0, lossDown: 0, rttMs: 20, way: 'udp' };
const steps = (found: Partial<LineFound>) => stepsOf({ ...fine, ...found });

describe('H13: for what a line is enough', () => {
  it('H13: each way by what passed', () => {
    expect(steps({})).toEqual({ up: 'full', down: 'full' });
    expect(steps({ upBps: 600_000 })).toEqual({ up: 'small', down: 'full' });
    expect(steps({ downBps: 150_000, upBps: 40_000 })).toEqual({ up: 'sound', down: 'still' });
  });

  it('H13: a clear picture does not survive where one in ten is lost; a small one does', () => {
    expect(steps({ lossUp: 0.1 })).toEqual({ up: 'small', down: 'full' });
    expect(steps({ lossDown: 0.1, downBps: 600_000 })).toEqual({ up: 'full', down: 'small' });
  });

  it('H13: good is a clear picture both ways, in time', () => {
    expect(isGoodLine(fine)).toBe(true);
    expect(isGoodLine({ ...fine, rttMs: null })).toBe(true);
    expect(isGoodLine({ ...fine, rttMs: LATE_MS + 1 })).toBe(false);
    expect(isGoodLine({ ...fine, upBps: 600_000 })).toBe(false);
    expect(isGoodLine({ ...fine, way: 'tcp' })).toBe(true);
  });
});
