import { IconChevronLeft, IconChevronRight, IconStar } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';

import { SiteVideo } from '../../media/index.ts';
import {
  type Favourites,
  programmeWords,
  type Tile,
  TILES_PER_PAGE,
  Wall,
  type WallFilter,
} from '../../programme/index.ts';
import {
  Button,
  ErrorState,
  Loading,
  type NowMs,
  SearchField,
  SelectField,
  useFormats,
  useWords,
} from '../../ui/index.ts';
import type { WallChoice, WallPage } from './use-wall.ts';
import { provinceChoices } from './wall-choice.ts';

const filters: readonly WallFilter[] = ['all', 'present', 'asking', 'unspoken', 'trouble', 'away', 'favourites'];

const Pager = ({ wall, choice }: { wall: WallPage; choice: WallChoice }) => {
  const words = useWords(programmeWords).wall;
  const { count } = useFormats();
  const { page, pages, total, sites } = wall;
  const first = page * TILES_PER_PAGE[choice.size] + 1;
  return (
    <div className="row">
      <Button
        size="small"
        tone="quiet"
        icon={IconChevronLeft}
        label={words.previous}
        shortcut="["
        disabled={page === 0}
        onPress={() => choice.setPage(page - 1)}
      >
        {null}
      </Button>
      <p className="small muted num" role="status">
        {total === 0 ? words.none : words.range(count(first), count(first + sites.length - 1), count(total))}
        {total > 0 && <span className="hidden-text"> {words.ofSites}</span>}
        {pages > 1 && <span className="op-page"> · {words.page(count(page + 1), count(pages))}</span>}
      </p>
      <Button
        size="small"
        tone="quiet"
        icon={IconChevronRight}
        label={words.next}
        shortcut="]"
        disabled={page + 1 >= pages}
        onPress={() => choice.setPage(page + 1)}
      >
        {null}
      </Button>
    </div>
  );
};

type Counts = Readonly<Partial<Record<WallFilter, number>>>;

const Filters = ({ choice, counts }: { choice: WallChoice; counts: Counts }) => {
  const words = useWords(programmeWords).wall;
  const { count } = useFormats();
  return (
    <div className="op-filters" role="group" aria-label={words.filters}>
      {filters.map((filter) => (
        <Button
          key={filter}
          size="small"
          tone="quiet"
          pressed={choice.filter === filter}
          onPress={() => choice.setFilter(filter)}
          {...(filter === 'favourites' && {
            icon: IconStar,
            label: words.filter.favourites,
            className: 'op-favourites',
          })}
        >
          {words.filter[filter]}
          {counts[filter] !== undefined && <span className="num muted"> {count(counts[filter])}</span>}
        </Button>
      ))}
    </div>
  );
};

const EVERYWHERE = '*';

/** One province, or all. Chosen by the pointer, it gives the keys of the desk back as a button does. */
const ProvinceChoice = ({ choice }: { choice: WallChoice }) => {
  const words = useWords(programmeWords).wall;
  const byPointer = useRef(false);
  const { province, provinces, setProvince, filter } = choice;
  if (provinces.length < 2) return null;
  return (
    <div
      className="op-province unlabelled"
      onPointerDown={() => {
        byPointer.current = true;
      }}
      onKeyDown={() => {
        byPointer.current = false;
      }}
      onChange={({ target }) => {
        if (byPointer.current && target instanceof HTMLElement) target.blur();
      }}
    >
      <SelectField
        label={words.province}
        value={province ?? EVERYWHERE}
        disabled={filter === 'favourites'}
        choices={[{ value: EVERYWHERE, label: words.everywhere }, ...provinceChoices(provinces, words.centre)]}
        onChange={(value) => setProvince(value === EVERYWHERE ? null : value)}
      />
    </div>
  );
};

export type WallPartProps = {
  wall: WallPage;
  choice: WallChoice;
  tiles: readonly Tile[];
  chosen: string | null;
  onChoose: (id: string) => void;
  /** Shown beside the names of these filters. */
  counts: Counts;
  nowMs: NowMs;
  onPreview: (tile: Tile) => void;
  favourites: Favourites;
  onFavourite: (digit: number, tile: Tile) => void;
  /** Above the wall: the polling that goes on. */
  above: ReactNode;
};

/** The lower half of the desk: the sites, a page at a time, filtered and searched. */
export const WallPart = (props: WallPartProps) => {
  const { wall, choice, tiles, chosen, onChoose, counts, nowMs, onPreview, favourites, onFavourite, above } = props;
  const words = useWords(programmeWords).wall;
  const isUnset = choice.filter === 'favourites' && choice.q === '';
  return (
    <section className="op-wall" aria-label={words.title}>
      {above}
      <header className="op-wall-head">
        <Pager wall={wall} choice={choice} />
        <Filters choice={choice} counts={counts} />
        {choice.setSize && (
          <Button
            size="small"
            tone="quiet"
            pressed={choice.size === 'small'}
            onPress={() => choice.setSize?.(choice.size === 'small' ? 'large' : 'small')}
          >
            {words.size}
          </Button>
        )}
        <ProvinceChoice choice={choice} />
        <SearchField label={words.search} value={choice.q} onChange={choice.setQ} shortcut="/" />
      </header>
      <div className="op-wall-body">
        {wall.problem !== null && <ErrorState problem={wall.problem} onRetry={wall.retry} />}
        {wall.isLoading && <Loading />}
        {wall.problem === null && !wall.isLoading && (
          <Wall
            tiles={tiles}
            chosen={chosen}
            onChoose={onChoose}
            nowMs={nowMs}
            onPreview={onPreview}
            favourites={favourites}
            onFavourite={onFavourite}
            size={choice.size}
            {...(isUnset && { empty: { title: words.noFavourite, detail: words.noFavouriteDetail } })}
            picture={({ siteId, sourceId }, onPicture) => (
              <SiteVideo siteId={siteId} sourceId={sourceId} quality="low" onPicture={onPicture} />
            )}
          />
        )}
      </div>
    </section>
  );
};
