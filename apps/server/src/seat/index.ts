import type { ConferenceId, SeatId } from '@diemcau/domain/kernel';
import type { Action, Resource } from '@diemcau/domain/organisation';
import type { Db } from '../platform/db/index.ts';
import type { Api, Cookies } from '../platform/http/index.ts';
import type { SeatRegistry } from '../platform/identity/index.ts';
import { adminSeatRoutes, type AdminCode } from './admin-routes.ts';
import { createClerkLinks } from './clerk-links.ts';
import { createCodeStore } from './code-store.ts';
import { createMine } from './mine.ts';
import { createGuesses } from './guesses.ts';
import type { Conferences } from './ports.ts';
import { createRedeem } from './redeem.ts';
import { roomRoutes } from './room-routes.ts';
import { createRoomScreens } from './room-screens.ts';
import { holderRoutes } from './routes.ts';
import { createSeats } from './seats.ts';
import { createSiteSeats } from './states.ts';
import { createHoldStore, createSeatStore } from './store.ts';
import { createWatch } from './watch.ts';
import { watchRoutes } from './watch-routes.ts';
import { createWatchStore } from './watch-store.ts';

export type { ConferenceFacts, Conferences } from './ports.ts';
export type { Seats } from './seats.ts';
export type { NewSeat, SeatStore, StoredSeat } from './store.ts';

export type SeatSliceParts = {
  readonly db: Db;
  readonly registry: SeatRegistry;
  readonly conferences: Conferences;
  readonly cookies: Cookies;
  readonly publicUrl: string | undefined;
  /** Key of the installation. */
  readonly key: string;
  readonly now: () => number;
  /** Seats of observers that were connected within the last so many ms. */
  readonly observersHere: (conferenceId: ConferenceId, withinMs: number) => Promise<ReadonlySet<SeatId>>;
};

/** The seats of conferences: links, devices, room screens. */
export const createSeatSlice = (slice: SeatSliceParts) => {
  const { db, registry, conferences, cookies, publicUrl, key, now, observersHere } = slice;
  const store = createSeatStore(db);
  const holds = createHoldStore(db);
  const parts = { db, store, holds, conferences, registry };
  const seats = createSeats(parts);
  const screens = createRoomScreens({ ...parts, codes: createCodeStore(db), seats, key, now });
  const issueClerkLinks = createClerkLinks({ ...parts, seats, key });
  const guesses = createGuesses(db, now);
  const redeem = createRedeem({ ...parts, seats, guesses, now });
  const watch = createWatch({ ...parts, seats, watch: createWatchStore(db), guesses, key, now, observersHere });
  return {
    store,
    seats,
    siteSeats: { ...createSiteSeats(db, store), endOfSites: seats.endOfSites },
    routes: (api: Api<Action, Resource, AdminCode>): void => {
      adminSeatRoutes(api, { store, seats, issueClerkLinks, conferences, publicUrl });
      holderRoutes(api, { redeem, mine: createMine({ holds, conferences }), cookies });
      roomRoutes(api, { screens, cookies });
      watchRoutes(api, { watch, conferences, cookies, publicUrl });
    },
  };
};
export type SeatSlice = ReturnType<typeof createSeatSlice>;
