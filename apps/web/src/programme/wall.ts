import { lesserStep, type LineStep, type SiteId, type SourceId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { Presence, SitePresence } from '@diemcau/domain/wire';

import { digitOf, type Favourites } from './favourites.ts';
import { cameraTally, type SourceTally } from './source.ts';

/** Tiles on one page of the wall: large ones, or small ones where the screen is wide enough to read their names. */
export const TILES_PER_PAGE = { large: 24, small: 48 } as const;
export type TileSize = keyof typeof TILES_PER_PAGE;

export type WallFilter = 'all' | 'present' | 'asking' | 'unspoken' | 'trouble' | 'away' | 'favourites';

/** A site as the server lists it to a desk. */
export type WallSite = {
  readonly siteId: SiteId;
  readonly code: string;
  readonly name: string;
  readonly province: string | null;
  readonly hall: boolean;
  readonly screen: boolean;
  /** A call for help is open there. */
  readonly calls: boolean;
};

/** `away`: no room screen was ever here; `lost`: it was; `unknown`: not told yet. */
export type TileState = 'here' | 'away' | 'lost' | 'unknown';

export type Tile = WallSite & {
  /** What the tile is among the others. */
  readonly id: string;
  /** A further camera of the site; null: that of its room screen. */
  readonly sourceId: SourceId | null;
  /** 1 to 9: the key that puts it into preview; null beyond. */
  readonly key: number | null;
  /** It was given that key by hand. */
  readonly isFavourite: boolean;
  readonly tally: SourceTally;
  readonly state: TileState;
  readonly lostAt: number | null;
  readonly line: SitePresence['line'];
  /** The lesser of what it receives and sends; `full` also while that is not known. */
  readonly step: LineStep;
  readonly level: number | null;
  readonly isAsking: boolean;
};

/** A favourite has its own key on every page; the other keys go to the first tiles. */
const keyOf = (favourites: Favourites, siteId: SiteId, index: number): Pick<Tile, 'key' | 'isFavourite'> => {
  const own = digitOf(favourites, siteId);
  const isFree = index < 9 && favourites[index + 1] === undefined;
  return { key: own ?? (isFree ? index + 1 : null), isFavourite: own !== null };
};

const stateOf = (live: Live, site: WallSite, seen: SitePresence | undefined): TileState => {
  if (live.programme.lost.includes(site.siteId)) return 'lost';
  if (!seen) return site.screen ? 'unknown' : 'away';
  if (seen.room) return seen.line === 'lost' ? 'lost' : 'here';
  return seen.lostAt === null ? 'away' : 'lost';
};

/** The further cameras of a site stand beside its own, as sources of their own; favourites and keys are the site's. */
const furtherOf = (live: Live, tile: Tile, names: Readonly<Record<string, string>>): readonly Tile[] =>
  live.programme.sources.flatMap(({ siteId, sourceId, kind }) =>
    siteId !== tile.siteId || kind !== 'camera'
      ? []
      : [
          {
            ...tile,
            id: `${siteId}/${sourceId}`,
            sourceId,
            name: names[sourceId] ?? tile.name,
            key: null,
            isFavourite: false,
            isAsking: false,
            calls: false,
            tally: cameraTally(live, siteId, sourceId),
          },
        ],
  );

/** The tiles of one page, with what is known of each site now. */
export const tilesOf = (
  live: Live,
  presence: Presence | null,
  sites: readonly WallSite[],
  favourites: Favourites = {},
  cameras: Readonly<Record<string, string>> = {},
): readonly Tile[] => {
  const seen = new Map(presence?.sites.map((s) => [s.siteId, s]));
  const asking = new Set(live.floor.queue.map((r) => r.siteId));
  return sites.flatMap((site, index) => {
    const here = seen.get(site.siteId);
    const tile: Tile = {
      ...site,
      id: site.siteId,
      sourceId: null,
      ...keyOf(favourites, site.siteId, index),
      tally: cameraTally(live, site.siteId, null),
      state: stateOf(live, site, here),
      lostAt: here?.lostAt ?? null,
      line: here?.line ?? 'unknown',
      step: here?.ladder ? lesserStep(here.ladder.down, here.ladder.up) : 'full',
      level: here?.level ?? null,
      isAsking: asking.has(site.siteId),
    };
    return [tile, ...furtherOf(live, tile, cameras)];
  });
};

export type WallMove = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** The tile that an arrow reaches from `from` in a wall of so many columns; it stops at the edges. */
export const moveOnWall = (from: number, move: WallMove, count: number, columns: number): number => {
  const steps = { left: -1, right: 1, up: -columns, down: columns, first: -count, last: count } as const;
  if (count === 0) return -1;
  if (from < 0) return move === 'last' ? count - 1 : 0;
  const to = from + steps[move];
  if (move === 'first') return 0;
  if (move === 'last') return count - 1;
  return to < 0 || to >= count ? from : to;
};

/** Sites that asked for the floor, each once, in the order of the queue. */
export const askingSites = ({ floor }: Live): readonly SiteId[] => [...new Set(floor.queue.map((r) => r.siteId))];
