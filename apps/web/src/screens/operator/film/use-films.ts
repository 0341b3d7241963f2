import type { RowId, SeatId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { useEffect, useMemo, useSyncExternalStore } from 'react';

import type { Run } from '../../../live/index.ts';
import { FilmShelf, type Shelved } from './film-shelf.ts';

export type Films = Pick<Shelved, 'chosen' | 'previewed'> &
  Pick<FilmShelf, 'take' | 'choose' | 'putAway' | 'preview' | 'tried'> & { readonly has: (rowId: RowId) => boolean };

/** The films of this desk, and what the conference is told of them. */
export const useFilms = ({ live, seatId, run }: { live: Live; seatId: SeatId; run: Run }): Films => {
  const shelf = useMemo(() => new FilmShelf(seatId, run), [seatId, run]);
  const { loaded, film } = live.programme;
  const { status } = live.conference;
  useEffect(() => shelf.see({ loaded, film }, status), [shelf, loaded, film, status]);
  useEffect(() => () => shelf.stop(), [shelf]);
  const { files, chosen, previewed } = useSyncExternalStore(shelf.subscribe, shelf.state);
  const { take, choose, putAway, preview, tried } = shelf;
  return { chosen, previewed, has: (rowId) => files.has(rowId), take, choose, putAway, preview, tried };
};
