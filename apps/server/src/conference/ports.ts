import type { Actor, ConferenceId, DelegateId, SiteId, UnitId } from '@diemcau/domain/kernel';
import type { InvitePersonBody, SeatState } from '@diemcau/domain/conference';
import type { Site } from '@diemcau/domain/site';
import type { Transaction } from '../platform/db/index.ts';

/** The sites of the system, as choosing them needs them. `within`: the subtrees that the actor's rights cover. */
export type Sites = {
  readonly byIds: (siteIds: readonly SiteId[], within: readonly UnitId[]) => Promise<readonly Site[]>;
  readonly under: (unitIds: readonly UnitId[], within: readonly UnitId[]) => Promise<readonly Site[]>;
  readonly byPastedCodes: (
    codes: readonly string[],
    within: readonly UnitId[],
  ) => Promise<{ readonly found: readonly Site[]; readonly unknown: readonly string[] }>;
  /** Makes a site of one person, in the transaction in which it is invited. */
  readonly insertPersonal: (
    trx: Transaction,
    site: {
      readonly siteId: SiteId;
      readonly unitId: UnitId;
      readonly unitPath: readonly UnitId[];
      readonly name: string;
    },
  ) => Promise<Site>;
};

export type Units = {
  readonly known: (unitIds: readonly UnitId[], within: readonly UnitId[]) => Promise<readonly UnitId[]>;
  readonly pathOf: (unitId: UnitId) => Promise<readonly UnitId[] | undefined>;
};

export type SiteSeats = { readonly clerk: SeatState; readonly screen: SeatState };

/** Sites whose room screen is connected now. */
export type SitesPresent = (conferenceId: ConferenceId) => Promise<readonly SiteId[]>;

/** Sites where somebody has spoken, or speaks now. */
export type SitesSpoken = (conferenceId: ConferenceId) => Promise<readonly SiteId[]>;

/** Sites that wait for the floor. */
export type SitesAsking = (conferenceId: ConferenceId) => Promise<readonly SiteId[]>;

/** Sites whose line is weak (H14), and those of which a call for help is open. */
export type SitesWanting = (
  conferenceId: ConferenceId,
) => Promise<Readonly<Record<'weak' | 'calling', readonly SiteId[]>>>;

/** The rosters of sites, as inviting a person needs them. */
export type Rosters = {
  /** Whether no delegate has this id yet. */
  readonly isFree: (delegateId: DelegateId) => Promise<boolean>;
  /** Puts a person on the roster of the site of which they are the only one, in the transaction in which it is invited. */
  readonly enrol: (
    trx: Transaction,
    actor: Actor,
    place: { readonly conferenceId: ConferenceId; readonly siteId: SiteId },
    person: Pick<InvitePersonBody, 'delegateId' | 'honorific' | 'name' | 'position' | 'unit'>,
  ) => Promise<void>;
};

/** The seats of a conference's sites, as its lists show them. */
export type Seats = {
  /** One query for a whole page of sites. */
  readonly statesOf: (
    conferenceId: ConferenceId,
    siteIds: readonly SiteId[],
  ) => Promise<ReadonlyMap<SiteId, SiteSeats>>;
  /** Sites that have a clerk's seat, and those that have a screen's. */
  readonly sitesWith: (conferenceId: ConferenceId) => Promise<Readonly<Record<keyof SiteSeats, readonly SiteId[]>>>;
  /** Ends all seats of sites that leave the conference, in the transaction in which they leave. */
  readonly endOfSites: (
    trx: Transaction,
    actor: Actor,
    conferenceId: ConferenceId,
    siteIds: readonly SiteId[],
  ) => Promise<void>;
};
