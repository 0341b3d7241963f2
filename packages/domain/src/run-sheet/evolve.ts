import type { Recorded, RowId } from '../kernel/index.ts';
import type { RunSheetEvent } from './messages.ts';
import { rowOf, type Row, type RunSheet } from './state.ts';

const placed = (rows: readonly Row[], row: Row, before: RowId | null): readonly Row[] => {
  const at = before === null ? -1 : rows.findIndex(({ rowId }) => rowId === before);
  return at < 0 ? [...rows, row] : [...rows.slice(0, at), row, ...rows.slice(at)];
};

const changed = (state: RunSheet, rowId: RowId, change: (row: Row) => Row): RunSheet => ({
  ...state,
  rows: state.rows.map((row) => (row.rowId === rowId ? change(row) : row)),
});

export const evolve = (state: RunSheet, event: Recorded<RunSheetEvent>): RunSheet => {
  const { rowId } = event;
  const others = () => state.rows.filter((row) => row.rowId !== rowId);
  const row = rowOf(state, rowId);
  switch (event.type) {
    case 'rowAdded': {
      const { act, itemId, seconds, before } = event;
      const added: Row = { rowId, act, itemId, seconds, layout: null, film: false, status: 'waiting', begunAt: null };
      return { ...state, rows: placed(state.rows, added, before), version: state.version + 1 };
    }
    case 'rowChanged': {
      const { act, itemId, seconds } = event;
      return changed(state, rowId, (before) => ({ ...before, act, itemId, seconds }));
    }
    case 'rowLaidOut':
      return changed(state, rowId, (before) => ({ ...before, layout: event.layout }));
    case 'rowFilmed':
      return changed(state, rowId, (before) => ({ ...before, film: event.film }));
    case 'rowMoved':
      return row ? { ...state, rows: placed(others(), row, event.before), version: state.version + 1 } : state;
    case 'rowRemoved':
      return { ...state, rows: others(), version: state.version + 1 };
    case 'rowMarked':
      return changed(state, rowId, (before) => ({ ...before, status: event.as }));
    case 'rowBegun': {
      if (!row) return state;
      const begun = changed(state, rowId, (before) => ({ ...before, status: 'begun', begunAt: event.at }));
      return { ...begun, currentId: rowId, last: { at: event.at, beforeId: state.currentId, row } };
    }
    case 'rowTakenBack': {
      if (!state.last) return state;
      const { beforeId, row: before } = state.last;
      const { status, begunAt } = before;
      return { ...changed(state, rowId, (now) => ({ ...now, status, begunAt })), currentId: beforeId, last: null };
    }
  }
};
