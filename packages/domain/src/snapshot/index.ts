export * from './api.ts';
export * from './snapshot.ts';
