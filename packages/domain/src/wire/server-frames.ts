import type { AsideNow, CueNow } from '../aside/index.ts';
import type { AttendanceTotals } from '../attendance/index.ts';
import type {
  ConferenceRole,
  ConferenceId,
  RequestId,
  SeatId,
  SiteId,
  SiteLine,
  SourceId,
  SpeakerId,
} from '../kernel/index.ts';
import type { Live, LiveEvent, Microphone, RoomSound, ViewClass } from '../live/index.ts';
import type { InboxState, LatestAnnouncement, MessageState, OwnMessages } from '../message/index.ts';
import type { RowText } from '../run-sheet/index.ts';
import type { OwnSupport, SupportState } from '../support/index.ts';
import type { DeviceControl, DeviceReport } from './device.ts';

/** Raised when a page of before could misread a frame; an older page is told `clientTooOld` and reloads once. */
export const PROTOCOL = 4;

/** An event as it travels: the conference's numbering is kept, so a gap shows. `at` in ms since the epoch. */
export type WireEvent = LiveEvent & { readonly seq: number; readonly at: number };

export type Welcome = {
  readonly type: 'welcome';
  readonly protocol: number;
  readonly epoch: string;
  /** The server's clock, ms since the epoch: pages learn their offset from `welcome` and `pong`. */
  readonly now: number;
  readonly viewClass: ViewClass;
  readonly seat: {
    readonly seatId: SeatId;
    readonly conferenceId: ConferenceId;
    readonly role: ConferenceRole;
    readonly siteId: SiteId | null;
    readonly personName: string | null;
  };
  readonly conference: {
    readonly name: string;
    readonly hallId: SiteId;
    readonly supportPhone: string | null;
    readonly demo: boolean;
  };
};

/** Sent instead of a tail when the page knows nothing, or is too far behind. `sites` is never in it. */
export type Snapshot = { readonly type: 'snapshot'; readonly seq: number; readonly state: WireLive };
/** `Live` as JSON: the set of sites stays on the server. */
export type WireLive = Omit<Live, 'conference'> & { readonly conference: Omit<Live['conference'], 'sites'> };

/** A range of the stream; what this class may not know is left out, so `events` may be shorter or empty. */
export type Events = {
  readonly type: 'events';
  readonly from: number;
  readonly to: number;
  readonly events: readonly WireEvent[];
};

export type QueuedRequest = {
  readonly requestId: RequestId;
  readonly siteId: SiteId;
  readonly speakerId: SpeakerId;
  readonly kind: string;
};
/** The first 20 of the queue and its length, for all who are no desk. */
export type QueueHead = {
  readonly type: 'queueHead';
  readonly length: number;
  readonly head: readonly QueuedRequest[];
};

export type Speaker = {
  readonly speakerId: SpeakerId;
  readonly siteId: SiteId;
  readonly honorific: string;
  readonly name: string;
  readonly position: string;
};
export type SiteLabel = {
  readonly siteId: SiteId;
  readonly code: string;
  /** "Xã Ba Bể", as on a lower third after "Điểm cầu". */
  readonly name: string;
  /** "tỉnh Thái Nguyên", or null for the centre. */
  readonly province: string | null;
  /** Of one person, whose name it bears. */
  readonly personal?: true;
};
/** Names by id. `full` replaces what the page holds; otherwise the entries are added to it. */
export type People = {
  readonly type: 'people';
  readonly full: boolean;
  readonly speakers: readonly Speaker[];
  readonly sites: readonly SiteLabel[];
  /** By requestId: of the speech now; to desks of the whole queue. */
  readonly subjects: Readonly<Record<string, string>>;
  /** Of the agenda, by itemId. */
  readonly titles: Readonly<Record<string, string>>;
  /** Desks only: words of the run sheet, by rowId. */
  readonly rows: Readonly<Record<string, RowText>>;
  /** Desks and sites: further cameras and table microphones, by sourceId. */
  readonly sources: Readonly<Record<string, string>>;
};

export type Tally = 'off' | 'standby' | 'onAir';

export type OwnRequest = QueuedRequest & {
  readonly place: number;
  readonly subject: string | null;
  readonly speaker: Speaker | null;
};

/** Whole state of one's own site, on change, at most once a second (room screens and clerks). */
export type Mine = {
  readonly type: 'mine';
  readonly site: SiteLabel;
  readonly tally: Tally;
  /** 1 or 2 while standing by. */
  readonly standbyPlace: number | null;
  /** Own requests with their place in the queue (1 = next), named wherever they stand in it. */
  readonly requests: readonly OwnRequest[];
  /** Desks that are looking at this site's camera now. */
  readonly watchers: number;
  readonly microphone: Microphone;
  readonly screen: Screen;
  /** The latest roll call, as this site stands in it; null while there was none. */
  readonly rollCall: OwnRollCall | null;
  /** Its conversations with both desks in numbers; clerks and delegates only. */
  readonly messages: OwnMessages | null;
  /** Its request for help and its check, and those of its province's communes in numbers; clerks only. */
  readonly support: OwnSupport | null;
};

export type OwnRollCall = {
  readonly answered: boolean;
  /** Heads of the answer. */
  readonly headCount: number | null;
  /** Answered by the province in place of the site. */
  readonly enteredByProvince: boolean;
  readonly present: number;
  readonly summoned: number;
  /** Ms since the epoch. */
  readonly remindedAt: number | null;
  /** Room screens, while the roll call is open: the page of one delegate's check-in, to show as a QR. */
  readonly checkIn: string | null;
};

/** Who answered and who is present, at most once a second; desks only. */
export type AttendanceFrame = AttendanceTotals & { readonly type: 'attendance' };

/** Whether messages are on, and how many are for all; clerks, secretaries and moderators. */
export type MessagesFrame = MessageState & { readonly type: 'messages' };
/** The latest announcement with its words, for the same pages; null: none, or messages are off. */
export type AnnouncementFrame = { readonly type: 'announcement'; readonly latest: LatestAnnouncement | null };
/** What is unread in the conversations of the own desk, at most once a second; secretaries and technical desks. */
export type InboxFrame = InboxState & { readonly type: 'inbox' };

/** How far the provinces are and who calls for help, at most once a second; technical desk only. */
export type SupportFrame = SupportState & { readonly type: 'support' };

/** The room screen of a site as its clerk sees it. */
export type Screen =
  | { readonly status: 'none' }
  | { readonly status: 'away'; readonly label: string }
  | { readonly status: 'present'; readonly label: string; readonly report: DeviceReport | null };

/** What the media server confirmed. `sounding`: sites with an open microphone, by its own account. */
export type MediaState = {
  readonly type: 'media';
  readonly available: boolean;
  readonly sounding: readonly SiteId[];
};

/**
 * Presence in numbers, at most once a second; `sites` only on the desks, for the sites they show and those that may be
 * heard now.
 */
export type Presence = {
  readonly type: 'presence';
  readonly present: number;
  readonly invited: number;
  readonly sites: readonly SitePresence[];
};
export type SitePresence = {
  readonly siteId: SiteId;
  readonly room: boolean;
  readonly clerk: boolean;
  /** Last seen, ms since the epoch; null while it is here or never was. */
  readonly lostAt: number | null;
  /** 0..1, of the last second, for the sites that this desk shows. */
  readonly level: number | null;
  /** The same of each of its table microphones; null is that of the room screen. Missing: it has none. */
  readonly microphones?: readonly { readonly sourceId: SourceId | null; readonly level: number }[] | undefined;
  /** Of the same second, as the room measures it. */
  readonly sound: RoomSound | null;
  readonly line: 'good' | 'poor' | 'lost' | 'unknown';
  /** How much it receives and sends; null: not known. */
  readonly ladder: SiteLine | null;
};

export type Done =
  | { readonly type: 'done'; readonly id: string; readonly ok: true }
  | {
      readonly type: 'done';
      readonly id: string;
      readonly ok: false;
      readonly code: string;
      readonly vi: string;
      readonly en: string;
    };

/** The connection ends for a reason that the page should say, or the frame was bad (`code` of `wireProblems`). */
export type Refused = { readonly type: 'refused'; readonly code: string; readonly vi: string; readonly en: string };

export type Pong = { readonly type: 'pong'; readonly t: number; readonly now: number };

/** To a room screen: what its clerk asks of its devices. */
export type Control = { readonly type: 'control'; readonly control: DeviceControl };
/** To a room screen: seats of the desks, who alone may watch its camera while it is off air. */
export type Audience = { readonly type: 'audience'; readonly to: 'desks' | 'all'; readonly desks: readonly string[] };

/**
 * Beside the programme. To a site's pages: who talks or listens to it or calls it now, and the latest cue to it. To an
 * operator: what their own seat holds, and the latest cue that it sent. `calling`: the test call of the own seat.
 */
export type AsideFrame = {
  readonly type: 'aside';
  readonly current: AsideNow | null;
  readonly cue: CueNow | null;
  readonly calling: AsideNow | null;
};

export type ServerFrame =
  | Welcome
  | Snapshot
  | Events
  | QueueHead
  | People
  | Mine
  | MediaState
  | Presence
  | AttendanceFrame
  | MessagesFrame
  | AnnouncementFrame
  | InboxFrame
  | SupportFrame
  | Done
  | Refused
  | Pong
  | Control
  | AsideFrame
  | Audience;
