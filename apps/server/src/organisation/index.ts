export { SESSION_SECONDS, createAccounts, type Accounts } from './accounts.ts';
export { organisationRoutes } from './routes.ts';
export { createOrganisationStore, type OrganisationStore, type UnitRow } from './store.ts';
