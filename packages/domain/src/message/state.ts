import type { Announcement } from './api.ts';

/** What all pages that take part are told of, without a word of any conversation. */
export type MessageState = {
  readonly isOn: boolean;
  readonly discussion: boolean;
  /** How many announcements there are. */
  readonly announcements: number;
  /** Number of the discussion's latest message; 0: none. */
  readonly discussionNo: number;
};

export type LatestAnnouncement = Omit<Announcement, 'at'> & {
  /** Ms since the epoch. */
  readonly at: number;
};

/** With whom a site has a conversation of its own. */
export const DESKS = ['secretary', 'technician'] as const;
export type Desk = (typeof DESKS)[number];

/** A desk's numbers: conversations with something unread, and unread messages. */
export type InboxState = {
  readonly unreadSites: number;
  readonly unread: number;
  /** Another one when anything of any site changed. */
  readonly version: number;
};

/** How a site stands in its conversation with a desk. */
export type OwnConversation = {
  /** Of the latest message; 0: none. */
  readonly no: number;
  readonly unread: number;
  /** Up to which the desk has read, and when; ms since the epoch. */
  readonly readByDesk: { readonly no: number; readonly at: number } | null;
};

/** How one site stands: with the secretary, and with the technical desk. */
export type OwnMessages = OwnConversation & {
  readonly technician: OwnConversation;
  /** Announcements that it has confirmed. */
  readonly confirmed: number;
  readonly discussionReadNo: number;
};

export const NO_CONVERSATION: OwnConversation = { no: 0, unread: 0, readByDesk: null };
export const NO_MESSAGES: OwnMessages = {
  ...NO_CONVERSATION,
  technician: NO_CONVERSATION,
  confirmed: 0,
  discussionReadNo: 0,
};

/** Pages that read the same thread together ask at most so many times a second (X12). */
const READS_A_SECOND = 200;
const LEAST_SPREAD_MS = 300;

/**
 * How long after it was told a page reads what all others were told of too.
 * @param sites how many may read
 * @param random 0 to 1
 */
export const readAfterMs = (sites: number, random: number): number =>
  random * Math.max(LEAST_SPREAD_MS, (sites / READS_A_SECOND) * 1000);
