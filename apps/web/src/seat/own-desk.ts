import type { ConferenceRole } from '@diemcau/domain/kernel';
import type { MySeat } from '@diemcau/domain/seat';

import { useMySeats } from './seats.ts';

/** Who leads most first. */
const desks: readonly ConferenceRole[] = ['moderator', 'chair', 'operator', 'secretary', 'technician'];

/** The page of the desk that this browser may open in a conference; null: it holds none. */
export const deskAmong = (seats: readonly MySeat[], conferenceId: string): string | null => {
  const here = seats.filter((seat) => seat.conferenceId === conferenceId && seat.state === 'opened');
  return desks.flatMap((role) => here.find((seat) => seat.role === role) ?? [])[0]?.path ?? null;
};

export const useOwnDesk = (conferenceId: string): string | null => deskAmong(useMySeats().data ?? [], conferenceId);
