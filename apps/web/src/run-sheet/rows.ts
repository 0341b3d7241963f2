import type { SpeakerText } from '@diemcau/domain/floor';
import {
  sitesNamed,
  type AgendaItemId,
  type Layout,
  type RequestId,
  type RowId,
  type SiteId,
  type SpeechKind,
} from '@diemcau/domain/kernel';
import { type Live, nextStep } from '@diemcau/domain/live';
import type { Person, Row, RowAct, RowKind, RunSheet } from '@diemcau/domain/run-sheet';
import type { SiteLabel } from '@diemcau/domain/wire';

import { type Names, personOf, siteOf } from '../live/index.ts';

/** Who speaks and from where, as a row names them. */
export type Called = {
  readonly siteId: SiteId;
  readonly person: SpeakerText | null;
  readonly site: SiteLabel | null;
  readonly isHall: boolean;
};

/** `next`: what "Tiếp" does now. `passed`: waits, but the conference is past it already. */
export type RowState = 'done' | 'now' | 'next' | 'waiting' | 'passed' | 'held' | 'skipped';

export type SheetRow = {
  readonly rowId: RowId;
  /** 1 = first of the run sheet. */
  readonly place: number;
  readonly act: RowAct;
  readonly kind: RowKind;
  readonly speechKind: SpeechKind | null;
  readonly speaker: Called | null;
  readonly reserve: Called | null;
  /** Of the queue, slotted in. */
  readonly requestId: RequestId | null;
  readonly itemId: AgendaItemId | null;
  readonly seconds: number | null;
  /** Null: one picture. */
  readonly layout: Layout | null;
  /** A film is shown; `title` may be missing. `loaded`: its file is ready at an operator's desk. */
  readonly film: { readonly title: string; readonly loaded: boolean } | null;
  /** Of a mosaic. */
  readonly layoutSites: readonly Called[];
  readonly state: RowState;
  readonly begunAt: number | null;
  /** When the row after it began; null while it runs, or has not begun. */
  readonly endedAt: number | null;
  /** The speaker's site is missing: calling it now is refused. */
  readonly lost: boolean;
  /** Its own words; empty: made from its kind. */
  readonly cue: string;
  readonly note: string;
};

/** The parts of a conference that a run sheet is shown with: of a live page, or of the office's plan. */
export type SheetParts = { readonly runSheet: RunSheet; readonly hallId: SiteId | null };

export const hallOf = ({ conference }: Live): SiteId | null =>
  conference.status === 'absent' ? null : conference.hallId;

export const calledAt = (hallId: SiteId | null, names: Names, { siteId, speakerId }: Person): Called => ({
  siteId,
  person: personOf(names, speakerId),
  site: siteOf(names, siteId),
  isHall: hallId === siteId,
});

const stateOf = ({ rows, currentId }: RunSheet, row: Row, nextId: RowId | null): RowState => {
  if (row.rowId === currentId) return 'now';
  if (row.status === 'begun') return 'done';
  if (row.status !== 'waiting') return row.status;
  if (row.rowId === nextId) return 'next';
  const isPast = rows.indexOf(row) < rows.findIndex(({ rowId }) => rowId === currentId);
  return isPast ? 'passed' : 'waiting';
};

/** A row lasts until another one begins. */
const endOf = ({ rows }: RunSheet, { begunAt }: Row): number | null => {
  if (begunAt === null) return null;
  const later = rows.flatMap((row) => (row.begunAt !== null && row.begunAt > begunAt ? [row.begunAt] : []));
  return later.length === 0 ? null : Math.min(...later);
};

/** Who is seen in a layout that names its sites. */
export const layoutSites = (hallId: SiteId | null, names: Names, layout: Layout | null): readonly Called[] =>
  layout === null ? [] : sitesNamed(layout).map((siteId) => calledAt(hallId, names, { siteId, speakerId: null }));

type Around = {
  readonly nextId: RowId | null;
  readonly lost: readonly SiteId[];
  readonly loaded: readonly RowId[];
};

const rowView = (parts: SheetParts, names: Names, row: Row, { nextId, lost, loaded }: Around): SheetRow => {
  const { rowId, act, itemId, seconds, layout, film, begunAt } = row;
  const isSpeech = act.kind === 'speech';
  const words = names.rows[rowId];
  return {
    rowId,
    place: parts.runSheet.rows.indexOf(row) + 1,
    act,
    kind: act.kind,
    speechKind: isSpeech ? act.speechKind : null,
    speaker: isSpeech ? calledAt(parts.hallId, names, act.speaker) : null,
    reserve: isSpeech && act.reserve ? calledAt(parts.hallId, names, act.reserve) : null,
    requestId: isSpeech ? act.requestId : null,
    itemId,
    seconds,
    layout,
    film: film ? { title: words?.filmTitle ?? '', loaded: loaded.includes(rowId) } : null,
    layoutSites: layoutSites(parts.hallId, names, layout),
    state: stateOf(parts.runSheet, row, nextId),
    begunAt,
    endedAt: endOf(parts.runSheet, row),
    lost: isSpeech && lost.includes(act.speaker.siteId),
    cue: words?.cue ?? '',
    note: words?.note ?? '',
  };
};

/** The rows of a prepared plan, where nothing is next yet. */
export const planRows = (parts: SheetParts, names: Names): readonly SheetRow[] =>
  parts.runSheet.rows.map((row) => rowView(parts, names, row, { nextId: null, lost: [], loaded: [] }));

/** The run sheet as the desks show it, in its order. */
export const sheetRows = (live: Live, names: Names): readonly SheetRow[] => {
  const step = nextStep(live);
  const nextId = step?.kind === 'row' ? step.row.rowId : null;
  const parts: SheetParts = { runSheet: live.runSheet, hallId: hallOf(live) };
  const { lost, loaded } = live.programme;
  const around = { nextId, lost, loaded: loaded.map(({ rowId }) => rowId) };
  return live.runSheet.rows.map((row) => rowView(parts, names, row, around));
};

/** Rows that stand together because they belong to the same agenda item. */
export type Section = { readonly itemId: AgendaItemId | null; readonly rows: readonly SheetRow[] };

export const sectionsOf = (rows: readonly SheetRow[]): readonly Section[] => {
  const sections: { itemId: AgendaItemId | null; rows: SheetRow[] }[] = [];
  for (const row of rows) {
    const last = sections.at(-1);
    if (last && last.itemId === row.itemId) last.rows.push(row);
    else sections.push({ itemId: row.itemId, rows: [row] });
  }
  return sections;
};

/** The run sheet line by line: a heading above the rows of each section. `key` is the line's own while rows move. */
export type SheetLine =
  | { readonly is: 'heading'; readonly key: string; readonly itemId: AgendaItemId | null }
  | { readonly is: 'row'; readonly key: string; readonly row: SheetRow };

export const sheetLines = (rows: readonly SheetRow[]): readonly SheetLine[] =>
  sectionsOf(rows).flatMap(({ itemId, rows: within }) => [
    { is: 'heading' as const, key: `above ${within[0]?.rowId ?? ''}`, itemId },
    ...within.map((row) => ({ is: 'row' as const, key: row.rowId, row })),
  ]);
