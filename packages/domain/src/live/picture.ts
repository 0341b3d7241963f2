import type { SiteId } from '../kernel/index.ts';
import { pictureWith, sitesOfPicture, type Picture, type Source } from '../programme/index.ts';
import { programmeFacts, type Live } from './state.ts';

/** What every room sees now. */
export const pictureOnAir = (live: Live): Picture => {
  const { film } = live.programme;
  if (film) return { kind: 'film', seatId: film.seatId };
  const { onAir: source, layout, lost, content } = live.programme;
  return pictureWith({ source, layout, lost, content }, programmeFacts(live));
};

/** What a cut would put on air; of the desks only. A mosaic or a title card leaves the source. */
export const pictureInPreview = (live: Live): Picture => {
  const { preview: source, previewLayout: layout, lost, content } = live.programme;
  const facts = programmeFacts(live);
  // Also before the opening the operator sees what it will look like.
  return pictureWith({ source, layout, lost, content }, { ...facts, phase: 'open' });
};

/** The source, unless a title card covers it. */
export const sourceOnAir = (live: Live): Source =>
  pictureOnAir(live).kind === 'title' ? { kind: 'title' } : live.programme.onAir;

/** The sites that are seen in every room, in the order of the picture. */
export const sitesOnAir = (live: Live): readonly SiteId[] => sitesOfPicture(pictureOnAir(live));

export const isOnAir = (live: Live, siteId: SiteId): boolean => sitesOnAir(live).includes(siteId);
