// Runs before all other code of the page, so it imports nothing.

type Ahead = { readonly seatId: string; readonly answer: Promise<Response> };

const SEAT = /^[0-9a-f-]{36}$/;
let ahead: Ahead | null = null;

export const ticketPath = (seatId: string): string => `/seats/${seatId}/media-token`;

/** Asks for a token for the seat that the address names. */
export const askTicketAhead = (search: string): void => {
  const seatId = new URLSearchParams(search).get('seat') ?? '';
  if (!SEAT.test(seatId)) return;
  const answer = fetch(`/api/v1${ticketPath(seatId)}`, { cache: 'no-store' });
  // Whoever takes it asks again.
  answer.catch(() => undefined);
  ahead = { seatId, answer };
};

/** The answer to that, once; null when none was asked for or it was taken. */
export const takeTicketAhead = (seatId: string): Promise<Response> | null => {
  const taken = ahead;
  ahead = null;
  return taken?.seatId === seatId ? taken.answer : null;
};
