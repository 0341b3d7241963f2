import { driftMs } from '@diemcau/domain/agenda';
import type { Live } from '@diemcau/domain/live';

const MINUTE_MS = 60_000;

/**
 * Whole minutes by which the conference will end late (or, negative, early); null without a plan, before a conference
 * that is not late yet, and after it.
 */
export const driftMinutes = ({ agenda, conference }: Live, now: number): number | null => {
  if (conference.status === 'absent' || conference.status === 'closed') return null;
  const drift = driftMs(agenda, conference.startsAt, now);
  if (drift === null) return null;
  const minutes = Math.trunc(drift / MINUTE_MS);
  return conference.status === 'prepared' && minutes < 1 ? null : minutes;
};
