import { useEffect, useState } from 'react';

import { asProblem } from '../live/api.ts';
import type { SaidProblem } from '../ui/index.ts';

type Asked = { readonly before: number | null; readonly isLate: boolean };

/**
 * What became of a trial that this page asked the room for, whose result comes with a later report.
 * @param answeredAt of the latest result; null: none
 */
export const useAsked = (answeredAt: number | null, start: () => Promise<void>, waitMs: number) => {
  const [asked, ask] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  useEffect(() => {
    if (asked === null || asked.isLate) return;
    const timer = setTimeout(() => ask({ ...asked, isLate: true }), waitMs);
    return () => clearTimeout(timer);
  }, [asked, waitMs]);
  const isAnswered = asked !== null && answeredAt !== null && answeredAt !== asked.before;
  const status = asked === null || isAnswered ? 'told' : asked.isLate ? 'failed' : 'running';
  const press = async () => {
    try {
      await start();
      setProblem(null);
      ask({ before: answeredAt, isLate: false });
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  return { status, press, problem, dismiss: () => setProblem(null) } as const;
};
