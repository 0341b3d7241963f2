export * from './api.ts';
export * from './api-problems.ts';
export * from './messages.ts';
export * from './problems.ts';
export * from './rules.ts';
export * from './view.ts';
