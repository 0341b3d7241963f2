import type { AgendaItemId, Layout, RowId } from '../kernel/index.ts';
import type { RowAct } from './messages.ts';

export type Row = {
  readonly rowId: RowId;
  readonly act: RowAct;
  readonly itemId: AgendaItemId | null;
  readonly seconds: number | null;
  /** Null: one picture. */
  readonly layout: Layout | null;
  /** A film is shown (R12). */
  readonly film: boolean;
  readonly status: 'waiting' | 'held' | 'skipped' | 'begun';
  /** Ms since the epoch, of the last time. */
  readonly begunAt: number | null;
};

/** Only desks get it. */
export type RunSheet = {
  readonly rows: readonly Row[];
  /** Grows with each row that is added, moved or removed; a move carries the one that it saw. */
  readonly version: number;
  readonly currentId: RowId | null;
  /** The last "Tiếp", which may be taken back for a moment: the row that was current, and the one begun as it was. */
  readonly last: { readonly at: number; readonly beforeId: RowId | null; readonly row: Row } | null;
};

export const emptyRunSheet: RunSheet = { rows: [], version: 0, currentId: null, last: null };

export const rowOf = (sheet: RunSheet, rowId: RowId | null): Row | undefined =>
  sheet.rows.find((row) => row.rowId === rowId);

/** The rows as they are planned now, and what was done of them as it was before (C20). */
export const runSheetAnew = (now: RunSheet, before: RunSheet): RunSheet => ({
  rows: now.rows.map((row) => {
    const was = rowOf(before, row.rowId);
    return { ...row, status: was?.status ?? 'waiting', begunAt: was?.begunAt ?? null };
  }),
  version: now.version,
  currentId: rowOf(now, before.currentId)?.rowId ?? null,
  last: null,
});

/** Rows that wait, from the current one on: what "Tiếp" does, in this order. What was held waits for a hand. */
export const rowsAhead = (sheet: RunSheet): readonly Row[] => {
  const at = sheet.rows.findIndex(({ rowId }) => rowId === sheet.currentId);
  return sheet.rows.slice(at + 1).filter(({ status }) => status === 'waiting');
};
