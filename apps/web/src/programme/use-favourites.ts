import { useState } from 'react';

import { type Favourite, type Favourites, readFavourites, withFavourite } from './favourites.ts';

const keyOf = (conferenceId: string): string => `diemcau.favourites.${conferenceId}`;

const load = (conferenceId: string): Favourites => {
  try {
    return readFavourites(localStorage.getItem(keyOf(conferenceId)));
  } catch {
    // Storage may be forbidden: favourites then last as long as the page is open.
    return {};
  }
};

const store = (conferenceId: string, favourites: Favourites): void => {
  try {
    localStorage.setItem(keyOf(conferenceId), JSON.stringify(favourites));
  } catch {
    // As above.
    return;
  }
};

/** The operator's favourites of this conference, kept on this device. */
export const useFavourites = (conferenceId: string) => {
  const [favourites, setFavourites] = useState(() => load(conferenceId));
  const toggle = (digit: number, favourite: Favourite) => {
    const next = withFavourite(favourites, digit, favourite);
    store(conferenceId, next);
    setFavourites(next);
  };
  return { favourites, toggle };
};
