import type { MySeat } from '@diemcau/domain/seat';

/** The clerk's pages that this browser can open, with the code to confirm there. */
export type ClerkPlace = {
  readonly seatId: string;
  readonly name: string;
  readonly conference: string;
  readonly address: string;
};

export const clerkPlaces = (seats: readonly MySeat[], code: string): readonly ClerkPlace[] =>
  seats
    .filter((seat) => seat.role === 'clerk' && seat.state === 'opened')
    .map(({ seatId, siteName, conferenceName, path }) => ({
      seatId,
      name: siteName ?? conferenceName,
      conference: conferenceName,
      address: `${path}#${code}`,
    }));
