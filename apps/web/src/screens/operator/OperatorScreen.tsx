import type { SeatId } from '@diemcau/domain/kernel';
import { useState } from 'react';

import { liveOf, type LiveConnection, useLiveState, useActs } from '../../live/index.ts';
import { StageProvider } from '../../media/index.ts';
import { SeatGate } from '../../seat/index.ts';
import { Desk } from './Desk.tsx';

type ConnectedProps = { conferenceId: string; connection: LiveConnection; seatId: SeatId };

const Connected = ({ conferenceId, connection, seatId }: ConnectedProps) => {
  const live = useLiveState(connection, liveOf);
  const acts = useActs(connection);
  const [listening, listen] = useState(false);
  if (live === null) return null;
  return (
    <StageProvider live={connection} sound={listening}>
      <Desk
        conferenceId={conferenceId}
        connection={connection}
        seatId={seatId}
        live={live}
        acts={acts}
        listening={listening}
        onListen={listen}
      />
    </StageProvider>
  );
};

/** `/c/<id>/operator`: chooses what every room sees. */
export const OperatorScreen = ({ conferenceId }: { conferenceId: string }) => (
  <SeatGate conferenceId={conferenceId} role="operator">
    {(connection, seatId) => <Connected conferenceId={conferenceId} connection={connection} seatId={seatId} />}
  </SeatGate>
);
