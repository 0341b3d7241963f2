import { ConferenceId, SeatId } from '@diemcau/domain/kernel';
import type { MySeat } from '@diemcau/domain/seat';
import { describe, expect, it } from 'vitest';

import { seatInAddress } from './address.ts';
import { rightPage, seatAmong } from './own-seat.ts';

const id = (n: number) => `01990000-0006-7000-8000-${String(n).padStart(12, '0')}`;
const conferenceId = ConferenceId.parse(id(100));
const seat = (n: number, more: Partial<MySeat> = {}): MySeat => ({
  seatId: SeatId.parse(id(n)),
  conferenceId,
  role: 'moderator',
  conferenceName: 'Hội nghị',
  startsAt: '2026-11-24T01:00:00Z',
  phase: 'prepared',
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
    expect(seatAmong(seats, conferenceId, 'moderator')).toEqual({ status: 'found', seatId: id(3) });
    expect(seatAmong(seats.slice(0, 2), conferenceId, 'moderator')).toEqual({ status: 'found', seatId: id(2) });
  });

  it('S15: without one, a usable seat of the same conference says where this browser belongs', () => {
    const [withdrawn, elsewhere] = [
      seat(1, { role: 'chair', state: 'revoked' }),
      seat(2, { role: 'clerk', conferenceId: ConferenceId.parse(id(101)) }),
    ];
    const clerk = seat(3, { role: 'clerk' });
    const among = (...seats: MySeat[]) => seatAmong(seats, conferenceId, 'moderator');
    expect(among(withdrawn, elsewhere, clerk)).toEqual({ status: 'elsewhere', held: clerk });
    expect(among(withdrawn, elsewhere)).toEqual({ status: 'none' });
    expect(among()).toEqual({ status: 'none' });
  });

  it('S15: of another role or another conference leads to the page of that seat, its own page nowhere', () => {
    const at = { conferenceId, role: 'moderator' } as const;
    const other = ConferenceId.parse(id(101));
    expect(rightPage(seat(1), at)).toBeNull();
    expect(rightPage(seat(1, { role: 'clerk' }), at)).toBe(`/c/${conferenceId}/clerk?seat=${id(1)}`);
    expect(rightPage(seat(1, { role: 'room' }), at)).toBe(`/room?seat=${id(1)}`);
    expect(rightPage(seat(1, { conferenceId: other }), at)).toBe(`/c/${other}/moderator?seat=${id(1)}`);
  });
});
