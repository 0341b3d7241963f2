import type { SeatId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { evolveLive, isEventType, type Live } from '@diemcau/domain/live';
import type { RowText } from '@diemcau/domain/run-sheet';
import type {
  AnnouncementFrame,
  AsideFrame,
  AttendanceFrame,
  Audience,
  Events,
  InboxFrame,
  MediaState,
  MessagesFrame,
  Mine,
  People,
  Presence,
  QueueHead,
  Refused,
  ServerFrame,
  SiteLabel,
  Snapshot,
  Speaker,
  SupportFrame,
  Welcome,
} from '@diemcau/domain/wire';

/** What is said when something ends or goes wrong: a code and its two sentences. */
export type Said = { readonly code: string; readonly vi: string; readonly en: string };

/** `since` in ms since 1970, server's clock. `refused`: the server ended it and said why; it does not try again. */
export type Connection =
  | { readonly status: 'connecting' }
  | { readonly status: 'live' }
  | { readonly status: 'lost'; readonly since: number }
  | ({ readonly status: 'refused' } & Said);

/** Names by id, as the server has told them so far. */
export type Names = {
  readonly speakers: ReadonlyMap<SpeakerId, Speaker>;
  readonly sites: ReadonlyMap<SiteId, SiteLabel>;
  /** By requestId: of the speech now; on desks of the whole queue. */
  readonly subjects: Readonly<Record<string, string>>;
  /** Of the agenda, by itemId. */
  readonly titles: Readonly<Record<string, string>>;
  /** Desks only: words of the run sheet, by rowId. */
  readonly rows: Readonly<Record<string, RowText>>;
  /** Further cameras and table microphones, by sourceId. */
  readonly sources: Readonly<Record<string, string>>;
};

/** Everything a page knows of its conference. Immutable; parts that did not change keep their identity. */
export type LiveState = {
  readonly seatId: SeatId;
  readonly connection: Connection;
  readonly seat: Welcome['seat'] | null;
  readonly conference: Welcome['conference'] | null;
  readonly epoch: string | null;
  /** The last event folded into `live`; null until a snapshot came. */
  readonly seq: number | null;
  /** The folded conference; while the line is lost it is the last that was known. */
  readonly live: Live | null;
  readonly queueHead: QueueHead;
  readonly names: Names;
  /** Own site: room screens and clerks. */
  readonly mine: Mine | null;
  readonly media: MediaState | null;
  readonly presence: Presence | null;
  /** Desks only: who answered the roll call and who is present, in numbers. */
  readonly attendance: AttendanceFrame | null;
  /** Clerks, secretaries and moderators: whether messages are on, and how many are for all. */
  readonly messages: MessagesFrame | null;
  /** The same pages: the latest announcement. */
  readonly announcement: AnnouncementFrame['latest'];
  /** Secretaries only: what is unread. */
  readonly inbox: InboxFrame | null;
  /** Technical desk only: how far the provinces are, and who calls for help. */
  readonly support: SupportFrame | null;
  /** Room screens: who may watch this camera. */
  readonly audience: Audience | null;
  /** Pages of a site and operators: what goes on beside the programme; null: nothing, or not known on this line. */
  readonly aside: AsideFrame | null;
  /** The last frame of this page that the server could not take, or null. */
  readonly trouble: Said | null;
};

const emptyNames: Names = { speakers: new Map(), sites: new Map(), subjects: {}, titles: {}, rows: {}, sources: {} };

export const initialState = (seatId: SeatId): LiveState => ({
  seatId,
  connection: { status: 'connecting' },
  seat: null,
  conference: null,
  epoch: null,
  seq: null,
  live: null,
  queueHead: { type: 'queueHead', length: 0, head: [] },
  names: emptyNames,
  mine: null,
  media: null,
  presence: null,
  attendance: null,
  messages: null,
  announcement: null,
  inbox: null,
  support: null,
  audience: null,
  aside: null,
  trouble: null,
});

/** What a frame makes of the state. `gap`: say hello again. `tooOld`: the page does not know an event. */
export type Outcome = { readonly state: LiveState; readonly need: 'nothing' | 'gap' | 'tooOld' };

const fine = (state: LiveState): Outcome => ({ state, need: 'nothing' });

/** Another epoch is another numbering (a restored database): nothing is folded until its snapshot is here. */
const welcomed = (state: LiveState, frame: Welcome): LiveState => {
  const { seat, conference, epoch } = frame;
  const seq = state.epoch === null || state.epoch === epoch ? state.seq : null;
  const connection: Connection = seq === null ? { status: 'connecting' } : { status: 'live' };
  return { ...state, seat, conference, epoch, seq, connection, aside: null, trouble: null };
};

const taken = (state: LiveState, { seq, state: sent }: Snapshot): LiveState => {
  const conference = { ...sent.conference, sites: new Set<SiteId>() } as Live['conference'];
  return { ...state, seq, live: { ...sent, conference }, connection: { status: 'live' } };
};

const folded = (state: LiveState, { from, to, events }: Events): Outcome => {
  const { seq, live } = state;
  if (seq === null || live === null) return fine(state);
  if (from > seq + 1) return { state, need: 'gap' };
  if (to <= seq) return fine(state);
  if (!events.every((event) => isEventType(event.type))) return { state, need: 'tooOld' };
  const next = events.reduce((s, event) => (event.seq > seq ? evolveLive(s, event) : s), live);
  return fine({ ...state, seq: to, live: next });
};

const withSite = (names: Names, site: SiteLabel): Names => {
  const known = names.sites.get(site.siteId);
  if (known?.name === site.name && known.province === site.province) return names;
  return { ...names, sites: new Map([...names.sites, [site.siteId, site]]) };
};

const sameSpeaker = (a: Speaker | undefined, b: Speaker): boolean =>
  a?.honorific === b.honorific && a.name === b.name && a.position === b.position;

const withSpeakers = (names: Names, speakers: readonly Speaker[]): Names => {
  const others = speakers.filter((speaker) => !sameSpeaker(names.speakers.get(speaker.speakerId), speaker));
  if (others.length === 0) return names;
  return { ...names, speakers: new Map([...names.speakers, ...others.map((s) => [s.speakerId, s] as const)]) };
};

/** A page always knows its own site, and whom it asked for wherever that stands in the queue: they come with `mine`. */
const withOwn = (names: Names, mine: Mine | null): Names =>
  mine === null
    ? names
    : withSpeakers(
        withSite(names, mine.site),
        mine.requests.flatMap(({ speaker }) => speaker ?? []),
      );

const named = ({ names, mine }: LiveState, frame: People): Names => {
  const before = frame.full ? withOwn(emptyNames, mine) : names;
  return {
    speakers: new Map([...before.speakers, ...frame.speakers.map((s) => [s.speakerId, s] as const)]),
    sites: new Map([...before.sites, ...frame.sites.map((s) => [s.siteId, s] as const)]),
    subjects: { ...before.subjects, ...frame.subjects },
    titles: { ...before.titles, ...frame.titles },
    rows: { ...before.rows, ...frame.rows },
    // A server of before does not tell them.
    sources: { ...before.sources, ...frame.sources },
  };
};

const said = ({ code, vi, en }: Refused): Said => ({ code, vi, en });

/** Folds one frame. Pure and total: what it does not know (a newer server, same protocol) changes nothing. */
export const applyFrame = (state: LiveState, frame: ServerFrame): Outcome => {
  switch (frame.type) {
    case 'welcome':
      return fine(welcomed(state, frame));
    case 'snapshot':
      return fine(taken(state, frame));
    case 'events':
      return folded(state, frame);
    case 'people':
      return fine({ ...state, names: named(state, frame) });
    case 'queueHead':
      return fine({ ...state, queueHead: frame });
    case 'mine':
      return fine({ ...state, mine: frame, names: withOwn(state.names, frame) });
    case 'media':
      return fine({ ...state, media: frame });
    case 'presence':
      return fine({ ...state, presence: frame });
    case 'attendance':
      return fine({ ...state, attendance: frame });
    case 'messages':
      return fine({ ...state, messages: frame });
    case 'announcement':
      return fine({ ...state, announcement: frame.latest });
    case 'inbox':
      return fine({ ...state, inbox: frame });
    case 'support':
      return fine({ ...state, support: frame });
    case 'audience':
      return fine({ ...state, audience: frame });
    case 'aside':
      return fine({ ...state, aside: frame });
    case 'refused':
      return fine({ ...state, trouble: said(frame) });
    case 'pong':
    case 'done':
    case 'control':
      return fine(state);
    default:
      return fine(state);
  }
};
