import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import type { Run } from './acts.ts';
import { moved, Moves, type MovesOptions } from './moves.ts';

export type MovableRows<Row> = { readonly rows: readonly Row[]; readonly version: number; readonly run: Run };

/** The rows in the order that is wanted, and what moves one to a place, 0 = first. `options` never changes. */
export const useMoves = <Row, Id>(options: MovesOptions<Row, Id>, { rows, version, run }: MovableRows<Row>) => {
  const [moves] = useState(() => new Moves(options));
  useEffect(() => moves.see(rows, version, run), [moves, rows, version, run]);
  const wanted = useSyncExternalStore(moves.subscribe, moves.wanted);
  const shown = useMemo(() => moved(rows, wanted, options.idOf), [rows, wanted, options]);
  return { rows: shown, moveTo: moves.moveTo };
};
