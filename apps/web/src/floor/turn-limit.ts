import { useCallback, useState } from 'react';

/** Seconds that a moderator may choose for each turn; null is no limit. */
export const limitChoices: readonly (number | null)[] = [null, 120, 180, 300, 420, 600, 900, 1200];

/** What a turn gets until somebody chooses otherwise. */
export const DEFAULT_LIMIT_SECONDS = 300;

const keyOf = (conferenceId: string): string => `diemcau.turnLimit.${conferenceId}`;

/** The limit that a stored text stands for; the default when it stands for none. */
export const readLimit = (stored: string | null): number | null => {
  if (stored === 'none') return null;
  const seconds = Number(stored);
  return limitChoices.includes(seconds) ? seconds : DEFAULT_LIMIT_SECONDS;
};

const load = (conferenceId: string): number | null => {
  try {
    return readLimit(localStorage.getItem(keyOf(conferenceId)));
  } catch {
    // Storage may be forbidden: the choice then holds for this page alone.
    return DEFAULT_LIMIT_SECONDS;
  }
};

const store = (conferenceId: string, limit: number | null): void => {
  try {
    localStorage.setItem(keyOf(conferenceId), limit === null ? 'none' : String(limit));
  } catch {
    // As above: this page remembers it in its own state.
    return;
  }
};

/** The time limit that this desk gives with each turn, kept on this device. */
export const useTurnLimit = (conferenceId: string): readonly [number | null, (limit: number | null) => void] => {
  const [limit, set] = useState(() => load(conferenceId));
  const choose = useCallback(
    (next: number | null) => {
      store(conferenceId, next);
      set(next);
    },
    [conferenceId],
  );
  return [limit, choose];
};
