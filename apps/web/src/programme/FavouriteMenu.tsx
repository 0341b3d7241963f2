import { IconStar, IconStarOff } from '@tabler/icons-react';

import { useWords } from '../ui/index.ts';
import { ActMenu, type MenuAct } from '../ui/office/index.ts';
import type { Favourites } from './favourites.ts';
import type { Tile } from './wall.ts';
import { programmeWords } from './words.ts';

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export type FavouriteMenuProps = {
  tile: Tile;
  favourites: Favourites;
  reachable: boolean;
  onFavourite: (digit: number, tile: Tile) => void;
};

/** Which digit puts a site into preview, for those who have no keyboard at hand. */
export const FavouriteMenu = ({ tile, favourites, reachable, onFavourite }: FavouriteMenuProps) => {
  const words = useWords(programmeWords).wall;
  const acts = DIGITS.map((digit): MenuAct => {
    const taken = favourites[digit];
    const isOwn = taken?.siteId === tile.siteId;
    const said = isOwn ? words.keyOff(String(digit)) : words.key(String(digit), taken?.name ?? null);
    return { words: said, icon: isOwn ? IconStarOff : IconStar, act: () => onFavourite(digit, tile) };
  });
  return (
    <div className="pg-tile-menu">
      <ActMenu label={words.menu(tile.name)} groups={[acts]} reachable={reachable} />
    </div>
  );
};
