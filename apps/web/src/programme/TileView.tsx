import './Wall.css';
import {
  IconBroadcast,
  IconClock,
  IconEye,
  IconHandStop,
  IconLetterCase,
  IconLifebuoy,
  IconPhoto,
  IconPictureInPicture,
  IconStarFilled,
  IconVolume,
} from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';

import { formatLength, type Icon, LevelMeter, type NowMs, useTicking, useWords } from '../ui/index.ts';
import type { SourceTally } from './source.ts';
import type { Tile } from './wall.ts';
import { lineStepWords } from '../live/line-step-words.ts';
import { programmeWords } from './words.ts';

/** The camera of a site in its tile; told when a picture comes or goes. */
export type TilePicture = (tile: Tile, onPicture: (isThere: boolean) => void) => ReactNode;

const tallyIcons: Readonly<Record<Exclude<SourceTally, 'off'>, Icon>> = {
  onAir: IconBroadcast,
  preview: IconEye,
  standby: IconClock,
};

type WeakStep = Exclude<Tile['step'], 'full'>;

const stepIcons: Readonly<Record<WeakStep, Icon>> = {
  small: IconPictureInPicture,
  still: IconPhoto,
  sound: IconVolume,
  text: IconLetterCase,
};

/** What a weak line still carries. */
const StepMark = ({ step }: { step: WeakStep }) => {
  const word = useWords(lineStepWords).step[step];
  const StepIcon = stepIcons[step];
  return (
    <span className="pg-tile-step" title={word}>
      <StepIcon size={16} stroke={2} aria-hidden />
      <span className="hidden-text">{word}</span>
    </span>
  );
};

const useTallyWord = (tally: SourceTally): string | null => {
  const words = useWords(programmeWords).tile;
  return tally === 'off' ? null : words[tally];
};

/** Why there is no picture, or null when there is one. */
const useAbsence = (tile: Tile, hasPicture: boolean, nowMs: NowMs): string | null => {
  const words = useWords(programmeWords);
  const { lostAt, state } = tile;
  const read = useCallback(
    (now: number) => (state === 'lost' && lostAt !== null ? formatLength(now - lostAt) : ''),
    [state, lostAt],
  );
  const length = useTicking(nowMs, read);
  switch (state) {
    case 'lost':
      return length === '' ? words.lost : words.lostFor(length);
    case 'away':
      return words.away;
    case 'here':
    case 'unknown':
      return hasPicture ? null : words.waiting;
  }
};

export type TileViewProps = {
  tile: Tile;
  id: string;
  chosen: boolean;
  nowMs: NowMs;
  picture: TilePicture;
  /** What else can be done with the tile. */
  menu: ReactNode;
  onPreview: () => void;
};

/** One site on the wall: its camera, name, sound, line, and how it stands to the programme. A press previews it. */
export const TileView = ({ tile, id, chosen, nowMs, picture, menu, onPreview }: TileViewProps) => {
  const words = useWords(programmeWords);
  const [hasPicture, setPicture] = useState(false);
  const absence = useAbsence(tile, hasPicture, nowMs);
  const tally = useTallyWord(tile.tally);
  const TallyIcon = tile.tally === 'off' ? null : tallyIcons[tile.tally];
  return (
    <div role="gridcell" className="pg-cell">
      <button
        type="button"
        id={id}
        className={`pg-tile ${tile.tally} ${chosen ? 'chosen' : ''}`}
        tabIndex={chosen ? 0 : -1}
        aria-pressed={tile.tally === 'preview'}
        data-site={tile.siteId}
        data-source={tile.sourceId ?? undefined}
        onClick={onPreview}
      >
        <span className="pg-tile-picture">
          {tile.state !== 'away' && picture(tile, setPicture)}
          {absence !== null && <span className={`pg-tile-absent ${tile.state}`}>{absence}</span>}
          {tile.key !== null && (
            <kbd className={`pg-tile-key ${tile.isFavourite ? 'favourite' : ''}`} aria-hidden>
              {tile.isFavourite && <IconStarFilled size={11} aria-hidden />}
              {tile.key}
            </kbd>
          )}
          {TallyIcon && (
            <span className="pg-tile-tally">
              <TallyIcon size={13} stroke={2.25} aria-hidden />
              {tally}
            </span>
          )}
          {tile.step !== 'full' && tile.state === 'here' && <StepMark step={tile.step} />}
          {tile.calls && (
            <span className="pg-tile-calls" title={words.wall.calls}>
              <IconLifebuoy size={16} stroke={2} aria-hidden />
              <span className="hidden-text">{words.wall.calls}</span>
            </span>
          )}
          {tile.isAsking && (
            <span className="pg-tile-asks">
              <IconHandStop size={16} stroke={2} aria-hidden />
              <span className="hidden-text">{words.wall.asking}</span>
            </span>
          )}
        </span>
        <span className="pg-tile-foot">
          <span aria-hidden>
            <LevelMeter level={tile.level ?? 0} direction="up" />
          </span>
          <span className="pg-tile-name">{tile.name}</span>
          {tile.isFavourite && <span className="hidden-text">{words.wall.favourite(String(tile.key))}</span>}
          <span className={`pg-dot ${tile.state} line-${tile.line}`} />
        </span>
      </button>
      {menu}
    </div>
  );
};
