import { useCallback } from 'react';

import { useFormats } from '../text/format.ts';
import { type NowMs, useTicking } from './ticking.ts';

/** The time in Viet Nam on the server's clock, as HH:MM or HH:MM:SS. */
export const Clock = ({ nowMs, seconds = false }: { nowMs: NowMs; seconds?: boolean }) => {
  const formats = useFormats();
  const read = useCallback(
    (now: number) => (seconds ? formats.timeWithSeconds(now) : formats.time(now)),
    [formats, seconds],
  );
  const text = useTicking(nowMs, read);
  return (
    <time className="ui-clock num" dateTime={text}>
      {text}
    </time>
  );
};
