import type { ConferenceRole } from '@diemcau/domain/kernel';
import type { SeatId } from '@diemcau/domain/kernel';
import { type MySeat, MySeats } from '@diemcau/domain/seat';
import { useEffect, useState } from 'react';

import { api, asProblem, type Problem } from '../live/api.ts';
import { seatInAddress } from './address.ts';

/** Which seat of this browser a page stands for. `none`: it holds no such seat. */
export type OwnSeat =
  | { readonly status: 'looking' }
  | { readonly status: 'found'; readonly seatId: SeatId }
  | { readonly status: 'none' }
  | { readonly status: 'failed'; readonly problem: Problem };

/** Of the browser's seats the one for this page, a usable one first. */
export const seatAmong = (seats: readonly MySeat[], conferenceId: string, role: ConferenceRole): SeatId | null => {
  const fitting = seats.filter((seat) => seat.conferenceId === conferenceId && seat.role === role);
  return (fitting.find((seat) => seat.state === 'opened') ?? fitting[0])?.seatId ?? null;
};

const look = async (conferenceId: string, role: ConferenceRole): Promise<OwnSeat> => {
  try {
    const seatId = seatAmong(await api.get('/seats/mine', MySeats), conferenceId, role);
    return seatId === null ? { status: 'none' } : { status: 'found', seatId };
  } catch (thrown) {
    return { status: 'failed', problem: asProblem(thrown) };
  }
};

/** The seat that this page was opened for: named by its address, or found among the browser's own. */
export const useOwnSeat = (conferenceId: string, role: ConferenceRole) => {
  const named = seatInAddress(location.search);
  const [found, setFound] = useState<OwnSeat>({ status: 'looking' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (named !== null) return;
    let gone = false;
    void look(conferenceId, role).then((seat) => !gone && setFound(seat));
    return () => {
      gone = true;
    };
  }, [named, conferenceId, role, tries]);
  const seat: OwnSeat = named === null ? found : { status: 'found', seatId: named };
  return { seat, again: () => setTries((n) => n + 1) };
};
