import './Desk.css';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { useState } from 'react';

import { type ActsOfPage, floorWords, lowerThirdOf, SpeakerDialog, turnView, useWatch } from '../../floor/index.ts';
import { conferenceOf, type LiveConnection, mediaOf, namesOf, presenceOf, useLiveState } from '../../live/index.ts';
import {
  askingSites,
  lostSites,
  ModePanel,
  monitorView,
  programmeWords,
  SoundPanel,
  soundRows,
  tilesOf,
  useMonitorName,
} from '../../programme/index.ts';
import { LineNotice, seatWords, useLineQuality } from '../../seat/index.ts';
import {
  LanguageSwitch,
  LiveBar,
  LiveFoot,
  Kbd,
  StatusLine,
  Tag,
  useAnnounceChange,
  useWords,
} from '../../ui/index.ts';
import { LowerThirdPanel } from './LowerThirdPanel.tsx';
import { Monitors } from './Monitors.tsx';
import { useOperatorKeys } from './use-operator-keys.ts';
import { useWall, useWallChoice } from './use-wall.ts';
import { WallPart } from './WallPart.tsx';

const Bar = ({ connection }: { connection: LiveConnection }) => {
  const seat = useWords(seatWords);
  const conference = useLiveState(connection, conferenceOf);
  const presence = useLiveState(connection, presenceOf);
  const line = useLineQuality(connection);
  return (
    <LiveBar
      title={conference?.name ?? ''}
      role={seat.roles.operator}
      line={line}
      nowMs={connection.nowMs}
      seconds
      {...(presence ? { sites: { present: presence.present, invited: presence.invited } } : {})}
      {...(conference?.demo ? { tags: <Tag tone="amber">{seat.demo}</Tag> } : {})}
    />
  );
};

const Foot = () => {
  const words = useWords(programmeWords).keys;
  const keys = [
    ['Enter', words.cut],
    ['1–9', words.tile],
    ['← ↑ ↓ →', words.move],
    ['M', words.mode],
    ['B', words.third],
  ] as const;
  return (
    <LiveFoot>
      {keys.map(([key, what]) => (
        <span key={key}>
          <Kbd>{key}</Kbd> {what}
        </span>
      ))}
      <LanguageSwitch />
    </LiveFoot>
  );
};

/** The sites whose line and sound this desk asks about: its tiles, and those of monitors and sound panel. */
const watchedSites = ({ conference, floor, programme }: Live, tiles: readonly SiteId[]): readonly SiteId[] => {
  const hall = conference.status === 'absent' ? [] : [conference.hallId];
  const turn = floor.turn ? [floor.turn.siteId] : [];
  const shown = [programme.onAir, programme.preview].flatMap((s) => (s.kind === 'site' ? [s.siteId] : []));
  return [...new Set([...hall, ...turn, ...floor.standby.map((s) => s.siteId), ...shown, ...tiles])];
};

export type DeskProps = {
  connection: LiveConnection;
  seatId: SeatId;
  live: Live;
  acts: ActsOfPage;
  listening: boolean;
  onListen: (listening: boolean) => void;
};

/** The vision operator's desk. */
export const Desk = ({ connection, seatId, live, acts, listening, onListen }: DeskProps) => {
  const words = useWords(programmeWords);
  const floor = useWords(floorWords);
  const names = useLiveState(connection, namesOf);
  const media = useLiveState(connection, mediaOf);
  const presence = useLiveState(connection, presenceOf);
  const choice = useWallChoice();
  const wall = useWall(connection, seatId, live, choice);
  const [chosen, choose] = useState<SiteId | null>(null);
  const [correcting, correct] = useState(false);
  useWatch(
    connection,
    watchedSites(
      live,
      wall.sites.map((s) => s.siteId),
    ),
  );
  const { run, problem, dismiss } = acts;
  const { programme } = live;
  const tiles = tilesOf(live, presence, wall.sites);
  const turn = turnView(live, names, media);
  const { onAir } = programme;
  const lines =
    onAir.kind === 'site'
      ? lowerThirdOf({ ...live, programme: { ...programme, lowerThird: true } }, names, onAir.siteId, floor)
      : null;
  const speakerOnAir = turn !== null && onAir.kind === 'site' && onAir.siteId === turn.siteId ? turn : null;
  const keys = useOperatorKeys({ live, tiles, choice, wall, run });
  useAnnounceChange(words.announce(useMonitorName(monitorView(live, names, onAir))));
  return (
    <div className="op" onClick={keys.releaseFocus}>
      <Bar connection={connection} />
      <LineNotice connection={connection} />
      <main className="op-main">
        <div className="op-pictures">
          <Monitors live={live} connection={connection} turn={turn} run={run} onCut={keys.cut} />
          <WallPart
            wall={wall}
            choice={choice}
            tiles={tiles}
            chosen={chosen}
            onChoose={choose}
            asking={askingSites(live).length}
            lost={lostSites(live).length}
            nowMs={connection.nowMs}
            onPreview={keys.preview}
          />
        </div>
        <aside className="op-side">
          <ModePanel mode={programme.mode} onChange={keys.setMode} />
          <LowerThirdPanel
            shown={programme.lowerThird}
            lines={lines}
            onToggle={keys.toggleThird}
            onCorrect={speakerOnAir?.speakerId ? () => correct(true) : null}
          />
          <SoundPanel
            rows={soundRows(live, names, media, presence)}
            acts={{
              silence: ({ siteId }) => run({ type: 'floor.silence', siteId }),
              lift: ({ siteId }) => run({ type: 'floor.liftSilence', siteId }),
              all: () => run({ type: 'floor.silenceAll' }),
            }}
            listening={listening}
            onListen={onListen}
          />
        </aside>
      </main>
      <div className="op-status">
        <StatusLine problem={problem} onDismiss={dismiss} />
      </div>
      <Foot />
      {correcting && speakerOnAir?.speakerId && (
        <SpeakerDialog
          target={{ kind: 'correct', speakerId: speakerOnAir.speakerId, person: speakerOnAir.person }}
          run={run}
          onClose={() => correct(false)}
        />
      )}
    </div>
  );
};
