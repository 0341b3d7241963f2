import type { SeatId } from '@diemcau/domain/kernel';
import { useState } from 'react';

import { readRemembered, remember, type Remembered } from './remembered.ts';

const keyOf = (seatId: SeatId): string => `diemcau.people.${seatId}`;

const load = (seatId: SeatId): readonly Remembered[] => {
  try {
    return readRemembered(localStorage.getItem(keyOf(seatId)));
  } catch {
    // Storage may be forbidden: names are then remembered for as long as the page is open.
    return [];
  }
};

const store = (seatId: SeatId, list: readonly Remembered[]): void => {
  try {
    localStorage.setItem(keyOf(seatId), JSON.stringify(list));
  } catch {
    // As above.
    return;
  }
};

/** The people for whom this seat asked before, kept on the clerk's own device. */
export const useRemembered = (seatId: SeatId) => {
  const [list, setList] = useState(() => load(seatId));
  return {
    list,
    remember: (person: Remembered) => {
      const next = remember(list, person);
      store(seatId, next);
      setList(next);
    },
  };
};
