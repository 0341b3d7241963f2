import './Wall.css';
import { useEffect, useId, useRef } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';

import { EmptyState, type NowMs, useWords } from '../ui/index.ts';
import { type TilePicture, TileView } from './TileView.tsx';
import { FavouriteMenu } from './FavouriteMenu.tsx';
import type { Favourites } from './favourites.ts';
import { moveOnWall, type Tile, type TileSize, type WallMove } from './wall.ts';
import { programmeWords } from './words.ts';

const moves: Readonly<Record<string, WallMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/** By the place of the key: with Shift its letter is another one on each keyboard. */
const DIGIT = /^(?:Digit|Numpad)([1-9])$/;

/** Rows that so many tiles take on a desk; the columns stand in the stylesheet. */
const rowsOf = (tiles: number, size: TileSize): number => Math.ceil(tiles / (size === 'small' ? 12 : 8));

const columnsOf = (grid: HTMLElement): number => getComputedStyle(grid).gridTemplateColumns.split(' ').length;

export type WallProps = {
  tiles: readonly Tile[];
  /** The tile that the arrows stand on. */
  chosen: string | null;
  onChoose: (id: string) => void;
  nowMs: NowMs;
  picture: TilePicture;
  onPreview: (tile: Tile) => void;
  favourites: Favourites;
  /** A digit is given to a tile, or taken away. */
  onFavourite: (digit: number, tile: Tile) => void;
  size?: TileSize;
  /** Said when there is no tile, in place of the filter's own sentence. */
  empty?: { readonly title: string; readonly detail: string };
};

/** The sites as pictures. One Tab stop; arrows move, Space or a press previews. Cutting is another key. */
export const Wall = (props: WallProps) => {
  const { tiles, chosen, onChoose, nowMs, picture, onPreview, favourites, onFavourite, size = 'large', empty } = props;
  const words = useWords(programmeWords).wall;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const at = tiles.findIndex((tile) => tile.id === chosen);
  const stop = at < 0 ? 0 : at;
  const wasMoved = useRef(false);
  useEffect(() => {
    if (!wasMoved.current) return;
    wasMoved.current = false;
    document.getElementById(`${id}-${chosen}`)?.focus();
  }, [id, chosen]);
  const press = (event: KeyboardEvent) => {
    const digit = event.shiftKey ? DIGIT.exec(event.code)?.[1] : undefined;
    const on = tiles[stop];
    if (digit !== undefined && on && !event.repeat) {
      event.preventDefault();
      onFavourite(Number(digit), on);
      return;
    }
    const move = moves[event.key];
    if (move === undefined || !grid.current || event.altKey || event.ctrlKey || event.metaKey) return;
    const tile = tiles[moveOnWall(stop, move, tiles.length, columnsOf(grid.current))];
    event.preventDefault();
    if (!tile) return;
    wasMoved.current = true;
    onChoose(tile.id);
  };
  if (tiles.length === 0)
    return <EmptyState title={empty?.title ?? words.none}>{empty?.detail ?? words.noneDetail}</EmptyState>;
  return (
    <div
      ref={grid}
      className={`pg-wall ${size}`}
      style={{ '--rows': rowsOf(tiles.length, size) } as CSSProperties}
      role="grid"
      aria-label={words.title}
      onKeyDown={press}
    >
      <div role="row" className="pg-wall-row">
        {tiles.map((tile, index) => (
          <TileView
            key={tile.id}
            tile={tile}
            id={`${id}-${tile.id}`}
            chosen={index === stop}
            nowMs={nowMs}
            picture={picture}
            menu={
              <FavouriteMenu tile={tile} favourites={favourites} reachable={index === stop} onFavourite={onFavourite} />
            }
            onPreview={() => {
              onChoose(tile.id);
              onPreview(tile);
            }}
          />
        ))}
      </div>
    </div>
  );
};
