import { MySeats } from '@diemcau/domain/seat';
import { api } from '../live/api.ts';

/**
 * The page of the room screen that this browser already is, or null: it comes back by itself after a power cut.
 * Of several, the conference that starts last: an old one is over or will be soon.
 */
export const ownRoomPath = async (): Promise<string | null> => {
  const seats = await api.get('/seats/mine', MySeats);
  const rooms = seats.filter(({ role, state }) => role === 'room' && state === 'opened');
  return rooms.toSorted((a, b) => b.startsAt.localeCompare(a.startsAt))[0]?.path ?? null;
};
