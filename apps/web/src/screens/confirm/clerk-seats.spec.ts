import { ConferenceId, SeatId, SiteId } from '@diemcau/domain/kernel';
import type { MySeat } from '@diemcau/domain/seat';
import { describe, expect, it } from 'vitest';

import { clerkPlaces } from './clerk-seats.ts';

const id = (n: number) => `01990000-0006-7000-8000-${String(n).padStart(12, '0')}`;
const seat = (n: number, more: Partial<MySeat> = {}): MySeat => ({
  seatId: SeatId.parse(id(n)),
  conferenceId: ConferenceId.parse(id(100)),
  role: 'clerk',
  conferenceName: 'Hội nghị',
  startsAt: '2026-11-24T01:00:00Z',
  phase: 'prepared',
  siteId: SiteId.parse(id(50)),
  siteName: 'Xã Ba Bể',
  personName: null,
  path: `/c/x/clerk?seat=${id(n)}`,
  state: 'opened',
  ...more,
});

describe('where a scanned code is confirmed', () => {
  it('is the page of a clerk that this browser may open, with the code', () => {
    const seats = [seat(1), seat(2, { role: 'room' }), seat(3, { state: 'revoked' })];
    expect(clerkPlaces(seats, 'BCDF-GHJK')).toEqual([
      { seatId: id(1), name: 'Xã Ba Bể', conference: 'Hội nghị', address: `/c/x/clerk?seat=${id(1)}#BCDF-GHJK` },
    ]);
  });
});
