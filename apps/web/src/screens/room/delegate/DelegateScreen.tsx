import '../room.css';
import type { SeatId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { Mine, Welcome } from '@diemcau/domain/wire';
import { conferenceOf, liveOf, mineOf, useLiveState, type LiveConnection } from '../../../live/index.ts';
import { StageProvider } from '../../../media/index.ts';
import { SeatGate } from '../../../seat/SeatGate.tsx';
import { Loading } from '../../../ui/index.ts';
import { Closed } from '../Closed.tsx';
import { useDevices } from '../use-devices.ts';
import { DelegatePage } from './DelegatePage.tsx';

type KnownProps = {
  connection: LiveConnection;
  seatId: SeatId;
  live: Live;
  mine: Mine;
  conference: Welcome['conference'];
};

/** Its devices open with the conference, and close with it. */
const OnStage = (props: KnownProps) => {
  const devices = useDevices();
  return devices ? <DelegatePage {...props} devices={devices} /> : <Loading />;
};

const Connected = ({ connection, seatId }: Pick<KnownProps, 'connection' | 'seatId'>) => {
  const live = useLiveState(connection, liveOf);
  const mine = useLiveState(connection, mineOf);
  const conference = useLiveState(connection, conferenceOf);
  if (live === null || conference === null) return <Loading />;
  if (live.conference.status === 'closed') return <Closed name={conference.name} />;
  if (mine === null) return <Loading />;
  return (
    <StageProvider live={connection} sound>
      <OnStage {...{ connection, seatId, live, mine, conference }} />
    </StageProvider>
  );
};

/** `/c/<id>/delegate`: takes part alone, from a laptop or a phone, as a site of one person. */
export const DelegateScreen = ({ conferenceId }: { conferenceId: string }) => (
  <SeatGate conferenceId={conferenceId} role="delegate">
    {(connection, seatId) => <Connected connection={connection} seatId={seatId} />}
  </SeatGate>
);
