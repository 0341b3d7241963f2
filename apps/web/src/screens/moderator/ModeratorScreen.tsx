import type { SeatId } from '@diemcau/domain/kernel';

import { liveOf, type LiveConnection, useLiveState, useActs } from '../../live/index.ts';
import { StageProvider } from '../../media/index.ts';
import { SeatGate } from '../../seat/index.ts';
import { Desk } from './Desk.tsx';

const Connected = ({ connection, seatId }: { connection: LiveConnection; seatId: SeatId }) => {
  const live = useLiveState(connection, liveOf);
  const acts = useActs(connection);
  if (live === null) return null;
  // The desk stands in the hall: what it played would come back through the hall's microphone.
  return (
    <StageProvider live={connection} sound={false}>
      <Desk connection={connection} seatId={seatId} live={live} acts={acts} />
    </StageProvider>
  );
};

/** `/c/<id>/moderator`: conducts the floor on the chair's direction. */
export const ModeratorScreen = ({ conferenceId }: { conferenceId: string }) => (
  <SeatGate conferenceId={conferenceId} role="moderator">
    {(connection, seatId) => <Connected connection={connection} seatId={seatId} />}
  </SeatGate>
);
