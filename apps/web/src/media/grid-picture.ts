import type { SourceId } from '@diemcau/domain/kernel';
import type { ContentFrom, Picture as OnAir, Place as SitePlace } from '@diemcau/domain/programme';

/** A picture with several parts. */
export type GridPicture = Exclude<OnAir, { kind: 'one' | 'title' }>;

/** A part of it: the camera of a site, or what a site shows as content. */
export type Place = SitePlace & { readonly content: ContentFrom | null; readonly sourceId: SourceId | null };

export const gridOf = (picture: OnAir | null): GridPicture | null =>
  picture === null || picture.kind === 'one' || picture.kind === 'title' ? null : picture;

const camera = (place: SitePlace, sourceId: SourceId | null = null): Place => ({ ...place, content: null, sourceId });
const calm = { isMissing: false, isSpeaking: false } as const;

/** What stands in its places, in their order; a film has the whole. */
export const placesOf = (picture: GridPicture): readonly Place[] => {
  switch (picture.kind) {
    case 'film':
      return [];
    case 'hallBeside':
      return [
        camera({ siteId: picture.siteId, ...calm }, picture.sourceId),
        camera({ siteId: picture.hallId, ...calm }),
      ];
    case 'content': {
      const { contentOf, from, siteId, sourceId } = picture;
      const content: Place = { siteId: contentOf, content: from, sourceId: null, ...calm };
      return siteId === null ? [content] : [content, camera({ siteId, ...calm }, sourceId)];
    }
    case 'mosaic4':
    case 'mosaic9':
      return picture.places.map((place) => camera(place));
  }
};

/** The same part of the picture, wherever it stands. */
export const keyOf = ({ siteId, content }: Place): string => (content === null ? siteId : `content of ${siteId}`);

/** What has to be seen before it is whole. */
export const awaitedOf = (picture: GridPicture): readonly string[] =>
  picture.kind === 'film' ? ['film'] : placesOf(picture).flatMap((place) => (place.isMissing ? [] : [keyOf(place)]));

/** Drawn when a picture of several sites first comes, and fetched before that. */
export const loadGrid = () => import('./GridLayer.tsx');
