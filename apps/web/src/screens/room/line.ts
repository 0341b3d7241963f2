// What a screen says to the server first. Only what that needs is imported, and by its own file: this runs before the
// code of the media and of the pictures does.
import type { LiveConnection } from '../../live/connection.ts';
import { holdLine } from '../../live/hold-line.ts';
import { seatInAddress } from '../../seat/address.ts';

/** The line of the seat that the address names; null without one. */
export const openLine = (search: string): LiveConnection | null => {
  const seatId = seatInAddress(search);
  return seatId && holdLine(seatId);
};
