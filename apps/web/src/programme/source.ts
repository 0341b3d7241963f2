import { isOnAir, pictureInPreview, pictureOnAir, type Live } from '@diemcau/domain/live';
import { sitesOfPicture, type Picture, type Source } from '@diemcau/domain/programme';
import type { SiteId, SourceId, TitleCardKind } from '@diemcau/domain/kernel';
import type { SiteLabel, Speaker } from '@diemcau/domain/wire';

import { type Names, siteNamed, speakerNamed } from '../live/index.ts';

type GridPicture = Exclude<Picture, { kind: 'one' | 'title' }>;

/** How a site stands to the programme; a site on air is nothing else at once. */
export type SourceTally = 'onAir' | 'preview' | 'standby' | 'off';

export const tallyOf = (live: Live, siteId: SiteId): SourceTally => {
  if (isOnAir(live, siteId)) return 'onAir';
  if (sitesOfPicture(pictureInPreview(live)).includes(siteId)) return 'preview';
  return live.floor.standby.some((s) => s.siteId === siteId) ? 'standby' : 'off';
};

/** Which camera of a site a picture shows: null is that of its room screen. */
const cameraOf = (picture: Picture, siteId: SiteId): SourceId | null =>
  'siteId' in picture && picture.siteId === siteId ? (picture.sourceId ?? null) : null;

/** The same of one of its cameras: of a site with several the one that is seen. */
export const cameraTally = (live: Live, siteId: SiteId, sourceId: SourceId | null): SourceTally => {
  const tally = tallyOf(live, siteId);
  if (!live.programme.sources.some((source) => source.siteId === siteId)) return tally;
  const [onAir, preview] = [pictureOnAir(live), pictureInPreview(live)];
  if (isOnAir(live, siteId) && cameraOf(onAir, siteId) === sourceId) return 'onAir';
  if (sitesOfPicture(preview).includes(siteId) && cameraOf(preview, siteId) === sourceId) return 'preview';
  return tally === 'standby' && sourceId === null ? 'standby' : 'off';
};

/** A picture of the programme or the preview as its monitor names it. */
export type MonitorView =
  | { readonly kind: 'title' }
  /** Of this desk, tried before it is shown. */
  | { readonly kind: 'film' }
  | { readonly kind: 'grid'; readonly picture: GridPicture; readonly main: SiteLabel | null; readonly missing: number }
  | { readonly kind: 'card'; readonly card: TitleCardKind }
  | {
      readonly kind: 'site';
      readonly siteId: SiteId;
      readonly sourceId: SourceId | null;
      /** How a further camera is called. */
      readonly camera: string | null;
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
    sourceId: source.sourceId ?? null,
    camera: source.sourceId === undefined ? null : (names.sources[source.sourceId] ?? null),
    site: siteNamed(names, siteId) ?? null,
    speaker: speakerAt(live, names, siteId),
    isHall: conference.status !== 'absent' && conference.hallId === siteId,
    isLost: programme.lost.includes(siteId),
    standbyPlace: standsAt < 0 ? null : standsAt + 1,
  };
};

/** What a picture is called as a whole: of one, its site; `source` is what a picture without a layout of its own shows. */
export const pictureView = (live: Live, names: Names, picture: Picture, source: Source): MonitorView => {
  switch (picture.kind) {
    case 'title':
      return source.kind === 'title' && picture.card === 'conference'
        ? { kind: 'title' }
        : { kind: 'card', card: picture.card };
    case 'one':
      return monitorView(live, names, { ...picture, kind: 'site' });
    case 'hallBeside':
      return { kind: 'grid', picture, main: siteNamed(names, picture.siteId) ?? null, missing: 0 };
    case 'film':
      return { kind: 'grid', picture, main: null, missing: 0 };
    case 'content':
      return { kind: 'grid', picture, main: siteNamed(names, picture.contentOf) ?? null, missing: 0 };
    case 'mosaic4':
    case 'mosaic9': {
      const missing = picture.places.filter(({ isMissing }) => isMissing).length;
      return { kind: 'grid', picture, main: null, missing };
    }
  }
};
