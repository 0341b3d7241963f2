import { z } from 'zod';
import { AgendaItemId, SpeakerId, line } from '../kernel/index.ts';

export const AgendaKind = z.enum([
  'opening',
  'procedure',
  'rollCall',
  'report',
  'paper',
  'discussion',
  'response',
  'directive',
  'conclusion',
  'break',
  'closing',
  'other',
]);
export type AgendaKind = z.infer<typeof AgendaKind>;

/** Longest item, in seconds. */
export const MAX_ITEM_SECONDS = 12 * 60 * 60;

const item = {
  itemId: AgendaItemId,
  kind: AgendaKind,
  /** As planned; null: no time of its own. Of an item with parts only the parts count. */
  seconds: z.number().int().min(0).max(MAX_ITEM_SECONDS).nullable(),
  presenterId: SpeakerId.nullable(),
};
/** Under `parentId` (null: at the top), before the part `before` of the same parent, or last. */
const place = { parentId: AgendaItemId.nullable(), before: AgendaItemId.nullable() };

export const AgendaCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('agenda.add'), ...item, ...place }),
  z.strictObject({ type: z.literal('agenda.change'), ...item }),
  /** In the agenda that had this version. */
  z.strictObject({
    type: z.literal('agenda.move'),
    itemId: AgendaItemId,
    ...place,
    agendaVersion: z.number().int(),
  }),
  z.strictObject({ type: z.literal('agenda.remove'), itemId: AgendaItemId }),
  /** Makes an item the current one; `fromId` is the one that was (null: none). */
  z.strictObject({ type: z.literal('agenda.begin'), itemId: AgendaItemId, fromId: AgendaItemId.nullable() }),
  z.strictObject({ type: z.literal('agenda.finish'), itemId: AgendaItemId }),
  /** The item that has just begun is not the current one after all. */
  z.strictObject({ type: z.literal('agenda.takeBack'), itemId: AgendaItemId }),
]);
export type AgendaCommand = z.infer<typeof AgendaCommand>;

export const AgendaEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('agendaItemAdded'), ...item, ...place }),
  /** Also when only the words changed: pages read them again. */
  z.object({ type: z.literal('agendaItemChanged'), ...item }),
  z.object({ type: z.literal('agendaItemMoved'), itemId: AgendaItemId, ...place }),
  /** With all its parts. */
  z.object({ type: z.literal('agendaItemRemoved'), itemId: AgendaItemId }),
  z.object({ type: z.literal('agendaItemBegun'), itemId: AgendaItemId }),
  z.object({ type: z.literal('agendaItemFinished'), itemId: AgendaItemId }),
  z.object({ type: z.literal('agendaItemTakenBack'), itemId: AgendaItemId }),
]);
export type AgendaEvent = z.infer<typeof AgendaEvent>;

/** What an item is called. Never part of an event: it lives in a table and may be corrected. */
export const ItemTitle = line(200);
