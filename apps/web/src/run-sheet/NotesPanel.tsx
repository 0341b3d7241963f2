import './NotesPanel.css';
import type { Live } from '@diemcau/domain/live';

import type { Names } from '../live/index.ts';
import { Panel, useWords } from '../ui/index.ts';
import { type SheetRow, sheetRows } from './rows.ts';
import { useRowTexts } from './use-texts.ts';
import { runSheetWords } from './words.ts';

const Line = ({ row }: { row: SheetRow }) => {
  const { state } = useWords(runSheetWords);
  const texts = useRowTexts();
  return (
    <div>
      <dt>{state[row.state]}</dt>
      <dd className="ell">{texts.line(row)}</dd>
      {row.layout && <dd className="small">{texts.layoutLine(row)}</dd>}
      {row.film && <dd className="small">{texts.filmLine(row)}</dd>}
      {row.note !== '' && <dd className="rs-note">{row.note}</dd>}
    </div>
  );
};

/** For the vision operator: the rows of now and next, with what is noted for the pictures. Nothing without a run sheet. */
export const NotesPanel = ({ live, names }: { live: Live; names: Names }) => {
  const words = useWords(runSheetWords);
  const shown = sheetRows(live, names).filter(({ state }) => state === 'now' || state === 'next');
  if (shown.length === 0) return null;
  return (
    <Panel title={words.title} body="flush">
      <dl className="rs-notes">
        {shown.map((row) => (
          <Line key={row.rowId} row={row} />
        ))}
      </dl>
    </Panel>
  );
};
