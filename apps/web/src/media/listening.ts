import type { SiteId } from '@diemcau/domain/kernel';

/** Whom this page plays now. */
export type Listening = {
  /** Sites that the conference entitles, by its own state: LiveKit's word is not asked. */
  readonly entitled: ReadonlySet<SiteId>;
  /** Never played here: a room that hears itself howls. All screens and cameras of a site are of it (M18). */
  readonly own: SiteId | null;
  readonly sound: boolean;
};

/** Whether the voice of a site is played on this page (M10, M18). */
export const playsHere = ({ entitled, own, sound }: Listening, siteId: SiteId): boolean =>
  sound && siteId !== own && entitled.has(siteId);
