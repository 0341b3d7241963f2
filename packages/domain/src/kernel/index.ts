export * from './actor.ts';
export * from './decider.ts';
export * from './ids.ts';
export * from './paging.ts';
export * from './problem.ts';
export * from './result.ts';
export * from './speech-kind.ts';
export * from './text.ts';
