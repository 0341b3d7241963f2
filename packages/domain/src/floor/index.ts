export * from './messages.ts';
export * from './problems.ts';
export * from './rules.ts';
export * from './state.ts';
export * from './view.ts';
export { evolve as evolveFloor } from './evolve.ts';
