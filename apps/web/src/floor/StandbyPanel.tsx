import './StandbyPanel.css';
import { IconCircleCheck, IconDeviceTv, IconHelpCircle, IconPlugConnectedX, IconWifi1 } from '@tabler/icons-react';

import { Button, type Icon, Panel, Tag, type TagTone, useWords } from '../ui/index.ts';
import type { Run } from '../live/acts.ts';
import { placeText } from './labels.ts';
import type { Readiness, StandbyRow } from './standby.ts';
import { floorWords } from './words.ts';

const faces: Readonly<Record<Readiness, { tone: TagTone; icon: Icon }>> = {
  ready: { tone: 'green', icon: IconCircleCheck },
  poor: { tone: 'amber', icon: IconWifi1 },
  away: { tone: 'amber', icon: IconDeviceTv },
  lost: { tone: 'amber', icon: IconPlugConnectedX },
  unknown: { tone: 'plain', icon: IconHelpCircle },
};

/** Whether a site can be called now, in a word. */
const ReadinessTag = ({ readiness }: { readiness: Readiness }) => (
  <Tag tone={faces[readiness].tone} icon={faces[readiness].icon}>
    {useWords(floorWords).standby.readiness[readiness]}
  </Tag>
);

type LineProps = { row: StandbyRow; onCall: ((row: StandbyRow) => void) | null };

const Line = ({ row, onCall }: LineProps) => {
  const words = useWords(floorWords);
  return (
    <li className="fl-standby-row">
      <span className="fl-standby-place num" aria-hidden>
        {row.place}
      </span>
      <div className="grow">
        <p>
          {row.person && <span className="muted">{row.person.honorific} </span>}
          <b>{row.person?.name ?? placeText(row.site, words)}</b>
        </p>
        {row.person && <p className="small muted">{placeText(row.site, words)}</p>}
        <ReadinessTag readiness={row.readiness} />
      </div>
      {row.requestId === null && onCall && (
        <Button size="small" tone="quiet" onPress={() => onCall(row)}>
          {words.call.grant}
        </Button>
      )}
    </li>
  );
};

export type StandbyPanelProps = {
  rows: readonly StandbyRow[];
  mode: 'auto' | 'manual';
  run: Run;
  /** Calls a site that was put on stand-by by hand and has no request; the run sheet calls its own. */
  onCall: (row: StandbyRow) => void;
};

/** The two sites that were told to prepare, and whether they can be called. */
export const StandbyPanel = ({ rows, mode, run, onCall }: StandbyPanelProps) => {
  const words = useWords(floorWords).standby;
  return (
    <Panel
      title={words.title}
      body="flush"
      {...(mode === 'manual'
        ? {
            actions: (
              <Button size="small" tone="quiet" onPress={() => run({ type: 'floor.resetStandby' })}>
                {words.reset}
              </Button>
            ),
          }
        : {})}
    >
      {rows.length === 0 ? (
        <p className="fl-side-empty small muted">{words.empty}</p>
      ) : (
        <ol>
          {rows.map((row) => (
            <Line key={row.siteId} row={row} onCall={mode === 'manual' ? onCall : null} />
          ))}
        </ol>
      )}
    </Panel>
  );
};
