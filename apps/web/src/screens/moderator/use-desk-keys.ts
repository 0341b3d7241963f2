import type { Command } from '@diemcau/domain/live';
import type { MouseEvent } from 'react';

import { type Back, backSeconds, type TurnView } from '../../floor/index.ts';
import { type Run } from '../../live/index.ts';
import { type NowMs, useShortcuts } from '../../ui/index.ts';

type Keys = {
  /** What "Tiếp" does; null: nothing now. */
  readonly next: Command | null;
  readonly turn: TurnView | null;
  readonly back: Back | null;
  readonly run: Run;
  readonly nowMs: NowMs;
};

/**
 * Space next, K ends, Z takes the last "Tiếp" or ending back, R resumes. A button that was pressed by the pointer gives the focus
 * back, so that Space is "Tiếp" again and never repeats that button; who walks by Tab keeps the focus.
 * @returns what to do on a click anywhere on the desk
 */
export const useDeskKeys = ({ next, turn, back, run, nowMs }: Keys): ((event: MouseEvent) => void) => {
  const callNext = () => void (next && run(next));
  const end = () => void (turn && run({ type: 'floor.end', turnId: turn.turnId }));
  const takeBack = () => void (back && backSeconds(back, nowMs()) > 0 && run(back.command));
  const resume = () =>
    void (turn && turn.interruption !== 'none' && run({ type: 'floor.resumeTurn', turnId: turn.turnId }));
  useShortcuts({ ' ': callNext, k: end, K: end, z: takeBack, Z: takeBack, r: resume, R: resume });
  return ({ detail, target }) => {
    const byPointer = detail > 0 && target instanceof Element;
    const button = byPointer ? target.closest('button') : null;
    const inWindow = button?.closest('dialog, [role=menu]') ?? null;
    if (button && !inWindow && button.getAttribute('aria-haspopup') === null) button.blur();
  };
};
