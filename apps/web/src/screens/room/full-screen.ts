import { useEffect, useState, useSyncExternalStore } from 'react';

/** So long after somebody touched the screen its way to the whole display is offered; then the picture stands alone. */
const OFFERED_MS = 15_000;

const SHOWN_BY_BROWSER = '(display-mode: fullscreen)';

/** Nothing of the browser or of the desktop is seen: by this page, or since the browser was started so (kiosk, F11). */
const isWhole = (): boolean => document.fullscreenElement !== null || matchMedia(SHOWN_BY_BROWSER).matches;

const onWholeChanged = (listener: () => void): (() => void) => {
  const byBrowser = matchMedia(SHOWN_BY_BROWSER);
  document.addEventListener('fullscreenchange', listener);
  byBrowser.addEventListener('change', listener);
  return () => {
    document.removeEventListener('fullscreenchange', listener);
    byBrowser.removeEventListener('change', listener);
  };
};

/** Asks for the whole display; only within a touch or a key does a browser give it. */
const askForWhole = async (): Promise<void> => {
  if (isWhole()) return;
  await document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(
    // Not given: the button stays where it is.
    () => undefined,
  );
};

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What a key means here: `any` a key like another, `whole` the one that asks for the whole display by name. */
export const meaningOf = ({ key, ctrlKey, altKey, metaKey }: Key): 'none' | 'any' | 'whole' => {
  const isForBrowser = ctrlKey || altKey || metaKey || /^(?:F\d+|Escape|Tab|Shift|Control|Alt|Meta)$/.test(key);
  if (isForBrowser) return 'none';
  // "OK" of a remote control is Enter.
  return key === 'f' || key === 'F' || key === 'Enter' ? 'whole' : 'any';
};

const isPressed = ({ target }: Event): boolean => target instanceof Element && target.closest('button, a') !== null;
/** Keys that press the button which has the focus: it does what it says. */
const presses = (event: KeyboardEvent): boolean => (event.key === 'Enter' || event.key === ' ') && isPressed(event);

/**
 * The first touch or key fills the display, which is the one that lets the sound through too. Once somebody has left
 * it (Escape), only the key F, Enter or the button fill it again.
 */
const useGestures = (): void => {
  useEffect(() => {
    if (!document.fullscreenEnabled) return;
    let wasFilled = isWhole();
    const change = () => (wasFilled ||= isWhole());
    const touch = (event: Event) => {
      if (!wasFilled && !isPressed(event)) void askForWhole();
    };
    const press = (event: KeyboardEvent) => {
      const meaning = meaningOf(event);
      if (!presses(event) && (meaning === 'whole' || (meaning === 'any' && !wasFilled))) void askForWhole();
    };
    const stop = onWholeChanged(change);
    // Not the click: the button over a silent page is gone by then, for the touch has let the sound through.
    window.addEventListener('pointerup', touch);
    window.addEventListener('keydown', press);
    return () => {
      stop();
      window.removeEventListener('pointerup', touch);
      window.removeEventListener('keydown', press);
    };
  }, []);
};

/** Whether somebody is at this screen: true from a touch, a key or a moved pointer on, for a while. */
const useSomebodyThere = (since: unknown): boolean => {
  const [there, setThere] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const come = () => {
      setThere(true);
      clearTimeout(timer);
      timer = setTimeout(() => setThere(false), OFFERED_MS);
    };
    come();
    const signs = ['pointermove', 'pointerdown', 'keydown'] as const;
    for (const sign of signs) window.addEventListener(sign, come);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, come);
    };
  }, [since]);
  return there;
};

export type WholeDisplay = {
  /** It shows more than this page, and may be filled. */
  readonly canFill: boolean;
  /** That is said now: somebody is there who may do it. */
  readonly isOffered: boolean;
  readonly fill: () => Promise<void>;
  /** Nobody has touched anything for a while: the pointer is in the way. */
  readonly isAlone: boolean;
};

/** The display of a room screen: filled by the first touch or key, offered again to whoever is there when it is not. */
export const useWholeDisplay = (): WholeDisplay => {
  const isFilled = useSyncExternalStore(onWholeChanged, isWhole);
  const isThere = useSomebodyThere(isFilled);
  useGestures();
  const canFill = !isFilled && document.fullscreenEnabled;
  return { canFill, isOffered: canFill && isThere, fill: askForWhole, isAlone: !isThere };
};
