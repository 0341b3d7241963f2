import { sql } from 'kysely';
import type { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import type { InboxState, LatestAnnouncement, MessageId, MessageState, OwnMessages } from '@diemcau/domain/message';
import type { Db } from '../platform/db/index.ts';
import { tablesIn } from './tables.ts';

type Row = {
  isOn: boolean | null;
  discussion: boolean | null;
  discussionNo: number | null;
  messageId: MessageId | null;
  no: number | null;
  text: string | null;
  at: Date | null;
  unreadSites: number;
  unread: number;
  version: number;
};

export type Told = {
  readonly state: MessageState;
  readonly latest: LatestAnnouncement | null;
  readonly inbox: InboxState;
};

/** What the pages' frames hold (X11). */
export const createTold = (db: Db) => ({
  /** All that is told of a conference, in one query, of one short row a site that ever wrote or confirmed. */
  all: async (conferenceId: ConferenceId): Promise<Told> => {
    const { rows } = await sql<Row>`
      select w.is_on as "isOn", w.discussion, d.no as "discussionNo", a.id as "messageId", a.no, a.text, a.at, i.*
      from (select (count(*) filter (where unread_by_secretary > 0))::int as "unreadSites",
                   coalesce(sum(unread_by_secretary), 0)::int as unread, coalesce(sum(version), 0)::bigint as version
            from message_site where conference_id = ${conferenceId}) i
      left join lateral (select is_on, discussion from message_switch where conference_id = ${conferenceId}
                         order by place desc limit 1) w on true
      left join lateral (select id, no, text, at from message where conference_id = ${conferenceId} and thread = 'announcement'
                         order by no desc limit 1) a on true
      left join lateral (select no from message where conference_id = ${conferenceId} and thread = 'discussion'
                         order by no desc limit 1) d on true`.execute(db);
    const [row] = rows;
    if (!row) throw new Error('an aggregate without a row');
    const { messageId, no, text, at, unreadSites, unread, version } = row;
    const isOn = row.isOn ?? true;
    const isThere = isOn && messageId !== null && no !== null && text !== null && at !== null;
    return {
      state: {
        isOn,
        discussion: row.discussion ?? false,
        announcements: no ?? 0,
        discussionNo: row.discussionNo ?? 0,
      },
      latest: isThere ? { messageId, no, text, at: at.getTime() } : null,
      inbox: { unreadSites, unread, version },
    };
  },

  /** These sites as their own pages are told; those without a row are left out. One query. */
  own: async (conferenceId: ConferenceId, siteIds: readonly SiteId[]): Promise<ReadonlyMap<SiteId, OwnMessages>> => {
    const rows = await tablesIn(db)
      .selectFrom('message_site')
      .selectAll()
      .where('conference_id', '=', conferenceId)
      .where(sql<boolean>`site_id = any(${sql.val([...siteIds])}::uuid[])`)
      .execute();
    return new Map(
      rows.map((row) => [
        row.site_id,
        {
          no: row.last_no,
          unread: row.unread_by_site,
          readBySecretary:
            row.secretary_read_at === null ? null : { no: row.secretary_read_no, at: row.secretary_read_at.getTime() },
          confirmed: row.confirmed,
          discussionReadNo: row.discussion_read_no,
        },
      ]),
    );
  },
});
export type ToldMessages = ReturnType<typeof createTold>;
