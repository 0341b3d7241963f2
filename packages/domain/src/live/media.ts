import type { ConferenceRole, SeatId, SiteId } from '../kernel/index.ts';
import { sitesOnAir } from './picture.ts';
import type { Live } from './state.ts';

export type MediaSource = 'camera' | 'microphone' | 'screen_share' | 'screen_share_audio';

/** A device that holds a seat and may join the media of its conference. */
export type MediaSeat = {
  readonly seatId: SeatId;
  readonly deviceId: string;
  readonly role: ConferenceRole;
  readonly siteId: SiteId | null;
};

/** What one device is due now. `sources` empty: it may publish nothing. */
export type DesiredMember = {
  readonly room: 'stage' | 'aside' | 'line';
  readonly identity: string;
  readonly seatId: SeatId;
  readonly role: ConferenceRole;
  readonly siteId: SiteId | null;
  readonly sources: readonly MediaSource[];
  /** Who may watch its camera. */
  readonly audience: 'desks' | 'all';
  readonly hidden: boolean;
};

const ALL_SOURCES: readonly MediaSource[] = ['camera', 'microphone', 'screen_share', 'screen_share_audio'];

/** Devices that are the picture and the sound of a site: a room's screen, or the device of who takes part alone. */
export const isScreen = (role: ConferenceRole): boolean => role === 'room' || role === 'delegate';

export const identityOf = (seat: Pick<MediaSeat, 'seatId' | 'deviceId'>): string => `${seat.seatId}:${seat.deviceId}`;

/** Sites whose microphone may be open now: the one whose turn it is, and the hall (media.md, "Who may be heard"). */
export const entitledToSpeak = ({ conference, floor }: Live): ReadonlySet<SiteId> => {
  const entitled = new Set<SiteId>();
  if (conference.status === 'absent' || conference.status === 'prepared' || conference.status === 'closed')
    return entitled;
  entitled.add(conference.hallId);
  if (conference.status === 'open' && floor.turn && floor.turn.interruptedAt === null) entitled.add(floor.turn.siteId);
  for (const siteId of floor.silenced) entitled.delete(siteId);
  return entitled;
};

/** Sites whose camera every room may watch: on air, with the floor, standing by, and the hall while open. */
export const shownToAll = (live: Live): ReadonlySet<SiteId> => {
  const { conference, floor } = live;
  const shown = new Set<SiteId>();
  if (conference.status === 'absent' || conference.status === 'prepared' || conference.status === 'closed')
    return shown;
  shown.add(conference.hallId);
  for (const siteId of sitesOnAir(live)) shown.add(siteId);
  if (conference.status === 'paused') return shown;
  if (floor.turn) shown.add(floor.turn.siteId);
  for (const { siteId } of floor.standby) shown.add(siteId);
  return shown;
};

type Due = { readonly entitled: ReadonlySet<SiteId>; readonly shown: ReadonlySet<SiteId> };

const ownSourcesOf = (live: Live, seat: MediaSeat, { entitled, shown }: Due): readonly MediaSource[] => {
  if (!isScreen(seat.role) || seat.siteId === null || live.conference.status === 'absent') return [];
  const mayBeHeard = entitled.has(seat.siteId);
  // Who takes part from home sends nothing before their turn is near (M16).
  if (seat.role === 'delegate' && !shown.has(seat.siteId)) return [];
  if (seat.siteId === live.conference.hallId && mayBeHeard) return ALL_SOURCES;
  return mayBeHeard ? ['camera', 'microphone'] : ['camera'];
};

/** Whether this seat's device is the one that content comes from: the room's computer, or that of its clerk. */
export const showsContent = (
  { programme: { content } }: Live,
  { role, siteId }: Pick<MediaSeat, 'role' | 'siteId'>,
): boolean => {
  if (!content || content.siteId !== siteId) return false;
  // Who takes part alone has one device for both.
  return role === 'delegate' || role === (content.from === 'camera' ? 'room' : 'clerk');
};

/** Whether the film on air comes from this operator's player. */
const playsFilm = ({ programme: { film } }: Live, { role, seatId }: MediaSeat): boolean =>
  role === 'operator' && film?.seatId === seatId;

export const PLAYER = ':player';

/** The player is a member of its own, beside its operator's page, and only while its film is on air (M25). */
export const playerIdentityOf = (seat: Pick<MediaSeat, 'seatId' | 'deviceId'>): string =>
  `${identityOf(seat)}${PLAYER}`;

const playerOf = (seat: MediaSeat): DesiredMember => ({
  room: 'stage',
  identity: playerIdentityOf(seat),
  seatId: seat.seatId,
  role: seat.role,
  siteId: null,
  sources: ['screen_share', 'screen_share_audio'],
  audience: 'all',
  hidden: false,
});

/** A clerk's page only while it shows its screen; the technical desk never (M4). */
const isMember = (live: Live, seat: MediaSeat): boolean =>
  seat.role === 'clerk' ? showsContent(live, seat) : seat.role !== 'technician';

const sourcesOf = (live: Live, seat: MediaSeat, due: Due): readonly MediaSource[] => {
  const own = ownSourcesOf(live, seat, due);
  // A picture and never a sound: that of content is heard through the room's own microphone, in its turn (M17).
  return showsContent(live, seat) && !own.includes('screen_share') ? [...own, 'screen_share'] : own;
};

/**
 * The members that the stage should have now and what each may publish. Nobody else may be there.
 * A closed conference has no members: its media end. Pure; the reconciler brings LiveKit to it.
 */
export const desiredMedia = (live: Live, seats: readonly MediaSeat[]): readonly DesiredMember[] => {
  if (live.conference.status === 'absent' || live.conference.status === 'closed') return [];
  const entitled = entitledToSpeak(live);
  const shown = shownToAll(live);
  const players = seats.filter((seat) => playsFilm(live, seat)).map(playerOf);
  const members = seats
    .filter((seat) => isMember(live, seat))
    .map((seat): DesiredMember => ({
      room: 'stage',
      identity: identityOf(seat),
      seatId: seat.seatId,
      role: seat.role,
      siteId: seat.siteId,
      sources: sourcesOf(live, seat, { entitled, shown }),
      audience: seat.siteId !== null && shown.has(seat.siteId) ? 'all' : 'desks',
      hidden: seat.role === 'observer',
    }));
  return [...members, ...players];
};
