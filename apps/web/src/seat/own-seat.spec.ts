import { ConferenceId, SeatId } from '@diemcau/domain/kernel';
import type { MySeat } from '@diemcau/domain/seat';
import { describe, expect, it } from 'vitest';

import { seatInAddress } from './address.ts';
import { seatAmong } from './own-seat.ts';

const id = (n: number) => `01990000-0006-7000-8000-${String(n).padStart(12, '0')}`;
const conferenceId = ConferenceId.parse(id(100));
const seat = (n: number, more: Partial<MySeat> = {}): MySeat => ({
  seatId: SeatId.parse(id(n)),
  conferenceId,
  role: 'moderator',
  conferenceName: 'Hội nghị',
  startsAt: '2026-11-24T01:00:00Z',
  siteId: null,
  siteName: null,
  personName: null,
  path: '/',
  state: 'opened',
  ...more,
});

describe('the seat of a page', () => {
  it('is the one that its address names', () => {
    expect(seatInAddress(`?seat=${id(1)}`)).toBe(id(1));
    expect(seatInAddress('?seat=x')).toBeNull();
    expect(seatInAddress('')).toBeNull();
  });

  it('is otherwise found by conference and role, a usable one first', () => {
    const seats = [
      seat(1, { role: 'chair' }),
      seat(2, { state: 'revoked' }),
      seat(3),
      seat(4, { conferenceId: ConferenceId.parse(id(101)) }),
    ];
    expect(seatAmong(seats, conferenceId, 'moderator')).toBe(id(3));
    expect(seatAmong(seats.slice(0, 2), conferenceId, 'moderator')).toBe(id(2));
    expect(seatAmong(seats, conferenceId, 'operator')).toBeNull();
  });
});
