import type { SeatId } from '@diemcau/domain/kernel';
import { z } from 'zod';
import { api } from '../live/api.ts';
import type { Ticket } from './stage-connection.ts';
import { takeTicketAhead, ticketPath } from './ticket-ahead.ts';

const Answer = z.object({ token: z.string() });

const takeEarly = async (seatId: SeatId) => {
  const answer = await takeTicketAhead(seatId);
  return answer?.ok ? Answer.parse(await answer.json()) : null;
};

/** A token for the stage, of two minutes. The signalling goes through our own origin, where the gate stands. */
export const fetchTicket = async (seatId: SeatId): Promise<Ticket> => {
  // Refused or lost, it is asked for again: then a refusal says why.
  const early = await takeEarly(seatId).catch(() => null);
  const { token } = early ?? (await api.get(ticketPath(seatId), Answer));
  return { url: location.origin, token };
};
