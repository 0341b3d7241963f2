export type { Seats, Sites, SiteSeats, Units } from './ports.ts';
export { createPreparation, type Preparation } from './prepare.ts';
export { createMaking } from './make.ts';
export { createMakingStore } from './making-store.ts';
export { conferenceRoutes } from './routes.ts';
export { createConferenceStore, type ConferenceStore, type StoredConference } from './store.ts';
export { templateRoutes } from './template-routes.ts';
export { createTemplateStore } from './template-store.ts';
