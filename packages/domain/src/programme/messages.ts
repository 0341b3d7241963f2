import { z } from 'zod';
import { Layout, SiteId } from '../kernel/index.ts';

/** What the programme is about: a site (the hall is one), or the title card. Its layout says how it is seen. */
export const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('site'), siteId: SiteId }),
  z.object({ kind: z.literal('title') }),
]);
export type Source = z.infer<typeof Source>;

export const ProgrammeCommand = z.discriminatedUnion('type', [
  /** Without a layout: one picture. */
  z.strictObject({ type: z.literal('programme.preview'), source: Source, layout: Layout.optional() }),
  z.strictObject({ type: z.literal('programme.cut'), source: Source, layout: Layout.optional() }),
  /** The layout alone: the source goes on as it does, after the floor or by hand. */
  z.strictObject({ type: z.literal('programme.layout'), layout: Layout }),
  z.strictObject({ type: z.literal('programme.takeOver') }),
  z.strictObject({ type: z.literal('programme.follow') }),
  z.strictObject({ type: z.literal('programme.lowerThird'), shown: z.boolean() }),
  /** By the reconciler: a site that should be seen or heard has been missing for 5 s, or is back. */
  z.strictObject({ type: z.literal('programme.reportMissing'), siteId: SiteId }),
  z.strictObject({ type: z.literal('programme.reportBack'), siteId: SiteId }),
]);
export type ProgrammeCommand = z.infer<typeof ProgrammeCommand>;

export const ProgrammeEvent = z.discriminatedUnion('type', [
  /** The source changes, the layout stays; so do the cuts of streams from before there were layouts. */
  z.object({ type: z.literal('previewSet'), source: Source }),
  z.object({ type: z.literal('pictureCut'), source: Source }),
  z.object({ type: z.literal('layoutPreviewed'), source: Source, layout: Layout }),
  z.object({ type: z.literal('layoutCut'), source: Source, layout: Layout }),
  z.object({ type: z.literal('programmeModeSet'), mode: z.enum(['follow', 'manual']) }),
  z.object({ type: z.literal('lowerThirdSet'), shown: z.boolean() }),
  z.object({ type: z.literal('sourceLost'), siteId: SiteId }),
  z.object({ type: z.literal('sourceBack'), siteId: SiteId }),
]);
export type ProgrammeEvent = z.infer<typeof ProgrammeEvent>;
