import type { RowId } from '@diemcau/domain/kernel';

import type { SheetRow } from './rows.ts';

/** When each row begins by the plan, ms since the epoch: one after the other. */
export const plannedStarts = (rows: readonly SheetRow[], startsAt: number): ReadonlyMap<RowId, number> => {
  const starts = new Map<RowId, number>();
  let at = startsAt;
  for (const { rowId, seconds } of rows) {
    starts.set(rowId, at);
    at += (seconds ?? 0) * 1000;
  }
  return starts;
};
