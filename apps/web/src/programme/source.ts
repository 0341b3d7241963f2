import type { Live } from '@diemcau/domain/live';
import { sameSource, type Source } from '@diemcau/domain/programme';
import type { SiteId } from '@diemcau/domain/kernel';
import type { SiteLabel, Speaker } from '@diemcau/domain/wire';

import { type Names, siteNamed, speakerNamed } from '../live/index.ts';

/** How a site stands to the programme; a site on air is nothing else at once. */
export type SourceTally = 'onAir' | 'preview' | 'standby' | 'off';

export const tallyOf = ({ programme, floor }: Live, siteId: SiteId): SourceTally => {
  const source: Source = { kind: 'site', siteId };
  if (sameSource(programme.onAir, source)) return 'onAir';
  if (sameSource(programme.preview, source)) return 'preview';
  return floor.standby.some((s) => s.siteId === siteId) ? 'standby' : 'off';
};

/** A picture of the programme or the preview as its monitor names it. */
export type MonitorView =
  | { readonly kind: 'title' }
  | {
      readonly kind: 'site';
      readonly siteId: SiteId;
      readonly site: SiteLabel | null;
      /** Who speaks there, or will: of the turn, of stand-by; null for a room. */
      readonly speaker: Speaker | null;
      readonly isHall: boolean;
      readonly isLost: boolean;
      readonly standbyPlace: number | null;
    };

const speakerAt = ({ floor }: Live, names: Names, siteId: SiteId): Speaker | null => {
  const turn = floor.turn?.siteId === siteId ? floor.turn.speakerId : null;
  const standing = floor.standby.find((s) => s.siteId === siteId)?.speakerId ?? null;
  return speakerNamed(names, turn ?? (floor.turn?.siteId === siteId ? null : standing)) ?? null;
};

export const monitorView = (live: Live, names: Names, source: Source): MonitorView => {
  if (source.kind === 'title') return source;
  const { siteId } = source;
  const { conference, programme, floor } = live;
  const standsAt = floor.standby.findIndex((s) => s.siteId === siteId);
  return {
    kind: 'site',
    siteId,
    site: siteNamed(names, siteId) ?? null,
    speaker: speakerAt(live, names, siteId),
    isHall: conference.status !== 'absent' && conference.hallId === siteId,
    isLost: programme.lost.includes(siteId),
    standbyPlace: standsAt < 0 ? null : standsAt + 1,
  };
};
