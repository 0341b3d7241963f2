import { sql } from 'kysely';
import { ok, refuse, type Actor, type Result, type SiteId } from '@diemcau/domain/kernel';
import type { Desk, MessageCode, MessageId, SwitchBody, WriteBody } from '@diemcau/domain/message';
import { audit } from '../platform/audit/index.ts';
import type { Db, Transaction } from '../platform/db/index.ts';
import { announce, change, isTooFast, lockConference, lockSite, switchesOf } from './change.ts';
import type { MessagePorts } from './ports.ts';
import { tablesIn, type Thread } from './tables.ts';

export type SeatActor = Extract<Actor, { readonly kind: 'seat' }>;
type Done = Result<undefined, MessageCode>;

const NOW = sql<Date>`clock_timestamp()`;
const isDesk = ({ role }: SeatActor): boolean => role === 'secretary' || role === 'technician';

type Parts = { readonly db: Db; readonly ports: Pick<MessagePorts, 'isClosed'> };

/** What is written, read, confirmed and switched (X1 to X8). Every change is done once, whatever is sent again. */
export const createWrites = ({ db, ports }: Parts) => {
  /** Null when it was not written before; otherwise what to answer. */
  const repeated = async (trx: Transaction, actor: SeatActor, id: MessageId): Promise<Done | null> => {
    const before = await tablesIn(trx)
      .selectFrom('message')
      .select('seat_id as seatId')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!before) return null;
    return before.seatId === actor.seatId ? ok(undefined) : refuse('message.exists');
  };

  /** Why this seat may not write in such a thread now; null when it may. */
  const whyNot = async (
    trx: Transaction,
    actor: SeatActor,
    { thread, desk }: { readonly thread: Thread; readonly desk: Desk },
  ): Promise<MessageCode | null> => {
    const { isOn, discussion } = await switchesOf(trx, actor.conferenceId);
    // The secretary's switch is of the secretary's messages: who needs help can always write.
    if (!isOn && desk === 'secretary') return 'message.off';
    if (thread === 'discussion' && !discussion) return 'message.discussion_off';
    return (await isTooFast(trx, actor.seatId)) ? 'message.too_fast' : null;
  };

  type Written = {
    readonly thread: Thread;
    readonly desk: Desk;
    readonly siteId: SiteId | null;
    readonly no: number;
  };
  const insert = async (trx: Transaction, actor: SeatActor, { id, text }: WriteBody, written: Written) => {
    const { conferenceId, seatId } = actor;
    const { thread, desk, siteId, no } = written;
    const of = { conference_id: conferenceId, site_id: siteId, by_desk: isDesk(actor), seat_id: seatId };
    const inserted = await tablesIn(trx)
      .insertInto('message')
      .values({ id, thread, desk, no, text, ...of })
      // Of two conferences at once, whose locks are two.
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('place')
      .executeTakeFirst();
    if (!inserted) return null;
    const subject = { conferenceId, messageId: id, ...(siteId !== null && { siteId }) };
    await audit(trx, { action: `${thread}.write`, actor, subject, change: { no } });
    return inserted.place;
  };

  /** An announcement, or a message of the discussion. */
  const writeToAll = async (actor: SeatActor, thread: 'announcement' | 'discussion', body: WriteBody) => {
    const { conferenceId } = actor;
    const isClosed = await ports.isClosed(conferenceId);
    return change<undefined>(db, async (trx) => {
      await lockConference(trx, conferenceId);
      const before = await repeated(trx, actor, body.id);
      if (before) return before;
      const refusal = isClosed ? 'message.closed' : await whyNot(trx, actor, { thread, desk: 'secretary' });
      if (refusal !== null) return refuse(refusal);
      const { last } = await tablesIn(trx)
        .selectFrom('message')
        .select(sql<number>`coalesce(max(no), 0)`.as('last'))
        .where('conference_id', '=', conferenceId)
        .where('thread', '=', thread)
        .executeTakeFirstOrThrow();
      const place = await insert(trx, actor, body, { thread, desk: 'secretary', siteId: actor.siteId, no: last + 1 });
      if (place === null) return refuse('message.exists');
      await announce(trx, conferenceId, []);
      return ok(undefined);
    });
  };

  return {
    /** In the conversation of a site with a desk. */
    write: async (actor: SeatActor, desk: Desk, siteId: SiteId, body: WriteBody): Promise<Done> => {
      const { conferenceId } = actor;
      const isClosed = await ports.isClosed(conferenceId);
      return change<undefined>(db, async (trx) => {
        const site = await lockSite(trx, conferenceId, siteId, desk);
        const before = await repeated(trx, actor, body.id);
        if (before) return before;
        const refusal = isClosed ? 'message.closed' : await whyNot(trx, actor, { thread: 'conversation', desk });
        if (refusal !== null) return refuse(refusal);
        const no = site.last_no + 1;
        const place = await insert(trx, actor, body, { thread: 'conversation', desk, siteId, no });
        if (place === null) return refuse('message.exists');
        const unread = isDesk(actor)
          ? { unread_by_site: site.unread_by_site + 1 }
          : { unread_by_desk: site.unread_by_desk + 1 };
        await tablesIn(trx)
          .updateTable('message_site')
          .set({ last_no: no, last_place: place, version: site.version + 1, ...unread })
          .where('conference_id', '=', conferenceId)
          .where('site_id', '=', siteId)
          .where('desk', '=', desk)
          .execute();
        await announce(trx, conferenceId, [siteId]);
        return ok(undefined);
      });
    },

    announceToAll: (actor: SeatActor, body: WriteBody): Promise<Done> => writeToAll(actor, 'announcement', body),
    discuss: (actor: SeatActor, body: WriteBody): Promise<Done> => writeToAll(actor, 'discussion', body),

    /** What was seen stays seen: a mark never goes back. A desk's goes on while messages are off. */
    markRead: (actor: SeatActor, desk: Desk, siteId: SiteId, upTo: number): Promise<Done> =>
      change(db, async (trx) => {
        const { conferenceId } = actor;
        if (desk === 'secretary' && !isDesk(actor) && !(await switchesOf(trx, conferenceId)).isOn)
          return refuse('message.off');
        const site = await lockSite(trx, conferenceId, siteId, desk);
        const no = Math.min(upTo, site.last_no);
        if (no <= (isDesk(actor) ? site.desk_read_no : site.site_read_no)) return ok(undefined);
        const { unread } = await tablesIn(trx)
          .selectFrom('message')
          .select(sql<number>`count(*)::int`.as('unread'))
          .where('conference_id', '=', conferenceId)
          .where('site_id', '=', siteId)
          .where('thread', '=', 'conversation')
          .where('desk', '=', desk)
          .where('by_desk', '=', !isDesk(actor))
          .where('no', '>', no)
          .executeTakeFirstOrThrow();
        const marked = isDesk(actor)
          ? { desk_read_no: no, desk_read_at: NOW, unread_by_desk: unread }
          : { site_read_no: no, site_read_at: NOW, unread_by_site: unread };
        await tablesIn(trx)
          .updateTable('message_site')
          .set({ ...marked, version: site.version + 1 })
          .where('conference_id', '=', conferenceId)
          .where('site_id', '=', siteId)
          .where('desk', '=', desk)
          .execute();
        const subject = { conferenceId, siteId };
        await audit(trx, { action: 'conversation.markRead', actor, subject, change: { no } });
        await announce(trx, conferenceId, [siteId]);
        return ok(undefined);
      }),

    markDiscussionRead: (actor: SeatActor, siteId: SiteId, upTo: number): Promise<Done> =>
      change(db, async (trx) => {
        const { conferenceId } = actor;
        const { isOn, discussion } = await switchesOf(trx, conferenceId);
        if (!isOn || !discussion) return refuse(isOn ? 'message.discussion_off' : 'message.off');
        await lockSite(trx, conferenceId, siteId, 'secretary');
        const marked = await sql<{ no: number }>`
          update message_site set discussion_read_no = d.no
          from (select coalesce(max(no), 0) as no from message
                where conference_id = ${conferenceId} and thread = 'discussion' and no <= ${upTo}) d
          where conference_id = ${conferenceId} and site_id = ${siteId} and desk = 'secretary' and discussion_read_no < d.no
          returning d.no`.execute(trx);
        const [now] = marked.rows;
        if (!now) return ok(undefined);
        const subject = { conferenceId, siteId };
        await audit(trx, { action: 'discussion.markRead', actor, subject, change: { no: now.no } });
        await announce(trx, conferenceId, [siteId]);
        return ok(undefined);
      }),

    /** "Đã xem" of one site, kept with its first time. */
    confirm: (actor: SeatActor, siteId: SiteId, messageId: MessageId): Promise<Done> =>
      change(db, async (trx) => {
        const { conferenceId } = actor;
        if (!(await switchesOf(trx, conferenceId)).isOn) return refuse('message.off');
        const announcement = await tablesIn(trx)
          .selectFrom('message')
          .select('id')
          .where('id', '=', messageId)
          .where('conference_id', '=', conferenceId)
          .where('thread', '=', 'announcement')
          .executeTakeFirst();
        if (!announcement) return refuse('message.not_found');
        const site = await lockSite(trx, conferenceId, siteId, 'secretary');
        const seen = await tablesIn(trx)
          .insertInto('announcement_seen')
          .values({ message_id: messageId, site_id: siteId })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (seen.numInsertedOrUpdatedRows !== 1n) return ok(undefined);
        await tablesIn(trx)
          .updateTable('message_site')
          .set({ confirmed: site.confirmed + 1, version: site.version + 1 })
          .where('conference_id', '=', conferenceId)
          .where('site_id', '=', siteId)
          .where('desk', '=', 'secretary')
          .execute();
        await audit(trx, { action: 'announcement.confirm', actor, subject: { conferenceId, siteId, messageId } });
        await announce(trx, conferenceId, [siteId]);
        return ok(undefined);
      }),

    /** An old change that is sent again changes nothing: a later one stands. */
    setSwitches: async (actor: SeatActor, { id, isOn, discussion }: SwitchBody): Promise<Done> => {
      const { conferenceId } = actor;
      const isClosed = await ports.isClosed(conferenceId);
      return change<undefined>(db, async (trx) => {
        if (isClosed) return refuse('message.closed');
        await lockConference(trx, conferenceId);
        const inserted = await tablesIn(trx)
          .insertInto('message_switch')
          .values({ conference_id: conferenceId, id, is_on: isOn, discussion })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (inserted.numInsertedOrUpdatedRows !== 1n) return ok(undefined);
        await audit(trx, { action: 'message.switch', actor, subject: { conferenceId }, change: { isOn, discussion } });
        await announce(trx, conferenceId, []);
        return ok(undefined);
      });
    },
  };
};
export type Writes = ReturnType<typeof createWrites>;
