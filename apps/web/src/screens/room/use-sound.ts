import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useStage, type Loudness } from '../../media/index.ts';

const isBlocked = (stage: ReturnType<typeof useStage>, loudness: Loudness | null): boolean =>
  loudness?.isBlocked === true || stage?.voices.isBlocked === true;

/**
 * Whether the browser holds back the sound until somebody touches the page. While it does, any key, click or touch
 * lets the sound through.
 */
export const useBlockedSound = (loudness: Loudness | null): boolean => {
  const stage = useStage();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [loudness?.subscribe(listener), stage?.voices.subscribe(listener)];
      return () => stops.forEach((stop) => stop?.());
    },
    [loudness, stage],
  );
  const blocked = useSyncExternalStore(subscribe, () => isBlocked(stage, loudness));
  useEffect(() => {
    if (!blocked) return;
    const unblock = () => {
      void loudness?.unblock();
      void stage?.voices.unblock();
    };
    // A finger lets the sound through only when it leaves the glass.
    const gestures = ['pointerdown', 'pointerup', 'keydown'] as const;
    for (const gesture of gestures) window.addEventListener(gesture, unblock);
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, unblock);
    };
  }, [blocked, loudness, stage]);
  return blocked;
};
