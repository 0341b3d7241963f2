import './media.css';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { liveOf, seatOf, useLiveState, type LiveConnection } from '../live/index.ts';
import { isScreen } from '@diemcau/domain/live';
import type { Picture } from './cut.ts';
import { duePicture, warmSites } from './due-picture.ts';
import { ProgrammePlayer } from './programme-player.ts';
import type { Stage } from './stage.ts';
import { useStage } from './StageProvider.tsx';

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

/** Whether what stands still may be blamed on the site that is shown: our own line and the media server are there. */
const isUp = (stage: Stage, live: LiveConnection): boolean => {
  const { connection, media } = live.state();
  return stage.connection.state().status === 'up' && connection.status === 'live' && media?.available !== false;
};

const usePlayer = (stage: Stage | null, live: LiveConnection): ProgrammePlayer | null =>
  useMemo(() => {
    if (!stage) return null;
    return new ProgrammePlayer({
      cameras: stage.cameras,
      ownCamera: () => stage.ownCamera(),
      isUp: () => isUp(stage, live),
    });
  }, [stage, live]);

/** The programme, cut without black. `data-shown` says what is seen; the `<video>` in front has the class `front`. */
export const ProgrammeVideo = ({ live, title, label, children }: ProgrammeVideoProps) => {
  const stage = useStage();
  const player = usePlayer(stage, live);
  const box = useRef<HTMLDivElement>(null);
  const state = useLiveState(live, liveOf);
  const seat = useLiveState(live, seatOf);
  const own = seat && isScreen(seat.role) ? seat.siteId : null;

  useEffect(() => (player && box.current ? player.mount(box.current) : undefined), [player]);
  useEffect(() => {
    if (!stage || !player) return;
    const sources = [stage.connection, stage, live];
    const stops = sources.map((source) => source.subscribe(player.refresh));
    return () => stops.forEach((stop) => stop());
  }, [stage, player, live]);
  useEffect(() => {
    if (player && state) player.show(duePicture(state, own), warmSites(state, own));
  }, [player, state, own]);

  const shown = useSyncExternalStore(player?.subscribe ?? nothing, () => player?.shown() ?? TITLE);
  return (
    <div className="media-programme" data-shown={shown.kind === 'site' ? shown.siteId : shown.kind}>
      <div ref={box} className="media-box" role="img" aria-label={label} />
      {shown.kind === 'title' && <div className="media-title">{title}</div>}
      {children?.(shown)}
    </div>
  );
};
