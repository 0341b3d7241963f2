import type { SeatId } from '@diemcau/domain/kernel';
import { z } from 'zod';
import { api } from '../live/api.ts';
import type { Ticket } from './stage-connection.ts';
import { takeTicketAhead, ticketPath } from './ticket-ahead.ts';

const Answer = z.object({ token: z.string() });

/** A token for the stage, of two minutes. The signalling goes through our own origin, where the gate stands. */
export const fetchTicket = async (seatId: SeatId): Promise<Ticket> => {
  const ahead = await takeTicketAhead(seatId)?.catch(() => null);
  // Asked again, a refusal says why.
  const { token } = ahead?.ok ? Answer.parse(await ahead.json()) : await api.get(ticketPath(seatId), Answer);
  return { url: location.origin, token };
};
