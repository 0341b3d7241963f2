import './states.css';
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useSentence, useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';
import { Button } from './Button.tsx';
import type { Icon } from './icons.ts';
import type { SaidProblem } from './StatusLine.tsx';

/** Waiting for the first answer. It appears only after a moment, so that quick answers do not flicker. */
export const Loading = ({ children }: { children?: string }) => {
  const words = useWords(uiWords);
  return (
    <div className="ui-state loading" role="status">
      <span className="ui-state-wheel" aria-hidden />
      <p>{children ?? words.loading}</p>
    </div>
  );
};

export type EmptyStateProps = { title: string; children?: ReactNode; icon?: Icon; action?: ReactNode };

/** Nothing here yet: what will appear, and what to do first. */
export const EmptyState = ({ title, children, icon: Picture = IconInbox, action }: EmptyStateProps) => (
  <div className="ui-state">
    <Picture size={40} stroke={1.5} aria-hidden />
    <h2>{title}</h2>
    {children !== undefined && <p>{children}</p>}
    {action}
  </div>
);

export type ErrorStateProps = {
  problem: SaidProblem;
  title?: string;
  onRetry?: () => void | Promise<unknown>;
  /** Words of the button, when it does not simply try again. */
  retry?: string;
};

/** A whole page or panel that could not be shown: what happened, what to do, and the button that does it. */
export const ErrorState = ({ problem, title, onRetry, retry }: ErrorStateProps) => {
  const words = useWords(uiWords);
  const sentence = useSentence();
  return (
    <div className="ui-state trouble" role="alert">
      <IconAlertTriangle size={40} stroke={1.5} aria-hidden />
      <h2>{title ?? words.errorTitle}</h2>
      <p>{sentence(problem)}</p>
      {onRetry && (
        <Button tone="primary" onPress={onRetry}>
          {retry ?? words.retry}
        </Button>
      )}
      <p className="ui-state-code">{problem.code}</p>
    </div>
  );
};
