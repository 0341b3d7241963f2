import './Button.css';
import type { ReactNode } from 'react';

import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';
import type { Icon } from './icons.ts';
import { Kbd } from './Kbd.tsx';
import { usePress } from './press.ts';

/** `air` (red) only for what goes on air; `primary` for the one next act; `quiet` for what is rarely wanted. */
export type ButtonTone = 'plain' | 'primary' | 'air' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'normal' | 'big';

export type ButtonProps = {
  /** The words; without them `label` names an icon alone. */
  children?: ReactNode;
  /** What the press does. Its promise shows the button as working and keeps a second press out. */
  onPress?: () => void | Promise<unknown>;
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: Icon;
  /** Working for another reason than its own press. */
  pending?: boolean;
  disabled?: boolean;
  /** The key that does the same, shown on the button and told to assistive technology. */
  shortcut?: string;
  /** Fills the width of its place. */
  wide?: boolean;
  type?: 'button' | 'submit';
  /** Name for a button whose words are not enough alone. */
  label?: string;
  /** For a button that stays down. */
  pressed?: boolean;
  className?: string;
  describedBy?: string;
  autoFocus?: boolean;
};

/** The classes of a button, for a link that looks like one. */
export const buttonClasses = (look: Pick<ButtonProps, 'tone' | 'size' | 'wide' | 'className'>): string => {
  const { tone = 'plain', size = 'normal', wide = false, className } = look;
  return ['ui-button', tone, size, wide ? 'wide' : '', className ?? ''].filter(Boolean).join(' ');
};

/** A button. It answers a press at once, stays focused while it works, and cannot be pressed twice meanwhile. */
export const Button = (props: ButtonProps) => {
  const { children, onPress, icon: Picture, shortcut, type = 'button', label, pressed, disabled = false } = props;
  const words = useWords(uiWords);
  const press = usePress(onPress);
  const working = (props.pending ?? false) || press.pending;
  return (
    <button
      type={type}
      className={buttonClasses(props)}
      disabled={disabled}
      aria-disabled={working || undefined}
      aria-busy={working || undefined}
      aria-label={label}
      aria-pressed={pressed}
      aria-describedby={props.describedBy}
      aria-keyshortcuts={shortcut}
      autoFocus={props.autoFocus}
      onClick={(event) => {
        if (working) event.preventDefault();
        else press.start();
      }}
    >
      {Picture && <Picture size="1.25em" stroke={2} aria-hidden className="ui-button-icon" />}
      {children !== undefined && <span className="ui-button-words">{children}</span>}
      {shortcut && <Kbd>{shortcut}</Kbd>}
      {working && <span className="ui-button-working" role="img" aria-label={words.working} />}
    </button>
  );
};
