import { Kbd, buttonClasses } from '../ui/index.ts';

export type HoldButtonProps = {
  children: string;
  /** Goes on after its words, for those who hear the page: of whom, and that it is off air. */
  more: string;
  shortcut: string;
  isHeld: boolean;
  disabled: boolean;
  onHold: () => void;
  onRelease: () => void;
};

/** A button that works for as long as it is held, by finger, mouse or Space. */
export const HoldButton = ({ children, more, shortcut, isHeld, disabled, ...acts }: HoldButtonProps) => (
  <button
    type="button"
    className={buttonClasses({ size: 'small', tone: isHeld ? 'primary' : 'plain', className: 'aside-hold' })}
    disabled={disabled}
    aria-pressed={isHeld}
    aria-keyshortcuts={shortcut}
    onPointerDown={(event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      acts.onHold();
    }}
    onPointerUp={acts.onRelease}
    onPointerCancel={acts.onRelease}
    onLostPointerCapture={acts.onRelease}
    onContextMenu={(event) => event.preventDefault()}
    onKeyDown={(event) => {
      if (event.key !== ' ' || event.repeat) return;
      event.preventDefault();
      acts.onHold();
    }}
    onKeyUp={(event) => {
      if (event.key === ' ') acts.onRelease();
    }}
    onBlur={acts.onRelease}
  >
    <span className="ui-button-words">
      {children}
      <span className="hidden-text">{more}</span>
    </span>
    <Kbd>{shortcut}</Kbd>
  </button>
);
