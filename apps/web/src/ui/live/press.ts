import { useCallback, useRef, useState } from 'react';

/**
 * Runs what a press does, one at a time. A promise holds `pending` until it is settled; a rejection is not caught
 * here, so a bug reaches the page's error reporting. Refusals of the server are values for the caller to show.
 */
export const usePress = (onPress: (() => void | Promise<unknown>) | undefined) => {
  const [pending, setPending] = useState(false);
  const running = useRef(false);
  const start = useCallback(() => {
    if (running.current) return;
    const outcome = onPress?.();
    if (!(outcome instanceof Promise)) return;
    running.current = true;
    setPending(true);
    void outcome.finally(() => {
      running.current = false;
      setPending(false);
    });
  }, [onPress]);
  return { pending, start };
};
