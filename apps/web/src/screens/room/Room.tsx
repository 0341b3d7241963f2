import './room.css';
import { IconHandClick, IconPlayerPause } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { Welcome } from '@diemcau/domain/wire';
import {
  connectionOf,
  mediaOf,
  mineOf,
  namesOf,
  phaseOf,
  siteNamed,
  useLiveState,
  type LiveConnection,
} from '../../live/index.ts';
import { ProgrammeVideo, useStageLine, useStageState, type Picture } from '../../media/index.ts';
import { breakOf } from '../../conference/break.ts';
import { BreakBand } from '../../conference/BreakBand.tsx';
import { lowerThirdOf } from '../../floor/lower-third.ts';
import { Band, Button, ConnectionVeil, LowerThird, useAnnounceChange, useWords } from '../../ui/index.ts';
import { EndPage } from './EndPage.tsx';
import { FootLine } from './FootLine.tsx';
import { momentOf, tallyOf, watchOf } from './moment.ts';
import { OwnPicture } from './OwnPicture.tsx';
import { siteCalled } from './people.ts';
import { TitleCard } from './TitleCard.tsx';
import { TopBar } from './TopBar.tsx';
import { TurnBand } from './TurnBand.tsx';
import { useCapture, type Devices } from './use-devices.ts';
import { useRemoteControl } from './use-remote-control.ts';
import { useBlockedSound } from './use-sound.ts';
import { roomWords } from './words.ts';

export type RoomProps = {
  connection: LiveConnection;
  devices: Devices;
  live: Live;
  own: SiteId;
  conference: Welcome['conference'];
};

/** Loaded with the first roll call: before it, a screen needs no code for QR. */
const CheckInCode = lazy(() => import('../../attendance/CheckInCode.tsx'));

/** A line that comes back within this time was not worth a word. */
const WORTH_SAYING_MS = 1500;

const useLasting = (isDown: boolean): boolean => {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isDown) return;
    const timer = setTimeout(() => setLasts(true), WORTH_SAYING_MS);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isDown]);
  return isDown && lasts;
};

/** What the veil over the last picture says; null while there is none. */
const useOutage = (connection: LiveConnection, phone: string | null) => {
  const words = useWords(roomWords);
  const line = useLiveState(connection, connectionOf);
  const media = useLiveState(connection, mediaOf);
  const stage = useStageState();
  const lost = useLasting(line.status === 'lost');
  const down = useLasting(stage.status === 'down' || media?.available === false);
  useAnnounceChange(lost ? words.lost.title : words.lost.back, 'assertive');
  useAnnounceChange(down && !lost ? words.mediaDown.title : null);
  const call = phone === null ? [] : [words.lost.phone(phone)];
  if (lost) return { title: words.lost.title, more: [words.lost.stay, ...call] };
  return down ? { title: words.mediaDown.title, more: [words.mediaDown.more, words.lost.stay, ...call] } : null;
};

/** The programme, and on it who is seen. */
const Programme = ({ connection, live, own, conference }: Omit<RoomProps, 'devices'>) => {
  const words = useWords(roomWords);
  const names = useLiveState(connection, namesOf);
  const site = siteCalled(names, live, own, words);
  const { onAir } = live.programme;
  const third = (shown: Picture) => {
    // Without a picture the one on air is still heard: the room sees who that is.
    const heard = onAir.kind === 'site' ? onAir.siteId : null;
    const siteId = shown.kind === 'site' ? shown.siteId : shown.kind === 'own' ? own : heard;
    const lines = siteId && lowerThirdOf(live, names, siteId, { hall: words.hall, siteCalled: words.site });
    return lines && <LowerThird {...lines} />;
  };
  return (
    <ProgrammeVideo
      live={connection}
      label={words.programme}
      title={<TitleCard name={conference.name} site={site} conference={live.conference} nowMs={connection.nowMs} />}
    >
      {third}
    </ProgrammeVideo>
  );
};

const Gesture = () => {
  const words = useWords(roomWords).gesture;
  return (
    <section className="room-gesture" aria-label={words.title}>
      <Button size="big" tone="primary" icon={IconHandClick} autoFocus>
        {words.title}
      </Button>
      <p>{words.more}</p>
    </section>
  );
};

/** The screen of a room while its conference is on: it shows, says and sends; nobody has to operate it. */
export const Room = ({ connection, devices, live, own, conference }: RoomProps) => {
  const words = useWords(roomWords);
  const names = useLiveState(connection, namesOf);
  const media = useLiveState(connection, mediaOf);
  const mine = useLiveState(connection, mineOf);
  const phase = useLiveState(connection, phaseOf);
  const capture = useCapture(devices);
  const stage = useStageState();
  const line = useStageLine();
  const blocked = useBlockedSound(devices.loudness);
  const outage = useOutage(connection, conference.supportPhone);
  useRemoteControl(connection, devices);

  const moment = momentOf({ live, own, media, microphone: capture.microphoneStatus });
  const tally = tallyOf(live, own);
  const { onAir } = live.programme;
  const pause = breakOf(live);
  const seesItself = onAir.kind === 'site' && onAir.siteId === own && own === conference.hallId;
  if (stage.status === 'elsewhere') return <Elsewhere />;
  return (
    <div
      className="room"
      data-phase={phase}
      data-moment={moment.kind}
      data-on-air-site={onAir.kind === 'site' ? onAir.siteId : ''}
      data-stage={stage.status}
      data-outage={outage !== null}
    >
      <TopBar connection={connection} conference={conference} isLive={phase === 'open' && outage === null} />
      <section className="room-bands" aria-label={words.ownTurn}>
        <TurnBand moment={moment} connection={connection} names={names} live={live} own={own} />
        {phase === 'paused' &&
          (pause ? (
            <BreakBand returnsAt={pause.returnsAt} nowMs={connection.nowMs} size="wall" />
          ) : (
            <Band tone="calm" icon={IconPlayerPause} size="wall">
              {words.paused}
            </Band>
          ))}
        {mine?.rollCall?.checkIn != null && outage === null && (
          <Suspense>
            <CheckInCode path={mine.rollCall.checkIn} isSmall={live.floor.turn !== null} />
          </Suspense>
        )}
      </section>
      <main className="room-programme">
        <ConnectionVeil
          down={outage !== null}
          title={outage?.title ?? ''}
          size="wall"
          picture={<Programme connection={connection} live={live} own={own} conference={conference} />}
        >
          {outage?.more.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </ConnectionVeil>
      </main>
      <OwnPicture
        capture={capture}
        loudness={devices.loudness}
        tally={tally}
        microphone={mine?.microphone ?? 'unknown'}
        siteName={siteNamed(names, own)?.name ?? words.ownSite}
        watched={outage ? 'no' : watchOf(live, mine?.watchers ?? 0, own)}
        pictureElsewhere={seesItself}
      />
      <FootLine connection={connection} live={live} names={names} line={outage ? 'lost' : line} />
      {blocked && <Gesture />}
    </div>
  );
};

const Elsewhere = () => {
  const words = useWords(roomWords).elsewhere;
  return (
    <EndPage title={words.title}>
      <p>{words.more}</p>
      <Button size="big" tone="primary" onPress={() => location.reload()}>
        {words.here}
      </Button>
    </EndPage>
  );
};
