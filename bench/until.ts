import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 50;

/** Whether it came to hold within this time. */
export const until = async (holds: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> => {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) return false;
    await delay(POLL_MS);
  }
  return true;
};
