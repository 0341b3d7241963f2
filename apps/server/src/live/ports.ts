import type { AttendanceTotals } from '@diemcau/domain/attendance';
import type { ConferenceId, RollCallId, SeatId, SiteId, UnitId } from '@diemcau/domain/kernel';
import type { Desk, InboxState, LatestAnnouncement, MessageState, OwnMessages } from '@diemcau/domain/message';
import type { OwnSupport, SupportState } from '@diemcau/domain/support';
import type { OwnRollCall, SiteLabel } from '@diemcau/domain/wire';
import type { AfterRehearsal } from './rehearsals.ts';
import type { SeatHolder } from '../platform/identity/index.ts';

/** What the live conference needs to know of its conference's row; null when there is none. */
export type ConferenceInfo = {
  readonly conferenceId: ConferenceId;
  readonly name: string;
  readonly hallId: SiteId;
  readonly supportPhone: string | null;
  readonly demo: boolean;
  /** The unit that holds it, and the units above, root first. */
  readonly unitPath: readonly UnitId[];
};

export type ReadConference = (conferenceId: ConferenceId) => Promise<ConferenceInfo | null>;

/** Labels of these sites, in any order; unknown ids are left out. One query. */
export type ReadSiteLabels = (siteIds: readonly SiteId[]) => Promise<readonly SiteLabel[]>;

/** What pages are told of rosters and roll calls. One query each, however many sites; unknown ids are left out. */
export type ReadAttendance = {
  readonly afterRehearsal: AfterRehearsal;
  readonly totals: (conferenceId: ConferenceId, rollCallId: RollCallId | null) => Promise<AttendanceTotals>;
  readonly own: (
    conferenceId: ConferenceId,
    rollCallId: RollCallId,
    siteIds: readonly SiteId[],
  ) => Promise<ReadonlyMap<SiteId, Omit<OwnRollCall, 'checkIn'>>>;
  /** The page whose address each room screen shows as a QR, while its roll call is open. */
  readonly checkIns: (
    conferenceId: ConferenceId,
    rollCallId: RollCallId,
    siteIds: readonly SiteId[],
  ) => Promise<ReadonlyMap<SiteId, string>>;
};

/** What pages are told of messages. One query each, however many sites; sites of which there is nothing are left out. */
export type ReadMessages = {
  readonly all: (conferenceId: ConferenceId) => Promise<{
    readonly state: MessageState;
    readonly latest: LatestAnnouncement | null;
    readonly inboxes: Readonly<Record<Desk, InboxState>>;
  }>;
  readonly own: (conferenceId: ConferenceId, siteIds: readonly SiteId[]) => Promise<ReadonlyMap<SiteId, OwnMessages>>;
};

/** What pages are told of requests for help and of readiness. A few queries each, however many sites. */
export type ReadSupport = {
  /** `dueInMs`: until a request that nobody took comes to the centre; null: none waits. */
  readonly all: (
    conferenceId: ConferenceId,
  ) => Promise<{ readonly state: SupportState; readonly dueInMs: number | null }>;
  readonly own: (conferenceId: ConferenceId, siteIds: readonly SiteId[]) => Promise<ReadonlyMap<SiteId, OwnSupport>>;
  /** The sites of the province above this one; null: it takes no part. */
  readonly above: (conferenceId: ConferenceId, siteId: SiteId) => Promise<readonly SiteId[] | null>;
  /** Something that is read with the check of a site is new: its pages and the desks read it again. */
  readonly changed: (conferenceId: ConferenceId, siteId: SiteId) => Promise<void>;
  /** Whether this seat has taken an open request of this site. */
  readonly hasTaken: (seatId: SeatId, siteId: SiteId) => Promise<boolean>;
};

export type { SeatHolder } from '../platform/identity/index.ts';

/** Devices that hold a seat of the conference now, from memory. */
export type Seats = {
  readonly seatsOf: (conferenceId: ConferenceId) => Promise<readonly SeatHolder[]>;
  readonly holderOf: (conferenceId: ConferenceId, seatId: SeatId) => Promise<SeatHolder | null>;
};
