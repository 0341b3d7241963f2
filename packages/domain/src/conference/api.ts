import { z } from 'zod';
import {
  ConferenceId,
  PageQuery,
  Phone,
  SeatId,
  SiteId,
  UnitId,
  countedPageOf,
  line,
  pageOf,
  DelegateId,
} from '../kernel/index.ts';
import { ConferenceKind } from './messages.ts';

export const ConferencePhase = z.enum(['prepared', 'rehearsal', 'open', 'paused', 'closed']);
export type ConferencePhase = z.infer<typeof ConferencePhase>;
const Time = z.iso.datetime({ offset: true });

/** How far the preparation has come. */
export const Preparation = z.object({
  /** Sites whose clerk has a link, the hall among them. */
  clerks: z.number().int(),
  chairs: z.number().int(),
  /** Of the agenda, and rows of the run sheet. */
  items: z.number().int(),
  rows: z.number().int(),
  /** Sites that have named delegates, the hall among them. */
  rosters: z.number().int(),
  /** Sites whose technical check was entered, and found right, the hall among them; provinces that signed off. */
  checked: z.number().int(),
  ready: z.number().int(),
  signed: z.number().int(),
});
export type Preparation = z.infer<typeof Preparation>;

export const ConferenceItem = z.object({
  conferenceId: ConferenceId,
  name: z.string(),
  kind: ConferenceKind,
  startsAt: Time,
  status: ConferencePhase,
  /** Invited sites; the hall is not counted. */
  invited: z.number().int(),
  hall: z.object({ siteId: SiteId, name: z.string() }),
  preparation: Preparation,
});
export type ConferenceItem = z.infer<typeof ConferenceItem>;

/** Of the day in Viet Nam: what runs is of today, however long ago it began (C11). */
export const ConferenceTime = z.enum(['today', 'coming', 'past']);
export type ConferenceTime = z.infer<typeof ConferenceTime>;

/** Without `when`: all, the latest first. */
export const ConferenceQuery = PageQuery.extend({ when: ConferenceTime.optional() });

/** `counts`: of all that the search lets through. */
export const ConferencePage = pageOf(ConferenceItem).extend({ counts: z.record(ConferenceTime, z.number().int()) });
export type ConferencePage = z.infer<typeof ConferencePage>;

export const ConferenceDetail = ConferenceItem.extend({
  /** How many rehearsals there were, the one of now among them. */
  rehearsals: z.number().int(),
  siteLimit: z.number().int(),
  supportPhone: z.string().nullable(),
  demo: z.boolean(),
  openedAt: Time.nullable(),
  closedAt: Time.nullable(),
});
export type ConferenceDetail = z.infer<typeof ConferenceDetail>;

/** Most ids or codes in one request: the whole system has 3,356 sites. */
export const MAX_CHOSEN = 5000;

/** Sites chosen one by one, by whole subtrees, and by pasted codes; all three add up. */
export const Choice = z.strictObject({
  siteIds: z.array(SiteId).max(MAX_CHOSEN).default([]),
  underUnitIds: z.array(UnitId).max(100).default([]),
  codes: z.array(z.string().max(40)).max(MAX_CHOSEN).default([]),
});
export type Choice = z.output<typeof Choice>;

export const CreateConferenceBody = z.strictObject({
  /** Made by the page, so that a request sent twice makes one conference. */
  conferenceId: ConferenceId,
  kind: ConferenceKind,
  name: line(200),
  startsAt: Time,
  hallSiteId: SiteId,
  siteLimit: z.number().int().min(1).max(10_000),
  supportPhone: Phone.nullable().optional(),
  ...Choice.shape,
});
export type CreateConferenceBody = z.output<typeof CreateConferenceBody>;

/** `unknownCodes` as they were pasted: none is dropped silently. */
export const Created = z.object({
  conferenceId: ConferenceId,
  invited: z.number().int(),
  unknownCodes: z.array(z.string()),
});
export type Created = z.infer<typeof Created>;

export const Invited = Created.omit({ conferenceId: true });
export type Invited = z.infer<typeof Invited>;

export const RemoveSitesBody = z.strictObject({ siteIds: z.array(SiteId).min(1).max(MAX_CHOSEN) });

/** The place of a person or screen, as the preparation page shows it beside a site. */
export const SeatState = z.discriminatedUnion('status', [
  z.object({ status: z.literal('none') }),
  z.object({ status: z.literal('issued'), seatId: SeatId, personName: z.string().nullable() }),
  z.object({
    status: z.literal('opened'),
    seatId: SeatId,
    personName: z.string().nullable(),
    deviceLabel: z.string(),
    openedAt: Time,
  }),
]);
export type SeatState = z.infer<typeof SeatState>;

export const InvitedSite = z.object({
  siteId: SiteId,
  code: z.string(),
  name: z.string(),
  province: z.string().nullable(),
  hall: z.boolean(),
  /** Of one person: `clerk` and `screen` are the one device of that person. */
  personal: z.boolean(),
  clerk: SeatState,
  screen: SeatState,
});
export type InvitedSite = z.infer<typeof InvitedSite>;

/** Somebody who takes part from a device of their own, as a site of one person. */
export const InvitePersonBody = z.strictObject({
  /** Made by the page, so that a request sent twice makes one site. */
  siteId: SiteId,
  unitId: UnitId,
  honorific: line(40),
  name: line(80),
  /** The person as the one delegate of that site. */
  delegateId: DelegateId,
  position: line(200),
  /** The unit's name, as the roster has it. */
  unit: line(200).nullable(),
});
export type InvitePersonBody = z.output<typeof InvitePersonBody>;
/** Titles of the clergy and of learning keep their capital inside a sentence. */
const SMALL_HONORIFICS = new Set(['Đồng chí', 'Ông', 'Bà', 'Bác', 'Anh', 'Chị']);
/** "Cá nhân bà Y Thông", as it stands after "Điểm cầu". */
export const personalSiteName = ({ honorific, name }: Pick<InvitePersonBody, 'honorific' | 'name'>): string =>
  `Cá nhân ${SMALL_HONORIFICS.has(honorific) ? honorific.toLowerCase() : honorific} ${name}`;
export const PersonInvited = z.object({ siteId: SiteId, name: z.string() });
export type PersonInvited = z.infer<typeof PersonInvited>;

/** What of the preparation a site lacks: the link of its clerk, its screen, one of them or both (`missing`). */
export const InvitedSiteFilter = z.enum(['all', 'noClerk', 'noScreen', 'missing']);
export type InvitedSiteFilter = z.infer<typeof InvitedSiteFilter>;
export const InvitedSiteQuery = PageQuery.extend({ filter: InvitedSiteFilter.default('all') });

/** How many sites of the whole conference each filter lets through, the hall among them. */
export const SiteCounts = z.object({
  all: z.number().int(),
  noClerk: z.number().int(),
  noScreen: z.number().int(),
  missing: z.number().int(),
});
export type SiteCounts = z.infer<typeof SiteCounts>;

/** The hall comes first; `total` counts it, and what the search and the filter let through. */
export const InvitedSitePage = countedPageOf(InvitedSite).extend({ counts: SiteCounts });
export type InvitedSitePage = z.infer<typeof InvitedSitePage>;

export const DeskSite = InvitedSite.omit({ clerk: true, screen: true }).extend({
  /** Whether a room screen holds the site's seat. */
  screen: z.boolean(),
  /** Whether a call for help is open there; told to the vision operator alone. */
  calls: z.boolean(),
});
export type DeskSite = z.infer<typeof DeskSite>;

export const DeskSitePage = countedPageOf(DeskSite);
/**
 * `present`: the room screen is connected; `away`: it is not, confirmed or not; `trouble`: one was confirmed and is not
 * here, the line is weak, or a call for help is open; `unspoken`: nobody has spoken there yet; `asking`: it waits for
 * the floor.
 */
export const DeskSiteFilter = z.enum(['all', 'present', 'away', 'trouble', 'unspoken', 'asking']);
export type DeskSiteFilter = z.infer<typeof DeskSiteFilter>;
export const DeskSiteQuery = PageQuery.extend({
  filter: DeskSiteFilter.default('all'),
  /** By its code; empty: the centre's own; left out: everywhere. */
  province: z
    .string()
    .max(20)
    .regex(/^[0-9A-Za-z]*$/)
    .optional(),
});

/** A province of which sites are invited; the centre has an empty code and no name. */
export const DeskProvince = z.object({ code: z.string(), name: z.string().nullable() });
export type DeskProvince = z.infer<typeof DeskProvince>;
export const DeskProvinces = z.object({ items: z.array(DeskProvince) });
