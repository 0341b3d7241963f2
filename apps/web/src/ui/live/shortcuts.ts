import { useEffect, useRef } from 'react';

/** Whether a key belongs to a field that is being written in, and so is no shortcut. */
export const inTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));

/** What holds a key for itself: Space and Enter press a focused button or link rather than a shortcut. */
const takesKey = (target: EventTarget | null, key: string): boolean =>
  inTextField(target) ||
  ((key === ' ' || key === 'Enter') &&
    target instanceof Element &&
    target.closest('button, a, summary, [role=button]') !== null);

/**
 * Keys of a desk, by `KeyboardEvent.key` (" " for Space). Nothing fires while typing, while a window is open, on
 * repeats of a held key, or together with Ctrl, Alt or Meta. `ownsFocus` lets a key win over a focused button too.
 */
export const useShortcuts = (
  keys: Readonly<Record<string, (event: KeyboardEvent) => void>>,
  options: { readonly ownsFocus?: boolean } = {},
): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  }, [keys]);
  const ownsFocus = options.ownsFocus ?? false;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      const act = latest.current[event.key];
      if (act === undefined || document.querySelector('dialog[open]') !== null) return;
      if (ownsFocus ? inTextField(event.target) : takesKey(event.target, event.key)) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [ownsFocus]);
};
