import './room.css';
import { lazy, Suspense } from 'react';
import type { SeatId } from '@diemcau/domain/kernel';
import {
  conferenceOf,
  connectionOf,
  liveOf,
  seatOf,
  useLive,
  useLiveState,
  type LiveConnection,
} from '../../live/index.ts';
import { StageProvider, useSending } from '../../media/index.ts';
import { seatInAddress } from '../../seat/address.ts';
import { useWords } from '../../ui/index.ts';
import { Closed } from './Closed.tsx';
import { Room, type RoomProps } from './Room.tsx';
import { useDevices } from './use-devices.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { Waiting } from './Waiting.tsx';
import { roomWords } from './words.ts';

/** Loaded only by a screen without a place: the others need no code for seats and QR. */
const Unseated = lazy(() => import('./Unseated.tsx'));
const Placeless = ({ looksForOwn }: { looksForOwn: boolean }) => {
  const words = useWords(roomWords);
  return (
    <Suspense fallback={<Waiting>{words.connecting}</Waiting>}>
      <Unseated looksForOwn={looksForOwn} />
    </Suspense>
  );
};

/** Loaded only where somebody opened the link of another page here. */
const WrongPage = lazy(() => import('../../seat/WrongPage.tsx').then((page) => ({ default: page.WrongPage })));

const Sending = (props: RoomProps) => {
  useSending(props.devices.capture);
  return <Room {...props} />;
};

/** Its devices open with the conference, and close with it. */
const OnStage = (props: Omit<RoomProps, 'devices'>) => {
  const devices = useDevices();
  const words = useWords(roomWords);
  return devices ? <Sending {...props} devices={devices} /> : <Waiting>{words.connecting}</Waiting>;
};

/** Loaded where the server does not let the screen in. */
const Refused = lazy(() => import('./Refused.tsx').then((page) => ({ default: page.Refused })));

const isClosed = (connection: LiveConnection) => connection.state().live?.conference.status === 'closed';

/** The screen of a seat, from its first word with the server to the end of its conference. */
const Seated = ({ seatId }: { seatId: SeatId }) => {
  const words = useWords(roomWords);
  const connection = useLive(seatId);
  const line = useLiveState(connection, connectionOf);
  const live = useLiveState(connection, liveOf);
  const seat = useLiveState(connection, seatOf);
  const conference = useLiveState(connection, conferenceOf);
  const isOver = isClosed(connection) || (line.status === 'refused' && line.code === 'seat.over');
  if (isOver) return <Closed name={conference?.name ?? ''} />;
  if (line.status === 'refused')
    return (
      <Suspense fallback={<Waiting>{words.connecting}</Waiting>}>
        <Refused reason={line} placeless={<Placeless looksForOwn={false} />} />
      </Suspense>
    );
  if (seat && seat.role !== 'room')
    return (
      <Suspense fallback={<Waiting>{words.connecting}</Waiting>}>
        <WrongPage held={seat} />
      </Suspense>
    );
  const own = seat?.siteId ?? null;
  return (
    <StageProvider live={connection} sound>
      {live && own !== null && conference ? (
        <OnStage connection={connection} live={live} own={own} conference={conference} />
      ) : (
        <Waiting>{words.connecting}</Waiting>
      )}
    </StageProvider>
  );
};

/** `/room`: the screen of a site or of the hall. */
export const RoomScreen = () => {
  useWakeLock();
  const seatId = seatInAddress(location.search);
  return seatId ? <Seated seatId={seatId} /> : <Placeless looksForOwn />;
};
