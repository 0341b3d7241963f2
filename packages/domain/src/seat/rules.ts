import type { ConferenceRole, Detail } from '../kernel/index.ts';
import type { SeatCode } from './problems.ts';

/** A seat opens this long before the start (S5). */
export const OPENS_BEFORE_MS = 60 * 60 * 1000;
/** Most seats of a role without a site in one conference. */
export const MAX_SEATS_OF_ROLE = 100;
/** Most devices that a public watch link can be set to admit (S18). */
export const MAX_WATCHERS = 500;
export const DEFAULT_WATCHERS = 200;

export type OpeningTimes = {
  /** ms since the epoch */
  readonly startsAt: number;
  readonly status: 'prepared' | 'rehearsal' | 'open' | 'paused' | 'closed';
};

/** Why a seat of this conference cannot be opened at `now` (ms since the epoch), or null when it can (S5, S6, S16). */
export const whyShut = ({ startsAt, status }: OpeningTimes, now: number): SeatCode | null => {
  if (status === 'closed') return 'seat.over';
  return status === 'prepared' && now < startsAt - OPENS_BEFORE_MS ? 'seat.too_early' : null;
};

const inVietnam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** When the seats of a conference open, for the refusal of those who come before (S16). */
export const whenOpen = ({ startsAt }: Pick<OpeningTimes, 'startsAt'>): Detail => {
  const opensAt = new Date(startsAt - OPENS_BEFORE_MS);
  const [day = '', time = ''] = inVietnam.format(opensAt).split(', ');
  return {
    facts: { opensAt: opensAt.toISOString() },
    vi: `Chưa đến giờ vào. Hội nghị mở vào ${time} ngày ${day}; hãy mở lại đường dẫn này khi đến giờ.`,
    en: `It is too early. The conference lets people in at ${time} on ${day}; open this link again then.`,
  };
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
    case 'secretary':
    case 'clerk':
    case 'delegate':
      return `/c/${seat.conferenceId}/${seat.role}${query}`;
    case 'technician':
      return `/c/${seat.conferenceId}/tech${query}`;
    case 'observer':
      return `/c/${seat.conferenceId}/watch${query}`;
  }
};
