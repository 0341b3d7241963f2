import './UnexpectedNotice.css';
import { useEffect, useState } from 'react';

import { asProblem, Problem } from '../live/api.ts';
import { Notice, StatusLine, useWords } from '../ui/index.ts';
import { shellWords } from './words.ts';

type Seen =
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'bug' };

/** What no component caught, said in one line at the foot of the page instead of being lost in the console. */
export const UnexpectedNotice = () => {
  const words = useWords(shellWords).crash;
  const [seen, setSeen] = useState<Seen>({ kind: 'none' });
  useEffect(() => {
    const rejected = ({ reason }: PromiseRejectionEvent) =>
      setSeen(reason instanceof Problem ? { kind: 'problem', problem: asProblem(reason) } : { kind: 'bug' });
    const threw = ({ error }: ErrorEvent) => {
      if (error !== null && error !== undefined) setSeen({ kind: 'bug' });
    };
    addEventListener('unhandledrejection', rejected);
    addEventListener('error', threw);
    return () => {
      removeEventListener('unhandledrejection', rejected);
      removeEventListener('error', threw);
    };
  }, []);
  if (seen.kind === 'none') return null;
  const dismiss = () => setSeen({ kind: 'none' });
  return (
    <div className="shell-unexpected">
      {seen.kind === 'problem' ? (
        <StatusLine problem={seen.problem} onDismiss={dismiss} />
      ) : (
        <Notice tone="trouble" onDismiss={dismiss}>
          {words.notice}
        </Notice>
      )}
    </div>
  );
};
