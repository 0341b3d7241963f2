import { z } from 'zod';
import {
  AgendaItemId,
  Layout,
  RequestId,
  RowId,
  SiteId,
  SpeakerId,
  SpeechKind,
  TurnId,
  lines,
} from '../kernel/index.ts';

const Person = z.object({ siteId: SiteId, speakerId: SpeakerId.nullable() });
export type Person = z.infer<typeof Person>;

/** What is done when a row's turn comes, besides saying its words. */
export const RowAct = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('speech'),
    speechKind: SpeechKind,
    speaker: Person,
    /** Who speaks in their place when they cannot. */
    reserve: Person.nullable(),
    /** A request of the queue that was slotted in. */
    requestId: RequestId.nullable(),
  }),
  /** `words`: nothing but words. `discussion`: the queue speaks until the next row. `break` and `resume`: a pause. */
  z.object({
    kind: z.enum(['opening', 'introduction', 'rollCall', 'discussion', 'break', 'resume', 'closing', 'words']),
  }),
]);
export type RowAct = z.infer<typeof RowAct>;
export type RowKind = RowAct['kind'];

/** Longest row, in seconds. */
export const MAX_ROW_SECONDS = 4 * 60 * 60;

const row = {
  rowId: RowId,
  act: RowAct,
  itemId: AgendaItemId.nullable(),
  /** Time planned: the limit of a speech, the length of a break. */
  seconds: z.number().int().min(10).max(MAX_ROW_SECONDS).nullable(),
};

/** How the picture is divided at this row; null: one picture. */
const layout = Layout.nullable();
/** A film is shown at this row: its title is one of the row's words, its file on an operator's computer. */
const film = z.boolean();

export const RunSheetCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('runSheet.add'),
    ...row,
    layout: layout.optional(),
    film: film.optional(),
    before: RowId.nullable(),
  }),
  /** Without a layout, or without a word of a film: that stays as it was. */
  z.strictObject({
    type: z.literal('runSheet.change'),
    ...row,
    layout: layout.optional(),
    film: film.optional(),
  }),
  /** In the run sheet that had this version. */
  z.strictObject({
    type: z.literal('runSheet.move'),
    rowId: RowId,
    before: RowId.nullable(),
    sheetVersion: z.number().int(),
  }),
  z.strictObject({ type: z.literal('runSheet.remove'), rowId: RowId }),
  z.strictObject({ type: z.literal('runSheet.mark'), rowId: RowId, as: z.enum(['waiting', 'held', 'skipped']) }),
  /** "Tiếp": does the row named, after the row and the speech that are expected to be there. */
  z.strictObject({
    type: z.literal('runSheet.next'),
    rowId: RowId,
    fromRowId: RowId.nullable(),
    endTurnId: TurnId.nullable(),
  }),
  z.strictObject({ type: z.literal('runSheet.takeBack'), rowId: RowId }),
]);
export type RunSheetCommand = z.infer<typeof RunSheetCommand>;

export const RunSheetEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rowAdded'), ...row, before: RowId.nullable() }),
  /** Also when only the words changed: desks read them again. */
  z.object({ type: z.literal('rowChanged'), ...row }),
  /** The layout of a row, told beside it. */
  z.object({ type: z.literal('rowLaidOut'), rowId: RowId, layout }),
  z.object({ type: z.literal('rowFilmed'), rowId: RowId, film }),
  z.object({ type: z.literal('rowMoved'), rowId: RowId, before: RowId.nullable() }),
  z.object({ type: z.literal('rowRemoved'), rowId: RowId }),
  z.object({ type: z.literal('rowMarked'), rowId: RowId, as: z.enum(['waiting', 'held', 'skipped']) }),
  z.object({ type: z.literal('rowBegun'), rowId: RowId }),
  z.object({ type: z.literal('rowTakenBack'), rowId: RowId }),
]);
export type RunSheetEvent = z.infer<typeof RunSheetEvent>;

/** The words of a row. Never part of an event: they live in a table and may be changed up to the moment. */
export const RowText = z.strictObject({
  /** What the chair says; empty: made from the template of the row's kind. */
  cue: lines(4000),
  /** To the vision operator. */
  note: lines(500),
  /** The film that is shown: its title, as the operator finds its file by it. */
  filmTitle: lines(120).optional(),
});
export type RowText = z.infer<typeof RowText>;
