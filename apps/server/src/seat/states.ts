import type { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import type { SeatState } from '@diemcau/domain/conference';
import type { Db } from '../platform/db/index.ts';
import type { SeatStore, StoredSeat } from './store.ts';

type SiteSeats = { readonly clerk: SeatState; readonly screen: SeatState };
const NONE: SeatState = { status: 'none' };

const stateOf = ({ seatId, personName, deviceLabel, openedAt }: StoredSeat): SeatState =>
  openedAt === null || deviceLabel === null
    ? { status: 'issued', seatId, personName }
    : { status: 'opened', seatId, personName, deviceLabel, openedAt: openedAt.toISOString() };

/** The seats beside each site of a list, in one query for the whole page. */
export const createSiteSeats = (db: Db, store: SeatStore) => ({
  statesOf: async (conferenceId: ConferenceId, siteIds: readonly SiteId[]): Promise<ReadonlyMap<SiteId, SiteSeats>> => {
    const states = new Map<SiteId, SiteSeats>();
    for (const seat of await store.ofSites(db, conferenceId, siteIds)) {
      if (seat.siteId === null) continue;
      const before = states.get(seat.siteId) ?? { clerk: NONE, screen: NONE };
      const state = stateOf(seat);
      // Who takes part alone is both on one device.
      if (seat.role === 'delegate')
        states.set(seat.siteId, { clerk: state, screen: state.status === 'opened' ? state : NONE });
      else states.set(seat.siteId, { ...before, [seat.role === 'clerk' ? 'clerk' : 'screen']: state });
    }
    return states;
  },
  sitesWith: async (conferenceId: ConferenceId): Promise<Readonly<Record<keyof SiteSeats, readonly SiteId[]>>> => {
    const seats = await store.rolesOfSites(conferenceId);
    const of = (has: (seat: (typeof seats)[number]) => boolean) => seats.filter(has).map(({ siteId }) => siteId);
    return {
      clerk: of(({ role }) => role !== 'room'),
      screen: of(({ role, isOpen }) => role === 'room' || (role === 'delegate' && isOpen)),
    };
  },
});
