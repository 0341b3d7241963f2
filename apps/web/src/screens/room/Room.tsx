import './room.css';
import { IconPlayerPause } from '@tabler/icons-react';
import { Suspense } from 'react';
import type { SiteId } from '@diemcau/domain/kernel';
import { isOnAir, pictureOnAir, type Live } from '@diemcau/domain/live';
import type { Welcome } from '@diemcau/domain/wire';
import {
  asideOf,
  mediaOf,
  mineOf,
  namesOf,
  phaseOf,
  siteNamed,
  useLiveState,
  type LiveConnection,
} from '../../live/index.ts';
import { useStageLine, useStageState } from '../../media/index.ts';
import { breakOf } from '../../conference/break.ts';
import { Band, ConnectionVeil, useWords, lazyPart } from '../../ui/index.ts';
import { FootLine } from './FootLine.tsx';
import { momentOf, tallyOf, watchOf } from './moment.ts';
import { heardAsideOf, OwnPicture } from './OwnPicture.tsx';
import { siteCalled } from './people.ts';
import { Programme } from './Programme.tsx';
import { TopBar } from './TopBar.tsx';
import { TurnBand } from './TurnBand.tsx';
import { useCapture, type Devices } from './use-devices.ts';
import { useRemoteControl } from './use-remote-control.ts';
import { useOutage } from './use-outage.ts';
import { useBlockedSound } from './use-sound.ts';
import type { WholeDisplay } from './full-screen.ts';
import { WholeDisplayButton } from './WholeDisplayButton.tsx';
import { roomWords } from './words.ts';

export type RoomProps = {
  connection: LiveConnection;
  devices: Devices;
  live: Live;
  own: SiteId;
  conference: Welcome['conference'];
  display: WholeDisplay;
};

/** Loaded where the browser holds the sound back, and where another window has the seat. */
const Gesture = lazyPart(() => import('./Gesture.tsx').then((module) => ({ default: module.Gesture })));
const Elsewhere = lazyPart(() => import('./Elsewhere.tsx').then((module) => ({ default: module.Elsewhere })));
/** Loaded with the first break. */
const BreakBand = lazyPart(() =>
  import('../../conference/BreakBand.tsx').then((module) => ({ default: module.BreakBand })),
);
/** Loaded when the operator first talks, listens or writes to this room. */
const RoomAside = lazyPart(() => import('./aside/RoomAside.tsx'));
/** Loaded with the first trial of sound or line. */
const TrialBand = lazyPart(() => import('./trial/TrialBand.tsx'));
/** Loaded when content may be shown from this room. */
const RoomContent = lazyPart(() => import('./content/RoomContent.tsx'));
/** Loaded where the room has further cameras or table microphones. */
const RoomSourcesPart = lazyPart(() => import('./sources/RoomSourcesPart.tsx'));
/** Loaded with the first roll call: before it, a screen needs no code for QR. */
const CheckInCode = lazyPart(() => import('../../attendance/CheckInCode.tsx'));

/** The screen of a room while its conference is on: it shows, says and sends; nobody has to operate it. */
export const Room = ({ connection, devices, live, own, conference, display }: RoomProps) => {
  const words = useWords(roomWords);
  const names = useLiveState(connection, namesOf);
  const media = useLiveState(connection, mediaOf);
  const mine = useLiveState(connection, mineOf);
  const aside = useLiveState(connection, asideOf);
  const phase = useLiveState(connection, phaseOf);
  const capture = useCapture(devices);
  const stage = useStageState();
  const line = useStageLine();
  const blocked = useBlockedSound(devices.loudness);
  const outage = useOutage(connection, conference.supportPhone);
  const trial = useRemoteControl(connection, devices);

  const moment = momentOf({ live, own, media, microphone: capture.microphoneStatus });
  const tally = tallyOf(live, own);
  const { onAir } = live.programme;
  const place = siteCalled(names, live, own, words);
  const pause = breakOf(live);
  const picture = pictureOnAir(live);
  // The hall on air, and every site among several, is shown its own camera in the programme.
  const seesItself = isOnAir(live, own) && (picture.kind !== 'one' || own === conference.hallId);
  if (stage.status === 'elsewhere')
    return (
      <Suspense>
        <Elsewhere />
      </Suspense>
    );
  return (
    <div
      className="room"
      data-phase={phase}
      data-moment={moment.kind}
      data-on-air-site={onAir.kind === 'site' ? onAir.siteId : ''}
      data-layout={picture.kind}
      data-stage={stage.status}
      data-outage={outage !== null}
      data-alone={display.isAlone}
    >
      <TopBar connection={connection} conference={conference} isLive={phase === 'open' && outage === null}>
        {display.isOffered && !blocked && <WholeDisplayButton onPress={display.fill} />}
      </TopBar>
      <section className="room-bands" aria-label={words.ownTurn}>
        <TurnBand moment={moment} connection={connection} names={names} live={live} own={own} />
        {aside && (
          <Suspense>
            <RoomAside {...{ connection, devices, own, aside }} onEnd={null} />
          </Suspense>
        )}
        {trial && (
          <Suspense>
            <TrialBand trial={trial} size="wall" />
          </Suspense>
        )}
        {phase === 'paused' &&
          (pause ? (
            <Suspense>
              <BreakBand returnsAt={pause.returnsAt} nowMs={connection.nowMs} size="wall" />
            </Suspense>
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
          picture={<Programme {...{ connection, live, own, place, conference }} />}
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
        heardAside={heardAsideOf(aside)}
        siteName={siteNamed(names, own)?.name ?? words.ownSite}
        watched={outage ? 'no' : watchOf(live, mine?.watchers ?? 0, own)}
        pictureElsewhere={seesItself}
      />
      {(live.programme.content?.siteId === own || live.programme.layout.kind === 'content') && (
        <Suspense>
          <RoomContent {...{ connection, devices, live, own }} />
        </Suspense>
      )}
      {live.programme.sources.some(({ siteId }) => siteId === own) && (
        <Suspense>
          <RoomSourcesPart {...{ devices, live, own }} />
        </Suspense>
      )}
      <FootLine connection={connection} live={live} names={names} line={outage ? 'lost' : line} />
      {blocked && (
        <Suspense>
          <Gesture onPress={display.fill} />
        </Suspense>
      )}
    </div>
  );
};
