import type { SeatId } from '@diemcau/domain/kernel';

import { liveOf, type LiveConnection, mineOf, useLiveState, useActs } from '../../live/index.ts';
import { SeatGate } from '../../seat/index.ts';
import { Loading } from '../../ui/index.ts';
import { ClerkPage } from './ClerkPage.tsx';
import { codeInLink } from '../../seat/user-code.ts';

type ConnectedProps = { connection: LiveConnection; seatId: SeatId; code: string };

const Connected = ({ connection, seatId, code }: ConnectedProps) => {
  const live = useLiveState(connection, liveOf);
  const mine = useLiveState(connection, mineOf);
  const acts = useActs(connection);
  if (live === null || mine === null) return <Loading />;
  return <ClerkPage connection={connection} seatId={seatId} live={live} mine={mine} acts={acts} code={code} />;
};

/** `/c/<id>/clerk`: serves one room; control only, with no picture of the programme and no sound. */
export const ClerkScreen = ({ conferenceId, secret }: { conferenceId: string; secret: string }) => (
  <SeatGate conferenceId={conferenceId} role="clerk">
    {(connection, seatId) => <Connected connection={connection} seatId={seatId} code={codeInLink(secret) ?? ''} />}
  </SeatGate>
);
