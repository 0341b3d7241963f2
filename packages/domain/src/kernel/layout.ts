import { z } from 'zod';
import { SiteId } from './ids.ts';

/** Places of each mosaic. */
export const MOSAIC_PLACES = { mosaic4: 4, mosaic9: 9 } as const;

const named = (most: number) =>
  z
    .array(SiteId)
    .min(1)
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, 'each site once');

/** How the programme is divided; what it shows in its parts follows from source, floor and who is missing. */
export const Layout = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one') }),
  z.object({ kind: z.literal('hallBeside') }),
  /** What a site or the hall shows, with the picture of the source small beside it. */
  z.object({ kind: z.literal('content') }),
  z.object({ kind: z.literal('mosaic4'), siteIds: named(MOSAIC_PLACES.mosaic4) }),
  z.object({ kind: z.literal('mosaic9'), siteIds: named(MOSAIC_PLACES.mosaic9) }),
  z.object({ kind: z.literal('title'), card: z.enum(['conference', 'break', 'emblem']) }),
]);
export type Layout = z.infer<typeof Layout>;
export type LayoutKind = Layout['kind'];
export type TitleCardKind = Extract<Layout, { kind: 'title' }>['card'];

/** As every conference begins, and as a row of the run sheet is that names none. */
export const ONE: Layout = { kind: 'one' };

/** The sites that a layout itself names, in order. */
export const sitesNamed = (layout: Layout): readonly SiteId[] => ('siteIds' in layout ? layout.siteIds : []);

export const sameLayout = (a: Layout, b: Layout): boolean => {
  if (a.kind === 'title' && b.kind === 'title') return a.card === b.card;
  const [of, others] = [sitesNamed(a), sitesNamed(b)];
  return a.kind === b.kind && of.length === others.length && of.every((siteId, at) => siteId === others[at]);
};

/** Whether it shows the source of the programme; mosaics and title cards lie over it. */
export const showsSource = ({ kind }: Layout): boolean => kind === 'one' || kind === 'hallBeside' || kind === 'content';
