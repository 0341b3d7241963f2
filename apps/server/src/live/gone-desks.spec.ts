import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { SeatId } from '@diemcau/domain/kernel';
import { DESK_GONE_MS, GoneDesks } from './gone-desks.ts';

const a = SeatId.parse(v7());
const b = SeatId.parse(v7());
const none: ReadonlySet<SeatId> = new Set();
const both = new Set([a, b]);
const T0 = 1_772_067_600_000;

describe('R12: a desk whose page is gone has no film ready any more', () => {
  it('R12: after its time, and not before; one whose page is there never', () => {
    const desks = new GoneDesks();
    expect(desks.look(both, new Set([b]), T0)).toEqual([]);
    expect(desks.look(both, new Set([b]), T0 + DESK_GONE_MS - 1)).toEqual([]);
    expect(desks.look(both, new Set([b]), T0 + DESK_GONE_MS)).toEqual([a]);
  });

  it('R12: whoever came back, had nothing ready meanwhile, or was not looked at has the whole time again', () => {
    for (const restart of [
      (desks: GoneDesks) => desks.look(both, both, T0 + 5000),
      (desks: GoneDesks) => desks.look(none, none, T0 + 5000),
      (desks: GoneDesks) => {
        desks.lookAway();
      },
    ]) {
      const desks = new GoneDesks();
      desks.look(both, none, T0);
      restart(desks);
      desks.look(both, none, T0 + 6000);
      expect(desks.look(both, none, T0 + DESK_GONE_MS)).toEqual([]);
      expect(desks.look(both, none, T0 + 6000 + DESK_GONE_MS)).toEqual([a, b]);
    }
  });
});
