import './support.css';
import type { SeatId } from '@diemcau/domain/kernel';
import type { Mine } from '@diemcau/domain/wire';

import { Panel, StatusLine, useWords } from '../ui/index.ts';
import { CheckRows, type CheckRowsProps, CheckTag, useBy } from './CheckRows.tsx';
import { checkWords } from './clerk-words.ts';
import { useChecks } from './use-checks.ts';

export type CheckCardProps = Pick<CheckRowsProps, 'measured' | 'onPlay'> & { seatId: SeatId; mine: Mine };

/** "Kiểm tra kỹ thuật" of the own site. */
export const CheckCard = ({ seatId, mine, measured, onPlay }: CheckCardProps) => {
  const words = useWords(checkWords);
  const by = useBy();
  const { checks, act, enter } = useChecks(seatId, mine.site.siteId, String(mine.support?.checkVersion ?? 0));
  if (mine.support === null) return null;
  return (
    <Panel title={words.title} className="sup-check" note={<CheckTag {...mine.support.readiness} />}>
      <div className="col">
        <p className="small muted">{checks?.confirmed ? words.confirmed(by(checks.confirmed)) : words.hint}</p>
        <StatusLine problem={act.problem} onDismiss={act.dismiss} />
        {checks && (
          <CheckRows
            results={checks.results}
            {...(measured && { measured })}
            {...(onPlay && { onPlay })}
            onEnter={enter}
          />
        )}
      </div>
    </Panel>
  );
};
