import type { RowId } from '@diemcau/domain/kernel';
import { useState } from 'react';

import { type MovesOptions, type Run, useMoves } from '../live/index.ts';
import type { SheetRow } from './rows.ts';
import { moveRowCommand } from './steps.ts';

export type SheetModel = {
  readonly rows: readonly SheetRow[];
  readonly selected: RowId | null;
  readonly select: (rowId: RowId | null) => void;
  /** Moves a row to a place, 0 = first. */
  readonly moveTo: (rowId: RowId, index: number) => Promise<boolean>;
};

const movable: MovesOptions<SheetRow, RowId> = {
  idOf: ({ rowId }) => rowId,
  commandOf: (rows, { id, index }, version) => moveRowCommand(rows, id, index, version),
};

/** Order and selection of the run sheet on one page: a move shows at once and goes back when it is refused. */
export const useSheet = (rows: readonly SheetRow[], version: number, run: Run): SheetModel => {
  const [picked, select] = useState<RowId | null>(null);
  const { rows: shown, moveTo } = useMoves(movable, { rows, version, run });
  return { rows: shown, selected: shown.some((row) => row.rowId === picked) ? picked : null, select, moveTo };
};
