import type { Generated } from 'kysely';
import type { ConferenceId, SeatId, SiteId } from '@diemcau/domain/kernel';
import type { Desk, MessageId } from '@diemcau/domain/message';
import type { Db } from '../platform/db/index.ts';

export type Thread = 'conversation' | 'announcement' | 'discussion';

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
  };
  message_switch: {
    conference_id: ConferenceId;
    id: string;
    place: Generated<number>;
    is_on: boolean;
    discussion: boolean;
  };
  message: {
    id: MessageId;
    place: Generated<number>;
    conference_id: ConferenceId;
    thread: Thread;
    site_id: SiteId | null;
    by_desk: boolean;
    desk: Desk;
    seat_id: SeatId;
    no: number;
    text: string;
    at: Generated<Date>;
  };
  message_site: {
    conference_id: ConferenceId;
    site_id: SiteId;
    desk: Desk;
    last_no: Generated<number>;
    last_place: Generated<number>;
    unread_by_desk: Generated<number>;
    unread_by_site: Generated<number>;
    desk_read_no: Generated<number>;
    desk_read_at: Date | null;
    site_read_no: Generated<number>;
    site_read_at: Date | null;
    confirmed: Generated<number>;
    discussion_read_no: Generated<number>;
    version: Generated<number>;
  };
  announcement_seen: { message_id: MessageId; site_id: SiteId; at: Generated<Date> };
};

export const tablesIn = (db: Db) => db.withTables<Tables>();
