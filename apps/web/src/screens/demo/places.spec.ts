import { DemoSeat } from '@diemcau/domain/seat';
import { describe, expect, it } from 'vitest';

import { desksOf, placesOf, shownPlaces } from './places.ts';

const siteSeats = (n: number) =>
  (['room', 'clerk'] as const).map((role) =>
    DemoSeat.parse({
      role,
      label: `Xã ${n}`,
      siteId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      simulated: role === 'room' && n === 2,
    }),
  );
const chair = DemoSeat.parse({ role: 'chair', label: 'Hoàng Minh Sơn', siteId: null, simulated: false });
const alone = DemoSeat.parse({ ...siteSeats(6)[0], role: 'delegate', label: 'Phùng Thị Sen' });
const watches = DemoSeat.parse({ ...chair, role: 'observer', label: 'Bùi Gia Hân' });
const seats = [chair, ...[1, 2, 3, 4, 5].flatMap(siteSeats)];

describe('the start page of the demo', () => {
  it('tells desks and sites apart', () => {
    expect(desksOf(seats)).toEqual([chair]);
    expect(desksOf([watches, alone, ...seats])).toEqual([chair, watches, alone]);
    expect(placesOf(seats).map(({ name, simulated }) => [name, simulated])).toEqual([
      ['Xã 1', false],
      ['Xã 2', true],
      ['Xã 3', false],
      ['Xã 4', false],
      ['Xã 5', false],
    ]);
  });

  it('shows two sites that can play themselves and one that waits for a camera, not the hall', () => {
    expect(shownPlaces(placesOf(seats), 2).map(({ name }) => name)).toEqual(['Xã 2', 'Xã 3', 'Xã 4']);
  });

  it.each([
    [1, []],
    [2, ['Xã 2']],
    [3, ['Xã 2', 'Xã 3']],
  ])('with %d sites in all shows %o', (count, names) => {
    expect(shownPlaces(placesOf(seats).slice(0, count), 24).map(({ name }) => name)).toEqual(names);
  });
});
