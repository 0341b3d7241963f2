import { z } from 'zod';
import { AgendaKind } from '../agenda/index.ts';
import { AgendaItemId, Layout, RowId, SiteId, SpeakerId } from '../kernel/index.ts';
import { RowAct } from '../run-sheet/index.ts';

const Moment = z.number().int().nullable();

/** Agenda and run sheet of a conference with their words, for pages without a socket. Bounded: 200 items, 400 rows. */
export const Plan = z.object({
  /** Of `agenda.move`. */
  agendaVersion: z.number().int(),
  items: z.array(
    z.object({
      itemId: AgendaItemId,
      parentId: AgendaItemId.nullable(),
      kind: AgendaKind,
      title: z.string(),
      seconds: z.number().int().nullable(),
      presenterId: SpeakerId.nullable(),
      /** Ms since the epoch; null: not yet. */
      beganAt: Moment,
      spentMs: z.number(),
    }),
  ),
  currentItemId: AgendaItemId.nullable(),
  /** Of `runSheet.move`. */
  sheetVersion: z.number().int(),
  rows: z.array(
    z.object({
      rowId: RowId,
      act: RowAct,
      itemId: AgendaItemId.nullable(),
      seconds: z.number().int().nullable(),
      /** Null: one picture. */
      layout: Layout.nullable(),
      film: z.boolean(),
      status: z.enum(['waiting', 'held', 'skipped', 'begun']),
      begunAt: Moment,
      /** Empty: made from the template of the row's kind. */
      cue: z.string(),
      note: z.string(),
      filmTitle: z.string(),
    }),
  ),
  currentRowId: RowId.nullable(),
  speakers: z.array(
    z.object({
      speakerId: SpeakerId,
      siteId: SiteId,
      honorific: z.string(),
      name: z.string(),
      position: z.string(),
    }),
  ),
  sites: z.array(z.object({ siteId: SiteId, code: z.string(), name: z.string(), province: z.string().nullable() })),
});
export type Plan = z.infer<typeof Plan>;
