import './room.css';
import { lazy, Suspense, useEffect } from 'react';
import { conferenceOf, connectionOf, liveOf, seatOf, useLiveState, type LiveConnection } from '../../live/index.ts';
import { StageContext, useSending } from '../../media/index.ts';
import type { Held } from '../../seat/own-seat.ts';
import { useWords } from '../../ui/index.ts';
import { Closed } from './Closed.tsx';
import type { RoomPlace } from './place.ts';
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
const WithDevices = (props: Omit<RoomProps, 'devices'>) => {
  const devices = useDevices();
  const words = useWords(roomWords);
  return devices ? <Sending {...props} devices={devices} /> : <Waiting>{words.connecting}</Waiting>;
};

/** Loaded where the server does not let the screen in. */
const Refused = lazy(() => import('./Refused.tsx').then((page) => ({ default: page.Refused })));

/** The seat of another page is no room's. */
const NoRoom = ({ held }: { held: Held }) => {
  const words = useWords(roomWords);
  return (
    <Suspense fallback={<Waiting>{words.connecting}</Waiting>}>
      <WrongPage held={held} />
    </Suspense>
  );
};

const isClosed = (connection: LiveConnection) => connection.state().live?.conference.status === 'closed';

/** The screen of a seat, from its first word with the server to the end of its conference. */
const Seated = ({ connection, stage }: RoomPlace) => {
  const words = useWords(roomWords);
  const line = useLiveState(connection, connectionOf);
  const live = useLiveState(connection, liveOf);
  const seat = useLiveState(connection, seatOf);
  const conference = useLiveState(connection, conferenceOf);
  const isOver = isClosed(connection) || (line.status === 'refused' && line.code === 'seat.over');
  const hasPlace = !isOver && (seat === null || seat.role === 'room');
  useEffect(() => {
    if (!hasPlace) stage.stop();
  }, [hasPlace, stage]);
  if (isOver) return <Closed name={conference?.name ?? ''} />;
  if (line.status === 'refused')
    return (
      <Suspense fallback={<Waiting>{words.connecting}</Waiting>}>
        <Refused reason={line} placeless={<Placeless looksForOwn={false} />} />
      </Suspense>
    );
  if (seat && seat.role !== 'room') return <NoRoom held={seat} />;
  const own = seat?.siteId ?? null;
  return (
    <StageContext value={stage}>
      {live && own !== null && conference ? (
        <WithDevices connection={connection} live={live} own={own} conference={conference} />
      ) : (
        <Waiting>{words.connecting}</Waiting>
      )}
    </StageContext>
  );
};

/** `/room`: the screen of a site or of the hall. */
export const RoomScreen = ({ place }: { place: RoomPlace | null }) => {
  useWakeLock();
  return place ? <Seated {...place} /> : <Placeless looksForOwn />;
};
