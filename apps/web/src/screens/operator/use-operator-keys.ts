import type { MouseEvent } from 'react';
import type { SiteId, SourceId } from '@diemcau/domain/kernel';
import { FilmId, sameLayout } from '@diemcau/domain/kernel';
import type { Command, Live } from '@diemcau/domain/live';
import { FilmTitle } from '@diemcau/domain/programme';

import type { Run } from '../../live/index.ts';
import {
  type Favourites,
  LAY_OUT_KEY,
  LAYOUT_CHOICES,
  LAYOUT_KEYS,
  type LayoutChoice,
  layoutFor,
  previewWith,
  type Tile,
} from '../../programme/index.ts';
import { useShortcuts } from '../../ui/index.ts';
import type { Films } from './film/use-films.ts';
import type { Polled } from './use-polling.ts';
import type { WallChoice, WallPage } from './use-wall.ts';

type Given = {
  readonly live: Live;
  readonly tiles: readonly Tile[];
  readonly favourites: Favourites;
  readonly choice: WallChoice;
  readonly wall: WallPage;
  readonly polled: Polled;
  readonly films: Films;
  readonly run: Run;
};

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Whether Shift or Caps Lock is on does not matter. */
const bothCases = (keys: Readonly<Record<string, () => void>>): Readonly<Record<string, () => void>> => ({
  ...keys,
  ...Object.fromEntries(Object.entries(keys).map(([key, act]) => [key.toLowerCase(), act])),
});

/**
 * The acts of the desk and their keys. Enter always cuts to what the preview shows, also while a tile has the focus:
 * there Space previews. A button pressed by the pointer gives the focus back.
 */
export const useOperatorKeys = ({ live, tiles, favourites, choice, wall, polled, films, run }: Given) => {
  const { programme, conference } = live;
  const { preview: source, previewLayout: layout } = programme;
  const isOpen = conference.status === 'open';
  const { chosen } = films;
  const mayShow = chosen !== null && programme.film === null && (isOpen || conference.status === 'paused');
  /** What is in the player, from its beginning; the preview is free again. */
  const show = async ({ file, rowId }: NonNullable<typeof chosen>) => {
    const filmId = FilmId.parse(crypto.randomUUID());
    const title = FilmTitle.safeParse(file.name.replace(/\.[^.]+$/, '')).data;
    const done = await run(
      { type: 'programme.startFilm', filmId, ...(rowId === null ? {} : { rowId }) },
      title === undefined ? undefined : { film: title },
    );
    if (done) films.preview(null);
    return done;
  };
  const showFilm = mayShow ? () => show(chosen) : null;
  const cutToSource = isOpen ? () => run({ type: 'programme.cut', source, layout }) : null;
  const cut = films.previewed === null ? cutToSource : showFilm;
  const toPreview = (command: Extract<Command, { type: 'programme.preview' }>) => {
    films.preview(null);
    return run(command);
  };
  const preview = (siteId: SiteId, sourceId: SourceId | null = null) =>
    void toPreview({ type: 'programme.preview', ...previewWith(live, siteId, sourceId) });
  const title = () => toPreview({ type: 'programme.preview', source: { kind: 'title' } });
  const choose = (choice: LayoutChoice) => {
    // Beside content there is somebody: who is on air, unless another was chosen.
    const beside = choice === 'content' && source.kind === 'title' ? programme.onAir : source;
    return toPreview({ type: 'programme.preview', source: beside, layout: layoutFor(live, choice) });
  };
  const isNew = !sameLayout(layout, programme.layout);
  const layOut = isOpen && isNew ? () => run({ type: 'programme.layout', layout }) : null;
  const setMode = (mode: 'follow' | 'manual') =>
    run({ type: mode === 'manual' ? 'programme.takeOver' : 'programme.follow' });
  const toggleThird = () => run({ type: 'programme.lowerThird', shown: !programme.lowerThird });
  const toggleMode = () => void setMode(programme.mode === 'follow' ? 'manual' : 'follow');
  const previewKey = (digit: string) => () => {
    const site = favourites[Number(digit)] ?? tiles.find((t) => t.key === Number(digit));
    if (site) preview(site.siteId);
  };
  const turnPage = (step: -1 | 1) => () => {
    const page = choice.page + step;
    if (page >= 0 && page < wall.pages) choice.setPage(page);
  };
  const { acts } = polled;
  const openPolling = () => (acts ? undefined : polled.open());
  const pausePolling = () => void (programme.polling?.pausedBy === null ? acts?.pause() : acts?.goOn());
  const skip = () => void acts?.skip?.();
  const stop = () => void acts?.stop();
  useShortcuts({
    m: toggleMode,
    M: toggleMode,
    b: () => void toggleThird(),
    B: () => void toggleThird(),
    '0': () => void title(),
    ...bothCases(Object.fromEntries(LAYOUT_CHOICES.map((choice) => [LAYOUT_KEYS[choice], () => void choose(choice)]))),
    ...bothCases({ [LAY_OUT_KEY]: () => void layOut?.() }),
    v: openPolling,
    V: openPolling,
    p: pausePolling,
    P: pausePolling,
    n: skip,
    N: skip,
    x: stop,
    X: stop,
    '[': turnPage(-1),
    ']': turnPage(1),
    ...Object.fromEntries(digits.map((digit) => [digit, previewKey(digit)])),
  });
  useShortcuts({ Enter: () => void cut?.() }, { ownsFocus: true });
  const releaseFocus = ({ detail, target }: MouseEvent) => {
    const button = detail > 0 && target instanceof Element ? target.closest('button') : null;
    if (button && !button.closest('dialog, [role=grid]')) button.blur();
  };
  return { cut, showFilm, title, preview, choose, layOut, setMode, toggleThird, releaseFocus };
};
