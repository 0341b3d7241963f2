export * from './acts.ts';
export * from './deadlines.ts';
export * from './decider.ts';
export * from './media.ts';
export * from './microphone.ts';
export * from './versions.ts';
export * from './view.ts';
export * from './state.ts';
export { nextStep, unslotted, upcoming, type NextStep } from './order.ts';
