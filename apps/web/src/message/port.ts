import {
  ConversationPage,
  ConversationsPage,
  DeskAnnouncements,
  InformedSites,
  MessagePage,
  OwnAnnouncements,
  type Desk,
  type DeskAnnouncement,
  type InformedQuery,
  type Message,
  type MessageId,
  type SwitchBody,
} from '@diemcau/domain/message';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';

import { api } from '../live/api.ts';
import type { AnnouncementsPort } from './announcements-model.ts';
import type { ThreadPort } from './thread-model.ts';

const PAGE = 30;

const query = (limit: number, more: Readonly<Record<string, string | null>>): string => {
  const given = Object.entries(more).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, value]],
  );
  return String(new URLSearchParams([['limit', String(limit)], ...given]));
};

export type ConversationAbout = Pick<ConversationPage, 'site' | 'contact' | 'readByDesk' | 'readBySite'>;

/** Where the conversations with each desk are read and written. */
const PATHS: Readonly<Record<Desk, string>> = { secretary: 'messages', technician: 'support-messages' };

/** The conversation of a site with a desk. @param onAbout told with each reading what stands beside the messages */
export const conversationPort = (
  seatId: SeatId,
  siteId: SiteId,
  desk: Desk,
  onAbout: (about: ConversationAbout) => void,
): ThreadPort<Message> => {
  const path = `/seats/${seatId}/sites/${siteId}/${PATHS[desk]}`;
  return {
    read: async (cursor) => {
      const page = await api.get(`${path}?${query(PAGE, { cursor })}`, ConversationPage);
      onAbout(page);
      return page;
    },
    write: (body) => api.post(path, body),
    markRead: (no) => api.post(`${path}/read`, { no }),
  };
};

/** @param marks the secretary has no mark of its own in the discussion */
export const discussionPort = (seatId: SeatId, marks: boolean): ThreadPort<Message> => {
  const path = `/seats/${seatId}/discussion`;
  return {
    read: (cursor) => api.get(`${path}?${query(PAGE, { cursor })}`, MessagePage),
    write: (body) => api.post(path, body),
    markRead: marks ? (no) => api.post(`${path}/read`, { no }) : null,
  };
};

export const ownAnnouncementsPort = (seatId: SeatId): AnnouncementsPort => {
  const path = `/seats/${seatId}/announcements`;
  return {
    read: (cursor) => api.get(`${path}/own?${query(PAGE, { cursor })}`, OwnAnnouncements),
    confirm: (messageId) => api.post(`${path}/${messageId}/seen`),
  };
};

/** What the secretary has announced. @param onSites told how many sites there are */
export const announcementsPort = (seatId: SeatId, onSites: (sites: number) => void): ThreadPort<DeskAnnouncement> => {
  const path = `/seats/${seatId}/announcements`;
  return {
    read: async (cursor) => {
      const page = await api.get(`${path}?${query(20, { cursor })}`, DeskAnnouncements);
      onSites(page.sites);
      return page;
    },
    write: (body) => api.post(path, body),
    markRead: null,
  };
};

/** What the desks read and do beside the threads. */
export const deskPort = (seatId: SeatId) => {
  const path = `/seats/${seatId}`;
  return {
    conversations: (desk: Desk, q: string, cursor: string, signal?: AbortSignal) =>
      api.get(`${path}/${PATHS[desk]}?${query(60, { q, cursor })}`, ConversationsPage, { signal }),
    informed: (
      messageId: MessageId,
      asked: { readonly filter: InformedQuery['filter']; readonly q: string },
      cursor: string,
      signal?: AbortSignal,
    ) =>
      api.get(`${path}/announcements/${messageId}/sites?${query(60, { ...asked, cursor })}`, InformedSites, { signal }),
    setSwitches: (body: SwitchBody) => api.post(`${path}/messages/switches`, body),
  };
};
