import type { Generated } from 'kysely';
import type { ConferenceId, ConferenceRole, SeatId, SiteId } from '@diemcau/domain/kernel';
import type { Db } from '../platform/db/index.ts';

export type EndReason = 'revoked' | 'replaced';

type Tables = {
  seat: {
    id: SeatId;
    conference_id: ConferenceId;
    role: ConferenceRole;
    site_id: SiteId | null;
    site_name: string | null;
    person_name: string | null;
    search: string;
    issued_at: Generated<Date>;
    revoked_at: Date | null;
    changed_at: Generated<Date>;
    watch_link_id: string | null;
  };
  watch_link: {
    id: string;
    conference_id: ConferenceId;
    secret_hash: Buffer;
    most: number;
    issued_at: Generated<Date>;
    ended_at: Date | null;
  };
  seat_link: {
    secret_hash: Buffer;
    seat_id: SeatId;
    issued_at: Generated<Date>;
    used_at: Date | null;
    ended_at: Date | null;
  };
  seat_device: {
    id: string;
    seat_id: SeatId;
    token_hash: Buffer;
    label: string;
    bound_at: Generated<Date>;
    ended_at: Date | null;
    ended_because: EndReason | null;
  };
  room_code: {
    device_hash: Buffer;
    token_hash: Buffer;
    user_code: string;
    label: string;
    expires_at: Date;
    polled_at: Date | null;
    seat_id: SeatId | null;
  };
};

export const tablesIn = (db: Db) => db.withTables<Tables>();
export type SeatTables = ReturnType<typeof tablesIn>;
