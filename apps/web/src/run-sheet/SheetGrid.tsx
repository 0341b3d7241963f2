import './SheetGrid.css';
import type { AgendaItemId } from '@diemcau/domain/kernel';
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

import { SortableRows } from '../ui/office/index.ts';
import { type NowMs, useWords } from '../ui/index.ts';
import { type SheetLine, sheetLines, type SheetRow } from './rows.ts';
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

/** Of a row and of a heading whose words fit; what is higher is measured and gets what it needs. */
const ROW_PX = 53;
const HEADING_PX = 30;

/** The heading under which the line at this place stands: it sticks to the top while its rows pass below. */
const headingAt = (lines: readonly SheetLine[], at: number): number =>
  lines.findLastIndex((line, index) => index <= at && line.is === 'heading');

const rowAt = (lines: readonly SheetLine[], isIt: (row: SheetRow) => boolean): number =>
  lines.findIndex((line) => line.is === 'row' && isIt(line.row));

type List = Virtualizer<HTMLDivElement, Element>;

/** Only the lines in view exist, and those that must not go: `kept` by their place, and the heading of what is seen. */
const useLines = (lines: readonly SheetLine[], kept: readonly number[]) => {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer<HTMLDivElement, Element>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.is === 'heading' ? HEADING_PX : ROW_PX),
    overscan: 6,
    scrollPaddingStart: HEADING_PX,
    getItemKey: (index) => lines[index]?.key ?? index,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), headingAt(lines, range.startIndex), ...kept])]
        .filter((at) => at >= 0)
        .toSorted((a, b) => a - b),
  });
  return { scroller, list, stuck: headingAt(lines, list.range?.startIndex ?? 0) };
};

/** The row of now stays in view, with the one before it: what comes next is what the eye looks for. */
const useFollowed = (list: List, lines: readonly SheetLine[]) => {
  const now = rowAt(lines, ({ state }) => state === 'now');
  const nowId = lines[now]?.key;
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  }, [now]);
  useEffect(() => {
    if (nowId !== undefined) list.scrollToIndex(Math.max(0, latest.current - 1), { align: 'start' });
  }, [list, nowId]);
};

export type SheetGridProps = {
  sheet: SheetModel;
  nowMs: NowMs;
  menu: (row: SheetRow, reachable: boolean) => ReactNode;
  onMoved: (row: SheetRow, place: number) => void;
  /** What stands above the rows of an agenda item. */
  heading: (itemId: AgendaItemId | null) => ReactNode;
};

type HeadingProps = { list: List; index: number; start: number; isStuck: boolean; children: ReactNode };

const Heading = ({ list, index, start, isStuck, children }: HeadingProps) => (
  <div
    ref={list.measureElement}
    data-index={index}
    role="row"
    aria-rowindex={index + 1}
    className={`rs-heading ${isStuck ? 'stuck' : ''}`}
    style={isStuck ? undefined : { top: start }}
  >
    <div role="rowheader">{children}</div>
  </div>
);

/** The rows of the run sheet under their agenda items: dragged or moved by keys. Hundreds scroll, those in view exist. */
export const SheetGrid = ({ sheet, nowMs, menu, onMoved, heading }: SheetGridProps) => {
  const words = useWords(runSheetWords);
  const { rows, selected, select, moveTo } = sheet;
  const id = useId();
  const [carried, carry] = useState<SheetRow | null>(null);
  const lines = useMemo(() => sheetLines(rows), [rows]);
  const reachable = selected ?? rows.find(({ state }) => state === 'now')?.rowId ?? rows[0]?.rowId;
  const selectedAt = rowAt(lines, ({ rowId }) => rowId === selected);
  // Which row Tab goes to, and which one hangs on the pointer: they stay however far the list has scrolled.
  const kept = [reachable, carried?.rowId].map((wanted) => rowAt(lines, ({ rowId }) => rowId === wanted));
  const { scroller, list, stuck } = useLines(lines, kept);
  useFollowed(list, lines);
  const moveTowards = (row: SheetRow, index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    void moveTo(row.rowId, to).then((done) => done && onMoved(row, to + 1));
  };
  const press = useGridKeys(sheet, (row, by) => moveTowards(row, rows.indexOf(row) + by));
  useEffect(() => {
    if (selectedAt >= 0) list.scrollToIndex(selectedAt, { align: 'auto' });
  }, [list, selectedAt]);
  return (
    <SortableRows
      rows={rows}
      idOf={({ rowId }) => rowId}
      onDrop={moveTowards}
      onCarry={carry}
      carried={(row) => <CarriedRow row={row} nowMs={nowMs} />}
    >
      <div
        ref={scroller}
        className="rs-sheet"
        role="grid"
        tabIndex={0}
        aria-label={words.title}
        aria-rowcount={lines.length}
        aria-activedescendant={selected === null ? undefined : `${id}-${selected}`}
        onKeyDown={press}
      >
        <div role="rowgroup" className="rs-rows" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            if (!line) return null;
            if (line.is === 'heading')
              return (
                <Heading key={line.key} {...{ list, index, start }} isStuck={index === stuck}>
                  {heading(line.itemId)}
                </Heading>
              );
            const { row } = line;
            return (
              <SheetRowView
                key={line.key}
                id={`${id}-${row.rowId}`}
                row={row}
                index={index}
                top={start}
                measure={list.measureElement}
                selected={row.rowId === selected}
                nowMs={nowMs}
                menu={menu(row, row.rowId === reachable)}
                onSelect={({ rowId }) => select(rowId)}
              />
            );
          })}
        </div>
      </div>
    </SortableRows>
  );
};
