export * from './messages.ts';
export * from './problems.ts';
export * from './rules.ts';
export * from './state.ts';
export { evolve as evolveRunSheet } from './evolve.ts';
