import { sql } from 'kysely';
import { z } from 'zod';
import type { ConferenceId, PageQuery, SiteId } from '@diemcau/domain/kernel';
import type {
  Conversation,
  ConversationPage,
  Desk,
  DeskAnnouncement,
  InformedQuery,
  InformedSite,
  Message,
  MessageId,
  OwnAnnouncement,
  ThreadQuery,
} from '@diemcau/domain/message';
import type { Db } from '../platform/db/index.ts';
import { cursorText, cutPage, likeText, readCursor } from '../platform/http/index.ts';
import type { MessagePorts } from './ports.ts';
import { tablesIn } from './tables.ts';

const Before = z.tuple([z.number().int()]);
const AfterConversation = z.tuple([z.boolean(), z.number().int(), z.boolean(), cursorText]);
const AfterSite = z.tuple([z.boolean(), cursorText]);

type Parts = { readonly db: Db; readonly ports: Pick<MessagePorts, 'contacts'> };

const markOf = (no: number | null | undefined, at: Date | null | undefined): ConversationPage['readBySite'] =>
  no && at ? { no, at: at.toISOString() } : null;

/** Threads, conversations and announcements, page by page. Reads only. */
export const createReads = ({ db, ports }: Parts) => {
  const sitesOf = (conferenceId: ConferenceId) =>
    tablesIn(db).selectFrom('conference_site as s').where('s.conference_id', '=', conferenceId);

  /** Messages of one thread, the newest first. */
  const thread = (conferenceId: ConferenceId, { cursor, limit }: ThreadQuery) => {
    const before = readCursor(Before, cursor);
    let query = tablesIn(db)
      .selectFrom('message as m')
      .leftJoin('conference_site as w', (join) =>
        join.onRef('w.conference_id', '=', 'm.conference_id').onRef('w.site_id', '=', 'm.site_id'),
      )
      .select(['m.id as messageId', 'm.no', 'm.by_desk as byDesk', 'm.text', 'm.at'])
      .select(['m.site_id as siteId', 'w.name as siteName'])
      .where('m.conference_id', '=', conferenceId);
    if (before) query = query.where('m.no', '<', before[0]);
    return query.orderBy('m.no', 'desc').limit(limit + 1);
  };
  type Row = Awaited<ReturnType<ReturnType<typeof thread>['execute']>>[number];
  const pageOf = (rows: readonly Row[], limit: number) => {
    const page = cutPage(rows, limit, ({ no }) => [no]);
    const items = page.rows.map(({ at, ...row }): Message => ({ ...row, at: at.toISOString() }));
    return { items, next: page.next };
  };

  const announcements = (conferenceId: ConferenceId, { cursor, limit }: ThreadQuery) => {
    const before = readCursor(Before, cursor);
    let query = tablesIn(db)
      .selectFrom('message as m')
      .select(['m.id as messageId', 'm.no', 'm.text', 'm.at'])
      .where('m.conference_id', '=', conferenceId)
      .where('m.thread', '=', 'announcement');
    if (before) query = query.where('m.no', '<', before[0]);
    return query.orderBy('m.no', 'desc').limit(limit + 1);
  };

  const conversations = (conferenceId: ConferenceId, desk: Desk, q: string) => {
    const query = sitesOf(conferenceId)
      .leftJoin('message_site as c', (join) =>
        join
          .onRef('c.conference_id', '=', 's.conference_id')
          .onRef('c.site_id', '=', 's.site_id')
          .on('c.desk', '=', desk),
      )
      .leftJoin('message as m', (join) =>
        join
          .onRef('m.conference_id', '=', 's.conference_id')
          .onRef('m.site_id', '=', 's.site_id')
          .on('m.thread', '=', 'conversation')
          .on('m.desk', '=', desk)
          .onRef('m.no', '=', 'c.last_no'),
      );
    return q === '' ? query : query.where('s.search', 'like', `%${likeText(q)}%`);
  };

  const informed = (conferenceId: ConferenceId, messageId: MessageId, q: string, filter: InformedQuery['filter']) => {
    let query = sitesOf(conferenceId)
      .leftJoin('announcement_seen as x', (join) =>
        join.onRef('x.site_id', '=', 's.site_id').on('x.message_id', '=', messageId),
      )
      .where('x.message_id', filter === 'seen' ? 'is not' : 'is', null);
    if (q !== '') query = query.where('s.search', 'like', `%${likeText(q)}%`);
    return query;
  };

  return {
    takesPart: async (conferenceId: ConferenceId, siteId: SiteId): Promise<boolean> =>
      (await sitesOf(conferenceId).select('s.site_id').where('s.site_id', '=', siteId).executeTakeFirst()) !==
      undefined,

    isAnnouncement: async (conferenceId: ConferenceId, messageId: MessageId): Promise<boolean> =>
      (await tablesIn(db)
        .selectFrom('message')
        .select('id')
        .where('id', '=', messageId)
        .where('conference_id', '=', conferenceId)
        .where('thread', '=', 'announcement')
        .executeTakeFirst()) !== undefined,

    /** Null when the site takes no part. */
    conversation: async (
      conferenceId: ConferenceId,
      desk: Desk,
      siteId: SiteId,
      query: ThreadQuery,
    ): Promise<ConversationPage | null> => {
      const [site, rows, contacts] = await Promise.all([
        conversations(conferenceId, desk, '')
          .select(['s.site_id as siteId', 's.code', 's.name', 's.province'])
          .select(['c.desk_read_no', 'c.desk_read_at', 'c.site_read_no', 'c.site_read_at'])
          .where('s.site_id', '=', siteId)
          .executeTakeFirst(),
        thread(conferenceId, query)
          .where('m.thread', '=', 'conversation')
          .where('m.desk', '=', desk)
          .where('m.site_id', '=', siteId)
          .execute(),
        ports.contacts(conferenceId, [siteId]),
      ]);
      if (!site) return null;
      const { code, name, province } = site;
      return {
        ...pageOf(rows, query.limit),
        site: { siteId, code, name, province },
        contact: contacts.get(siteId) ?? null,
        readByDesk: markOf(site.desk_read_no, site.desk_read_at),
        readBySite: markOf(site.site_read_no, site.site_read_at),
      };
    },

    discussion: async (conferenceId: ConferenceId, query: ThreadQuery) =>
      pageOf(await thread(conferenceId, query).where('m.thread', '=', 'discussion').execute(), query.limit),

    /** All sites of the conference: unread first, then who wrote last, then by code. */
    conversations: async (conferenceId: ConferenceId, desk: Desk, { q = '', cursor, limit }: PageQuery) => {
      const found = conversations(conferenceId, desk, q);
      const quiet = sql<boolean>`coalesce(c.unread_by_desk, 0) = 0`;
      const age = sql<number>`-coalesce(c.last_place, 0)`;
      const notHall = sql<boolean>`not s.hall`;
      let query = found
        .select(['s.site_id as siteId', 's.code', 's.name', 's.province', 'm.text', 'm.at'])
        .select(['m.by_desk as byDesk', quiet.as('quiet'), age.as('age'), notHall.as('notHall')])
        .select(sql<number>`coalesce(c.unread_by_desk, 0)`.as('unread'));
      const after = readCursor(AfterConversation, cursor);
      if (after)
        query = query.where(
          sql<boolean>`(${quiet}, ${age}, ${notHall}, s.code) > (${after[0]}::boolean, ${after[1]}::bigint, ${after[2]}::boolean, ${after[3]}::text)`,
        );
      const [rows, counted] = await Promise.all([
        query
          .orderBy(quiet)
          .orderBy(age)
          .orderBy(notHall)
          .orderBy('s.code')
          .limit(limit + 1)
          .execute(),
        found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
      ]);
      const page = cutPage(rows, limit, (row) => [row.quiet, row.age, row.notHall, row.code]);
      const items = page.rows.map(({ siteId, code, name, province, unread, text, at, byDesk }): Conversation => ({
        siteId,
        code,
        name,
        province,
        unread,
        last: text === null || at === null || byDesk === null ? null : { text, at: at.toISOString(), byDesk },
      }));
      return { items, next: page.next, total: counted.total };
    },

    deskAnnouncements: async (conferenceId: ConferenceId, query: ThreadQuery) => {
      const [rows, { sites }] = await Promise.all([
        announcements(conferenceId, query)
          .select(sql<number>`(select count(*)::int from announcement_seen x where x.message_id = m.id)`.as('seen'))
          .execute(),
        sitesOf(conferenceId)
          .select(sql<number>`count(*)::int`.as('sites'))
          .executeTakeFirstOrThrow(),
      ]);
      const page = cutPage(rows, query.limit, ({ no }) => [no]);
      const items = page.rows.map((row): DeskAnnouncement => ({ ...row, at: row.at.toISOString() }));
      return { items, next: page.next, sites };
    },

    ownAnnouncements: async (conferenceId: ConferenceId, siteId: SiteId, query: ThreadQuery) => {
      const rows = await announcements(conferenceId, query)
        .leftJoin('announcement_seen as x', (join) =>
          join.onRef('x.message_id', '=', 'm.id').on('x.site_id', '=', siteId),
        )
        .select('x.at as seenAt')
        .execute();
      const page = cutPage(rows, query.limit, ({ no }) => [no]);
      const items = page.rows.map(({ at, seenAt, ...row }): OwnAnnouncement => ({
        ...row,
        at: at.toISOString(),
        seenAt: seenAt?.toISOString() ?? null,
      }));
      return { items, next: page.next };
    },

    /** Sites that have confirmed it, or not, the hall first and then by code. */
    informed: async (conferenceId: ConferenceId, messageId: MessageId, asked: InformedQuery) => {
      const { q = '', filter, cursor, limit } = asked;
      const found = informed(conferenceId, messageId, q, filter);
      let query = found.select(['s.site_id as siteId', 's.code', 's.name', 's.province', 's.hall', 'x.at as seenAt']);
      const after = readCursor(AfterSite, cursor);
      if (after) query = query.where(sql<boolean>`(not s.hall, s.code) > (${!after[0]}::boolean, ${after[1]}::text)`);
      const [rows, counted] = await Promise.all([
        query
          .orderBy('s.hall', 'desc')
          .orderBy('s.code')
          .limit(limit + 1)
          .execute(),
        found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
      ]);
      const page = cutPage(rows, limit, ({ hall, code }) => [hall, code]);
      const contacts = await ports.contacts(
        conferenceId,
        page.rows.map(({ siteId }) => siteId),
      );
      const items = page.rows.map(({ seenAt, ...row }): InformedSite => ({
        ...row,
        contact: contacts.get(row.siteId) ?? null,
        seenAt: seenAt?.toISOString() ?? null,
      }));
      return { items, next: page.next, total: counted.total };
    },
  };
};
export type Reads = ReturnType<typeof createReads>;
