import type { PastedDelegate } from '@diemcau/domain/attendance';
import type { CommandBody } from '@diemcau/domain/wire';
import type { Actor, ConferenceId, ConferenceRole, Result, SeatId, SiteId } from '@diemcau/domain/kernel';
import type { CreateConferenceBody, InvitePersonBody } from '@diemcau/domain/conference';

export type DemoSeatRow = {
  readonly seatId: SeatId;
  readonly conferenceId: ConferenceId;
  readonly role: ConferenceRole;
  readonly siteId: SiteId | null;
  readonly personName: string | null;
};
export type InvitedRow = {
  readonly siteId: SiteId;
  readonly code: string;
  readonly name: string;
  readonly hall: boolean;
  /** Of one person, whose one device is clerk and screen. */
  readonly personal: boolean;
};

/** What the demo asks of the slices; wired in the composition root. */
export type DemoPorts = {
  /** Demo conferences with their phase, the latest first. */
  readonly conferences: () => Promise<
    readonly { readonly conferenceId: ConferenceId; readonly name: string; readonly isClosed: boolean }[]
  >;
  /** Makes the conference in the name of the whole organisation. */
  readonly prepare: (actor: Actor, body: CreateConferenceBody) => Promise<Result<unknown, string>>;
  /** Invites somebody of the centre who takes part alone. */
  readonly invitePerson: (
    actor: Actor,
    conferenceId: ConferenceId,
    person: Omit<InvitePersonBody, 'unitId'>,
  ) => Promise<Result<unknown, string>>;
  readonly hallSiteId: () => Promise<SiteId>;
  /** The hall and the invited sites, by code. */
  readonly sitesOf: (conferenceId: ConferenceId) => Promise<readonly InvitedRow[]>;
  /** Puts delegates on the roster of a site, once for each id of the change. */
  readonly putDelegates: (
    actor: Actor,
    place: { readonly conferenceId: ConferenceId; readonly siteId: SiteId },
    id: string,
    delegates: readonly PastedDelegate[],
  ) => Promise<Result<unknown, string>>;
  readonly seatsOfRole: (conferenceId: ConferenceId, role: ConferenceRole) => Promise<readonly DemoSeatRow[]>;
  readonly insertSeat: (seat: DemoSeatRow & { readonly siteName: string | null }) => Promise<void>;
  /** Gives the seat to a device at once; answers with its token. */
  readonly bind: (seat: DemoSeatRow, label: string) => Promise<string>;
  readonly isHeldBy: (seatId: SeatId, token: string) => Promise<boolean>;
  /** Whether a device holds the seat that is not one of the simulated ones: those of before a restart count for nothing. */
  readonly isHeldByPerson: (seat: DemoSeatRow, simulatedLabel: string) => Promise<boolean>;
  readonly submit: (conferenceId: ConferenceId, actor: Actor, body: CommandBody) => Promise<Result<void, string>>;
  /** Signs in as the demo's invented administrator; answers with the session's token. */
  readonly enterAsAdministrator: () => Promise<{ readonly token: string; readonly maxAgeSeconds: number }>;
};
