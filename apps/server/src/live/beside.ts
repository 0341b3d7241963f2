import type { AsideNow, CueNow } from '@diemcau/domain/aside';
import type { ConferenceId } from '@diemcau/domain/kernel';
import { mayBeTakenAside, type Live } from '@diemcau/domain/live';
import type { AsideFrame } from '@diemcau/domain/wire';
import type { Asides } from './asides.ts';
import type { Cues } from './cues.ts';
import type { SeatHolder } from './ports.ts';

/** Who talks or listens to whom beside the programme of one conference, and what was written to its sites. */
export type Beside = { readonly asides: readonly AsideNow[]; readonly cues: readonly CueNow[] };

export const NOTHING_BESIDE: Beside = { asides: [], cues: [] };
export const isAnything = ({ asides, cues }: Beside): boolean => asides.length > 0 || cues.length > 0;

export type BesideReads = { readonly asides: Pick<Asides, 'of'>; readonly cues: Pick<Cues, 'recent'> };

/** Two queries, however many pages are told. */
export const readBeside = async (
  { asides, cues }: BesideReads,
  conferenceId: ConferenceId,
  live: () => Live,
): Promise<Beside> => {
  const [rows, recent] = await Promise.all([asides.of(conferenceId), cues.recent(conferenceId)]);
  const held = rows.filter((row) => row.isHeld && mayBeTakenAside(live(), row.siteId));
  return {
    asides: held.map(({ asideId, kind, siteId, seatId }) => ({ asideId, kind, siteId, seatId })),
    cues: recent,
  };
};

/** A site's page is told what is its own site's, who began something what is their own seat's; nobody of others (Q1). */
export const besideOf = ({ role, siteId, seatId }: SeatHolder, { asides, cues }: Beside): AsideFrame => {
  const isOwn = (one: AsideNow | CueNow) => (role === 'operator' ? one.seatId === seatId : one.siteId === siteId);
  return {
    type: 'aside',
    current: asides.find(isOwn) ?? null,
    cue: cues.findLast(isOwn) ?? null,
    calling: asides.find((one) => one.kind === 'call' && one.seatId === seatId) ?? null,
  };
};

/** What is held by this seat ends with its page. */
export const holdsAny = ({ seatId }: SeatHolder, { asides }: Beside): boolean =>
  asides.some((one) => one.seatId === seatId);
