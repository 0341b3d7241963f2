export type { Seats, Sites, SiteSeats, Units } from './ports.ts';
export { createPreparation, type Preparation } from './prepare.ts';
export { conferenceRoutes } from './routes.ts';
export { createConferenceStore, type ConferenceStore, type StoredConference } from './store.ts';
