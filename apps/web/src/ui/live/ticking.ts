import { useCallback, useSyncExternalStore } from 'react';

/** A clock to read: milliseconds since 1970, already corrected to the server's clock. */
export type NowMs = () => number;

const stepMs = 100;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach((call) => call()), stepMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

/**
 * What `read` makes of the time now, looked at ten times a second by one timer for the whole page. The component
 * renders only when the answer changes, so `read` returns a string, a number or a boolean.
 */
export const useTicking = <T extends string | number | boolean | null>(nowMs: NowMs, read: (now: number) => T): T => {
  const snapshot = useCallback(() => read(nowMs()), [nowMs, read]);
  return useSyncExternalStore(subscribe, snapshot);
};
