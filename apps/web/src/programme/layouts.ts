import { MOSAIC_PLACES, type Layout, type SiteId, type SourceId } from '@diemcau/domain/kernel';
import { pictureInPreview, sitesOnAir, type Live } from '@diemcau/domain/live';
import { sitesOfPicture, type Source } from '@diemcau/domain/programme';

type MosaicKind = keyof typeof MOSAIC_PLACES;
/** What the desk chooses; the sites of a mosaic come from what is there, and from the wall. */
export type LayoutChoice = Exclude<Layout['kind'], 'title'> | 'break' | 'emblem';
export const LAYOUT_CHOICES = ['one', 'hallBeside', 'content', 'mosaic4', 'mosaic9', 'break', 'emblem'] as const;

export const choiceOf = (layout: Layout): LayoutChoice | null => {
  if (layout.kind !== 'title') return layout.kind;
  return layout.card === 'conference' ? null : layout.card;
};

/** Who a new mosaic begins with: those of the preview, on air, who speaks and stands by, and the hall. */
const firstOf = (live: Live, most: number): readonly SiteId[] => {
  const { conference, floor } = live;
  const sites = [
    ...sitesOfPicture(pictureInPreview(live)),
    ...sitesOnAir(live),
    ...(floor.turn ? [floor.turn.siteId] : []),
    ...floor.standby.map(({ siteId }) => siteId),
    ...(conference.status === 'absent' ? [] : [conference.hallId]),
  ];
  return [...new Set(sites)].slice(0, most);
};

const isMosaic = (choice: LayoutChoice): choice is MosaicKind => choice in MOSAIC_PLACES;

export const layoutFor = (live: Live, choice: LayoutChoice): Layout => {
  if (isMosaic(choice)) return { kind: choice, siteIds: [...firstOf(live, MOSAIC_PLACES[choice])] };
  return choice === 'break' || choice === 'emblem' ? { kind: 'title', card: choice } : { kind: choice };
};

/** The mosaic with a site more, or without one that it has; the last gives way when it is full, none remains empty. */
const toggled = ({ kind, siteIds }: Extract<Layout, { kind: MosaicKind }>, siteId: SiteId): Layout => {
  const others = siteIds.filter((id) => id !== siteId);
  if (others.length < siteIds.length) return { kind, siteIds: others.length > 0 ? others : siteIds };
  return { kind, siteIds: [...siteIds.slice(0, MOSAIC_PLACES[kind] - 1), siteId] };
};

/** What the preview becomes when a site is chosen: the source of its layout, or a place of its mosaic. */
export const previewWith = (
  { programme }: Live,
  siteId: SiteId,
  sourceId: SourceId | null = null,
): { readonly source: Source; readonly layout: Layout } => {
  const { preview, previewLayout: layout } = programme;
  if (layout.kind === 'mosaic4' || layout.kind === 'mosaic9')
    return { source: preview, layout: toggled(layout, siteId) };
  const camera = sourceId === null ? {} : { sourceId };
  return { source: { kind: 'site', siteId, ...camera }, layout: layout.kind === 'title' ? { kind: 'one' } : layout };
};
