export * from './api.ts';
export * from './line-run.ts';
export * from './line-sample.ts';
export * from './problems.ts';
export * from './rules.ts';
export * from './state.ts';
