import type { RowId, SeatId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { useEffect, useState } from 'react';

import type { Run } from '../../../live/index.ts';

/** Which of the files of this computer is in the player: that of a row, or one that was chosen by hand. */
export type FilmChoice = { readonly file: File; readonly rowId: RowId | null };

export type Films = {
  readonly chosen: FilmChoice | null;
  readonly has: (rowId: RowId) => boolean;
  /** Takes a file of this computer; it goes nowhere by that. */
  readonly take: (file: File, rowId: RowId | null) => void;
  readonly choose: (rowId: RowId) => void;
  readonly putAway: () => void;
  /** It can be played here: the conference may count on it. Or not, and it is forgotten. */
  readonly tried: (choice: FilmChoice, isReadable: boolean) => void;
  /** The picture of the player, while it stands in the preview. */
  readonly previewed: MediaStreamTrack | null;
  readonly preview: (track: MediaStreamTrack | null) => void;
};

/**
 * The films of this desk. What the conference believes to be ready here and is not, after a reload, is taken back at
 * once; the film of a row that begins is put into the player.
 */
export const useFilms = ({ live, seatId, run }: { live: Live; seatId: SeatId; run: Run }): Films => {
  const [files, setFiles] = useState<ReadonlyMap<RowId, File>>(new Map());
  const [chosen, setChosen] = useState<FilmChoice | null>(null);
  const [previewed, preview] = useState<MediaStreamTrack | null>(null);
  const { loaded, film } = live.programme;
  const choose = (rowId: RowId) => {
    const file = files.get(rowId);
    if (!file) return;
    preview(null);
    setChosen({ file, rowId });
  };
  const lost = loaded.find((one) => one.seatId === seatId && !files.has(one.rowId))?.rowId ?? null;
  useEffect(() => {
    if (lost !== null) void run({ type: 'programme.unloadFilm', rowId: lost });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each that is lost
  }, [lost]);
  const begun = film?.seatId === seatId ? film.rowId : null;
  useEffect(() => {
    if (begun !== null) choose(begun);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each that begins
  }, [begun]);
  return {
    chosen,
    has: (rowId) => files.has(rowId),
    take: (file, rowId) => {
      if (rowId !== null) setFiles(new Map(files).set(rowId, file));
      preview(null);
      setChosen({ file, rowId });
    },
    choose,
    putAway: () => {
      preview(null);
      setChosen(null);
    },
    tried: ({ rowId }, isReadable) => {
      if (rowId === null) return;
      if (isReadable) return void run({ type: 'programme.loadFilm', rowId });
      setFiles(new Map([...files].filter(([id]) => id !== rowId)));
      void run({ type: 'programme.unloadFilm', rowId });
    },
    previewed,
    preview,
  };
};
