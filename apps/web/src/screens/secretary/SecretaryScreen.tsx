import type { SeatId } from '@diemcau/domain/kernel';

import { liveOf, type LiveConnection, useActs, useLiveState } from '../../live/index.ts';
import { StageProvider } from '../../media/index.ts';
import { SeatGate } from '../../seat/index.ts';
import { Desk } from './Desk.tsx';

type ConnectedProps = { conferenceId: string; connection: LiveConnection; seatId: SeatId };

const Connected = ({ conferenceId, connection, seatId }: ConnectedProps) => {
  const live = useLiveState(connection, liveOf);
  const acts = useActs(connection);
  if (live === null) return null;
  // The secretary sits in the hall: what this page played would come back through the hall's microphone.
  return (
    <StageProvider live={connection} sound={false}>
      <Desk conferenceId={conferenceId} connection={connection} seatId={seatId} live={live} acts={acts} />
    </StageProvider>
  );
};

/** `/c/<id>/secretary`: the record as it grows, and the roll call. */
export const SecretaryScreen = ({ conferenceId }: { conferenceId: string }) => (
  <SeatGate conferenceId={conferenceId} role="secretary">
    {(connection, seatId) => <Connected conferenceId={conferenceId} connection={connection} seatId={seatId} />}
  </SeatGate>
);
