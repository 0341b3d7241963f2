import type { Live } from '@diemcau/domain/live';
import { IconAlarm, IconCircleCheck } from '@tabler/icons-react';
import { useCallback } from 'react';

import { type NowMs, Tag, useFormats, useTicking, useWords } from '../ui/index.ts';
import { driftMinutes } from './drift.ts';
import { agendaWords } from './words.ts';

export type DriftTagProps = { live: Live; nowMs: NowMs; size?: 'normal' | 'big'; long?: boolean };

/** How much later or earlier than planned the conference will end; nothing without a plan. */
export const DriftTag = ({ live, nowMs, size = 'normal', long = false }: DriftTagProps) => {
  const words = useWords(agendaWords);
  const { count } = useFormats();
  const minutes = useTicking(
    nowMs,
    useCallback((now: number) => driftMinutes(live, now), [live]),
  );
  if (minutes === null) return null;
  const late = minutes > 0;
  const [said, whole] =
    minutes === 0
      ? [words.onTime, words.onTimeLong]
      : late
        ? [words.late(count(minutes)), words.lateLong(count(minutes))]
        : [words.early(count(-minutes)), words.earlyLong(count(-minutes))];
  return (
    <Tag tone={late ? 'amber' : 'green'} icon={late ? IconAlarm : IconCircleCheck} size={size} label={whole}>
      {long ? whole : said}
    </Tag>
  );
};
