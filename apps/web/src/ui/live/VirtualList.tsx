import './VirtualList.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useNearEnd } from './near-end.ts';

export type VirtualListProps<T> = {
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** Height of every row in px; rows of one height scroll most smoothly. */
  rowHeight: number;
  children: (row: T, index: number) => ReactNode;
  /** Names the list. */
  label: string;
  /** Brought into view when it changes. */
  activeIndex?: number;
  /** Told which rows are seen whenever that changes; keep it stable with `useCallback`. */
  onSeen?: (first: number, last: number) => void;
  className?: string;
  /** How many rows there are, when not all are here yet. */
  total?: number;
  /** The last of the rows that are here is in view, or nearly. */
  onNearEnd?: () => void;
};

/** A list of thousands of rows of which only those in view exist. It fills the height of its place and scrolls. */
export const VirtualList = <T,>(props: VirtualListProps<T>) => {
  const { rows, keyOf, rowHeight, children, label, activeIndex, onSeen, className = '', total = rows.length } = props;
  const place = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
  });
  useNearEnd(list.getVirtualItems().at(-1)?.index, rows.length, props.onNearEnd);
  useEffect(() => {
    if (activeIndex !== undefined && activeIndex >= 0) list.scrollToIndex(activeIndex, { align: 'auto' });
  }, [list, activeIndex]);
  const { startIndex = 0, endIndex = 0 } = list.range ?? {};
  useEffect(() => onSeen?.(startIndex, endIndex), [onSeen, startIndex, endIndex]);
  return (
    <div ref={place} className={`ui-list ${className}`} tabIndex={0} role="group" aria-label={label}>
      <ul style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={key}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {children(row, index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
