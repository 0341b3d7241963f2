import { Problem } from './api.ts';

/** Between the tries of a change that got no answer: the same id, so that it is done once. */
const AGAIN_AFTER_MS = [1000, 2000, 4000] as const;

/** Nobody answered, or the server was just starting: the change may be done or not. */
export const isUnheard = (problem: Problem): boolean => problem.status === 0 || problem.status >= 502;

/** Sends a change that carries an id of its own until it is answered; throws the answer, or that there was none. */
export const sendUntilHeard = async <T>(send: () => Promise<T>, pause: (ms: number) => Promise<void>): Promise<T> => {
  for (const ms of AGAIN_AFTER_MS) {
    try {
      return await send();
    } catch (thrown) {
      if (!(thrown instanceof Problem) || !isUnheard(thrown)) throw thrown;
      await pause(ms);
    }
  }
  return send();
};
