import type { SeatId } from '@diemcau/domain/kernel';
import { lazy, Suspense } from 'react';

import { useItemLine } from '../../agenda/index.ts';
import { BreakBand, breakOf, PhaseTag } from '../../conference/phase-index.ts';
import { liveOf, type LiveConnection, supportOf, useLiveState } from '../../live/index.ts';
import { DeskFrame, SeatGate } from '../../seat/index.ts';
import { type CallOf, ReadyTags, TechDesk } from '../../support/desk-index.ts';
import { Loading } from '../../ui/index.ts';

/** Loaded with the first site that is opened: the desk itself is no member of the media. */
const TestCall = lazy(async () => {
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
  const { status } = live.conference;
  const pause = breakOf(live);
  const call: CallOf = (site) => (
    <Suspense fallback={null}>
      <TestCall {...{ connection, seatId, site }} />
    </Suspense>
  );
  return (
    <DeskFrame
      connection={connection}
      role="technician"
      className="tech"
      item={item}
      tags={
        <>
          {status !== 'absent' && <PhaseTag status={status} />}
          {support && <ReadyTags support={support} />}
        </>
      }
      notices={pause && <BreakBand returnsAt={pause.returnsAt} nowMs={connection.nowMs} />}
      keys={[]}
      problem={null}
      onDismiss={() => undefined}
      onClick={() => undefined}
    >
      {support === null ? (
        <Loading />
      ) : (
        <TechDesk seatId={seatId} support={support} nowMs={connection.nowMs} call={call} />
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
