import { useCallback } from 'react';

import { formatLength, type NowMs, useTicking } from '../ui/index.ts';

/** How long ago something was, as a clock that goes on; never before its beginning, whatever the page's clock says. */
export const Since = ({ at, nowMs }: { at: number; nowMs: NowMs }) => (
  <time className="sup-since num">
    {useTicking(
      nowMs,
      useCallback((now: number) => formatLength(Math.max(0, now - at)), [at]),
    )}
  </time>
);
