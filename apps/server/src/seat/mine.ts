import type { ConferenceId, SeatId } from '@diemcau/domain/kernel';
import { MAX_SEATS_OF_BROWSER, pathOf, type MySeat } from '@diemcau/domain/seat';
import { hashSecret } from '../platform/identity/index.ts';
import type { ConferenceFacts, Conferences } from './ports.ts';
import type { HoldStore } from './store.ts';

type HeldRow = Awaited<ReturnType<HoldStore['heldBy']>>[number];

const toMySeat = (row: HeldRow, { name, startsAt, status }: ConferenceFacts): MySeat => {
  const { seatId, conferenceId, role, siteId, siteName, personName, endedBecause } = row;
  const state = endedBecause ?? (status === 'closed' ? 'over' : 'opened');
  const place = { seatId, conferenceId, role, siteId, siteName, personName };
  const conference = { conferenceName: name, startsAt: new Date(startsAt).toISOString(), phase: status };
  return { ...place, ...conference, path: pathOf(place), state };
};

/** Seats that this browser's cookies hold or held, the latest first; what it cannot prove is left out. */
export const createMine = ({
  holds,
  conferences,
}: {
  readonly holds: HoldStore;
  readonly conferences: Conferences;
}) => {
  return async (tokens: readonly { readonly seatId: string; readonly token: string }[]): Promise<readonly MySeat[]> => {
    const some = tokens.slice(-MAX_SEATS_OF_BROWSER);
    if (some.length === 0) return [];
    const claimed = new Set(some.map(({ seatId }) => seatId));
    const rows = (await holds.heldBy(some.map(({ token }) => hashSecret(token)))).filter(({ seatId }) =>
      claimed.has(seatId),
    );
    const ids = [...new Set(rows.map(({ conferenceId }) => conferenceId))];
    const facts = new Map<ConferenceId, ConferenceFacts | null>();
    for (const id of ids) facts.set(id, await conferences.facts(id));
    return rows.flatMap((row) => {
      const conference = facts.get(row.conferenceId);
      return conference ? [toMySeat(row, conference)] : [];
    });
  };
};
export type Mine = ReturnType<typeof createMine>;

/** The one seat among them. */
export const mySeat = (seats: readonly MySeat[], seatId: SeatId): MySeat | undefined =>
  seats.find((seat) => seat.seatId === seatId);
