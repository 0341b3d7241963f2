import './media.css';
import { Suspense, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { isScreen, pictureOnAir, type Live } from '@diemcau/domain/live';
import { liveOf, seatOf, useLiveState, type LiveConnection } from '../live/index.ts';
import { samePicture, type Picture } from './cut.ts';
import { lazyPart } from '../ui/index.ts';
import { gridOf, loadGrid, type GridPicture } from './grid-picture.ts';
import { duePicture } from './due-picture.ts';
import { useCarried, useStage } from './StageProvider.tsx';

export type ProgrammeVideoProps = {
  live: LiveConnection;
  /** Stands in when there is no picture to show. */
  title: ReactNode;
  /** Names the picture for assistive technology. */
  label: string;
  /** Over the picture: the lower third. Given what is seen, which may be a moment behind what is on air. */
  children?: (shown: Picture) => ReactNode;
};

const TITLE: Picture = { kind: 'title' };
const nothing = () => () => undefined;
const noCover = () => undefined;
const GridLayer = lazyPart(() => loadGrid().then((module) => ({ default: module.GridLayer })));

/** Rooms do not learn what is previewed: from the opening on the code of several sites is fetched, when the page is idle. */
const useGrid = (
  state: Live | null,
  isCarried: boolean,
): { readonly grid: GridPicture | null; readonly isLoaded: boolean } => {
  const grid = useMemo(() => (isCarried ? gridOf(state && pictureOnAir(state)) : null), [state, isCarried]);
  const isOpen = state?.conference.status === 'open';
  const isPreviewed = state !== null && state.programme.previewLayout.kind !== 'one';
  const isNear = isOpen || isPreviewed || grid !== null;
  useEffect(() => {
    if (isNear) (window.requestIdleCallback ?? setTimeout)(() => void loadGrid());
  }, [isNear]);
  return { grid, isLoaded: isNear };
};

/** What is named below: under a mosaic whoever speaks, who is in it. */
const namedIn = (grid: GridPicture | null, shown: Picture): Picture | null => {
  if (grid === null || grid.kind === 'hallBeside') return shown;
  if (grid.kind === 'film') return null;
  if (grid.kind === 'content') return grid.siteId && { kind: 'site', siteId: grid.siteId };
  const speaker = grid.places.find(({ isSpeaking }) => isSpeaking);
  return speaker ? { kind: 'site', siteId: speaker.siteId } : null;
};

/** The programme, cut without black. `data-shown` says what is seen; the `<video>` in front has the class `front`. */
export const ProgrammeVideo = ({ live, title, label, children }: ProgrammeVideoProps) => {
  const stage = useStage();
  const player = stage?.programme;
  const box = useRef<HTMLDivElement>(null);
  const state = useLiveState(live, liveOf);
  const seat = useLiveState(live, seatOf);
  const own = seat && isScreen(seat.role) ? seat.siteId : null;
  const { down } = useCarried();

  useEffect(() => (player && box.current ? player.mount(box.current) : undefined), [player]);

  const { grid, isLoaded } = useGrid(state, down === 'full');
  const shown = useSyncExternalStore(player?.subscribe ?? nothing, () => player?.shown() ?? TITLE);
  const named = namedIn(grid, shown);
  return (
    <div className="media-programme" data-shown={shown.kind === 'site' ? shown.siteId : shown.kind}>
      <div ref={box} className="media-box" role="img" aria-label={label} />
      {shown.kind === 'title' && <div className="media-title">{title}</div>}
      {isLoaded && stage && state && (
        <Suspense>
          <GridLayer
            stage={stage}
            live={live}
            picture={grid}
            own={own}
            label={label}
            isReadyBelow={samePicture(shown, duePicture(state, own, down))}
            onCover={player?.cover ?? noCover}
          />
        </Suspense>
      )}
      {named && children?.(named)}
    </div>
  );
};
