export { matchCodes, siteRoutes } from './routes.ts';
export { createSiteStore, type SiteRow, type SiteStore } from './store.ts';
