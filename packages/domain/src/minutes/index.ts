export * from './api.ts';
export * from './entry.ts';
export * from './fold.ts';
export type { Told } from './moment.ts';
export * from './problems.ts';
export * from './summary.ts';
export * from './still.ts';
