import { asProblem, type Problem } from '../live/api.ts';

/** Pauses before it is sent again while nobody answers, in ms. */
export const AGAIN_MS: readonly number[] = [500, 1000, 2000, 4000, 8000];

/** Nobody answered, or only to say that it cannot be now: asking again may mend it. */
export const isPassing = ({ status }: Problem): boolean => status === 0 || status === 502 || status === 503;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Sends what is safe to send twice, until it is taken or refused, or has been sent six times in vain. */
export const sendUntilAnswered = async (send: () => Promise<unknown>, wait = pause): Promise<void> => {
  for (const ms of AGAIN_MS) {
    try {
      await send();
      return;
    } catch (thrown) {
      if (!isPassing(asProblem(thrown))) throw thrown;
      await wait(ms);
    }
  }
  await send();
};
