import './Clerk.css';
import type { SeatId } from '@diemcau/domain/kernel';
import { mayTryEcho, soundWarnings, type Live } from '@diemcau/domain/live';
import type { Mine } from '@diemcau/domain/wire';
import { IconHandStop, IconPhone, IconX } from '@tabler/icons-react';
import { Suspense, useState } from 'react';

import { useItemLine } from '../../agenda/index.ts';
import {
  ProvincePanel,
  RollCallAsked,
  RollCallPanel,
  RosterPanel,
  useRoster,
  useRosterState,
} from '../../attendance/index.ts';
import { BreakBand, breakOf } from '../../conference/phase-index.ts';
import { AskForm, OwnRequests, type Suggested } from '../../floor/index.ts';
import { api } from '../../live/api.ts';
import {
  asideOf,
  conferenceOf,
  isRehearsalOf,
  type LiveConnection,
  mediaOf,
  namesOf,
  useLiveState,
  type ActsOfPage,
  inSentence,
} from '../../live/index.ts';
import { ClerkMessages, SupportMessages } from '../../message/index.ts';
import { LineNotice, seatWords, useLineQuality } from '../../seat/index.ts';
import { EchoTrialPart, PlaybackPart, useDueMs, WarningCard } from '../../sound/index.ts';
import { CheckCard, HelpCard, ProvinceHelp } from '../../support/index.ts';
import {
  Button,
  InAppBanner,
  LanguageSwitch,
  LinkButton,
  LiveBar,
  LiveFoot,
  Panel,
  StatusLine,
  useAnnounceChange,
  useWords,
  lazyPart,
} from '../../ui/index.ts';
import { CodeForm } from './CodeForm.tsx';
import { HallPanel } from './HallPanel.tsx';
import { nowOf, openRollCall } from './now.ts';
import { NowCard } from './NowCard.tsx';
import { ScreenPanel } from './ScreenPanel.tsx';
import { measuredOf, useHeard, useLook } from './use-check.ts';
import { clerkWords } from './words.ts';

export type ClerkPageProps = {
  connection: LiveConnection;
  seatId: SeatId;
  live: Live;
  mine: Mine;
  acts: ActsOfPage;
  /** The screen's code from a scanned link; empty otherwise. */
  code: string;
};

/** Loaded with the devices of the room. */
const SourcesPart = lazyPart(() => import('./sources/SourcesPart.tsx'));
/** Loaded when the operator first talks, listens or writes to this site. */
const SiteAside = lazyPart(() => import('../../aside/SiteAside.tsx'));

/** Loaded when the clerk of a province has taken a request for help. */
const TestCall = lazyPart(async () => {
  const [part, { callMedia }] = await Promise.all([
    import('../../aside/TestCall.tsx'),
    import('../../media/call-media.ts'),
  ]);
  return { default: part.withMedia(callMedia) };
});

/** With all that sends a picture: the page itself shows none and sends none. */
const ContentPart = lazyPart(() => import('./content/ContentPart.tsx'));

/** The room screen's page, as it is typed on the computer of the big display. */
const roomAddress = (): string => `${location.host}/room`;

const Support = ({ phone, wide = false }: { phone: string; wide?: boolean }) => {
  const words = useWords(clerkWords).now;
  return (
    <LinkButton
      href={`tel:${phone.replace(/[^+\d]/g, '')}`}
      icon={IconPhone}
      size={wide ? 'normal' : 'small'}
      wide={wide}
    >
      {`${words.support} ${phone}`}
    </LinkButton>
  );
};

const Bar = ({ connection, mine }: { connection: LiveConnection; mine: Mine }) => {
  const words = useWords(clerkWords);
  const seat = useWords(seatWords);
  const conference = useLiveState(connection, conferenceOf);
  const line = useLineQuality(connection);
  const item = useItemLine(connection);
  const phone = conference?.supportPhone ?? null;
  return (
    <LiveBar
      title={words.site(inSentence(mine.site.name))}
      subtitle={conference?.name ?? ''}
      item={item}
      role={seat.roles.clerk}
      line={line}
      nowMs={connection.nowMs}
      demo={conference?.demo ?? false}
      rehearsal={useLiveState(connection, isRehearsalOf)}
      {...(phone === null ? {} : { actions: <Support phone={phone} /> })}
    />
  );
};

const tallySentences = (words: { onAir: string; offAir: string; standby: string }, { tally }: Mine): string =>
  tally === 'onAir' ? words.onAir : tally === 'standby' ? words.standby : words.offAir;

type AskPartProps = Pick<ClerkPageProps, 'seatId' | 'mine' | 'live' | 'acts'> & { suggested: readonly Suggested[] };

const AskPart = ({ seatId, mine, live, acts, suggested }: AskPartProps) => {
  const words = useWords(clerkWords).ask;
  const [open, setOpen] = useState(false);
  const closed = live.conference.status === 'closed';
  return (
    <div className={`clerk-ask ${open ? 'open' : ''}`}>
      <div className="clerk-ask-button">
        <Button
          tone={open ? 'plain' : 'primary'}
          size="big"
          wide
          icon={open ? IconX : IconHandStop}
          disabled={closed}
          onPress={() => setOpen(!open)}
        >
          {open ? words.close : words.open}
        </Button>
      </div>
      <Panel title={words.title} className="clerk-ask-form">
        {closed ? (
          <p className="muted">{words.closed}</p>
        ) : (
          <AskForm
            seatId={seatId}
            siteId={mine.site.siteId}
            run={acts.run}
            suggested={suggested}
            onSent={() => setOpen(false)}
          />
        )}
      </Panel>
    </div>
  );
};

/** Its own roster, read anew whenever the page is told another number of it. */
const useOwnRoster = (seatId: SeatId, { site, rollCall }: Mine, nowMs: () => number) => {
  const model = useRoster(seatId, site.siteId, { nowMs, told: rollCall });
  const state = useRosterState(model);
  const isReady = state.status === 'ready';
  return {
    model,
    answered: isReady ? state.answered : null,
    suggested: isReady
      ? state.roster.delegates.map(({ honorific, name, position }) => ({ honorific, name, position: position ?? '' }))
      : [],
  };
};

/** The clerk's page: one thing to do now, the room screen, asking for the floor. */
export const ClerkPage = ({ connection, seatId, live, mine, acts, code }: ClerkPageProps) => {
  const words = useWords(clerkWords);
  const names = useLiveState(connection, namesOf);
  const report = mine.screen.status === 'present' ? mine.screen.report : null;
  const heard = useHeard(report);
  const aside = useLiveState(connection, asideOf);
  const phone = useLiveState(connection, conferenceOf)?.supportPhone ?? null;
  const isOver = live.conference.status === 'closed';
  const roster = useOwnRoster(seatId, mine, connection.nowMs);
  const asked = openRollCall(live);
  const remindedAt = mine.rollCall?.remindedAt ?? null;
  const now = nowOf(live, names, mine, { heard, answered: roster.answered, confirming: code !== '' });
  useLook(connection, mine.screen.status === 'present' && !isOver);
  useAnnounceChange(tallySentences(words.announce, mine), 'assertive');
  const dueMs = useDueMs(live, useLiveState(connection, mediaOf), connection.nowMs);
  const { microphone, site } = mine;
  const warnings = soundWarnings(live, site.siteId, { microphone, sound: report?.sound ?? null, dueMs });
  const { run, problem, dismiss } = acts;
  const pause = breakOf(live);
  const codeForm = (onDone?: () => void) => <CodeForm seatId={seatId} initial={code} {...(onDone ? { onDone } : {})} />;
  return (
    <div className="clerk daylight">
      <Bar connection={connection} mine={mine} />
      <div className="clerk-notices">
        <LineNotice connection={connection} />
        {pause && <BreakBand returnsAt={pause.returnsAt} nowMs={connection.nowMs} />}
        {aside && (
          <Suspense>
            <SiteAside
              current={aside.current}
              cue={aside.cue}
              nowMs={connection.nowMs}
              size="page"
              onSeen={({ cueId }) => api.post(`/seats/${seatId}/cues/seen`, { cueId })}
              onEnd={({ asideId }) => api.post(`/seats/${seatId}/sites/${mine.site.siteId}/test-call/end`, { asideId })}
            />
          </Suspense>
        )}
      </div>
      <main className="clerk-main">
        <div className="clerk-middle">
          <InAppBanner />
          <StatusLine problem={problem} onDismiss={dismiss} />
          <section aria-label={words.now.title}>
            <NowCard
              now={now}
              nowMs={connection.nowMs}
              codeForm={mine.screen.status === 'none' || code !== '' ? codeForm() : null}
              roomAddress={roomAddress()}
              level={report?.level ?? 0}
              answer={
                asked && (
                  <RollCallAsked
                    model={roster.model}
                    rollCall={asked}
                    remindedAt={remindedAt}
                    nowMs={connection.nowMs}
                  />
                )
              }
              onRetry={() => void connection.control({ do: 'retry' })}
              onWithdraw={(requestId) => run({ type: 'floor.withdraw', requestId })}
            />
          </section>
          <WarningCard warnings={warnings} />
          <HelpCard seatId={seatId} mine={mine} nowMs={connection.nowMs} phone={phone} isOver={isOver} />
          {!isOver && <SupportMessages {...{ connection, seatId, mine }} />}
          {!isOver && (
            <>
              <Suspense fallback={null}>
                <ContentPart {...{ seatId, live, mine, names, run }} control={connection.control} />
              </Suspense>
              {live.conference.status === 'prepared' && (
                <CheckCard
                  seatId={seatId}
                  mine={mine}
                  measured={measuredOf(report)}
                  playback={
                    report && (
                      <PlaybackPart
                        playback={report.sound?.playback ?? null}
                        isPossible={mayTryEcho(live, mine.site.siteId)}
                        start={() => api.post(`/seats/${seatId}/sites/${mine.site.siteId}/playbacks`)}
                      />
                    )
                  }
                />
              )}
              {mine.support?.below && (
                <Suspense fallback={null}>
                  <ProvinceHelp
                    seatId={seatId}
                    mine={mine}
                    nowMs={connection.nowMs}
                    call={(site) => <TestCall {...{ connection, seatId, site }} />}
                  />
                </Suspense>
              )}
              {asked && now.kind !== 'rollCall' && (
                <RollCallPanel
                  key={asked.rollCallId}
                  model={roster.model}
                  rollCall={asked}
                  remindedAt={remindedAt}
                  nowMs={connection.nowMs}
                />
              )}
              <ClerkMessages connection={connection} seatId={seatId} mine={mine} />
              <RosterPanel model={roster.model} isCounting={asked !== null} nowMs={connection.nowMs} />
              <ProvincePanel seatId={seatId} asked={asked} nowMs={connection.nowMs} />
              <Panel title={words.own} body="flush">
                <OwnRequests requests={mine.requests} names={names} run={run} />
              </Panel>
              <HallPanel connection={connection} live={live} />
            </>
          )}
        </div>
        <AskPart seatId={seatId} mine={mine} live={live} acts={acts} suggested={roster.suggested} />
        {(mine.screen.status !== 'none' || now.kind === 'rollCall') && !isOver && (
          <ScreenPanel
            screen={mine.screen}
            control={connection.control}
            sound={
              report && (
                <>
                  <EchoTrialPart
                    echo={report.sound?.echo ?? null}
                    isPossible={mayTryEcho(live, mine.site.siteId)}
                    start={() => api.post(`/seats/${seatId}/sites/${mine.site.siteId}/echo-trials`)}
                  />
                  <Suspense>
                    <SourcesPart {...{ live, mine, names, report }} run={acts.run} control={connection.control} />
                  </Suspense>
                </>
              )
            }
            startsOpen={code !== '' && mine.screen.status === 'present'}
            codeForm={codeForm}
          />
        )}
        {phone !== null && (
          <div className="clerk-support">
            <Support phone={phone} wide />
          </div>
        )}
      </main>
      <LiveFoot>
        <LanguageSwitch />
      </LiveFoot>
    </div>
  );
};
