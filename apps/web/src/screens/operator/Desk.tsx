import './Desk.css';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { pictureInPreview, pictureOnAir, sitesOnAir, type Live } from '@diemcau/domain/live';
import { sitesOfPicture } from '@diemcau/domain/programme';
import { Suspense, useState } from 'react';

import { useItemLine } from '../../agenda/index.ts';
import { BreakBand, breakOf } from '../../conference/phase-index.ts';
import { floorWords, lowerThirdOf, SpeakerDialog, turnView, useWatch } from '../../floor/index.ts';
import { type ActsOfPage, type LiveConnection, mediaOf, namesOf, presenceOf, useLiveState } from '../../live/index.ts';
import {
  ModePanel,
  choiceOf,
  LAY_OUT_KEY,
  LAYOUT_KEYS,
  LayoutBar,
  pictureView,
  nextPlaceOf,
  programmeWords,
  siteAt,
  tilesOf,
  useFavourites,
  useMonitorName,
} from '../../programme/index.ts';
import { StillNotice } from '../../minutes/still-index.ts';
import { NotesPanel } from '../../run-sheet/index.ts';
import { DeskFrame } from '../../seat/index.ts';
import { useAnnounceChange, useWords, lazyPart } from '../../ui/index.ts';
import { AsidePart } from './AsidePart.tsx';
import { ContentStrip } from './ContentStrip.tsx';
import { FilmChooser } from './FilmChooser.tsx';
import { LowerThirdPanel } from './LowerThirdPanel.tsx';
import { Monitors } from './Monitors.tsx';
import { PollingPart, PollingWindow } from './PollingPart.tsx';
import { RowFilms } from './RowFilms.tsx';
import { SoundPart } from './SoundPart.tsx';
import { StillButtons, useDeskStills } from './StillPart.tsx';
import { useFilms } from './film/use-films.ts';
import { useAside } from './use-aside.ts';
import { useOperatorKeys } from './use-operator-keys.ts';
import { usePolling } from './use-polling.ts';
import { useWall, useWallChoice, useWallCounts } from './use-wall.ts';
import { WallPart } from './WallPart.tsx';

/** With all that plays and sends a film: loaded with the first. */
const FilmPart = lazyPart(() => import('./film/FilmPart.tsx'));

/** The sites whose line and sound this desk asks about: its tiles, and those of monitors and sound panel. */
const watchedSites = (live: Live, tiles: readonly SiteId[]): readonly SiteId[] => {
  const { conference, floor } = live;
  const hall = conference.status === 'absent' ? [] : [conference.hallId];
  const turn = floor.turn ? [floor.turn.siteId] : [];
  const { polling } = live.programme;
  const next = (polling && siteAt(polling, nextPlaceOf(polling))) ?? null;
  const shown = [...sitesOnAir(live), ...sitesOfPicture(pictureInPreview(live)), ...(next ? [next] : [])];
  return [...new Set([...hall, ...turn, ...floor.standby.map((s) => s.siteId), ...shown, ...tiles])];
};

export type DeskProps = {
  conferenceId: string;
  connection: LiveConnection;
  seatId: SeatId;
  live: Live;
  acts: ActsOfPage;
  listening: boolean;
  onListen: (listening: boolean) => void;
};

/** The vision operator's desk. */
export const Desk = ({ conferenceId, connection, seatId, live, acts, listening, onListen }: DeskProps) => {
  const words = useWords(programmeWords);
  const floor = useWords(floorWords);
  const names = useLiveState(connection, namesOf);
  const media = useLiveState(connection, mediaOf);
  const presence = useLiveState(connection, presenceOf);
  const choice = useWallChoice(seatId);
  const { favourites, toggle } = useFavourites(conferenceId);
  const wall = useWall({ connection, seatId, live }, choice, favourites);
  const counts = useWallCounts(seatId, live, choice);
  const [chosen, choose] = useState<string | null>(null);
  const [correcting, correct] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  useWatch(
    connection,
    watchedSites(
      live,
      wall.sites.map((s) => s.siteId),
    ),
  );
  const { run, problem, dismiss } = acts;
  const polled = usePolling({ seatId, live, run }, favourites);
  const aside = useAside(seatId, connection, live);
  const { programme, conference } = live;
  const films = useFilms({ live, seatId, run });
  const tiles = tilesOf(live, presence, wall.sites, favourites, names.sources);
  const turn = turnView(live, names, media);
  const { onAir } = programme;
  const pause = breakOf(live);
  const lines =
    onAir.kind === 'site'
      ? lowerThirdOf({ ...live, programme: { ...programme, lowerThird: true } }, names, onAir.siteId, floor)
      : null;
  const speakerOnAir = turn !== null && onAir.kind === 'site' && onAir.siteId === turn.siteId ? turn : null;
  const keys = useOperatorKeys({ live, tiles, favourites, choice, wall, polled, films, run });
  const stills = useDeskStills({
    seatId,
    connection,
    live,
    names,
    tiles,
    chosen,
  });
  useAnnounceChange(words.announce(useMonitorName(pictureView(live, names, pictureOnAir(live), onAir))));
  return (
    <DeskFrame
      connection={connection}
      role="operator"
      className="op"
      item={useItemLine(connection)}
      notices={pause && <BreakBand returnsAt={pause.returnsAt} nowMs={connection.nowMs} />}
      keys={[
        ['Enter', words.keys.cut],
        [
          `${LAYOUT_KEYS.one} ${LAYOUT_KEYS.hallBeside} ${LAYOUT_KEYS.mosaic4} ${LAYOUT_KEYS.mosaic9}`,
          words.keys.layout,
        ],
        [LAY_OUT_KEY, words.keys.layOut],
        ['1–9', words.keys.tile],
        ['Shift+1–9', words.keys.favourite],
        ['← ↑ ↓ →', words.keys.move],
        ['M', words.keys.mode],
        ['V', words.keys.polling],
        ['B', words.keys.third],
      ]}
      said={<StillNotice stills={stills.stills} />}
      problem={problem}
      onDismiss={dismiss}
      onClick={keys.releaseFocus}
    >
      <main className="op-main">
        <div className="op-pictures">
          <Monitors
            live={live}
            connection={connection}
            turn={turn}
            onCut={keys.cut}
            onTitle={keys.title}
            trouble={trouble}
            film={films.previewed}
            below={<StillButtons {...stills} />}
          />
          <LayoutBar
            previewed={choiceOf(programme.previewLayout)}
            onAir={choiceOf(programme.layout)}
            onChoose={keys.choose}
            onLayOut={keys.layOut}
          >
            <FilmChooser onChoose={(file) => films.take(file, null)} isDisabled={programme.film !== null} />
          </LayoutBar>
          <WallPart
            wall={wall}
            choice={choice}
            tiles={tiles}
            chosen={chosen}
            onChoose={choose}
            counts={counts}
            nowMs={connection.nowMs}
            onPreview={({ siteId, sourceId }) => keys.preview(siteId, sourceId)}
            favourites={favourites}
            onFavourite={toggle}
            above={
              <>
                <RowFilms live={live} names={names} films={films} />
                {(films.chosen !== null || programme.film !== null) && (
                  <Suspense fallback={null}>
                    <FilmPart {...{ live, seatId, run, films }} onShow={keys.showFilm} />
                  </Suspense>
                )}
                <ContentStrip live={live} names={names} run={run} />
                <PollingPart live={live} names={names} seatId={seatId} nowMs={connection.nowMs} polled={polled} />
              </>
            }
          />
        </div>
        <aside className="op-side">
          <NotesPanel live={live} names={names} />
          <ModePanel mode={programme.mode} onChange={keys.setMode} onPoll={polled.acts ? null : polled.open} />
          <AsidePart aside={aside} names={names} hallId={conference.status === 'absent' ? null : conference.hallId} />
          <LowerThirdPanel
            shown={programme.lowerThird}
            lines={lines}
            onToggle={keys.toggleThird}
            onCorrect={speakerOnAir?.speakerId ? () => correct(true) : null}
          />
          <SoundPart {...{ live, connection, names, run, listening, onListen }} onTrouble={setTrouble} />
        </aside>
      </main>
      {polled.isOpen && <PollingWindow live={live} polled={polled} />}
      {correcting && speakerOnAir?.speakerId && (
        <SpeakerDialog
          target={{ kind: 'correct', speakerId: speakerOnAir.speakerId, person: speakerOnAir.person }}
          run={run}
          onClose={() => correct(false)}
        />
      )}
    </DeskFrame>
  );
};
