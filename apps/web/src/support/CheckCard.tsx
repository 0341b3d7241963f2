import './support.css';
import type { SeatId } from '@diemcau/domain/kernel';
import type { Mine } from '@diemcau/domain/wire';

import type { ReactNode } from 'react';

import { Panel, StatusLine, useWords } from '../ui/index.ts';
import { CheckRows, type CheckRowsProps, CheckTag } from './CheckRows.tsx';
import { checkWords } from './clerk-words.ts';
import { LineRuns } from './LineRuns.tsx';
import { useBy } from './use-by.ts';
import { measuredIn, useChecks } from './use-checks.ts';

export type CheckCardProps = Pick<CheckRowsProps, 'measured'> & {
  seatId: SeatId;
  mine: Mine;
  /** Recording the room and playing it back; null: not from here. */
  playback: ReactNode;
};

/** "Kiểm tra kỹ thuật" of the own site. */
export const CheckCard = ({ seatId, mine, measured, playback }: CheckCardProps) => {
  const words = useWords(checkWords);
  const by = useBy();
  const { checks, act, enter, runLine } = useChecks(seatId, mine.site.siteId, String(mine.support?.checkVersion ?? 0));
  if (mine.support === null) return null;
  return (
    <Panel title={words.title} className="sup-check" note={<CheckTag {...mine.support.readiness} />}>
      <div className="col">
        <p className="small muted">{checks?.confirmed ? words.confirmed(by(checks.confirmed)) : words.hint}</p>
        <StatusLine problem={act.problem} onDismiss={act.dismiss} />
        {checks && (
          <CheckRows
            results={checks.results}
            measured={{ ...measured, ...measuredIn(checks) }}
            trials={{ playback, line: <LineRuns runs={checks.lineRuns} onRun={runLine} /> }}
            onEnter={enter}
          />
        )}
      </div>
    </Panel>
  );
};
