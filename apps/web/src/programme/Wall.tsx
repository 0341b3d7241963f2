import './Wall.css';
import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { SiteId } from '@diemcau/domain/kernel';

import { EmptyState, type NowMs, useWords } from '../ui/index.ts';
import { type TilePicture, TileView } from './TileView.tsx';
import { moveOnWall, type Tile, type WallMove } from './wall.ts';
import { programmeWords } from './words.ts';

const moves: Readonly<Record<string, WallMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

const columnsOf = (grid: HTMLElement): number => getComputedStyle(grid).gridTemplateColumns.split(' ').length;

export type WallProps = {
  tiles: readonly Tile[];
  /** The tile that the arrows stand on. */
  chosen: SiteId | null;
  onChoose: (siteId: SiteId) => void;
  nowMs: NowMs;
  picture: TilePicture;
  onPreview: (siteId: SiteId) => void;
};

/** The sites as pictures. One Tab stop; arrows move, Space or a press previews. Cutting is another key. */
export const Wall = ({ tiles, chosen, onChoose, nowMs, picture, onPreview }: WallProps) => {
  const words = useWords(programmeWords).wall;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const at = tiles.findIndex((tile) => tile.siteId === chosen);
  const stop = at < 0 ? 0 : at;
  const wasMoved = useRef(false);
  useEffect(() => {
    if (!wasMoved.current) return;
    wasMoved.current = false;
    document.getElementById(`${id}-${chosen}`)?.focus();
  }, [id, chosen]);
  const press = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move === undefined || !grid.current || event.altKey || event.ctrlKey || event.metaKey) return;
    const tile = tiles[moveOnWall(stop, move, tiles.length, columnsOf(grid.current))];
    event.preventDefault();
    if (!tile) return;
    wasMoved.current = true;
    onChoose(tile.siteId);
  };
  if (tiles.length === 0) return <EmptyState title={words.none}>{words.noneDetail}</EmptyState>;
  return (
    <div ref={grid} className="pg-wall" role="grid" aria-label={words.title} onKeyDown={press}>
      <div role="row" className="pg-wall-row">
        {tiles.map((tile, index) => (
          <TileView
            key={tile.siteId}
            tile={tile}
            id={`${id}-${tile.siteId}`}
            chosen={index === stop}
            nowMs={nowMs}
            picture={picture}
            onPreview={() => {
              onChoose(tile.siteId);
              onPreview(tile.siteId);
            }}
          />
        ))}
      </div>
    </div>
  );
};
