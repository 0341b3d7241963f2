import type { ConferenceRole } from '../kernel/index.ts';
import type { SeatCode } from './problems.ts';

/** A seat opens this long before the start (S5). */
export const OPENS_BEFORE_MS = 60 * 60 * 1000;
/** Most seats of a role without a site in one conference. */
export const MAX_SEATS_OF_ROLE = 100;

export type OpeningTimes = { readonly startsAt: number; readonly isClosed: boolean };

/** Why a seat of this conference cannot be opened at `now` (ms since the epoch), or null when it can (S5, S6). */
export const whyShut = ({ startsAt, isClosed }: OpeningTimes, now: number): SeatCode | null => {
  if (isClosed) return 'seat.over';
  return now < startsAt - OPENS_BEFORE_MS ? 'seat.too_early' : null;
};

/** The page of a seat. The seat is named, so that several can be open in one browser. */
export const pathOf = (seat: {
  readonly seatId: string;
  readonly conferenceId: string;
  readonly role: ConferenceRole;
}): string => {
  const query = `?seat=${seat.seatId}`;
  switch (seat.role) {
    case 'room':
      return `/room${query}`;
    case 'chair':
    case 'moderator':
    case 'operator':
    case 'clerk':
      return `/c/${seat.conferenceId}/${seat.role}${query}`;
    case 'observer':
      return `/c/${seat.conferenceId}/observe${query}`;
  }
};
