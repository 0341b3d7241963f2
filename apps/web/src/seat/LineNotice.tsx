import { IconWifiOff } from '@tabler/icons-react';
import { useCallback } from 'react';

import { connectionOf, type LiveConnection, useLiveState } from '../live/index.ts';
import { Band, Button, type LineQuality, useAnnounceChange, useTicking, useWords } from '../ui/index.ts';
import { seatWords } from './words.ts';

/** A line that returns within this time was not worth a word. */
const WORTH_SAYING_MS = 1500;

/** Whether the line to the centre has been down long enough to say so. */
export const useIsLost = (connection: LiveConnection): boolean => {
  const state = useLiveState(connection, connectionOf);
  const since = state.status === 'lost' ? state.since : null;
  const read = useCallback((now: number) => since !== null && now - since >= WORTH_SAYING_MS, [since]);
  return useTicking(connection.nowMs, read);
};

/** The line to the centre in the words of the bar. */
export const useLineQuality = (connection: LiveConnection): LineQuality => (useIsLost(connection) ? 'lost' : 'good');

/** Across the page while the line to the centre is down: what happens, and what becomes of a pressed button. */
export const LineNotice = ({ connection }: { connection: LiveConnection }) => {
  const words = useWords(seatWords).lost;
  const lost = useIsLost(connection);
  useAnnounceChange(lost ? words.announce : words.back, 'assertive');
  if (!lost) return null;
  return (
    <section className="seat-line" aria-label={words.title}>
      <Band
        tone="standby"
        icon={IconWifiOff}
        detail={words.detail}
        end={
          <Button size="small" onPress={connection.hurry}>
            {words.hurry}
          </Button>
        }
      >
        {words.title}
      </Band>
    </section>
  );
};
