export { LiveConnection, type LiveOptions } from './connection.ts';
export { type Run } from './acts.ts';
export * from './naming.ts';
export * from './select.ts';
export { type Connection, type LiveState, type Names, type Said } from './state.ts';
export type { MovesOptions } from './moves.ts';
export { useLive, useLiveState } from './use-live.ts';
export { type ActsOfPage, useActs } from './use-acts.ts';
export { useMoves } from './use-moves.ts';
