export * from './acts.ts';
export * from './deadlines.ts';
export * from './decider.ts';
export * from './media.ts';
export * from './microphone.ts';
export * from './versions.ts';
export * from './view.ts';
export * from './state.ts';
export { upcoming } from './policies.ts';
