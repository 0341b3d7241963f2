export * from './api.ts';
export * from './codes.ts';
