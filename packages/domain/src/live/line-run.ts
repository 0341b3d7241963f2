import type { SiteId } from '../kernel/index.ts';
import { identityOf, isScreen, shownToAll, type DesiredMember, type MediaSeat } from './media.ts';
import type { Live } from './state.ts';

/** Whether the line of a site may be tried: never while it is seen or heard by all, or soon will be (H13). */
export const mayRunLine = (live: Live, siteId: SiteId): boolean => {
  const { conference } = live;
  return conference.status !== 'absent' && conference.status !== 'closed' && !shownToAll(live).has(siteId);
};

export const LINE_END = ':line';
/** What receives the run: the same device, a second time. */
export const lineEndOf = (seat: Pick<MediaSeat, 'seatId' | 'deviceId'>): string => `${identityOf(seat)}${LINE_END}`;

/**
 * The members of a run's room: the screen that was let begin, which sends a picture, and its own other end. No sound, and
 * never anybody else. Nobody when it may not be.
 */
export const desiredLineRun = (
  live: Live,
  { siteId, seatId }: { readonly siteId: SiteId; readonly seatId: MediaSeat['seatId'] },
  seats: readonly MediaSeat[],
): readonly DesiredMember[] => {
  if (!mayRunLine(live, siteId)) return [];
  return seats
    .filter((seat) => seat.seatId === seatId && seat.siteId === siteId && isScreen(seat.role))
    .flatMap((seat): readonly DesiredMember[] => {
      const base = { room: 'line', seatId: seat.seatId, role: seat.role, siteId, audience: 'all' } as const;
      return [
        { ...base, identity: identityOf(seat), sources: ['camera'], hidden: false },
        { ...base, identity: lineEndOf(seat), sources: [], hidden: true },
      ];
    });
};
