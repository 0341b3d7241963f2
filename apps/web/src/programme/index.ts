/** The programme on the pages: what every room sees, and the desk that chooses it. */
export { LAY_OUT_KEY, LAYOUT_KEYS, LayoutBar } from './LayoutBar.tsx';
export { choiceOf, LAYOUT_CHOICES, type LayoutChoice, layoutFor, previewWith } from './layouts.ts';
export { ModePanel } from './ModePanel.tsx';
export { Monitor, useMonitorName } from './Monitor.tsx';
export { PollingDialog, type PollingPlan } from './PollingDialog.tsx';
export { PollingStrip, type PollingActs } from './PollingStrip.tsx';
export { nextPlaceOf, siteAt } from './polling.ts';
export { SOUND_KEYS, SoundPanel } from './SoundPanel.tsx';
export { soundRows, speakingRow } from './sound.ts';
export { type MonitorView, pictureView } from './source.ts';
export { Wall } from './Wall.tsx';
export { type Favourites, favouriteSites } from './favourites.ts';
export { useFavourites } from './use-favourites.ts';
export {
  askingSites,
  type Tile,
  type TileSize,
  TILES_PER_PAGE,
  tilesOf,
  type WallFilter,
  type WallSite,
} from './wall.ts';
export { programmeWords } from './words.ts';
export { mixRows, type MixRow } from './sources/mix.ts';
export { MixRows } from './sources/MixRows.tsx';
