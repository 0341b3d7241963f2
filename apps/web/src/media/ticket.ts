import type { SeatId } from '@diemcau/domain/kernel';
import { z } from 'zod';
import { api } from '../live/api.ts';
import type { Ticket } from './stage-connection.ts';
import { ticketPath } from './ticket-ahead.ts';

const Answer = z.object({ token: z.string() });

/** A token for the stage, of two minutes. The signalling goes through our own origin, where the gate stands. */
export const fetchTicket = async (seatId: SeatId): Promise<Ticket> => {
  const { token } = await api.get(ticketPath(seatId), Answer);
  return { url: location.origin, token };
};
