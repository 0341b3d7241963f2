import { useMemo, useState } from 'react';

import type { SaidProblem } from '../ui/index.ts';
import { Acts, type Run } from './acts.ts';
import type { LiveConnection } from './connection.ts';

export type ActsOfPage = {
  readonly run: Run;
  /** What the server said of the last refused act. */
  readonly problem: SaidProblem | null;
  readonly dismiss: () => void;
};

/** The acts of this page and the server's last refusal. */
export const useActs = (connection: LiveConnection): ActsOfPage => {
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const acts = useMemo(() => new Acts(connection.send, () => performance.now(), setProblem), [connection]);
  return { run: acts.run, problem, dismiss: () => setProblem(null) };
};
