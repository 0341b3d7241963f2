import type { ContentId } from '@diemcau/domain/kernel';
import { showsContent, type DesiredMember, type Live } from '@diemcau/domain/live';
import type { Member } from '../platform/media/index.ts';

/** A camera has been opened by then, and a line that fell restored: pages come back within 10 s. */
export const CONTENT_MISSING_MS = 15_000;

/** Whether the picture of content is published by whom it is due from, by the media server's account. */
export const arrives = (
  live: Live,
  { desired, members }: { readonly desired: readonly DesiredMember[]; readonly members: readonly Member[] },
): boolean => {
  const senders = new Set(desired.filter((row) => showsContent(live, row)).map(({ identity }) => identity));
  return members.some(
    ({ identity, tracks }) =>
      senders.has(identity) && tracks.some(({ kind, source }) => kind === 'video' && source === 'screen_share'),
  );
};

/** Content that does not arrive, since when. */
export class MissingContent {
  private waiting: { readonly contentId: ContentId; readonly since: number } | null = null;

  /** The media server does not answer: its members have to come back first. */
  lookAway(): void {
    this.waiting = null;
  }

  /** The content that is to be ended; null: none, or it may still come. */
  look(contentId: ContentId | null, isHere: boolean, now: number): ContentId | null {
    if (contentId === null || isHere) {
      this.waiting = null;
      return null;
    }
    if (this.waiting?.contentId !== contentId) this.waiting = { contentId, since: now };
    return now - this.waiting.since >= CONTENT_MISSING_MS ? contentId : null;
  }
}
