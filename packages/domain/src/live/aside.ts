import type { AsideKind, AsideNow } from '../aside/index.ts';
import type { ConferenceRole, SiteId } from '../kernel/index.ts';
import {
  entitledToSpeak,
  identityOf,
  isScreen,
  type DesiredMember,
  type MediaSeat,
  type MediaSource,
} from './media.ts';
import { isOnAir, pictureInPreview } from './picture.ts';
import type { Live } from './state.ts';

/** Whether a site may be talked to, heard or called beside the programme: nobody else sees or hears it (Q2, Q9). */
export const mayBeTakenAside = (live: Live, siteId: SiteId): boolean => {
  const { conference, floor } = live;
  if (conference.status === 'absent' || conference.status === 'closed') return false;
  if (floor.turn?.siteId === siteId || entitledToSpeak(live).has(siteId)) return false;
  return conference.status === 'prepared' || !isOnAir(live, siteId);
};

/**
 * Whom the operator means: the site in the preview, which they look at; when that may not be, or is on air, the first
 * that stands by (Q2). Null: nobody.
 */
export const asideTarget = (live: Live): SiteId | null => {
  const picture = pictureInPreview(live);
  const previewed =
    picture.kind === 'one' || picture.kind === 'hallBeside' || picture.kind === 'content' ? [picture.siteId] : [];
  const wanted = [...previewed, ...live.floor.standby.map(({ siteId }) => siteId)];
  return wanted.find((siteId) => siteId !== null && mayBeTakenAside(live, siteId)) ?? null;
};

type Ends = { readonly holders: readonly ConferenceRole[]; readonly desk: Sent; readonly screen: Sent };
type Sent = readonly MediaSource[];

/** Who may begin each kind, and what each end sends. */
const ENDS: Readonly<Record<AsideKind, Ends>> = {
  talk: { holders: ['operator'], desk: ['microphone'], screen: [] },
  listen: { holders: ['operator'], desk: [], screen: ['microphone'] },
  call: { holders: ['technician', 'clerk'], desk: ['microphone'], screen: ['camera', 'microphone'] },
};

/**
 * The members of an aside's room: the device of who began it and the site's own screens, each sending what its kind
 * says and nothing else. Nobody when it may not be; never anybody else (Q1, Q9).
 */
export const desiredAside = (
  live: Live,
  { kind, siteId, seatId }: Omit<AsideNow, 'asideId'>,
  seats: readonly MediaSeat[],
): readonly DesiredMember[] => {
  if (!mayBeTakenAside(live, siteId)) return [];
  const ends = ENDS[kind];
  const desk = seats.find((seat) => seat.seatId === seatId && ends.holders.includes(seat.role));
  const screens = seats.filter((seat) => seat.siteId === siteId && isScreen(seat.role));
  if (!desk || screens.length === 0) return [];
  return [desk, ...screens].map((seat) => ({
    room: 'aside',
    identity: identityOf(seat),
    seatId: seat.seatId,
    role: seat.role,
    siteId: seat.siteId,
    sources: seat === desk ? ends.desk : ends.screen,
    audience: 'all',
    hidden: false,
  }));
};
