export { DatabaseClock } from './clock.ts';
export { connect, type Database, type Db, type RunKept, type Transaction } from './connect.ts';
export { migrate, MigrationError, pendingMigrations } from './migrate.ts';
