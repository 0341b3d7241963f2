import { reloadOnce, tabMemory } from '../live/reload-once.ts';

let leaving = false;

/** Whether this page has just been told to open itself again: what fails until then is not worth a word. */
export const isLeaving = (): boolean => leaving;

/** A page of before cannot load parts that a newer build has replaced: it opens itself again, once in five minutes. */
export const followNewBuild = (): void =>
  addEventListener('vite:preloadError', () => {
    if (reloadOnce(Date.now(), tabMemory(), () => location.reload()) === 0) leaving = true;
  });
