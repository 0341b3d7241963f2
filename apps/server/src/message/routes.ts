import { z } from 'zod';
import { PageQuery, SeatId, ok, refuse, type Actor, type Result, type SiteId } from '@diemcau/domain/kernel';
import {
  ConversationPage,
  ConversationsPage,
  DESKS,
  DeskAnnouncements,
  InformedQuery,
  InformedSites,
  MessageId,
  MessagePage,
  OwnAnnouncements,
  ReadBody,
  SwitchBody,
  ThreadQuery,
  WriteBody,
  type Desk,
  type MessageCode,
} from '@diemcau/domain/message';
import type { Action, Resource } from '@diemcau/domain/organisation';
import type { Db } from '../platform/db/index.ts';
import { aboutSite, readsOfSeat, type Api } from '../platform/http/index.ts';
import { switchesOf } from './change.ts';
import type { Reads } from './reads.ts';
import type { SeatActor, Writes } from './writes.ts';

type Code = MessageCode | 'access.not_found';
export type MessageApi = Api<Action, Resource, Code>;
export type RoutesParts = { readonly db: Db; readonly reads: Reads; readonly writes: Writes };

const OfAnnouncement = z.object({ seatId: SeatId, messageId: MessageId });

type OwnSite = SeatActor & { readonly siteId: SiteId };

/** The gate has let only seats in; a route of seats is asked by nobody else. */
const asSeat = async <T>(actor: Actor, work: (seat: SeatActor) => Promise<Result<T, Code>>): Promise<Result<T, Code>> =>
  actor.kind === 'seat' ? work(actor) : refuse('access.not_found');
const asSite = async <T>(actor: Actor, work: (seat: OwnSite) => Promise<Result<T, Code>>) =>
  asSeat(actor, async (seat) => {
    const { siteId } = seat;
    return siteId === null ? refuse('access.not_found') : work({ ...seat, siteId });
  });

const { as, params, unknown, resource } = readsOfSeat;
const ofSeat = { as, params, unknown, resource } as const;
const ofAnnouncement = { ...ofSeat, params: OfAnnouncement } as const;

/** For any other site's clerk a conversation does not exist (X1). */
const ofSite = ({ reads }: RoutesParts) =>
  aboutSite(async (conferenceId, siteId) => ((await reads.takesPart(conferenceId, siteId)) ? [] : null));

/** What was written stays readable for the secretary alone while messages are off (X8). */
const whyNotRead = async ({ db }: RoutesParts, { role, conferenceId }: SeatActor): Promise<MessageCode | null> => {
  if (role === 'secretary') return null;
  return (await switchesOf(db, conferenceId)).isOn ? null : 'message.off';
};

/** The same conversations with either desk, each by its own addresses and rights. */
const DESK_ROUTES = {
  secretary: {
    path: 'messages',
    who: 'the secretary',
    list: 'message.list',
    read: 'message.read',
    write: 'message.write',
    markRead: 'message.markRead',
  },
  technician: {
    path: 'support-messages',
    who: 'the technical desk',
    list: 'support.messageList',
    read: 'support.messageRead',
    write: 'support.messageWrite',
    markRead: 'support.messageMarkRead',
  },
} as const satisfies Readonly<Record<Desk, object>>;

const conversationRoutes = (api: MessageApi, parts: RoutesParts, desk: Desk): void => {
  const { reads, writes } = parts;
  const { path, who, ...actions } = DESK_ROUTES[desk];
  const url = `/seats/:seatId/sites/:siteId/${path}` as const;
  const base = ofSite(parts);
  api.route({
    ...ofSeat,
    method: 'GET',
    url: `/seats/:seatId/${path}`,
    action: actions.list,
    summary: `All sites with the latest of their conversations with ${who}, unread first`,
    query: PageQuery,
    response: ConversationsPage,
    handler: ({ actor, query }) =>
      asSeat(actor, async ({ conferenceId }) => ok(await reads.conversations(conferenceId, desk, query))),
  });
  api.route({
    ...base,
    method: 'GET',
    url,
    action: actions.read,
    summary: `The conversation of a site with ${who}, newest first, and who has read how far`,
    query: ThreadQuery,
    response: ConversationPage,
    handler: ({ actor, params, query }) =>
      asSeat(actor, async (seat) => {
        const refusal = desk === 'secretary' ? await whyNotRead(parts, seat) : null;
        if (refusal !== null) return refuse(refusal);
        const page = await reads.conversation(seat.conferenceId, desk, params.siteId, query);
        return page ? ok(page) : refuse('access.not_found');
      }),
  });
  api.route({
    ...base,
    method: 'POST',
    url,
    action: actions.write,
    summary: `Write to ${who}, or from there to a site; the same id again is the same message`,
    body: WriteBody,
    handler: ({ actor, params, body }) => asSeat(actor, (seat) => writes.write(seat, desk, params.siteId, body)),
  });
  api.route({
    ...base,
    method: 'POST',
    url: `${url}/read`,
    action: actions.markRead,
    summary: `Everything up to this message of the conversation with ${who} was seen`,
    body: ReadBody,
    handler: ({ actor, params, body }) => asSeat(actor, (seat) => writes.markRead(seat, desk, params.siteId, body.no)),
  });
};

const switchRoutes = (api: MessageApi, { writes }: RoutesParts): void =>
  api.route({
    ...ofSeat,
    method: 'POST',
    url: '/seats/:seatId/messages/switches',
    action: 'message.switch',
    summary: 'Messages on or off, discussion between sites allowed or not',
    body: SwitchBody,
    handler: ({ actor, body }) => asSeat(actor, (seat) => writes.setSwitches(seat, body)),
  });

const announcementRoutes = (api: MessageApi, parts: RoutesParts): void => {
  const { reads, writes } = parts;
  api.route({
    ...ofSeat,
    method: 'GET',
    url: '/seats/:seatId/announcements',
    action: 'announcement.list',
    summary: 'Announcements, newest first, each with how many sites have seen it',
    query: ThreadQuery,
    response: DeskAnnouncements,
    handler: ({ actor, query }) =>
      asSeat(actor, async ({ conferenceId }) => ok(await reads.deskAnnouncements(conferenceId, query))),
  });
  api.route({
    ...ofSeat,
    method: 'POST',
    url: '/seats/:seatId/announcements',
    action: 'announcement.write',
    summary: 'Announce something to all sites',
    body: WriteBody,
    handler: ({ actor, body }) => asSeat(actor, (seat) => writes.announceToAll(seat, body)),
  });
  api.route({
    ...ofAnnouncement,
    method: 'GET',
    url: '/seats/:seatId/announcements/:messageId/sites',
    action: 'announcement.sites',
    summary: 'Sites that have not confirmed an announcement, or have, with whom to call',
    query: InformedQuery,
    response: InformedSites,
    handler: ({ actor, params: { messageId }, query }) =>
      asSeat(actor, async ({ conferenceId }) =>
        (await reads.isAnnouncement(conferenceId, messageId))
          ? ok(await reads.informed(conferenceId, messageId, query))
          : refuse('message.not_found'),
      ),
  });
  api.route({
    ...ofSeat,
    method: 'GET',
    url: '/seats/:seatId/announcements/own',
    action: 'announcement.own',
    summary: 'Announcements to the own site, newest first, with when it confirmed them',
    query: ThreadQuery,
    response: OwnAnnouncements,
    handler: ({ actor, query }) =>
      asSite(actor, async (seat) => {
        const refusal = await whyNotRead(parts, seat);
        if (refusal !== null) return refuse(refusal);
        return ok(await reads.ownAnnouncements(seat.conferenceId, seat.siteId, query));
      }),
  });
  api.route({
    ...ofAnnouncement,
    method: 'POST',
    url: '/seats/:seatId/announcements/:messageId/seen',
    action: 'announcement.confirm',
    summary: 'The own site has seen this announcement',
    handler: ({ actor, params }) => asSite(actor, (seat) => writes.confirm(seat, seat.siteId, params.messageId)),
  });
};

const discussionRoutes = (api: MessageApi, parts: RoutesParts): void => {
  const { db, reads, writes } = parts;
  const url = '/seats/:seatId/discussion';
  api.route({
    ...ofSeat,
    method: 'GET',
    url,
    action: 'discussion.read',
    summary: 'The discussion that all sites share, newest first',
    query: ThreadQuery,
    response: MessagePage,
    handler: ({ actor, query }) =>
      asSeat(actor, async (seat) => {
        const refusal = await whyNotRead(parts, seat);
        if (refusal !== null) return refuse(refusal);
        const { discussion } = await switchesOf(db, seat.conferenceId);
        if (!discussion && seat.role !== 'secretary') return refuse('message.discussion_off');
        return ok(await reads.discussion(seat.conferenceId, query));
      }),
  });
  api.route({
    ...ofSeat,
    method: 'POST',
    url,
    action: 'discussion.write',
    summary: 'Write in the discussion that all sites share, while the conference allows one',
    body: WriteBody,
    handler: ({ actor, body }) => asSeat(actor, (seat) => writes.discuss(seat, body)),
  });
  api.route({
    ...ofSeat,
    method: 'POST',
    url: `${url}/read`,
    action: 'discussion.markRead',
    summary: 'The own site has seen the discussion up to this message',
    body: ReadBody,
    handler: ({ actor, body }) => asSite(actor, (seat) => writes.markDiscussionRead(seat, seat.siteId, body.no)),
  });
};

/** Messages between sites and the desks: seats only, there is no way in for administrators (X10). */
export const messageRoutes = (api: MessageApi, parts: RoutesParts): void => {
  for (const desk of DESKS) conversationRoutes(api, parts, desk);
  switchRoutes(api, parts);
  announcementRoutes(api, parts);
  discussionRoutes(api, parts);
};
