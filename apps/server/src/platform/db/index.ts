export { DatabaseClock } from './clock.ts';
export { connect, KEPT, type Database, type Db, type Transaction } from './connect.ts';
export { migrate, MigrationError, pendingMigrations } from './migrate.ts';
