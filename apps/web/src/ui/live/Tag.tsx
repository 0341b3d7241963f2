import './Tag.css';
import type { ReactNode } from 'react';

import type { Icon } from './icons.ts';

/** `air` filled red, only for what is on air; `red` a quiet red of the office pages. */
export type TagTone = 'plain' | 'air' | 'amber' | 'green' | 'blue' | 'red';

export type TagProps = {
  children: ReactNode;
  tone?: TagTone;
  icon?: Icon;
  size?: 'normal' | 'big';
  /** Read instead of the words, when the eye has more than the ear: "3.298 / 3.355". */
  label?: string;
};

/** A state in a word, with its icon: colour never says it alone. */
export const Tag = ({ children, tone = 'plain', icon: Picture, size = 'normal', label }: TagProps) => (
  <span className={`ui-tag ${tone} ${size}`}>
    {Picture && <Picture size="1.2em" stroke={2} aria-hidden />}
    {label === undefined ? (
      children
    ) : (
      <>
        <span aria-hidden>{children}</span>
        <span className="hidden-text">{label}</span>
      </>
    )}
  </span>
);

/** A red lamp with its word: what is seen here is live. */
export const Lamp = () => <span className="ui-lamp" aria-hidden />;
