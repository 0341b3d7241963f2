import type { Attendance } from '@diemcau/domain/attendance';
import type { ConferenceId, RollCallId, SiteId, UnitId } from '@diemcau/domain/kernel';

/** What the stream says, as this server knows it: of the last second at the latest. */
export type Meeting = {
  readonly isClosed: boolean;
  readonly rollCall: Attendance['rollCall'];
  /** The hall takes part too. */
  readonly isInvited: (siteId: SiteId) => boolean;
};

export type Conferences = {
  /** From the root down to the unit that holds it, and its name; null when there is none such. */
  readonly facts: (
    conferenceId: ConferenceId,
  ) => Promise<{ readonly name: string; readonly unitPath: readonly UnitId[] } | null>;
  /** @param expected the roll call that the caller was told of: asked anew when it is not the open one here */
  readonly meeting: (conferenceId: ConferenceId, expected?: RollCallId) => Promise<Meeting>;
};
