import './room.css';
import { useCallback, useEffect, useState } from 'react';
import type { SeatId } from '@diemcau/domain/kernel';
import { asProblem } from '../../live/api.ts';
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
import { StageProvider } from '../../media/index.ts';
import { ownRoomPath, PairingPage, seatInAddress } from '../../seat/index.ts';
import { useAnnounceChange, useSentence, useWords } from '../../ui/index.ts';
import { EndPage } from './EndPage.tsx';
import { Room, type RoomProps } from './Room.tsx';
import { useDevices } from './use-devices.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { roomWords } from './words.ts';

/** A withdrawn place is said for so long, then the screen asks for a new one. */
const REASON_MS = 20_000;
const AGAIN_MS = 5000;

const go = (path: string): void => location.replace(path);

const Waiting = ({ children }: { children: string }) => (
  <main className="room-end">
    <div className="room-end-words" role="status">
      <p>{children}</p>
    </div>
  </main>
);

/** Its devices open with the conference, and close with it. */
const OnStage = (props: Omit<RoomProps, 'devices'>) => {
  const devices = useDevices();
  const words = useWords(roomWords);
  if (!devices) return <Waiting>{words.connecting}</Waiting>;
  return (
    <StageProvider live={props.connection} capture={devices.capture} sound>
      <Room {...props} devices={devices} />
    </StageProvider>
  );
};

const Closed = ({ name }: { name: string }) => {
  const words = useWords(roomWords);
  useAnnounceChange(words.closed, 'assertive');
  return (
    <EndPage eyebrow={name} title={words.closed}>
      <p>{words.closedMore}</p>
      <p className="muted">{words.thanks}</p>
    </EndPage>
  );
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
  if (asks) return <PairingPage onOpened={go} />;
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
  if (!live || !seat || !conference || seat.siteId === null) return <Waiting>{words.connecting}</Waiting>;
  return <OnStage connection={connection} live={live} own={seat.siteId} conference={conference} />;
};

/** Without a seat in its address: the one that this browser holds, else a code for a new one. */
const Unseated = () => {
  const words = useWords(roomWords);
  const [state, setState] = useState<'looking' | 'none'>('looking');
  const look = useCallback(async (): Promise<number | null> => {
    try {
      const path = await ownRoomPath();
      if (path === null) setState('none');
      else go(path);
      return null;
    } catch (thrown) {
      return asProblem(thrown).status === 401 ? null : AGAIN_MS;
    }
  }, []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const run = async () => {
      const againMs = await look();
      if (againMs !== null && !gone) timer = setTimeout(() => void run(), againMs);
    };
    void run();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [look]);
  return state === 'looking' ? <Waiting>{words.connecting}</Waiting> : <PairingPage onOpened={go} />;
};

/** `/room`: the screen of a site or of the hall. */
export const RoomScreen = () => {
  useWakeLock();
  const seatId = seatInAddress(location.search);
  return seatId ? <Seated seatId={seatId} /> : <Unseated />;
};
