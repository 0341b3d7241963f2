import { describe, expect, it } from 'vitest';

import { siteId } from '../live/live.fixture.ts';
import { playsHere } from './listening.ts';

const [hall, speaking, other] = [siteId(0), siteId(1), siteId(2)];
const entitled = new Set([hall, speaking]);
const plays = (own: typeof hall | null, sound = true) =>
  [hall, speaking, other].filter((site) => playsHere({ entitled, own, sound }, site));

describe('M18: a page never plays a voice of its own site', () => {
  it('M18: the hall hears who speaks and not itself, on each of its screens', () => {
    expect(plays(hall)).toEqual([speaking]);
  });

  it('M18: who speaks hears the hall and not itself', () => {
    expect(plays(speaking)).toEqual([hall]);
  });

  it('M10: a desk and any other room hear both, and nobody who is not entitled', () => {
    expect(plays(null)).toEqual([hall, speaking]);
    expect(plays(other)).toEqual([hall, speaking]);
    expect(plays(null, false)).toEqual([]);
  });
});
