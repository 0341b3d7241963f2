import '../room.css';
import './watch.css';
import { IconPlayerPause } from '@tabler/icons-react';
import type { Live } from '@diemcau/domain/live';
import type { Welcome } from '@diemcau/domain/wire';
import { breakOf } from '../../../conference/break.ts';
import { BreakBand } from '../../../conference/BreakBand.tsx';
import { conferenceOf, liveOf, namesOf, phaseOf, useLiveState, type LiveConnection } from '../../../live/index.ts';
import { StageProvider, useStageLine, useStageState } from '../../../media/index.ts';
import { SeatGate } from '../../../seat/SeatGate.tsx';
import { Band, ConnectionVeil, Loading, useAnnounceChange, useWords } from '../../../ui/index.ts';
import { Elsewhere } from '../Elsewhere.tsx';
import { EndPage } from '../EndPage.tsx';
import { FootLine } from '../FootLine.tsx';
import { Gesture } from '../Gesture.tsx';
import { Programme } from '../Programme.tsx';
import { TopBar } from '../TopBar.tsx';
import { useOutage } from '../use-outage.ts';
import { useBlockedSound } from '../use-sound.ts';
import { useWakeLock } from '../use-wake-lock.ts';
import { watchWords } from './words.ts';

type WatchProps = { connection: LiveConnection; live: Live; conference: Welcome['conference'] };

const Pause = ({ connection, live }: Pick<WatchProps, 'connection' | 'live'>) => {
  const words = useWords(watchWords);
  const phase = useLiveState(connection, phaseOf);
  const pause = breakOf(live);
  if (phase !== 'paused') return null;
  if (pause) return <BreakBand returnsAt={pause.returnsAt} nowMs={connection.nowMs} size="wall" />;
  return (
    <Band tone="calm" icon={IconPlayerPause} size="wall">
      {words.paused}
    </Band>
  );
};

/** The programme as the rooms see and hear it, and nothing to press. */
const Watch = ({ connection, live, conference }: WatchProps) => {
  const words = useWords(watchWords);
  const names = useLiveState(connection, namesOf);
  const phase = useLiveState(connection, phaseOf);
  const stage = useStageState();
  const line = useStageLine();
  const isBlocked = useBlockedSound(null);
  const outage = useOutage(connection, null, words.wait);
  useWakeLock();
  if (stage.status === 'elsewhere') return <Elsewhere />;
  const isDown = outage !== null;
  const picture = <Programme {...{ connection, live, conference }} own={null} place={words.place} />;
  return (
    <div className="room watch" data-phase={phase} data-stage={stage.status} data-outage={isDown}>
      <TopBar connection={connection} conference={conference} isLive={phase === 'open' && !isDown} />
      <section className="room-bands" aria-label={words.place}>
        <Pause connection={connection} live={live} />
      </section>
      <main className="room-programme">
        <ConnectionVeil down={isDown} title={outage?.title ?? ''} size="wall" picture={picture}>
          {outage?.more.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </ConnectionVeil>
      </main>
      <FootLine connection={connection} live={live} names={names} line={isDown ? 'lost' : line}>
        {live.floor.turn === null && <span className="watch-only">{words.only}</span>}
      </FootLine>
      {isBlocked && <Gesture />}
    </div>
  );
};

const Ended = ({ name }: { name: string }) => {
  const words = useWords(watchWords);
  useAnnounceChange(words.closed, 'assertive');
  return (
    <EndPage eyebrow={name} title={words.closed}>
      <p>{words.closedMore}</p>
      <p className="muted">{words.thanks}</p>
    </EndPage>
  );
};

const Connected = ({ connection }: { connection: LiveConnection }) => {
  const live = useLiveState(connection, liveOf);
  const conference = useLiveState(connection, conferenceOf);
  if (live === null || conference === null) return <Loading />;
  if (live.conference.status === 'closed') return <Ended name={conference.name} />;
  return (
    <StageProvider live={connection} sound>
      <Watch {...{ connection, live, conference }} />
    </StageProvider>
  );
};

/** `/c/<id>/watch`: sees and hears the conference, and takes no part in it. */
export const WatchScreen = ({ conferenceId }: { conferenceId: string }) => (
  <SeatGate conferenceId={conferenceId} role="observer">
    {(connection) => <Connected connection={connection} />}
  </SeatGate>
);
