import './Desk.css';
import type { SeatId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { useState } from 'react';

import { useItemLine } from '../../agenda/index.ts';
import { DeskRollCall } from '../../attendance/index.ts';
import { BreakBand, breakOf, PhaseTag } from '../../conference/phase-index.ts';
import { type ActsOfPage, attendanceOf, type LiveConnection, useLiveState } from '../../live/index.ts';
import { DeskMessages } from '../../message/index.ts';
import { StillNotice, stillWords } from '../../minutes/still-index.ts';
import { DeskFrame } from '../../seat/index.ts';
import { useWords } from '../../ui/index.ts';
import { Choice, type Part } from './Choice.tsx';
import { Now } from './Now.tsx';
import { Record } from './Record.tsx';
import { STILL_KEY, StillButton, useStillKey } from './Still.tsx';

export type DeskProps = {
  conferenceId: string;
  connection: LiveConnection;
  seatId: SeatId;
  live: Live;
  acts: ActsOfPage;
};

/** The secretary's desk: the record, the roll call, and what goes on now. */
export const Desk = ({ conferenceId, connection, seatId, live, acts }: DeskProps) => {
  const totals = useLiveState(connection, attendanceOf);
  const { run, problem, dismiss } = acts;
  const { conference } = live;
  const { status } = conference;
  const rehearsal = conference.status === 'absent' ? null : conference.rehearsal;
  const pause = breakOf(live);
  const [part, show] = useState<Part>('rollCall');
  const still = useWords(stillWords);
  const stills = useStillKey(seatId, connection, live);
  return (
    <DeskFrame
      connection={connection}
      role="secretary"
      className="sec"
      item={useItemLine(connection)}
      tags={status !== 'absent' && !rehearsal && <PhaseTag status={status} />}
      notices={pause && <BreakBand returnsAt={pause.returnsAt} nowMs={connection.nowMs} />}
      keys={[[STILL_KEY, still.key]]}
      said={<StillNotice stills={stills} />}
      problem={problem}
      onDismiss={dismiss}
      onClick={() => undefined}
    >
      <main className="sec-main">
        <Record
          conferenceId={conferenceId}
          seatId={seatId}
          rehearsal={rehearsal?.no ?? null}
          connection={connection}
          stills={stills}
        />
        <div className="sec-roll-call">
          <Choice connection={connection} part={part} onShow={show} />
          <div className="sec-part" hidden={part !== 'rollCall'}>
            <DeskRollCall live={live} totals={totals} seatId={seatId} run={run} nowMs={connection.nowMs} />
          </div>
          {part === 'messages' && (
            <div className="sec-part">
              <DeskMessages connection={connection} seatId={seatId} isOver={status === 'closed'} />
            </div>
          )}
        </div>
        <Now connection={connection} live={live} still={<StillButton live={live} stills={stills} />} />
      </main>
    </DeskFrame>
  );
};
