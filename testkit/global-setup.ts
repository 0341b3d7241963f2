import { startForRun } from './postgres.ts';

/** Vitest calls it once before all files and awaits what it returns after them. */
export const setup = (): Promise<() => Promise<void>> => startForRun();
