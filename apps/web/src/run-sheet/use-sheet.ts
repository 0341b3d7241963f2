import type { RowId } from '@diemcau/domain/kernel';
import { useRef, useState } from 'react';

import type { Run } from '../live/index.ts';
import type { SheetRow } from './rows.ts';
import { moveRowCommand } from './steps.ts';

export type SheetModel = {
  readonly rows: readonly SheetRow[];
  readonly selected: RowId | null;
  readonly select: (rowId: RowId | null) => void;
  /** Moves a row to a place, 0 = first; one move at a time. */
  readonly moveTo: (rowId: RowId, index: number) => Promise<boolean>;
};

type Wanted = { readonly rowId: RowId; readonly index: number; readonly version: number };

const inWantedOrder = (rows: readonly SheetRow[], { rowId, index }: Wanted): readonly SheetRow[] => {
  const row = rows.find((each) => each.rowId === rowId);
  const rest = rows.filter((each) => each.rowId !== rowId);
  return row ? [...rest.slice(0, index), row, ...rest.slice(index)] : rows;
};

/** Order and selection of the run sheet on one page: a move shows at once and goes back when it is refused. */
export const useSheet = (rows: readonly SheetRow[], version: number, run: Run): SheetModel => {
  const [picked, select] = useState<RowId | null>(null);
  const [wanted, want] = useState<Wanted | null>(null);
  const moving = useRef(false);
  const shown = wanted?.version === version ? inWantedOrder(rows, wanted) : rows;
  const moveTo = async (rowId: RowId, index: number): Promise<boolean> => {
    const command = moving.current ? null : moveRowCommand(shown, rowId, index, version);
    if (!command) return false;
    moving.current = true;
    want({ rowId, index: Math.max(0, Math.min(rows.length - 1, index)), version });
    const done = await run(command);
    moving.current = false;
    if (!done) want(null);
    return done;
  };
  return { rows: shown, selected: shown.some((row) => row.rowId === picked) ? picked : null, select, moveTo };
};
