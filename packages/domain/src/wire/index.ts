export * from './client-frames.ts';
export * from './device.ts';
export * from './plan.ts';
export * from './problems.ts';
export * from './server-frames.ts';
