import './StatusLine.css';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useSentence, useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';

/** What went wrong and what to do, in both languages; the code is for whoever helps on the phone. */
export type SaidProblem = { readonly code: string; readonly vi: string; readonly en: string };

const icons = { trouble: IconAlertTriangle, good: IconCircleCheck, calm: IconInfoCircle } as const;

export type NoticeProps = {
  tone: keyof typeof icons;
  children: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
  onDismiss?: () => void;
};

/** One line of what has just happened. Trouble interrupts a reader, the others wait. */
export const Notice = ({ tone, children, action, onDismiss }: NoticeProps) => {
  const words = useWords(uiWords);
  const Picture = icons[tone];
  return (
    <div className={`ui-notice ${tone}`} role={tone === 'trouble' ? 'alert' : 'status'}>
      <Picture size="1.35em" stroke={2} aria-hidden />
      <div className="ui-notice-words">{children}</div>
      {action}
      {onDismiss && (
        <button type="button" className="ui-notice-close" onClick={onDismiss} aria-label={words.dismiss}>
          <IconX size="1.2em" stroke={2} aria-hidden />
        </button>
      )}
    </div>
  );
};

export type StatusLineProps = { problem: SaidProblem | null; onDismiss?: () => void; action?: ReactNode };

/** A refusal or failure in its own words; nothing while there is none. Its place is kept by the page that shows it. */
export const StatusLine = ({ problem, onDismiss, action }: StatusLineProps) => {
  const sentence = useSentence();
  if (problem === null) return null;
  return (
    <Notice tone="trouble" action={action} {...(onDismiss ? { onDismiss } : {})}>
      {sentence(problem)} <span className="ui-notice-code">{problem.code}</span>
    </Notice>
  );
};
