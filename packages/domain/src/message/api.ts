import { z } from 'zod';
import { PageQuery, SiteId, countedPageOf, lines, pageOf } from '../kernel/index.ts';

/** Longest message, in characters. */
export const MAX_MESSAGE = 1000;
/** Most messages of one seat within a minute. */
export const MESSAGES_A_MINUTE = 20;
/** Days after the end of a conference for which its messages are kept. */
export const MESSAGE_DAYS_KEPT = 90;

const count = z.number().int();
const Time = z.iso.datetime({ offset: true });
/** Of what the page made: sent twice it is done once. */
const id = z.uuid();
/** Number of a message in its thread, from 1. */
const No = z.number().int().min(0).max(2_147_483_647);

export const MessageId = id.brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;

/** What a person writes: several lines, of which at least one character can be seen. */
const MessageText = lines(MAX_MESSAGE).pipe(z.string().regex(/[\p{L}\p{N}\p{P}\p{S}]/u));

export const WriteBody = z.strictObject({ id: MessageId, text: MessageText });
export type WriteBody = z.output<typeof WriteBody>;
/** Everything up to this message was seen. */
export const ReadBody = z.strictObject({ no: No });
export const SwitchBody = z.strictObject({ id, isOn: z.boolean(), discussion: z.boolean() });
export type SwitchBody = z.output<typeof SwitchBody>;

/** `siteId` and `siteName`: of the site that wrote it, or whose conversation it is; null for what the secretary wrote to all. */
export const Message = z.object({
  messageId: MessageId,
  no: No,
  byDesk: z.boolean(),
  siteId: SiteId.nullable(),
  siteName: z.string().nullable(),
  text: z.string(),
  at: Time,
});
export type Message = z.infer<typeof Message>;

/** Up to which message somebody has read, and when that was; null: nothing yet. */
const Mark = z.object({ no: No, at: Time }).nullable();

/** The newest first; `next` leads to older ones. */
export const MessagePage = pageOf(Message);
export const ConversationPage = MessagePage.extend({
  site: z.object({ siteId: SiteId, code: z.string(), name: z.string(), province: z.string().nullable() }),
  contact: z.object({ name: z.string().nullable(), phone: z.string() }).nullable(),
  readByDesk: Mark,
  readBySite: Mark,
});
export type ConversationPage = z.infer<typeof ConversationPage>;

export const ThreadQuery = PageQuery.omit({ q: true });
export type ThreadQuery = z.output<typeof ThreadQuery>;

/** A site among the conversations of a desk: those with something unread first, then the latest, then by code. */
export const Conversation = z.object({
  siteId: SiteId,
  code: z.string(),
  name: z.string(),
  province: z.string().nullable(),
  unread: count,
  last: Message.pick({ text: true, at: true, byDesk: true }).nullable(),
});
export type Conversation = z.infer<typeof Conversation>;
export const ConversationsPage = countedPageOf(Conversation);

/** `seen`: how many of the conference's sites have confirmed it, the hall among them. */
export const Announcement = Message.pick({ messageId: true, no: true, text: true, at: true });
export type Announcement = z.infer<typeof Announcement>;
const DeskAnnouncement = Announcement.extend({ seen: count });
export type DeskAnnouncement = z.infer<typeof DeskAnnouncement>;
export const DeskAnnouncements = pageOf(DeskAnnouncement).extend({ sites: count });
/** `seenAt` null: this site has not confirmed it. */
const OwnAnnouncement = Announcement.extend({ seenAt: Time.nullable() });
export type OwnAnnouncement = z.infer<typeof OwnAnnouncement>;
export const OwnAnnouncements = pageOf(OwnAnnouncement);

/** A site that has confirmed an announcement, or not, with whom to call. */
const InformedSite = z.object({
  siteId: SiteId,
  code: z.string(),
  name: z.string(),
  province: z.string().nullable(),
  hall: z.boolean(),
  contact: ConversationPage.shape.contact,
  seenAt: Time.nullable(),
});
export type InformedSite = z.infer<typeof InformedSite>;
export const InformedSites = countedPageOf(InformedSite);
export const InformedQuery = PageQuery.extend({ filter: z.enum(['seen', 'unseen']).default('unseen') });
export type InformedQuery = z.output<typeof InformedQuery>;
