import { IconCoffee } from '@tabler/icons-react';
import { useCallback } from 'react';

import { Band, formatLength, type NowMs, useAnnounceChange, useFormats, useTicking, useWords } from '../ui/index.ts';
import { secondsLeft } from './break.ts';
import { breakWords } from './break-words.ts';

export type BreakBandProps = { returnsAt: number; nowMs: NowMs; size?: 'wall' | 'page' };

/** "Giải lao – trở lại lúc 09:45", with the time left. */
export const BreakBand = ({ returnsAt, nowMs, size = 'page' }: BreakBandProps) => {
  const words = useWords(breakWords);
  const { time } = useFormats();
  const read = useCallback((now: number) => secondsLeft(returnsAt, now), [returnsAt]);
  const left = useTicking(nowMs, read);
  const said = left === 0 ? words.due(time(returnsAt)) : words.until(time(returnsAt));
  useAnnounceChange(said);
  return (
    <Band
      tone="calm"
      icon={IconCoffee}
      size={size}
      {...(left === 0
        ? {}
        : {
            end: (
              <span role="timer" aria-live="off">
                {words.left} {formatLength(left * 1000)}
              </span>
            ),
          })}
    >
      {said}
    </Band>
  );
};
