import type { SeatId } from '@diemcau/domain/kernel';
import { z } from 'zod';
import { api } from '../live/api.ts';
import type { Ticket } from './stage-connection.ts';

const Answer = z.object({ token: z.string() });

const fetchNow = async (seatId: SeatId): Promise<Ticket> => {
  const { token } = await api.get(`/seats/${seatId}/media-token`, Answer);
  return { url: location.origin, token };
};

/** Asked for before the code of the media runs; used once. */
const ahead = new Map<SeatId, Promise<Ticket>>();

export const fetchTicketAhead = (seatId: SeatId): void => {
  const ticket = fetchNow(seatId);
  ahead.set(seatId, ticket);
  // Whoever takes it hears of a refusal.
  ticket.catch(() => undefined);
};

/** A token for the stage, of two minutes. The signalling goes through our own origin, where the gate stands. */
export const fetchTicket = (seatId: SeatId): Promise<Ticket> => {
  const ticket = ahead.get(seatId);
  ahead.delete(seatId);
  return ticket ?? fetchNow(seatId);
};
