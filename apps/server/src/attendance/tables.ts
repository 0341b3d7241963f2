import type { Generated } from 'kysely';
import type { DelegateKind, MarkedBy, MarkStatus } from '@diemcau/domain/attendance';
import type { ConferenceId, DelegateId, RollCallId, SiteId, UnitId } from '@diemcau/domain/kernel';
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
    unit_path: UnitId[];
    province_code: string | null;
    province_name: string | null;
  };
  delegate: {
    id: DelegateId;
    conference_id: ConferenceId;
    site_id: SiteId;
    honorific: string;
    name: string;
    position: string | null;
    unit: string | null;
    kind: DelegateKind;
    substitute_for: DelegateId | null;
    phone: string | null;
    rank: number | null;
    status: Generated<MarkStatus>;
    arrived_at: Date | null;
    left_at: Date | null;
    reason: string | null;
    search: string;
    sort_key: string;
    removed_at: Date | null;
  };
  attendance_mark: {
    id: Generated<number>;
    conference_id: ConferenceId;
    delegate_id: DelegateId;
    status: MarkStatus;
    at: Date;
    noted_by: MarkedBy;
    entered_by_site: SiteId | null;
  };
  site_attendance: {
    conference_id: ConferenceId;
    site_id: SiteId;
    contact_name: string | null;
    contact_phone: string | null;
    summoned: Generated<number>;
    present: Generated<number>;
    roll_call_id: RollCallId | null;
    head_count: number | null;
    named: number | null;
    answered_at: Date | null;
    entered_by_site: SiteId | null;
    reminded_at: Date | null;
    reminded_of: RollCallId | null;
  };
  check_in_code: {
    id: string;
    secret_hash: Buffer;
    conference_id: ConferenceId;
    roll_call_id: RollCallId;
    site_id: SiteId;
    opened_at: Date | null;
    used_at: Date | null;
  };
  attendance_done: { conference_id: ConferenceId; id: string };
  roll_call_reminder: {
    id: string;
    conference_id: ConferenceId;
    roll_call_id: RollCallId;
    sites: number;
    at: Generated<Date>;
  };
};

export const tablesIn = (db: Db) => db.withTables<Tables>();
