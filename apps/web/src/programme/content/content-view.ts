import type { SiteId } from '@diemcau/domain/kernel';
import { pictureOnAir, programmeFacts, type Live } from '@diemcau/domain/live';
import { mayShowContent, type ContentFrom } from '@diemcau/domain/programme';

/** What a site may do with content now, and does. */
export type ContentView =
  | { readonly status: 'never' }
  | { readonly status: 'later' }
  /** `isAsked`: the layout of content is on air and waits for it. */
  | { readonly status: 'now'; readonly isAsked: boolean }
  /** The hall waits for who has the floor. */
  | { readonly status: 'taken'; readonly siteId: SiteId }
  | { readonly status: 'showing'; readonly from: ContentFrom; readonly isOnAir: boolean };

export const contentView = (live: Live, own: SiteId): ContentView => {
  const { conference, programme, floor } = live;
  const { content, layout } = programme;
  if (content?.siteId === own)
    return { status: 'showing', from: content.from, isOnAir: pictureOnAir(live).kind === 'content' };
  if (conference.status === 'absent' || conference.status === 'prepared') return { status: 'never' };
  if (!mayShowContent(programmeFacts(live), own)) return { status: 'later' };
  if (content && content.siteId === floor.turn?.siteId) return { status: 'taken', siteId: content.siteId };
  return { status: 'now', isAsked: content === null && layout.kind === 'content' && floor.turn?.siteId === own };
};
