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

/** The secretary's numbers: conversations with something unread, and unread messages. */
export type InboxState = {
  readonly unreadSites: number;
  readonly unread: number;
  /** Another one when anything of any site changed. */
  readonly version: number;
};

/** How one site stands. */
export type OwnMessages = {
  /** Of its conversation's latest message; 0: none. */
  readonly no: number;
  readonly unread: number;
  /** Up to which the secretary has read, and when; ms since the epoch. */
  readonly readBySecretary: { readonly no: number; readonly at: number } | null;
  /** Announcements that it has confirmed. */
  readonly confirmed: number;
  readonly discussionReadNo: number;
};

export const NO_MESSAGES: OwnMessages = {
  no: 0,
  unread: 0,
  readBySecretary: null,
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
