export * from './api.ts';
export * from './delegate.ts';
export * from './messages.ts';
export * from './paste.ts';
export * from './problems.ts';
export * from './rules.ts';
