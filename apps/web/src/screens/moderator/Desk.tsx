import './Desk.css';
import type { SeatId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { IconUserShield } from '@tabler/icons-react';
import { useMemo, useState } from 'react';

import { AgendaPanel, itemRows, numbersOf, useItemLine } from '../../agenda/index.ts';
import { DeskSummary } from '../../attendance/index.ts';
import { BreakBand, breakOf, PhaseCard, phaseView } from '../../conference/phase-index.ts';
import {
  CallDialog,
  type CalledSite,
  SpeakerDialog,
  type SpeakerTarget,
  SpokenPanel,
  spokenRows,
  StandbyPanel,
  standbyRows,
  useTurnLimit,
  useWatch,
} from '../../floor/index.ts';
import {
  type ActsOfPage,
  attendanceOf,
  type LiveConnection,
  mediaOf,
  namesOf,
  presenceOf,
  useLiveState,
} from '../../live/index.ts';
import { LatestAnnouncement } from '../../message/index.ts';
import { useBack } from '../../run-sheet/index.ts';
import { DeskFrame } from '../../seat/index.ts';
import { Tag, useWords } from '../../ui/index.ts';
import { onAirView, watchedSites } from './desk.ts';
import { Queue } from './Queue.tsx';
import { Sheet } from './Sheet.tsx';
import { StepPart } from './StepPart.tsx';
import { Turn } from './Turn.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import { useStep } from './use-step.ts';
import { useTurnAnnouncements } from './use-announcements.ts';
import { moderatorWords } from './words.ts';

export type DeskProps = { connection: LiveConnection; seatId: SeatId; live: Live; acts: ActsOfPage };

/** Which window is open over the desk. */
export type Window =
  | { readonly kind: 'none' }
  | { readonly kind: 'call'; readonly site: CalledSite | null }
  | { readonly kind: 'speaker'; readonly target: SpeakerTarget };

const closed: Window = { kind: 'none' };

/** The moderator's desk: on air, the queue, and what surrounds them. */
export const Desk = ({ connection, seatId, live, acts }: DeskProps) => {
  const names = useLiveState(connection, namesOf);
  const media = useLiveState(connection, mediaOf);
  const presence = useLiveState(connection, presenceOf);
  const totals = useLiveState(connection, attendanceOf);
  const answered = useWatch(connection, watchedSites(live));
  const conferenceId = connection.state().seat?.conferenceId ?? '';
  const [limit, setLimit] = useTurnLimit(conferenceId);
  const [shown, show] = useState<Window>(closed);
  const { run, problem, dismiss } = acts;
  const onAir = onAirView(live, names, media);
  const numbers = useMemo(() => numbersOf(live.agenda.items), [live.agenda.items]);
  const step = useStep({ live, names, limit, nowMs: connection.nowMs, numbers });
  const back = useBack(live, names);
  const phase = phaseView(live);
  const pause = breakOf(live);
  const startsAt = phase?.startsAt ?? 0;
  const items = useMemo(() => itemRows(live.agenda, names.titles, startsAt), [live.agenda, names.titles, startsAt]);
  const hasSheet = live.runSheet.rows.length > 0;
  const hasPlan = hasSheet || items.length > 0;
  const focus = useDeskKeys({ next: step.command, turn: onAir.turn, back, run, nowMs: connection.nowMs });
  useTurnAnnouncements(onAir.turn);
  const words = useWords(moderatorWords);
  const keys = [
    ['Space', words.keys.next],
    ['K', words.keys.end],
    ['Z', words.keys.takeBack],
    ['R', words.keys.resume],
  ] as const;
  return (
    <DeskFrame
      connection={connection}
      role="moderator"
      className="mod"
      item={useItemLine(connection)}
      tags={<Tag icon={IconUserShield}>{words.byChair}</Tag>}
      notices={
        <>
          {pause && <BreakBand returnsAt={pause.returnsAt} nowMs={connection.nowMs} />}
          <LatestAnnouncement connection={connection} />
        </>
      }
      keys={keys}
      problem={problem}
      onDismiss={dismiss}
      onClick={focus}
    >
      <main className="mod-main" id="mod-main">
        <Turn
          connection={connection}
          onAir={onAir}
          step={<StepPart step={step} hasSheet={hasSheet} run={run} />}
          back={back}
          run={run}
          onName={(target) => show({ kind: 'speaker', target })}
        />
        <div className={`mod-middle ${hasPlan ? 'with-sheet' : ''}`}>
          {hasPlan && (
            <Sheet
              live={live}
              names={names}
              items={items}
              seatId={seatId}
              conference={connection.state().conference?.name ?? ''}
              run={run}
              problem={problem}
              nowMs={connection.nowMs}
            />
          )}
          <Queue
            live={live}
            names={names}
            run={run}
            nowMs={connection.nowMs}
            limit={limit}
            onLimit={setLimit}
            onCall={() => show({ kind: 'call', site: null })}
            onName={(target) => show({ kind: 'speaker', target })}
          />
        </div>
        <aside className="mod-side">
          {phase && (
            <PhaseCard phase={phase} presence={presence} run={run} more={<DeskSummary live={live} totals={totals} />} />
          )}
          <StandbyPanel
            rows={standbyRows(live, names, { presence, answered })}
            mode={live.floor.standbyMode}
            run={run}
            onCall={(row) =>
              show({
                kind: 'call',
                site: { siteId: row.siteId, name: row.site?.name ?? '', province: row.site?.province ?? null },
              })
            }
          />
          {items.length > 0 && <AgendaPanel items={items} nowMs={connection.nowMs} />}
          <SpokenPanel rows={spokenRows(live, names)} />
        </aside>
      </main>
      {shown.kind === 'call' && (
        <CallDialog
          live={live}
          seatId={seatId}
          run={run}
          turnLimit={limit}
          site={shown.site}
          onClose={() => show(closed)}
        />
      )}
      {shown.kind === 'speaker' && <SpeakerDialog target={shown.target} run={run} onClose={() => show(closed)} />}
    </DeskFrame>
  );
};
