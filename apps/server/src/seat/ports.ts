import type { ConferenceId, SiteId, UnitId } from '@diemcau/domain/kernel';

/** What seats need to know of their conference. `startsAt` in ms since the epoch. */
export type ConferenceFacts = {
  readonly conferenceId: ConferenceId;
  readonly name: string;
  readonly unitPath: readonly UnitId[];
  readonly startsAt: number;
  readonly status: 'prepared' | 'open' | 'paused' | 'closed';
};

export type Conferences = {
  readonly facts: (conferenceId: ConferenceId) => Promise<ConferenceFacts | null>;
  /** The name of the hall or of an invited site; null for any other. */
  readonly siteName: (conferenceId: ConferenceId, siteId: SiteId) => Promise<string | null>;
  /** The same for many; what is none of the conference's is left out. */
  readonly siteNames: (conferenceId: ConferenceId, siteIds: readonly SiteId[]) => Promise<ReadonlyMap<SiteId, string>>;
};
