import './VirtualList.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useNearEnd } from './near-end.ts';

export type Column<T> = {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: T) => ReactNode;
  /** A track of CSS grid: "1.4fr", "120px". */
  readonly width: string;
};

export type VirtualTableProps<T> = {
  rows: readonly T[];
  columns: readonly Column<T>[];
  keyOf: (row: T) => string;
  rowHeight?: number;
  label: string;
  /** Below this width in px the table scrolls sideways. */
  leastWidth?: number;
  /** How many rows there are, when not all are here yet. */
  total?: number;
  /** The last of the rows that are here is in view, or nearly. */
  onNearEnd?: () => void;
};

/** A table of thousands of rows: the head stays, only the rows in view exist. It fills the height of its place. */
export const VirtualTable = <T,>(props: VirtualTableProps<T>) => {
  const { rows, columns, keyOf, rowHeight = 45, label, leastWidth = 640, total = rows.length, onNearEnd } = props;
  const place = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  useNearEnd(list.getVirtualItems().at(-1)?.index, rows.length, onNearEnd);
  const tracks = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };
  return (
    <div ref={place} className="ui-table" role="table" aria-label={label} aria-rowcount={total + 1} tabIndex={0}>
      <div role="rowgroup" className="ui-table-head" style={{ minWidth: leastWidth }}>
        <div role="row" aria-rowindex={1} className="ui-table-row" style={tracks}>
          {columns.map((column) => (
            <div key={column.key} role="columnheader">
              {column.head}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="ui-table-body" style={{ height: list.getTotalSize(), minWidth: leastWidth }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const spot = { ...tracks, height: rowHeight, transform: `translateY(${start}px)` };
          return (
            <div key={keyOf(row)} role="row" aria-rowindex={index + 2} className="ui-table-row" style={spot}>
              {columns.map((column) => (
                <div key={column.key} role="cell">
                  {column.cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
};
