import type { SpeakerText } from '@diemcau/domain/floor';
import { sourceOnAir, type Live } from '@diemcau/domain/live';
import type { MediaState, SiteLabel } from '@diemcau/domain/wire';

import { comingUp, type TurnView, turnView } from '../../floor/index.ts';
import { type Names, siteOf } from '../../live/index.ts';
import { rowStep, type RowStep } from '../../run-sheet/index.ts';

/** What comes: a row of the run sheet, or who is called from the queue. */
export type Coming =
  | { readonly kind: 'row'; readonly step: RowStep }
  | { readonly kind: 'called'; readonly person: SpeakerText | null; readonly site: SiteLabel | null }
  | { readonly kind: 'unknown' };

export type NowView = {
  readonly turn: TurnView | null;
  readonly isOnAir: boolean;
  /** Between speeches: the site on air; null: the title card, or nothing. */
  readonly onAirName: string | null;
  readonly coming: Coming;
};

const comingOf = (live: Live, names: Names, now: number): Coming => {
  if (live.conference.status === 'closed') return { kind: 'unknown' };
  const step = rowStep(live, names, now);
  if (step) return { kind: 'row', step };
  const [called] = comingUp(live, names, 1);
  return called ? { kind: 'called', person: called.person, site: called.site } : { kind: 'unknown' };
};

/** What goes on and what comes, for a desk that writes it down. `now` in ms since the epoch. */
export const nowView = (live: Live, names: Names, media: MediaState | null, now: number): NowView => {
  const onAir = sourceOnAir(live);
  return {
    turn: turnView(live, names, media),
    isOnAir: onAir.kind === 'site',
    onAirName: onAir.kind === 'site' ? (siteOf(names, onAir.siteId)?.name ?? null) : null,
    coming: comingOf(live, names, now),
  };
};
