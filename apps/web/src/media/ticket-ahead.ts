// Runs before all other code of the page, so it imports nothing.

/** A token that was asked for before there was anything to join with. */
export type TicketAhead = { readonly seatId: string; readonly answer: Promise<Response> };

const SEAT = /^[0-9a-f-]{36}$/;

export const ticketPath = (seatId: string): string => `/seats/${seatId}/media-token`;

/** Asks for a token for the seat that the address names; null: it names none. */
export const askTicketAhead = (search: string): TicketAhead | null => {
  const seatId = new URLSearchParams(search).get('seat') ?? '';
  if (!SEAT.test(seatId)) return null;
  const answer = fetch(`/api/v1${ticketPath(seatId)}`, { cache: 'no-store' });
  // Whoever joins with it hears of that.
  answer.catch(() => undefined);
  return { seatId, answer };
};
