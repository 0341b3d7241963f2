import './SheetGrid.css';
import type { AgendaItemId } from '@diemcau/domain/kernel';
import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

import { SortableRows } from '../ui/office/index.ts';
import { type NowMs, useWords } from '../ui/index.ts';
import { sectionsOf, type SheetRow } from './rows.ts';
import { CarriedRow, SheetRowView } from './SheetRowView.tsx';
import type { SheetModel } from './use-sheet.ts';
import { runSheetWords } from './words.ts';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Arrows, Home and End select; with Alt the arrows move the row; Enter opens its menu. The queue's keys stay out. */
const useGridKeys = ({ rows, selected, select }: SheetModel, move: (row: SheetRow, by: number) => void) => {
  const at = rows.findIndex((row) => row.rowId === selected);
  const current = rows.findIndex((row) => row.state === 'now');
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    const row = rows[at];
    const step = steps[event.key];
    if (event.altKey && row && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) move(row, step ?? 0);
    else if (event.altKey) return;
    else if (step !== undefined) {
      const from = at < 0 ? Math.max(0, current - step) : at;
      select(rows[Math.max(0, Math.min(rows.length - 1, from + step))]?.rowId ?? null);
    } else if (event.key === 'Home') select(rows[0]?.rowId ?? null);
    else if (event.key === 'End') select(rows.at(-1)?.rowId ?? null);
    else if (event.key === 'Enter')
      // The queue, which hears keys of the whole desk, is not to take this one.
      event.currentTarget.querySelector<HTMLElement>('[aria-selected=true] [aria-haspopup=menu]')?.click();
    else return;
    event.preventDefault();
  };
};

/** The row of now stays in view, with the one before it: what comes next is what the eye looks for. */
const useFollowed = (rows: readonly SheetRow[]) => {
  const place = useRef<HTMLDivElement>(null);
  const nowId = rows.find((row) => row.state === 'now')?.rowId;
  useEffect(() => {
    const scroller = place.current;
    const row = scroller?.querySelector<HTMLElement>('.rs-row.now');
    if (!scroller || !row) return;
    const top = row.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    scroller.scrollTop = top - Math.min(row.offsetHeight * 1.6, scroller.clientHeight / 4);
  }, [nowId]);
  return place;
};

export type SheetGridProps = {
  sheet: SheetModel;
  nowMs: NowMs;
  menu: (row: SheetRow, reachable: boolean) => ReactNode;
  onMoved: (row: SheetRow, place: number) => void;
  /** What stands above the rows of an agenda item. */
  heading: (itemId: AgendaItemId | null) => ReactNode;
};

/** The rows of the run sheet under their agenda items: dragged or moved by keys. */
export const SheetGrid = ({ sheet, nowMs, menu, onMoved, heading }: SheetGridProps) => {
  const words = useWords(runSheetWords);
  const { rows, selected, select, moveTo } = sheet;
  const id = useId();
  const place = useFollowed(rows);
  const moveTowards = (row: SheetRow, index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    void moveTo(row.rowId, to).then((done) => done && onMoved(row, to + 1));
  };
  const press = useGridKeys(sheet, (row, by) => moveTowards(row, rows.indexOf(row) + by));
  const selectedAt = rows.findIndex(({ rowId }) => rowId === selected);
  useEffect(() => {
    if (selected !== null && selectedAt >= 0)
      document.getElementById(`${id}-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, selected, selectedAt]);
  const reachable = selected ?? rows.find(({ state }) => state === 'now')?.rowId ?? rows[0]?.rowId;
  return (
    <SortableRows
      rows={rows}
      idOf={({ rowId }) => rowId}
      onDrop={moveTowards}
      carried={(row) => <CarriedRow row={row} nowMs={nowMs} />}
    >
      <div
        ref={place}
        className="rs-sheet"
        role="grid"
        tabIndex={0}
        aria-label={words.title}
        aria-rowcount={rows.length}
        aria-activedescendant={selected === null ? undefined : `${id}-${selected}`}
        onKeyDown={press}
      >
        {sectionsOf(rows).map(({ itemId, rows: within }) => (
          <div key={within[0]?.rowId} role="rowgroup">
            <div role="row" className="rs-heading">
              <div role="rowheader">{heading(itemId)}</div>
            </div>
            {within.map((row) => (
              <SheetRowView
                key={row.rowId}
                id={`${id}-${row.rowId}`}
                row={row}
                selected={row.rowId === selected}
                nowMs={nowMs}
                menu={menu(row, row.rowId === reachable)}
                onSelect={({ rowId }) => select(rowId)}
              />
            ))}
          </div>
        ))}
      </div>
    </SortableRows>
  );
};
