import type { ConferenceId, SiteId, UnitId } from '@diemcau/domain/kernel';

/** What seats need to know of their conference. `startsAt` in ms since the epoch. */
export type ConferenceFacts = {
  readonly conferenceId: ConferenceId;
  readonly name: string;
  readonly unitPath: readonly UnitId[];
  readonly startsAt: number;
  readonly status: 'prepared' | 'rehearsal' | 'open' | 'paused' | 'closed';
};

export type Conferences = {
  readonly facts: (conferenceId: ConferenceId) => Promise<ConferenceFacts | null>;
  /** The hall or an invited site; null for any other. */
  readonly site: (
    conferenceId: ConferenceId,
    siteId: SiteId,
  ) => Promise<{ readonly name: string; readonly personal: boolean } | null>;
  /** Names of many rooms; personal sites, and what is none of the conference's, are left out. */
  readonly siteNames: (conferenceId: ConferenceId, siteIds: readonly SiteId[]) => Promise<ReadonlyMap<SiteId, string>>;
};
