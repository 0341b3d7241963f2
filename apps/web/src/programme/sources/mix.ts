import type { SiteId, SourceId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { Presence } from '@diemcau/domain/wire';

import type { Names } from '../../live/index.ts';

/** A microphone of a site that has several; null: that of its room screen. */
export type MixRow = {
  readonly siteId: SiteId;
  readonly sourceId: SourceId | null;
  readonly name: string | null;
  /** Part of what the site sends when it may be heard. */
  readonly isOpen: boolean;
  readonly level: number;
};

/** The microphones of a site to choose from; none where it has only one. */
export const mixRows = (live: Live, names: Names, presence: Presence | null, siteId: SiteId): readonly MixRow[] => {
  const { sources, mainShut } = live.programme;
  const further = sources.filter((source) => source.siteId === siteId && source.kind === 'microphone');
  if (further.length === 0) return [];
  const measured = presence?.sites.find((site) => site.siteId === siteId)?.microphones ?? [];
  const levelOf = (id: SourceId | null) => measured.find(({ sourceId }) => sourceId === id)?.level ?? 0;
  const main: MixRow = {
    siteId,
    sourceId: null,
    name: null,
    isOpen: !mainShut.includes(siteId),
    level: levelOf(null),
  };
  return [
    main,
    ...further.map(({ sourceId, isOpen }) => ({
      siteId,
      sourceId,
      name: names.sources[sourceId] ?? null,
      isOpen,
      level: levelOf(sourceId),
    })),
  ];
};
