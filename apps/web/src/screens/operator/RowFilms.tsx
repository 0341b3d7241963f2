import type { Live } from '@diemcau/domain/live';
import { IconMovie } from '@tabler/icons-react';

import type { Names } from '../../live/index.ts';
import { programmeWords } from '../../programme/index.ts';
import { sheetRows, type SheetRow } from '../../run-sheet/index.ts';
import { Button, Tag, useWords } from '../../ui/index.ts';
import type { Films } from './film/use-films.ts';
import { FilmChooser } from './FilmChooser.tsx';

/** So many films ahead are asked for at once. */
const AHEAD = 3;

type RowFilmProps = { row: SheetRow; title: string; films: Films; isBusy: boolean };

const RowFilm = ({ row, title, films, isBusy }: RowFilmProps) => {
  const words = useWords(programmeWords).film;
  const { rowId, place } = row;
  const isHere = films.has(rowId);
  const isElsewhere = row.film?.loaded === true && !isHere;
  const load = isHere ? words.loadAgain : words.load;
  return (
    <li>
      <span className="ell" title={title}>
        <span className="muted num">{words.row(String(place))}</span> {title}
      </span>
      {row.film?.loaded ? (
        <Tag tone="green">{isElsewhere ? words.loadedElsewhere : words.loaded}</Tag>
      ) : (
        <Tag tone="amber">{words.notLoaded}</Tag>
      )}
      {isHere && (
        <Button
          size="small"
          label={words.openRow(title)}
          disabled={isBusy}
          pressed={films.chosen?.rowId === rowId}
          onPress={() => films.choose(rowId)}
        >
          {words.open}
        </Button>
      )}
      <FilmChooser
        onChoose={(file) => films.take(file, rowId)}
        isDisabled={isBusy}
        label={words.loadRow(load, String(place), title)}
      >
        {load}
      </FilmChooser>
    </li>
  );
};

/** The films that the run sheet will show: which of them are ready, and their files. Nothing without any. */
export const RowFilms = ({ live, names, films }: { live: Live; names: Names; films: Films }) => {
  const words = useWords(programmeWords).film;
  const ahead = sheetRows(live, names)
    .filter(({ film, state }) => film !== null && state !== 'done' && state !== 'skipped' && state !== 'now')
    .slice(0, AHEAD);
  // What is in the player is on air.
  const isBusy = live.programme.film !== null;
  if (ahead.length === 0) return null;
  return (
    <section className="op-content op-row-films" aria-label={words.ofRows}>
      <IconMovie size={20} stroke={1.75} aria-hidden />
      <ul>
        {ahead.map((row) => (
          <RowFilm key={row.rowId} row={row} title={row.film?.title || words.untitled} films={films} isBusy={isBusy} />
        ))}
      </ul>
    </section>
  );
};
