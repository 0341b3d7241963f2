import { type Message, readAfterMs } from '@diemcau/domain/message';
import { type RefObject, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';

import { connectionOf, type LiveConnection, useLiveState } from '../live/index.ts';
import { type Keep, type Numbered, ThreadModel, type ThreadPort } from './thread-model.ts';

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** How many may read the same at one moment, as this page knows it. */
export const sitesOf = (connection: LiveConnection): number => connection.state().presence?.invited ?? 1;

export type ThreadOptions<M extends Numbered> = {
  readonly connection: LiveConnection;
  /** Keep both the same while the thread is. */
  readonly port: ThreadPort<M>;
  readonly keep: Keep;
  /** Number of the latest message, as the page was told. */
  readonly told: number;
  /** All sites read it: they do not all ask at one moment. */
  readonly isShared: boolean;
};

/** A thread that is read when the page is told of something new, and sends what waits whenever the line is back. */
export const useThread = <M extends Numbered = Message>(options: ThreadOptions<M>): ThreadModel<M> => {
  const { connection, port, keep, told, isShared } = options;
  const model = useMemo(
    () =>
      new ThreadModel<M>({
        port,
        keep,
        newId: () => crypto.randomUUID(),
        pause,
        readAfterMs: () => (isShared ? readAfterMs(sitesOf(connection), Math.random()) : 0),
      }),
    [connection, port, keep, isShared],
  );
  const isLive = useLiveState(connection, connectionOf).status === 'live';
  useEffect(() => {
    if (isLive) void model.resend();
  }, [model, isLive]);
  useEffect(() => {
    if (isLive && told > 0) void model.hear(told);
  }, [model, told, isLive]);
  return model;
};

export const useThreadState = <M extends Numbered>(model: ThreadModel<M>) =>
  useSyncExternalStore(model.subscribe, model.state);

/** Calls `onSeen` while the element is in view of somebody: at once, whenever it comes into view, and for each `key`. */
export const useSeen = (element: RefObject<HTMLElement | null>, key: number, onSeen: () => void): void => {
  const latest = useRef(onSeen);
  useEffect(() => {
    latest.current = onSeen;
  });
  useEffect(() => {
    if (!element.current) return;
    let isInView = false;
    const look = () => {
      if (isInView && document.visibilityState === 'visible') latest.current();
    };
    const observer = new IntersectionObserver((entries) => {
      isInView = entries.at(-1)?.isIntersecting === true;
      look();
    });
    observer.observe(element.current);
    document.addEventListener('visibilitychange', look);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [element, key]);
};
