import './QueueGrid.css';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { IconGripVertical } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { SortableRows } from '../ui/office/index.ts';
import { type NowMs, useWords } from '../ui/index.ts';
import type { QueueRow } from './queue.ts';
import { QueueCells, QueueRowView } from './QueueRowView.tsx';
import type { QueueModel } from './use-queue.ts';
import { floorWords } from './words.ts';

/** Of a row whose words fit; one with long names is measured and gets what it needs. */
const leastHeight = 82;

export type QueueGridProps = {
  queue: QueueModel;
  nowMs: NowMs;
  menu: (row: QueueRow, reachable: boolean) => ReactNode;
  onMoved: (row: QueueRow, place: number) => void;
};

/** The rows of the queue: thousands scroll, only those in view exist. */
export const QueueGrid = ({ queue, nowMs, menu, onMoved }: QueueGridProps) => {
  const words = useWords(floorWords).queue;
  const { rows, selected, select, moveTo } = queue;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [carried, carry] = useState<QueueRow | null>(null);
  const carriedAt = rows.findIndex((row) => row.requestId === carried?.requestId);
  const selectedAt = rows.findIndex((row) => row.requestId === selected);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => leastHeight,
    overscan: 6,
    getItemKey: (index) => rows[index]?.requestId ?? index,
    // The carried row stays mounted however far its list has scrolled, and so does the selected one, which is focused.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...[carriedAt, selectedAt].filter((at) => at >= 0)])].sort(
        (a, b) => a - b,
      ),
  });
  useEffect(() => {
    if (selectedAt >= 0) list.scrollToIndex(selectedAt, { align: 'auto' });
  }, [list, selectedAt]);
  return (
    <SortableRows
      rows={rows}
      idOf={({ requestId }) => requestId}
      onDrop={(row, to) => void moveTo(row.requestId, to).then((done) => done && onMoved(row, to + 1))}
      onCarry={carry}
      carried={(row) => (
        <div className="fl-row carried" aria-hidden>
          <div className="fl-row-grip">
            <IconGripVertical size={18} stroke={2} />
            <span className="num">{row.place}</span>
          </div>
          <QueueCells row={row} nowMs={nowMs} menu={null} />
        </div>
      )}
    >
      <div
        ref={scroller}
        className="fl-queue"
        role="grid"
        tabIndex={0}
        aria-label={words.title}
        aria-rowcount={rows.length}
        aria-activedescendant={selectedAt < 0 ? undefined : `${id}-${selected}`}
      >
        <div role="rowgroup" className="fl-queue-rows" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            const isSelected = row.requestId === selected;
            return (
              <QueueRowView
                key={row.requestId}
                id={`${id}-${row.requestId}`}
                row={row}
                index={index}
                top={start}
                measure={list.measureElement}
                selected={isSelected}
                nowMs={nowMs}
                menu={menu(row, isSelected || (selected === null && index === 0))}
                onSelect={() => select(row.requestId)}
              />
            );
          })}
        </div>
      </div>
    </SortableRows>
  );
};
