import type { Generated } from 'kysely';
import type { ConferenceId, SeatId, SiteId, UnitId } from '@diemcau/domain/kernel';
import type { CheckPart, CheckedBy, HelpId, HelpKind } from '@diemcau/domain/support';
import type { Db } from '../platform/db/index.ts';

type Tables = {
  /** A view: the conference slice writes what is behind it. */
  conference_site: {
    conference_id: ConferenceId;
    site_id: SiteId;
    hall: boolean;
    code: string;
    name: string;
    province: string | null;
    search: string;
    unit_id: UnitId;
    unit_path: UnitId[];
    province_code: string | null;
    province_name: string | null;
    personal: boolean;
  };
  /** A view of who is connected. */
  site_connection: {
    conference_id: ConferenceId;
    site_id: SiteId;
    screen: boolean;
    clerk: boolean;
    screen_seen: Date | null;
  };
  /** Written by the live conference; read here. */
  line_report: {
    conference_id: ConferenceId;
    site_id: SiteId;
    weak: boolean;
    at: Date;
    changes: number;
    samples: string[];
  };
  /** Written by the seat slice; read here for names. */
  seat: { id: SeatId; person_name: string | null; site_name: string | null };
  support_site: {
    conference_id: ConferenceId;
    site_id: SiteId;
    right_parts: Generated<number>;
    wrong_parts: Generated<number>;
    confirmed_by: CheckedBy | null;
    confirmed_seat: SeatId | null;
    confirmed_at: Date | null;
    check_version: Generated<number>;
    version: Generated<number>;
  };
  site_check: {
    conference_id: ConferenceId;
    site_id: SiteId;
    part: CheckPart;
    is_right: boolean;
    entered_by: CheckedBy;
    seat_id: SeatId;
    at: Generated<Date>;
  };
  province_sign_off: {
    conference_id: ConferenceId;
    province_code: string;
    seat_id: SeatId;
    missing: number;
    at: Generated<Date>;
  };
  help_request: {
    id: HelpId;
    conference_id: ConferenceId;
    site_id: SiteId;
    seat_id: SeatId;
    kind: HelpKind;
    note: string;
    opened_at: Generated<Date>;
    due_at: Date;
    passed_at: Date | null;
    taken_seat: SeatId | null;
    taken_by_centre: boolean | null;
    taken_at: Date | null;
    answer: string | null;
    answered_at: Date | null;
    ended_how: 'withdrawn' | 'solved' | null;
    ended_at: Date | null;
  };
};

export const tablesIn = (db: Db) => db.withTables<Tables>();
