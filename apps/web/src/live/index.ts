export { LiveConnection, type LiveOptions } from './connection.ts';
export * from './select.ts';
export { type Connection, type LiveState, type Names, type Said } from './state.ts';
export { useLive, useLiveState } from './use-live.ts';
