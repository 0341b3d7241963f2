import {
  MOSAIC_PLACES,
  type Layout,
  type SeatId,
  type SiteId,
  type SourceId,
  type TitleCardKind,
} from '../kernel/index.ts';
import type { ContentFrom, Source } from './messages.ts';
import type { Programme, ProgrammeFacts } from './rules.ts';

/** A place of a mosaic. A missing site keeps its place, which says so. */
export type Place = { readonly siteId: SiteId; readonly isMissing: boolean; readonly isSpeaking: boolean };

/** `sourceId`: a further camera of the site. */
type OneCamera = { readonly siteId: SiteId; readonly sourceId?: SourceId };

/** What the rooms see. */
export type Picture =
  | { readonly kind: 'title'; readonly card: TitleCardKind }
  | ({ readonly kind: 'one' } & OneCamera)
  | ({ readonly kind: 'hallBeside'; readonly hallId: SiteId } & OneCamera)
  /** From the player of this operator. */
  | { readonly kind: 'film'; readonly seatId: SeatId }
  | {
      readonly kind: 'content';
      /** Whose content it is, and where it comes from. */
      readonly contentOf: SiteId;
      readonly from: ContentFrom;
      /** Small beside it; null: the title card is the source. */
      readonly siteId: SiteId | null;
      readonly sourceId?: SourceId;
    }
  | { readonly kind: 'mosaic4' | 'mosaic9'; readonly places: readonly Place[] };

type Known = Pick<ProgrammeFacts, 'phase' | 'hallId' | 'speakingSiteId'>;
type Seen = Pick<Programme, 'lost' | 'content'> & { readonly source: Source; readonly layout: Layout };

const cameraOf = ({ siteId, sourceId }: Extract<Source, { kind: 'site' }>): OneCamera =>
  sourceId === undefined ? { siteId } : { siteId, sourceId };

const single = (source: Source): Picture =>
  source.kind === 'site' ? { kind: 'one', ...cameraOf(source) } : { kind: 'title', card: 'conference' };

/** The speaker comes first; one who was not named takes the place of the last. */
const placesOf = (
  named: readonly SiteId[],
  most: number,
  { lost }: Seen,
  speaking: SiteId | null,
): readonly Place[] => {
  const others = named.filter((siteId) => siteId !== speaking);
  const shown = speaking === null ? others : [speaking, ...others];
  return shown
    .slice(0, most)
    .map((siteId) => ({ siteId, isMissing: lost.includes(siteId), isSpeaking: siteId === speaking }));
};

/** What a source and a layout come to, given phase, floor and who is missing (P11–P14, P20). */
export const pictureWith = (seen: Seen, { phase, hallId, speakingSiteId }: Known): Picture => {
  const { source, layout, lost } = seen;
  const isOpen = phase === 'open';
  if (layout.kind === 'title' && (isOpen || phase === 'paused')) return layout;
  if (!isOpen) return single(source);
  switch (layout.kind) {
    case 'one':
    case 'title':
      return single(source);
    case 'hallBeside': {
      const hasBoth = source.kind === 'site' && hallId !== null && source.siteId !== hallId && !lost.includes(hallId);
      return hasBoth ? { kind: 'hallBeside', hallId, ...cameraOf(source) } : single(source);
    }
    case 'content': {
      const { content } = seen;
      if (!content) return single(source);
      const small = source.kind === 'site' ? cameraOf(source) : { siteId: null };
      return { kind: 'content', contentOf: content.siteId, from: content.from, ...small };
    }
    case 'mosaic4':
    case 'mosaic9':
      return {
        kind: layout.kind,
        places: placesOf(layout.siteIds, MOSAIC_PLACES[layout.kind], seen, speakingSiteId),
      };
  }
};

/** The sites whose pictures it shows, in order. */
export const sitesOfPicture = (picture: Picture): readonly SiteId[] => {
  switch (picture.kind) {
    case 'title':
    case 'film':
      return [];
    case 'one':
      return [picture.siteId];
    case 'hallBeside':
      return [picture.siteId, picture.hallId];
    case 'content': {
      const { siteId, contentOf } = picture;
      return siteId === null || siteId === contentOf ? [contentOf] : [siteId, contentOf];
    }
    case 'mosaic4':
    case 'mosaic9':
      return picture.places.map(({ siteId }) => siteId);
  }
};
