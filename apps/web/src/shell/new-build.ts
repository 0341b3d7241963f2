import { reloadOnce, tabMemory } from '../live/reload-once.ts';
import { serverAnswers } from '../live/server-answers.ts';

let leaving = false;

/** Whether this page has just been told to open itself again: what fails until then is not worth a word. */
export const isLeaving = (): boolean => leaving;

/** Opens the page again, as soon as there is a server to open it from. */
export const openAgain = (): void => void serverAnswers().then(() => location.reload());

/**
 * A page cannot load parts of itself that a newer build has replaced, nor any while its server is away: it opens itself
 * again, at most once in five minutes. What is lost sooner waits so long where nobody is; at a desk somebody may be at
 * work by then, and opens it himself.
 */
export const followNewBuild = ({ isUnattended }: { readonly isUnattended: boolean }): void => {
  let waiting = false;
  const leave = (): void => {
    const restMs = reloadOnce(Date.now(), tabMemory(), openAgain);
    leaving = restMs === 0;
    waiting = !leaving && isUnattended;
    if (waiting) setTimeout(leave, restMs);
  };
  addEventListener('vite:preloadError', () => {
    if (!leaving && !waiting) leave();
  });
};
