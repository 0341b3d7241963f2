import './Desk.css';
import type { SeatId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { IconUserShield } from '@tabler/icons-react';
import { useState } from 'react';

import { PhaseCard, phaseView } from '../../conference/phase-index.ts';
import {
  type ActsOfPage,
  CallDialog,
  type CalledSite,
  endedView,
  nextAct,
  SpeakerDialog,
  type SpeakerTarget,
  SpokenPanel,
  spokenRows,
  StandbyPanel,
  standbyRows,
  useTurnLimit,
  useWatch,
} from '../../floor/index.ts';
import { type LiveConnection, mediaOf, namesOf, presenceOf, useLiveState } from '../../live/index.ts';
import { DeskFrame } from '../../seat/index.ts';
import { Tag, useWords } from '../../ui/index.ts';
import { onAirView, watchedSites } from './desk.ts';
import { Queue } from './Queue.tsx';
import { Turn } from './Turn.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
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
  const answered = useWatch(connection, watchedSites(live));
  const conferenceId = connection.state().seat?.conferenceId ?? '';
  const [limit, setLimit] = useTurnLimit(conferenceId);
  const [shown, show] = useState<Window>(closed);
  const { run, problem, dismiss } = acts;
  const onAir = onAirView(live, names, media);
  const next = nextAct(live, names, limit);
  const ended = endedView(live, names);
  const phase = phaseView(live);
  const focus = useDeskKeys({ next, turn: onAir.turn, ended, run, nowMs: connection.nowMs });
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
      tags={<Tag icon={IconUserShield}>{words.byChair}</Tag>}
      keys={keys}
      problem={problem}
      onDismiss={dismiss}
      onClick={focus}
    >
      <main className="mod-main" id="mod-main">
        <Turn
          connection={connection}
          onAir={onAir}
          next={next}
          ended={ended}
          run={run}
          onName={(target) => show({ kind: 'speaker', target })}
        />
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
        <aside className="mod-side">
          {phase && (
            <PhaseCard phase={phase} present={presence?.present ?? 0} invited={presence?.invited ?? 0} run={run} />
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
