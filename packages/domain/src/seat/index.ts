export * from './api.ts';
export * from './demo-api.ts';
export * from './problems.ts';
export * from './room-code.ts';
export * from './rules.ts';
