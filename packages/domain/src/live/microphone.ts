import type { SiteId } from '../kernel/index.ts';
import { entitledToSpeak } from './media.ts';
import type { Live } from './state.ts';

/**
 * A microphone as far as it is known (M13). `open` and `shut` are confirmed by the media server; `opening` and `closing`
 * are ordered and awaited; `absent` may be heard, but the media server confirms that it has none (a hall without a
 * microphone); `silenced` was shut by a desk while the turn stays; `unknown` while the media server does not answer.
 */
export type Microphone = 'shut' | 'opening' | 'open' | 'closing' | 'absent' | 'silenced' | 'unknown';

/** What the media server says: `sounding` are the sites that it receives sound from. */
export type Heard = { readonly available: boolean; readonly sounding: readonly SiteId[] };

/** The microphone of a site. `heard` null: not told yet. */
export const microphoneOf = (live: Live, heard: Heard | null, siteId: SiteId): Microphone => {
  if (heard === null || !heard.available) return 'unknown';
  const { turn, silenced } = live.floor;
  const sounds = heard.sounding.includes(siteId);
  if (entitledToSpeak(live).has(siteId)) {
    if (sounds) return 'open';
    return turn?.siteId === siteId && turn.startedAt === null ? 'opening' : 'absent';
  }
  if (sounds) return 'closing';
  return silenced.includes(siteId) ? 'silenced' : 'shut';
};
