import type { ConferenceRole } from '@diemcau/domain/kernel';
import type { SeatId } from '@diemcau/domain/kernel';
import { type MySeat, MySeats, pathOf } from '@diemcau/domain/seat';
import { useEffect, useState } from 'react';

import { api, asProblem, type Problem } from '../live/api.ts';
import { seatInAddress } from './address.ts';

/** What of a seat says which page is its own. */
export type Held = Pick<MySeat, 'seatId' | 'conferenceId' | 'role'>;

/** Which seat of this browser a page stands for. `elsewhere`: only seats of other pages. `none`: no seat there at all. */
export type OwnSeat =
  | { readonly status: 'looking' }
  | { readonly status: 'found'; readonly seatId: SeatId }
  | { readonly status: 'elsewhere'; readonly held: Held }
  | { readonly status: 'none' }
  | { readonly status: 'failed'; readonly problem: Problem };

/** Of the browser's seats the one for this page, a usable one first; else a usable one of this conference. */
export const seatAmong = (seats: readonly MySeat[], conferenceId: string, role: ConferenceRole): OwnSeat => {
  const here = seats.filter((seat) => seat.conferenceId === conferenceId);
  const fitting = here.filter((seat) => seat.role === role);
  const found = fitting.find((seat) => seat.state === 'opened') ?? fitting[0];
  if (found) return { status: 'found', seatId: found.seatId };
  const held = here.find((seat) => seat.state === 'opened');
  return held ? { status: 'elsewhere', held } : { status: 'none' };
};

/** The page of a seat that was opened at another one's address; null at its own. */
export const rightPage = (held: Held, at: { readonly conferenceId: string; readonly role: ConferenceRole }) =>
  held.conferenceId === at.conferenceId && held.role === at.role ? null : pathOf(held);

const look = async (conferenceId: string, role: ConferenceRole): Promise<OwnSeat> => {
  try {
    return seatAmong(await api.get('/seats/mine', MySeats), conferenceId, role);
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
