import type { ConferenceId, SiteId, UnitId } from '@diemcau/domain/kernel';

export type Contact = { readonly name: string | null; readonly phone: string };

export type SupportPorts = {
  /** As this server knows it, of the last second at the latest. */
  readonly isClosed: (conferenceId: ConferenceId) => Promise<boolean>;
  /** Whom to call at these sites, as far as it is known. One query. */
  readonly contacts: (conferenceId: ConferenceId, siteIds: readonly SiteId[]) => Promise<ReadonlyMap<SiteId, Contact>>;
  /** The unit that holds the conference, and those above; null when there is no such conference. */
  readonly unitPath: (conferenceId: ConferenceId) => Promise<readonly UnitId[] | null>;
};
