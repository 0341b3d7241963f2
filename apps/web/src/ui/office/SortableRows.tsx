import { closestCenter, DndContext, DragOverlay, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useState } from 'react';
import type { ReactNode } from 'react';

/** Dragging is for the pointer; keys move rows by themselves, so the drag kit says nothing to assistive technology. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

export type SortableRowsProps<T> = {
  rows: readonly T[];
  idOf: (row: T) => string;
  /** A row was dropped at the place of another, counted from 0. */
  onDrop: (row: T, to: number) => void;
  /** What hangs on the pointer. */
  carried: (row: T) => ReactNode;
  /** A list that unmounts what is out of view is to keep this row. */
  onCarry?: (row: T | null) => void;
  children: ReactNode;
};

/** Rows that are dragged to another place of their list. */
export const SortableRows = <T,>(props: SortableRowsProps<T>) => {
  const { rows, idOf, onDrop, carried, onCarry, children } = props;
  const [carriedId, setCarried] = useState<string | null>(null);
  const rowOf = (id: unknown) => rows.find((row) => idOf(row) === id) ?? null;
  const carriedRow = rowOf(carriedId);
  const carry = (row: T | null) => {
    setCarried(row && idOf(row));
    onCarry?.(row);
  };
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: '' } }}
      onDragStart={({ active }) => carry(rowOf(active.id))}
      onDragEnd={({ active, over }) => {
        carry(null);
        const row = rowOf(active.id);
        const to = rows.findIndex((each) => idOf(each) === over?.id);
        if (row && to >= 0) onDrop(row, to);
      }}
      onDragCancel={() => carry(null)}
    >
      <SortableContext items={rows.map(idOf)} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
      <DragOverlay dropAnimation={null}>{carriedRow && carried(carriedRow)}</DragOverlay>
    </DndContext>
  );
};
