import '../room.css';
import './delegate.css';
import { IconEyeOff, IconMicrophoneOff, IconPhone, IconPlayerPause } from '@tabler/icons-react';
import { Suspense } from 'react';
import { SpeakerText } from '@diemcau/domain/floor';
import type { SeatId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { Mine, Welcome } from '@diemcau/domain/wire';

import { OwnPresence } from '../../../attendance/OwnPresence.tsx';
import { useRoster, useRosterState } from '../../../attendance/use-roster.ts';
import type { AsideNow, CueNow } from '@diemcau/domain/aside';
import { breakOf } from '../../../conference/break.ts';
import { BreakBand } from '../../../conference/BreakBand.tsx';
import { api } from '../../../live/api.ts';
import { asideOf, mediaOf, namesOf, phaseOf, useActs, useLiveState, type LiveConnection } from '../../../live/index.ts';
import { useSending, useStageLine, useStageState } from '../../../media/index.ts';
import { ClerkMessages, SupportMessages } from '../../../message/index.ts';
import { HelpCard } from '../../../support/index.ts';
import {
  Band,
  ConnectionVeil,
  InAppBanner,
  LanguageSwitch,
  LinkButton,
  LiveFoot,
  StatusLine,
  useWords,
  lazyPart,
} from '../../../ui/index.ts';
import { Elsewhere } from '../Elsewhere.tsx';
import { FootLine } from '../FootLine.tsx';
import { Gesture } from '../Gesture.tsx';
import { momentOf, tallyOf } from '../moment.ts';
import { heardAsideOf, OwnPicture } from '../OwnPicture.tsx';
import { siteCalled } from '../people.ts';
import { Programme } from '../Programme.tsx';
import { TopBar } from '../TopBar.tsx';
import { TurnBand } from '../TurnBand.tsx';
import { useCapture, type Devices } from '../use-devices.ts';
import { useOutage } from '../use-outage.ts';
import { useRemoteControl } from '../use-remote-control.ts';
import { useBlockedSound } from '../use-sound.ts';
import { useWakeLock } from '../use-wake-lock.ts';
import { roomWords } from '../words.ts';
import { AskPart } from './AskPart.tsx';
import { OwnDevices } from './OwnDevices.tsx';
import { delegateWords } from './words.ts';

export type DelegateProps = {
  connection: LiveConnection;
  devices: Devices;
  seatId: SeatId;
  live: Live;
  mine: Mine;
  conference: Welcome['conference'];
};

/** Loaded when the operator first talks, listens or writes to this device. */
const RoomAside = lazyPart(() => import('../aside/RoomAside.tsx'));
const SiteAside = lazyPart(() => import('../../../aside/SiteAside.tsx'));

/** The conference as the rooms see it: programme, lower third, own turn, agenda, time. */
const Screen = ({ connection, devices, seatId, live, mine, conference }: DelegateProps) => {
  const words = useWords(roomWords);
  const names = useLiveState(connection, namesOf);
  const media = useLiveState(connection, mediaOf);
  const phase = useLiveState(connection, phaseOf);
  const capture = useCapture(devices);
  const stage = useStageState();
  const line = useStageLine();
  const outage = useOutage(connection, conference.supportPhone);
  const aside = useLiveState(connection, asideOf);
  const own = mine.site.siteId;
  const moment = momentOf({ live, own, media, microphone: capture.microphoneStatus });
  const pause = breakOf(live);
  const isDown = outage !== null;
  const picture = <Programme {...{ connection, live, own, conference }} place={siteCalled(names, live, own, words)} />;
  return (
    <section
      className="room delegate-screen"
      aria-label={words.programme}
      data-phase={phase}
      data-moment={moment.kind}
      data-stage={stage.status}
      data-outage={isDown}
    >
      <TopBar connection={connection} conference={conference} isLive={phase === 'open' && !isDown} />
      <section className="room-bands" aria-label={words.ownTurn}>
        <TurnBand {...{ moment, connection, names, live, own }} />
        {aside && (
          <Suspense>
            <RoomAside
              {...{ connection, devices, own, aside }}
              onEnd={({ asideId }: AsideNow) => api.post(`/seats/${seatId}/sites/${own}/test-call/end`, { asideId })}
            />
          </Suspense>
        )}
        {phase === 'paused' &&
          (pause ? (
            <BreakBand returnsAt={pause.returnsAt} nowMs={connection.nowMs} size="wall" />
          ) : (
            <Band tone="calm" icon={IconPlayerPause} size="wall">
              {words.paused}
            </Band>
          ))}
      </section>
      <div className="room-programme">
        <ConnectionVeil down={isDown} title={outage?.title ?? ''} size="wall" picture={picture}>
          {outage?.more.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </ConnectionVeil>
      </div>
      <FootLine connection={connection} live={live} names={names} line={isDown ? 'lost' : line} />
    </section>
  );
};

/** What this device would send, and why nobody sees or hears it yet. */
const Own = ({ connection, devices, live, mine }: DelegateProps) => {
  const aside = useLiveState(connection, asideOf);
  const words = useWords(delegateWords);
  const capture = useCapture(devices);
  const tally = tallyOf(live, mine.site.siteId);
  const { microphone } = mine;
  return (
    <section className="delegate-own" aria-label={words.own}>
      <OwnPicture
        capture={capture}
        loudness={devices.loudness}
        tally={tally}
        microphone={microphone}
        heardAside={heardAsideOf(aside)}
        siteName={mine.site.name}
        watched="no"
        pictureElsewhere={false}
      />
      {microphone === 'shut' && (
        <p className="delegate-note">
          <IconMicrophoneOff size="1.3em" stroke={2} aria-hidden />
          {words.shut}
        </p>
      )}
      {tally === 'off' && (
        <p className="delegate-note small muted">
          <IconEyeOff size="1.3em" stroke={2} aria-hidden />
          {words.unseen}
        </p>
      )}
    </section>
  );
};

/** Loaded with the first trial of sound or line. */
const TrialBand = lazyPart(() => import('../trial/TrialBand.tsx'));
/** Showing the screen of this device, or a second camera; loaded beside the page. */
const DelegateContent = lazyPart(() => import('./DelegateContent.tsx'));

/** The own roster entry, as the floor names a speaker; undefined until it is known, or when it lacks the position. */
const personIn = (state: ReturnType<typeof useRosterState>): SpeakerText | undefined => {
  if (state.status !== 'ready') return undefined;
  const [self] = state.roster.delegates;
  if (!self) return undefined;
  const { honorific, name, position } = self;
  return SpeakerText.safeParse({ honorific, name, position }).data;
};

/** One device of one person: sees and hears the conference, and takes part as a site of one. */
export const DelegatePage = (props: DelegateProps) => {
  const { connection, devices, seatId, live, mine, conference } = props;
  const words = useWords(delegateWords);
  const names = useLiveState(connection, namesOf);
  const acts = useActs(connection);
  const phase = useLiveState(connection, phaseOf);
  const aside = useLiveState(connection, asideOf);
  const stage = useStageState();
  const isBlocked = useBlockedSound(devices.loudness);
  const model = useRoster(seatId, mine.site.siteId, { nowMs: connection.nowMs, told: mine.rollCall });
  const person = personIn(useRosterState(model));
  useSending(devices.capture);
  const trial = useRemoteControl(connection, devices);
  useWakeLock();
  if (stage.status === 'elsewhere') return <Elsewhere />;
  const { rollCall } = live.attendance;
  const phone = conference.supportPhone;
  return (
    <div className="delegate daylight">
      <main className="delegate-main">
        <div className="delegate-stage">
          <Screen {...props} />
        </div>
        <div className="delegate-side">
          <InAppBanner />
          <StatusLine problem={acts.problem} onDismiss={acts.dismiss} />
          {trial && (
            <Suspense>
              <TrialBand trial={trial} size="page" />
            </Suspense>
          )}
          {aside?.cue && (
            <Suspense>
              <SiteAside
                current={null}
                cue={aside.cue}
                nowMs={connection.nowMs}
                size="page"
                onSeen={({ cueId }: CueNow) => api.post(`/seats/${seatId}/cues/seen`, { cueId })}
                onEnd={null}
              />
            </Suspense>
          )}
          {rollCall?.status === 'open' && (
            <OwnPresence
              model={model}
              rollCall={rollCall}
              remindedAt={mine.rollCall?.remindedAt ?? null}
              nowMs={connection.nowMs}
            />
          )}
          <AskPart {...{ seatId, mine, names, acts, person }} />
          {phase !== 'closed' && (
            <Suspense fallback={null}>
              <DelegateContent {...{ connection, devices, live, names, acts }} own={mine.site.siteId} />
            </Suspense>
          )}
          <HelpCard {...{ seatId, mine, phone }} nowMs={connection.nowMs} isOver={phase === 'closed'} />
          {phase !== 'closed' && <SupportMessages {...{ connection, seatId, mine }} />}
          {phase !== 'closed' && <ClerkMessages {...{ connection, seatId, mine }} />}
          <Own {...props} />
          <OwnDevices devices={devices} />
          {phone !== null && (
            <LinkButton href={`tel:${phone.replace(/[^+\d]/g, '')}`} icon={IconPhone} size="small" wide>
              {words.support(phone)}
            </LinkButton>
          )}
        </div>
      </main>
      <LiveFoot>
        <LanguageSwitch />
      </LiveFoot>
      {isBlocked && <Gesture />}
    </div>
  );
};
