export * from './clock.ts';
export * from './messages.ts';
export * from './problems.ts';
export * from './rules.ts';
export * from './state.ts';
export { evolve as evolveAgenda } from './evolve.ts';
