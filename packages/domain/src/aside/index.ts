export * from './api.ts';
export * from './problems.ts';
