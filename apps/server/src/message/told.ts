import { sql } from 'kysely';
import type { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import type {
  Desk,
  InboxState,
  LatestAnnouncement,
  MessageId,
  MessageState,
  OwnConversation,
  OwnMessages,
} from '@diemcau/domain/message';
import { NO_CONVERSATION, NO_MESSAGES } from '@diemcau/domain/message';
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
  inboxes: readonly (InboxState & { readonly desk: Desk })[] | null;
};

export type Told = {
  readonly state: MessageState;
  readonly latest: LatestAnnouncement | null;
  readonly inboxes: Readonly<Record<Desk, InboxState>>;
};

const NO_INBOX: InboxState = { unreadSites: 0, unread: 0, version: 0 };

type SiteRow = {
  readonly desk: Desk;
  readonly last_no: number;
  readonly unread_by_site: number;
  readonly desk_read_no: number;
  readonly desk_read_at: Date | null;
};
const rowOf = <T extends SiteRow>(rows: readonly T[], desk: Desk): T | undefined =>
  rows.find((row) => row.desk === desk);
const ownOf = (row: SiteRow | undefined): OwnConversation =>
  row === undefined
    ? NO_CONVERSATION
    : {
        no: row.last_no,
        unread: row.unread_by_site,
        readByDesk: row.desk_read_at === null ? null : { no: row.desk_read_no, at: row.desk_read_at.getTime() },
      };

/** What the pages' frames hold (X11). */
export const createTold = (db: Db) => ({
  /** All that is told of a conference, in one query, of one short row a site that ever wrote or confirmed. */
  all: async (conferenceId: ConferenceId): Promise<Told> => {
    const { rows } = await sql<Row>`
      select w.is_on as "isOn", w.discussion, d.no as "discussionNo", a.id as "messageId", a.no, a.text, a.at, i.inboxes
      from (select json_agg(x) as inboxes from (
              select desk, (count(*) filter (where unread_by_desk > 0))::int as "unreadSites",
                     sum(unread_by_desk)::int as unread, sum(version)::float8 as version
              from message_site where conference_id = ${conferenceId} group by desk) x) i
      left join lateral (select is_on, discussion from message_switch where conference_id = ${conferenceId}
                         order by place desc limit 1) w on true
      left join lateral (select id, no, text, at from message where conference_id = ${conferenceId} and thread = 'announcement'
                         order by no desc limit 1) a on true
      left join lateral (select no from message where conference_id = ${conferenceId} and thread = 'discussion'
                         order by no desc limit 1) d on true`.execute(db);
    const [row] = rows;
    if (!row) throw new Error('an aggregate without a row');
    const { messageId, no, text, at } = row;
    const inboxOf = (of: Desk): InboxState => {
      const { desk: _desk, ...inbox } = row.inboxes?.find(({ desk }) => desk === of) ?? { desk: of, ...NO_INBOX };
      return inbox;
    };
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
      inboxes: { secretary: inboxOf('secretary'), technician: inboxOf('technician') },
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
    const bySite = Map.groupBy(rows, (row) => row.site_id);
    return new Map(
      [...bySite].map(([siteId, ofDesks]) => {
        const [secretary, technician] = [rowOf(ofDesks, 'secretary'), rowOf(ofDesks, 'technician')];
        const shared = { confirmed: secretary?.confirmed ?? 0, discussionReadNo: secretary?.discussion_read_no ?? 0 };
        return [siteId, { ...NO_MESSAGES, ...ownOf(secretary), ...shared, technician: ownOf(technician) }];
      }),
    );
  },
});
export type ToldMessages = ReturnType<typeof createTold>;
