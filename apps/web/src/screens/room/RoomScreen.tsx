import './room.css';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { conferenceOf, connectionOf, liveOf, seatOf, useLiveState, type LiveConnection } from '../../live/index.ts';
import { StageContext, useSending } from '../../media/index.ts';
import type { Held } from '../../seat/own-seat.ts';
import { useWords } from '../../ui/index.ts';
import { Closed } from './Closed.tsx';
import { useWholeDisplay, type WholeDisplay } from './full-screen.ts';
import { openLine } from './line.ts';
import { openPlace, type RoomPlace } from './place.ts';
import { Room, type RoomProps } from './Room.tsx';
import { useDevices } from './use-devices.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { Waiting } from './Waiting.tsx';
import { roomWords } from './words.ts';

/** A page of its own: nothing is left of the seat that was withdrawn. */
const openAnew = (path: string): void => location.replace(path);

/** Loaded only by a screen without a place: the others need no code for seats and QR. */
const Unseated = lazy(() => import('./Unseated.tsx'));
type PlacelessProps = { looksForOwn: boolean; display: WholeDisplay; onOpened: (path: string) => void };
const Placeless = (props: PlacelessProps) => {
  const words = useWords(roomWords);
  return (
    <Suspense fallback={<Waiting>{words.connecting}</Waiting>}>
      <Unseated {...props} />
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
const Seated = ({ connection, stage, uncover, display }: RoomPlace & { display: WholeDisplay }) => {
  const words = useWords(roomWords);
  const line = useLiveState(connection, connectionOf);
  const live = useLiveState(connection, liveOf);
  const seat = useLiveState(connection, seatOf);
  const conference = useLiveState(connection, conferenceOf);
  const isOver = isClosed(connection) || (line.status === 'refused' && line.code === 'seat.over');
  const hasPlace = !isOver && (seat === null || seat.role === 'room');
  useEffect(() => {
    if (hasPlace) return;
    stage.stop();
    uncover();
  }, [hasPlace, stage, uncover]);
  if (isOver) return <Closed name={conference?.name ?? ''} />;
  if (line.status === 'refused')
    return (
      <Suspense fallback={<Waiting>{words.connecting}</Waiting>}>
        <Refused reason={line} placeless={<Placeless looksForOwn={false} display={display} onOpened={openAnew} />} />
      </Suspense>
    );
  if (seat && seat.role !== 'room') return <NoRoom held={seat} />;
  const own = seat?.siteId ?? null;
  return (
    <StageContext value={stage}>
      {live && own !== null && conference ? (
        <WithDevices {...{ connection, live, own, conference, display }} />
      ) : (
        <Waiting>{words.connecting}</Waiting>
      )}
    </StageContext>
  );
};

/** `/room`: the screen of a site or of the hall. */
export const RoomScreen = ({ place: first }: { place: RoomPlace | null }) => {
  const [place, setPlace] = useState(first);
  const display = useWholeDisplay();
  useWakeLock();
  // In the same document: a new one would have to be touched again for its sound, and leave the whole display.
  const enter = useCallback((path: string) => {
    history.replaceState(null, '', path);
    const line = openLine(location.search);
    if (line) setPlace(openPlace(line));
    else openAnew(path);
  }, []);
  return place ? <Seated {...place} display={display} /> : <Placeless looksForOwn display={display} onOpened={enter} />;
};
