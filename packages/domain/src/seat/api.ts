import { z } from 'zod';
import { ConferenceId, ConferenceRole, PageQuery, SeatId, SiteId, line, pageOf } from '../kernel/index.ts';
import { MAX_WATCHERS } from './rules.ts';

const Time = z.iso.datetime({ offset: true });

export const SeatStatus = z.enum(['issued', 'opened', 'revoked']);

export const Seat = z.object({
  seatId: SeatId,
  role: ConferenceRole,
  siteId: SiteId.nullable(),
  siteName: z.string().nullable(),
  personName: z.string().nullable(),
  state: SeatStatus,
  deviceLabel: z.string().nullable(),
  issuedAt: Time,
  openedAt: Time.nullable(),
});
export type Seat = z.infer<typeof Seat>;

export const SeatQuery = PageQuery.extend({ role: ConferenceRole.optional() });
export const SeatPage = pageOf(Seat);

/** Room screens are made by their clerk's confirmation, never by a link. */
export const IssueBody = z.strictObject({
  /** Made by the page, so that a request sent twice makes one seat. */
  seatId: SeatId,
  role: ConferenceRole.exclude(['room']),
  siteId: SiteId.nullable().optional(),
  personName: line(80).nullable().optional(),
});
export type IssueBody = z.output<typeof IssueBody>;

/** Most links that are made in one request. */
export const MAX_LINKS = 100;

/** Links for the clerks of many sites (S17). */
export const ClerkLinksBody = z.strictObject({
  /** Made by the page, kept until the links are there: the same request again gives the same links. */
  batchId: z.uuid(),
  siteIds: z.array(SiteId).min(1).max(MAX_LINKS),
});
export type ClerkLinksBody = z.output<typeof ClerkLinksBody>;

/** `refused`: sites that have a clerk already, whose seat of this batch was withdrawn, or that are none of the conference's. */
export const ClerkLinks = z.object({
  links: z.array(z.object({ siteId: SiteId, seatId: SeatId, link: z.string() })),
  refused: z.array(
    z.object({ siteId: SiteId, code: z.enum(['seat.clerk_exists', 'seat.exists', 'seat.site_needed']) }),
  ),
});
export type ClerkLinks = z.infer<typeof ClerkLinks>;

/** Shown once: the server keeps only a hash of the link's secret. */
export const Issued = z.object({ seatId: SeatId, link: z.string() });
export const Reissued = Issued.omit({ seatId: true });

export const RedeemBody = z.strictObject({ secret: z.string().max(200) });

export const Opened = z.object({ seatId: SeatId, conferenceId: ConferenceId, role: ConferenceRole, path: z.string() });
export type Opened = z.infer<typeof Opened>;

/** Allows watching by a public link (S18). The same again changes how many may watch. */
export const WatchLinkBody = z.strictObject({
  /** Made by the page, so that a request sent twice makes one link. */
  linkId: z.uuid(),
  /** Devices that may watch at once. */
  most: z.int().min(1).max(MAX_WATCHERS),
});
export type WatchLinkBody = z.output<typeof WatchLinkBody>;

/** The public watch link of a conference as its administrators see it; `link` null: not allowed. */
export const WatchLink = z.object({
  linkId: z.uuid().nullable(),
  link: z.string().nullable(),
  most: z.number().int(),
  /** Devices that watch by it now. */
  watching: z.number().int(),
});
export type WatchLink = z.infer<typeof WatchLink>;

export const WatchBody = z.strictObject({
  secret: z.string().max(200),
  /** Made by the page once for this opening: the same again opens the same place. */
  deviceKey: z.uuid(),
});
export type WatchBody = z.output<typeof WatchBody>;

export const MySeat = z.object({
  seatId: SeatId,
  conferenceId: ConferenceId,
  role: ConferenceRole,
  conferenceName: z.string(),
  startsAt: Time,
  /** Where its conference stands. */
  phase: z.enum(['prepared', 'rehearsal', 'open', 'paused', 'closed']),
  siteId: SiteId.nullable(),
  siteName: z.string().nullable(),
  personName: z.string().nullable(),
  path: z.string(),
  /** `replaced`: another device holds the seat now. `over`: the conference has ended. */
  state: z.enum(['opened', 'replaced', 'revoked', 'over']),
});
export type MySeat = z.infer<typeof MySeat>;

export const MySeats = z.array(MySeat);

/** Most seat cookies of one browser that are looked at. */
export const MAX_SEATS_OF_BROWSER = 60;

export const RoomCode = z.object({
  /** Kept by the screen; it stands for the screen until its clerk has confirmed. */
  deviceCode: z.string(),
  /** "BCDF-GHJK": shown large, with a QR of the page that confirms it. */
  userCode: z.string(),
  expiresInSeconds: z.number().int(),
  intervalSeconds: z.number().int(),
});
export type RoomCode = z.infer<typeof RoomCode>;

export const PollBody = z.strictObject({ deviceCode: z.string().max(100) });
export const RoomOpened = Opened.omit({ role: true });

export const ConfirmScreenBody = z.strictObject({ userCode: z.string().max(40), replace: z.boolean().default(false) });
export const ScreenConfirmed = z.object({ seatId: SeatId });
