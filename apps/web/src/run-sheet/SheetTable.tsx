import './SheetTable.css';
import type { AgendaItemId } from '@diemcau/domain/kernel';
import { useMediaQuery } from '@mantine/hooks';
import { Fragment } from 'react';
import type { ReactNode } from 'react';

import { PlainTable, Tag, useFormats, useWords } from '../ui/index.ts';
import { cueOfRow } from './cue.ts';
import { plannedStarts } from './plan-times.ts';
import { type RowActs, RowMenu } from './RowMenu.tsx';
import { sectionsOf, type SheetRow } from './rows.ts';
import { useSay } from './use-say.ts';
import { useRowTexts } from './use-texts.ts';
import { runSheetWords } from './words.ts';

export type SheetTableProps = {
  rows: readonly SheetRow[];
  /** As invited, ms since the epoch. */
  startsAt: number;
  conference: string;
  titles: Readonly<Record<string, string>>;
  heading: (itemId: AgendaItemId | null) => ReactNode;
  /** None: nothing can be changed any more. */
  acts: RowActs | null;
};

const Who = ({ row }: { row: SheetRow }) => {
  const words = useWords(runSheetWords);
  const texts = useRowTexts();
  const { speaker, reserve } = row;
  if (speaker === null) return <span className="faint">–</span>;
  return (
    <>
      <p>
        <b>{texts.who(speaker)}</b>
      </p>
      {speaker.person && <p className="small muted">{speaker.person.position}</p>}
      {speaker.person && <p className="small muted">{texts.place(speaker)}</p>}
      {reserve && <p className="small muted">{words.reserve(texts.who(reserve))}</p>}
    </>
  );
};

/** The run sheet as it is prepared: a row of the table for each, with the words as they will be said. */
export const SheetTable = ({ rows, startsAt, conference, titles, heading, acts }: SheetTableProps) => {
  const words = useWords(runSheetWords);
  const { columns } = words;
  const texts = useRowTexts();
  const say = useSay();
  const { time, number } = useFormats();
  const narrow = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  const starts = plannedStarts(rows, startsAt);
  const said = (row: SheetRow) => {
    const item = row.itemId === null ? null : (titles[row.itemId] ?? null);
    return cueOfRow(row, { conference, item, thank: null, returnsAt: null }, say);
  };
  return (
    <PlainTable
      className="rs-table"
      head={
        <>
          <th scope="col">{columns.place}</th>
          <th scope="col" className="rs-table-time">
            {columns.time}
          </th>
          <th scope="col">{columns.content}</th>
          <th scope="col">{columns.who}</th>
          <th scope="col">{columns.minutes}</th>
          {acts && (
            <th scope="col">
              <span className="hidden-text">{columns.acts}</span>
            </th>
          )}
        </>
      }
    >
      {sectionsOf(rows).map(({ itemId, rows: within }) => (
        <Fragment key={within[0]?.rowId}>
          <tr className="rs-table-item">
            <td colSpan={acts ? 6 : 5}>{heading(itemId)}</td>
          </tr>
          {within.map((row) => (
            <tr key={row.rowId} data-row={row.place}>
              <td className="num">{row.place}</td>
              <td className="num rs-table-time">{time(starts.get(row.rowId) ?? startsAt)}</td>
              <td>
                <p>
                  <b>{texts.kind(row)}</b>{' '}
                  {(row.state === 'held' || row.state === 'skipped' || row.state === 'done') && (
                    <Tag tone={row.state === 'held' ? 'amber' : 'plain'}>{words.state[row.state]}</Tag>
                  )}
                </p>
                {narrow && (
                  <p className="small muted num">
                    {[
                      time(starts.get(row.rowId) ?? startsAt),
                      ...(row.seconds === null ? [] : [words.minutes(number(row.seconds / 60))]),
                    ].join(' · ')}
                  </p>
                )}
                <p className={`rs-table-words ${row.cue === '' ? 'template' : ''}`}>{said(row)}</p>
                {row.layout && <p className="small muted">{texts.layoutLine(row)}</p>}
                {row.note !== '' && <p className="small muted">{row.note}</p>}
              </td>
              <td className={`rs-table-who ${row.speaker === null ? 'nobody' : ''}`}>
                <Who row={row} />
              </td>
              <td className="num rs-table-minutes">{row.seconds === null ? '–' : number(row.seconds / 60)}</td>
              {acts && (
                <td className="ui-plain-acts">
                  <RowMenu row={row} acts={acts} />
                </td>
              )}
            </tr>
          ))}
        </Fragment>
      ))}
    </PlainTable>
  );
};
