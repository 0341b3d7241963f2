import type { SiteId } from '@diemcau/domain/kernel';
import type { DemoSeat } from '@diemcau/domain/seat';

/** A site of the demo with its two seats. */
export type Place = { readonly siteId: SiteId; readonly name: string; readonly simulated: boolean };

const isOfAudience = ({ role }: DemoSeat): boolean => role === 'delegate' || role === 'observer';

/** Seats of one person: the desks, then who takes part alone from a device of their own, and who watches. */
export const desksOf = (seats: readonly DemoSeat[]): readonly DemoSeat[] =>
  seats
    .filter(({ role, siteId }) => siteId === null || role === 'delegate')
    .toSorted((a, b) => Number(isOfAudience(a)) - Number(isOfAudience(b)));

/** The sites in the demo's own order: the hall first, then those that can play themselves, then the others. */
export const placesOf = (seats: readonly DemoSeat[]): readonly Place[] =>
  seats.flatMap(({ role, siteId, label, simulated }) =>
    role === 'room' && siteId !== null ? [{ siteId, name: label, simulated }] : [],
  );

/** The sites that the start page shows at once: two that play themselves, and one that waits for this machine's camera. */
export const shownPlaces = (places: readonly Place[], playable: number): readonly Place[] => {
  const sites = places.slice(1);
  const waiting = sites[Math.min(playable, sites.length - 1)];
  const first = sites.slice(0, 2);
  return waiting === undefined || first.includes(waiting) ? first : [...first, waiting];
};
