import { z } from 'zod';
import { AgendaKind, MAX_ITEM_SECONDS } from '../agenda/index.ts';
import { ConferenceKind } from '../conference/index.ts';
import { SpeakerText } from '../floor/index.ts';
import { Layout, SiteId, SpeechKind } from '../kernel/index.ts';
import { MAX_ROW_SECONDS, RowAct } from '../run-sheet/index.ts';

/** Names a part within one snapshot; whatever is made from it gets ids of its own. */
const Key = z.string().min(1).max(40);

/** `siteId` null: the hall, whichever it will be. `speaker` null: nobody is named. */
const SnapshotPerson = z.object({ siteId: SiteId.nullable(), speaker: Key.nullable() });
export type SnapshotPerson = z.infer<typeof SnapshotPerson>;

const SnapshotAct = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('speech'),
    speechKind: SpeechKind,
    speaker: SnapshotPerson,
    reserve: SnapshotPerson.nullable(),
  }),
  RowAct.options[1],
]);
export type SnapshotAct = z.infer<typeof SnapshotAct>;

const SnapshotSite = z.object({ siteId: SiteId, code: z.string(), name: z.string() });
export type SnapshotSite = z.infer<typeof SnapshotSite>;

/**
 * A conference as another one is made from it: its sites and its plan with their words, as they stood. All times are
 * lengths, so they move with the start. It holds no seats, no links and nothing that happened.
 */
export const ConferenceSnapshot = z.object({
  kind: ConferenceKind,
  siteLimit: z.number().int().min(1).max(10_000),
  supportPhone: z.string().nullable(),
  hall: SnapshotSite.nullable(),
  sites: z.array(SnapshotSite),
  /** Parents before their parts. */
  items: z.array(
    z.object({
      key: Key,
      parent: Key.nullable(),
      kind: AgendaKind,
      title: z.string(),
      seconds: z.number().int().min(0).max(MAX_ITEM_SECONDS).nullable(),
      presenter: Key.nullable(),
    }),
  ),
  rows: z.array(
    z.object({
      key: Key,
      act: SnapshotAct,
      item: Key.nullable(),
      seconds: z.number().int().min(10).max(MAX_ROW_SECONDS).nullable(),
      cue: z.string(),
      note: z.string(),
      /** Left out: one picture, and no film; so it is in templates of before. */
      layout: Layout.optional(),
      filmTitle: z.string().optional(),
    }),
  ),
  speakers: z.array(z.object({ key: Key, ...SpeakerText.shape })),
});
export type ConferenceSnapshot = z.infer<typeof ConferenceSnapshot>;
