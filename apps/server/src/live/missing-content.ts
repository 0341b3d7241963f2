import { PLAYER, showsContent, type DesiredMember, type Live } from '@diemcau/domain/live';
import type { Member } from '../platform/media/index.ts';

/** A camera has been opened by then, and a line that fell restored: pages come back within 10 s. */
export const CONTENT_MISSING_MS = 15_000;

type Media = { readonly desired: readonly DesiredMember[]; readonly members: readonly Member[] };

const sent = ({ desired, members }: Media, isSender: (row: DesiredMember) => boolean): boolean => {
  const senders = new Set(desired.filter(isSender).map(({ identity }) => identity));
  return members.some(
    ({ identity, tracks }) =>
      senders.has(identity) && tracks.some(({ kind, source }) => kind === 'video' && source === 'screen_share'),
  );
};

/** Whether the picture of content is published by whom it is due from, by the media server's account. */
export const arrives = (live: Live, media: Media): boolean => sent(media, (row) => showsContent(live, row));

/** The same of the film on air. */
export const filmArrives = ({ programme: { film } }: Live, media: Media): boolean =>
  sent(media, ({ identity, seatId }) => seatId === film?.seatId && identity.endsWith(PLAYER));

/** Content, or a film, that does not arrive, since when. */
export class MissingPicture<Id> {
  private waiting: { readonly id: Id; readonly since: number } | null = null;

  /** The media server does not answer: its members have to come back first. */
  lookAway(): void {
    this.waiting = null;
  }

  /** The content that is to be ended; null: none, or it may still come. */
  look(id: Id | null, isHere: boolean, now: number): Id | null {
    if (id === null || isHere) {
      this.waiting = null;
      return null;
    }
    if (this.waiting?.id !== id) this.waiting = { id, since: now };
    return now - this.waiting.since >= CONTENT_MISSING_MS ? id : null;
  }
}
