// What a screen says to the server first. Only what that needs is imported, and by its own file: this runs before the
// code of the media and of the pictures does.
import type { LiveConnection } from '../../live/connection.ts';
import { holdLine } from '../../live/hold-line.ts';
import { fetchTicketAhead } from '../../media/ticket.ts';
import { seatInAddress } from '../../seat/address.ts';

/** The line of the seat that the address names, and a token for the media asked for beside it; null without a seat. */
export const openLine = (search: string): LiveConnection | null => {
  const seatId = seatInAddress(search);
  if (!seatId) return null;
  fetchTicketAhead(seatId);
  return holdLine(seatId);
};
