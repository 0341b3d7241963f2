import type { SeatId } from '@diemcau/domain/kernel';
import type { LiveConnection } from './connection.ts';
import { enter, sharedFor } from './lines.ts';

/** The connection of a seat whose page has no other: up from now on until the page is left. Needs no React. */
export const holdLine = (seatId: SeatId): LiveConnection => {
  enter(seatId);
  const { connection } = sharedFor(seatId);
  window.addEventListener('online', connection.hurry);
  return connection;
};
