export { end, type Running } from './running.ts';
export type { Service } from './keeper.ts';
export { LIVEKIT_SETTINGS, livekitService, type LivekitOptions } from './livekit.ts';
export { databaseUrl, postgresService, superuserUrl, type PostgresOptions } from './postgres.ts';
