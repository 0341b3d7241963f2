import { useEffect } from 'react';

/** Calls `onNearEnd` whenever the last row that is here is among those that are drawn. */
export const useNearEnd = (lastDrawn: number | undefined, rows: number, onNearEnd: (() => void) | undefined): void =>
  useEffect(() => {
    if (onNearEnd && lastDrawn !== undefined && lastDrawn >= rows - 1) onNearEnd();
  }, [lastDrawn, rows, onNearEnd]);
