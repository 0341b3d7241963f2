import type { Absentee, AttendanceTotals } from '@diemcau/domain/attendance';
import type {
  AgendaItemId,
  ConferenceId,
  FilmId,
  RequestId,
  RowId,
  SiteId,
  SourceId,
  SpeakerId,
  UnitId,
} from '@diemcau/domain/kernel';
import type { RecordNames } from '@diemcau/domain/minutes';

/** A conference as its rows tell it; null when there is none such. `startsAt` in ms since the epoch. */
export type About = {
  readonly name: string;
  readonly unitName: string;
  readonly hallName: string;
  readonly startsAt: number;
  readonly invited: number;
  /** From the root down to the unit that holds it. */
  readonly unitPath: readonly UnitId[];
};

export type RecordPorts = {
  readonly about: (conferenceId: ConferenceId) => Promise<About | null>;
  /** A site that takes part, the hall among them. */
  readonly takesPart: (conferenceId: ConferenceId, siteId: SiteId) => Promise<boolean>;
  readonly names: (ids: {
    readonly speakers: readonly SpeakerId[];
    readonly sites: readonly SiteId[];
    readonly items: readonly AgendaItemId[];
    readonly requests: readonly RequestId[];
    readonly films: readonly { readonly filmId: FilmId; readonly rowId: RowId | null }[];
    readonly sources: readonly SourceId[];
  }) => Promise<RecordNames>;
  /** Who was present, of the latest roll call. */
  readonly attendance: (conferenceId: ConferenceId) => Promise<AttendanceTotals>;
  /** Who was summoned and is marked as absent, the hall first, by site. */
  readonly absentees: (conferenceId: ConferenceId) => AsyncIterable<readonly Absentee[]>;
};
