import type { SiteId } from '@diemcau/domain/kernel';
import { isOnAir, sourceOnAir, type Live } from '@diemcau/domain/live';
import type { MediaState } from '@diemcau/domain/wire';

import { type TurnView, turnView } from '../../floor/index.ts';
import { type Names, siteOf } from '../../live/index.ts';

/** What is on air, beside who has the floor: the two differ while the operator shows something else. */
export type OnAirView = {
  readonly turn: TurnView | null;
  /** The site on air; null: the title card. */
  readonly siteId: SiteId | null;
  readonly siteName: string | null;
  /** The picture is not the speaker's, and that is the operator's choice. */
  readonly isElsewhere: boolean;
};

export const onAirView = (live: Live, names: Names, media: MediaState | null): OnAirView => {
  const onAir = sourceOnAir(live);
  const turn = turnView(live, names, media);
  const siteId = onAir.kind === 'site' ? onAir.siteId : null;
  const isElsewhere = turn !== null && turn.interruption === 'none' && !isOnAir(live, turn.siteId);
  return { turn, siteId, siteName: siteId === null ? null : (siteOf(names, siteId)?.name ?? null), isElsewhere };
};

/** The sites whose line and sound this desk asks about: hall, speaker, stand-by. */
export const watchedSites = ({ conference, floor }: Live): readonly SiteId[] => {
  const hall = conference.status === 'absent' ? [] : [conference.hallId];
  const speaker = floor.turn ? [floor.turn.siteId] : [];
  return [...new Set([...hall, ...speaker, ...floor.standby.map((s) => s.siteId)])];
};
