import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { SeatId, SiteId } from '@diemcau/domain/kernel';
import { WATCH_MS, Watchers } from './watchers.ts';

const site = () => SiteId.parse(v7());
const desk = () => SeatId.parse(v7());

describe('who looks at a site', () => {
  it('W8: a desk that shows a site counts once, and no more when it shows another', () => {
    const watchers = new Watchers();
    const [a, b, operator] = [site(), site(), desk()];
    expect(watchers.saw(operator, [a], 0)).toEqual([a]);
    expect(watchers.saw(operator, [a], 1000)).toEqual([]);
    expect(watchers.of(a)).toBe(1);
    expect(watchers.saw(operator, [b], 2000)).toEqual([b, a]);
    expect([watchers.of(a), watchers.of(b)]).toEqual([0, 1]);
  });

  it('W8: two desks are two watchers', () => {
    const watchers = new Watchers();
    const a = site();
    watchers.saw(desk(), [a], 0);
    watchers.saw(desk(), [a], 0);
    expect(watchers.of(a)).toBe(2);
  });

  it('W8: a desk that has not said so for a while has stopped looking', () => {
    const watchers = new Watchers();
    const a = site();
    watchers.saw(desk(), [a], 0);
    expect(watchers.expire(WATCH_MS)).toEqual([]);
    expect(watchers.expire(WATCH_MS + 1)).toEqual([a]);
    expect(watchers.of(a)).toBe(0);
  });
});
