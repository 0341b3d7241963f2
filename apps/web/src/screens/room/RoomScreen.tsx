import './room.css';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { SeatId } from '@diemcau/domain/kernel';
import {
  conferenceOf,
  connectionOf,
  liveOf,
  seatOf,
  useLive,
  useLiveState,
  type LiveConnection,
  type Said,
} from '../../live/index.ts';
import { StageProvider, useSending } from '../../media/index.ts';
import { seatInAddress } from '../../seat/address.ts';
import { useSentence, useWords } from '../../ui/index.ts';
import { Closed } from './Closed.tsx';
import { EndPage } from './EndPage.tsx';
import { Room, type RoomProps } from './Room.tsx';
import { useDevices } from './use-devices.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { Waiting } from './Waiting.tsx';
import { roomWords } from './words.ts';

/** A withdrawn place is said for so long, then the screen asks for a new one. */
const REASON_MS = 20_000;

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

const Refused = ({ reason }: { reason: Said }) => {
  const words = useWords(roomWords);
  const sentence = useSentence();
  const waits = reason.code === 'seat.too_early';
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    if (waits) return;
    const timer = setTimeout(() => setAsks(true), REASON_MS);
    return () => clearTimeout(timer);
  }, [waits]);
  if (asks) return <Placeless looksForOwn={false} />;
  return (
    <EndPage title={words.name}>
      <p role="alert">{sentence(reason)}</p>
      <p className="muted">{waits ? words.refused.waits : words.refused.again}</p>
    </EndPage>
  );
};

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
  if (line.status === 'refused') return <Refused reason={line} />;
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
