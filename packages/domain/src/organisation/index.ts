export * from './actions.ts';
export * from './api.ts';
export * from './problems.ts';
export * from './rights.ts';
