import { useCallback, useState } from 'react';

import { asProblem } from '../live/api.ts';
import type { SaidProblem } from '../ui/index.ts';

/** Runs what a person asks of the server, and keeps what it refused. */
export const useAct = () => {
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const run = useCallback(async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act();
      setProblem(null);
      return true;
    } catch (thrown) {
      setProblem(asProblem(thrown));
      return false;
    }
  }, []);
  const dismiss = useCallback(() => setProblem(null), []);
  return { run, problem, dismiss };
};
export type Act = ReturnType<typeof useAct>;
