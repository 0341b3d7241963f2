import type { Picture as OnAir, Place } from '@diemcau/domain/programme';

/** A picture with several sites in it. */
export type GridPicture = Exclude<OnAir, { kind: 'one' | 'title' }>;

export const gridOf = (picture: OnAir | null): GridPicture | null =>
  picture === null || picture.kind === 'one' || picture.kind === 'title' ? null : picture;

/** What stands in its places, in their order. */
export const placesOf = (picture: GridPicture): readonly Place[] =>
  picture.kind === 'hallBeside'
    ? [picture.siteId, picture.hallId].map((siteId) => ({ siteId, isMissing: false, isSpeaking: false }))
    : picture.places;

/** Drawn when a picture of several sites first comes, and fetched before that. */
export const loadGrid = () => import('./GridLayer.tsx');
