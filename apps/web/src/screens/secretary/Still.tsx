import { IconCamera } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { SeatId } from '@diemcau/domain/kernel';
import { pictureOnAir, type Live } from '@diemcau/domain/live';

import type { LiveConnection } from '../../live/index.ts';
import { useStage } from '../../media/index.ts';
import { takeShot } from '../../media/still-index.ts';
import { useStills, stillWords, type DeskStills } from '../../minutes/still-index.ts';
import { Button, useShortcuts, useWords } from '../../ui/index.ts';

export const STILL_KEY = 'A';

const canTake = (live: Live): boolean =>
  (live.conference.status === 'open' || live.conference.status === 'paused') && pictureOnAir(live).kind !== 'title';

/** The secretary takes the picture on air; cameras that are off air are for the operator alone (M6). */
export const useStillKey = (seatId: SeatId, connection: LiveConnection, live: Live): DeskStills => {
  const stage = useStage();
  const shoot = useMemo(
    () => stage && ((...of: [Parameters<typeof takeShot>[1], number]) => takeShot(stage, ...of)),
    [stage],
  );
  const stills = useStills(seatId, connection, shoot);
  const take = () => void (canTake(live) && stills.programme());
  useShortcuts({ a: take, A: take });
  return stills;
};

export const StillButton = ({ live, stills }: { live: Live; stills: DeskStills }) => {
  const words = useWords(stillWords);
  return (
    <Button
      className="sec-still"
      size="small"
      icon={IconCamera}
      shortcut={STILL_KEY}
      disabled={!canTake(live)}
      onPress={() => void stills.programme()}
    >
      {words.programme}
    </Button>
  );
};
