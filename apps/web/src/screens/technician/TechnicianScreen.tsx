import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { Suspense } from 'react';

import { useItemLine } from '../../agenda/index.ts';
import { BreakBand, breakOf, PhaseTag, phaseView, RehearsalBar } from '../../conference/phase-index.ts';
import {
  liveOf,
  type LiveConnection,
  mediaOf,
  namesOf,
  presenceOf,
  siteNamed,
  supportOf,
  useActs,
  useLiveState,
} from '../../live/index.ts';
import { TechnicianInbox, TechnicianMessages } from '../../message/technician-index.ts';
import { programmeWords } from '../../programme/index.ts';
import { DeskFrame, SeatGate } from '../../seat/index.ts';
import { DeskEchoTrial, DeskPlayback } from '../../sound/desk-index.ts';
import { useDueMs, WarningBand, warningsOf } from '../../sound/index.ts';
import { type CallOf, type Messages, ReadyTags, TechDesk } from '../../support/desk-index.ts';
import { Loading, useWords, lazyPart } from '../../ui/index.ts';

/** The sound of who may be heard now: the hall, and the site with the floor. */
const SoundBand = ({ live, connection }: { live: Live; connection: LiveConnection }) => {
  const { hall, unnamedSite } = useWords(programmeWords);
  const media = useLiveState(connection, mediaOf);
  const names = useLiveState(connection, namesOf);
  const sites = useLiveState(connection, presenceOf)?.sites ?? [];
  const warnings = warningsOf(live, media, useDueMs(live, media, connection.nowMs), sites);
  const hallId = live.conference.status === 'absent' ? null : live.conference.hallId;
  const nameOf = (siteId: SiteId) => (siteId === hallId ? hall : (siteNamed(names, siteId)?.name ?? unnamedSite));
  return <WarningBand sites={[...warnings].map(([siteId, of]) => ({ name: nameOf(siteId), warnings: of }))} />;
};

/** Loaded with the first site that is opened: the desk itself is no member of the media. */
const TestCall = lazyPart(async () => {
  const [part, { callMedia }] = await Promise.all([
    import('../../aside/TestCall.tsx'),
    import('../../media/call-media.ts'),
  ]);
  return { default: part.withMedia(callMedia) };
});

const Connected = ({ connection, seatId }: { connection: LiveConnection; seatId: SeatId }) => {
  const live = useLiveState(connection, liveOf);
  const support = useLiveState(connection, supportOf);
  const item = useItemLine(connection);
  if (live === null) return null;
  const { run, problem, dismiss } = useActs(connection);
  const phase = phaseView(live);
  const pause = breakOf(live);
  const call: CallOf = (site) => (
    <>
      <Suspense fallback={null}>
        <TestCall {...{ connection, seatId, site }} />
      </Suspense>
      <DeskEchoTrial seatId={seatId} siteId={site.siteId} live={live} />
    </>
  );
  const playback: CallOf = (site) => <DeskPlayback seatId={seatId} siteId={site.siteId} live={live} />;
  const isOver = live.conference.status === 'closed';
  const messages: Messages = {
    opener: (onOpen) => <TechnicianInbox connection={connection} onOpen={onOpen} />,
    panel: (opened, onBack) => <TechnicianMessages key={opened} {...{ connection, seatId, isOver, opened, onBack }} />,
  };
  return (
    <DeskFrame
      connection={connection}
      role="technician"
      className="tech"
      item={item}
      tags={
        <>
          {phase && phase.status !== 'rehearsal' && <PhaseTag status={phase.status} />}
          {support && <ReadyTags support={support} />}
        </>
      }
      notices={
        <>
          {phase && (
            <RehearsalBar
              phase={phase}
              invited={live.conference.status === 'absent' ? 0 : live.conference.invited}
              run={run}
            />
          )}
          {pause && <BreakBand returnsAt={pause.returnsAt} nowMs={connection.nowMs} />}
          <SoundBand live={live} connection={connection} />
        </>
      }
      keys={[]}
      problem={problem}
      onDismiss={dismiss}
      onClick={() => undefined}
    >
      {support === null ? (
        <Loading />
      ) : (
        <TechDesk seatId={seatId} support={support} nowMs={connection.nowMs} {...{ call, playback, messages }} />
      )}
    </DeskFrame>
  );
};

/** `/c/<id>/tech`: how far the provinces are, and who calls for help. */
export const TechnicianScreen = ({ conferenceId }: { conferenceId: string }) => (
  <SeatGate conferenceId={conferenceId} role="technician">
    {(connection, seatId) => <Connected connection={connection} seatId={seatId} />}
  </SeatGate>
);
