import type { MouseEvent } from 'react';
import type { SiteId } from '@diemcau/domain/kernel';
import { sameLayout } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';

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
import type { Polled } from './use-polling.ts';
import type { WallChoice, WallPage } from './use-wall.ts';

type Given = {
  readonly live: Live;
  readonly tiles: readonly Tile[];
  readonly favourites: Favourites;
  readonly choice: WallChoice;
  readonly wall: WallPage;
  readonly polled: Polled;
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
export const useOperatorKeys = ({ live, tiles, favourites, choice, wall, polled, run }: Given) => {
  const { programme, conference } = live;
  const { preview: source, previewLayout: layout } = programme;
  const isOpen = conference.status === 'open';
  const cut = isOpen ? () => run({ type: 'programme.cut', source, layout }) : null;
  const preview = (siteId: SiteId) => void run({ type: 'programme.preview', ...previewWith(live, siteId) });
  const choose = (choice: LayoutChoice) => {
    // Beside content there is somebody: who is on air, unless another was chosen.
    const beside = choice === 'content' && source.kind === 'title' ? programme.onAir : source;
    return run({ type: 'programme.preview', source: beside, layout: layoutFor(live, choice) });
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
    '0': () => void run({ type: 'programme.preview', source: { kind: 'title' } }),
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
  return { cut, preview, choose, layOut, setMode, toggleThird, releaseFocus };
};
