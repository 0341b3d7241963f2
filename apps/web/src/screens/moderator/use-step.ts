import type { AgendaItemId } from '@diemcau/domain/kernel';
import type { Command, Live } from '@diemcau/domain/live';

import { nextAct, type NextAct } from '../../floor/index.ts';
import type { Names } from '../../live/index.ts';
import { effectsOf, rowStep, type RowStep, useEffectText } from '../../run-sheet/index.ts';

/** What "Tiếp" does on this desk: a row of the run sheet, or the queue's next as it was before there was one. */
export type Step = {
  readonly row: RowStep | null;
  readonly next: NextAct;
  /** Null: nothing to do now. */
  readonly command: Command | null;
  /** All that it will do, in one sentence; null when that is nothing. */
  readonly effects: string | null;
};

type Given = {
  readonly live: Live;
  readonly names: Names;
  readonly limit: number | null;
  readonly nowMs: () => number;
  readonly numbers: ReadonlyMap<AgendaItemId, string>;
};

export const useStep = ({ live, names, limit, nowMs, numbers }: Given): Step => {
  const say = useEffectText(names, numbers);
  const now = nowMs();
  const next = nextAct(live, names, limit);
  const row = rowStep(live, names, now);
  if (row) return { row, next, command: row.command, effects: say(row.effects) };
  if (next.status !== 'ready') return { row: null, next, command: null, effects: null };
  const effects = live.runSheet.rows.length === 0 ? null : say(effectsOf(live, names, [next.command], now));
  return { row: null, next, command: next.command, effects };
};
