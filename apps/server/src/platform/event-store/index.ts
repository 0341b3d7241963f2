export { EventStore } from './event-store.ts';
export { tables as storeTables } from './rows.ts';
export { StoreUnavailable, type Advance, type Stored, type StreamKind, type Submission } from './types.ts';
