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
import { conferenceOf, type LiveConnection, mediaOf, namesOf, presenceOf, useLiveState } from '../../live/index.ts';
import { LineNotice, seatWords, useLineQuality } from '../../seat/index.ts';
import { Kbd, LanguageSwitch, LiveBar, LiveFoot, StatusLine, Tag, useWords } from '../../ui/index.ts';
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

const Bar = ({ connection }: { connection: LiveConnection }) => {
  const words = useWords(moderatorWords);
  const seat = useWords(seatWords);
  const conference = useLiveState(connection, conferenceOf);
  const presence = useLiveState(connection, presenceOf);
  const line = useLineQuality(connection);
  return (
    <LiveBar
      title={conference?.name ?? ''}
      role={seat.roles.moderator}
      line={line}
      nowMs={connection.nowMs}
      seconds
      {...(presence ? { sites: { present: presence.present, invited: presence.invited } } : {})}
      tags={
        <>
          <Tag icon={IconUserShield}>{words.byChair}</Tag>
          {conference?.demo && <Tag tone="amber">{seat.demo}</Tag>}
        </>
      }
    />
  );
};

const Foot = () => {
  const words = useWords(moderatorWords).keys;
  return (
    <LiveFoot>
      <span>
        <Kbd>Space</Kbd> {words.next}
      </span>
      <span>
        <Kbd>K</Kbd> {words.end}
      </span>
      <span>
        <Kbd>Z</Kbd> {words.takeBack}
      </span>
      <span>
        <Kbd>R</Kbd> {words.resume}
      </span>
      <LanguageSwitch />
    </LiveFoot>
  );
};

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
  return (
    <div className="mod" onClick={focus}>
      <Bar connection={connection} />
      <LineNotice connection={connection} />
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
      <div className="mod-status">
        <StatusLine problem={problem} onDismiss={dismiss} />
      </div>
      <Foot />
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
    </div>
  );
};
