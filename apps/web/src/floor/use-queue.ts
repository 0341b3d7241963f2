import { useEffect, useRef, useState } from 'react';
import type { RequestId } from '@diemcau/domain/kernel';

import { inTextField } from '../ui/index.ts';
import type { Run } from '../live/acts.ts';
import { type MovesOptions, useMoves } from '../live/index.ts';
import { moveCommand, type QueueRow, stepFrom } from './queue.ts';

export type QueueModel = {
  /** In the order that is wanted: a move shows at once and goes back if it is refused. */
  readonly rows: readonly QueueRow[];
  readonly selected: RequestId | null;
  readonly select: (requestId: RequestId | null) => void;
  /** Moves a request to a place, 0 = first. */
  readonly moveTo: (requestId: RequestId, index: number) => Promise<boolean>;
};

const movable: MovesOptions<QueueRow, RequestId> = {
  idOf: ({ requestId }) => requestId,
  commandOf: (rows, { id, index }, version) => moveCommand(rows, id, index, version),
};

/** Order and selection of the queue on one desk. A request that leaves takes its selection along: Enter then does nothing. */
export const useQueue = (rows: readonly QueueRow[], queueVersion: number, run: Run): QueueModel => {
  const [picked, select] = useState<RequestId | null>(null);
  const { rows: shown, moveTo } = useMoves(movable, { rows, version: queueVersion, run });
  const selected = shown.some((row) => row.requestId === picked) ? picked : null;
  return { rows: shown, selected, select, moveTo };
};

/** Whether a key belongs to something else: a field, a menu, an open window. */
const elsewhere = (target: EventTarget | null): boolean =>
  inTextField(target) ||
  document.querySelector('dialog[open]') !== null ||
  (target instanceof Element && target.closest('[role=menu], [role=listbox]') !== null);

export type QueueKeys = {
  readonly grant: (row: QueueRow) => void;
  readonly moved: (row: QueueRow, place: number) => void;
};

/** Keys of the queue, wherever the focus is on the desk: ↑↓ Home End select, Alt+↑↓ move, Enter gives the floor. */
export const useQueueKeys = (queue: QueueModel, { grant, moved }: QueueKeys): void => {
  const press = useRef<(event: KeyboardEvent) => void>(() => undefined);
  useEffect(() => {
    press.current = (event) => {
      const { rows, selected, select, moveTo } = queue;
      const steps = { ArrowDown: 1, ArrowUp: -1, Home: -rows.length, End: rows.length } as const;
      const step = Object.entries(steps).find(([key]) => key === event.key)?.[1];
      const row = rows.find((r) => r.requestId === selected);
      const index = row ? rows.indexOf(row) : -1;
      if (step !== undefined && event.altKey && row) {
        const place = Math.max(0, Math.min(rows.length - 1, index + step));
        void moveTo(row.requestId, place).then((done) => done && moved(row, place + 1));
      } else if (step !== undefined && !event.altKey) {
        const edge = event.key === 'Home' ? rows[0] : event.key === 'End' ? rows.at(-1) : undefined;
        select(edge?.requestId ?? stepFrom(rows, selected, step));
      } else if (event.key === 'Enter' && row && !event.repeat) {
        grant(row);
      } else return;
      event.preventDefault();
    };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.defaultPrevented || elsewhere(event.target)) return;
      const onButton = event.target instanceof Element && event.target.closest('button, a, summary') !== null;
      if (event.key === 'Enter' && onButton) return;
      press.current(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
};
