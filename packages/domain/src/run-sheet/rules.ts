import {
  ok,
  refuse,
  sameLayout,
  sitesNamed,
  type AgendaItemId,
  type Layout,
  type RowId,
  type Context,
  type Decider,
  type Result,
} from '../kernel/index.ts';
import type { SiteId, TurnId } from '../kernel/index.ts';
import { evolve } from './evolve.ts';
import type { RowAct, RunSheetCommand, RunSheetEvent } from './messages.ts';
import type { RunSheetCode } from './problems.ts';
import { emptyRunSheet, rowOf, type RunSheet } from './state.ts';

/** What the run sheet may know of the rest of the conference. */
export type RunSheetFacts = {
  readonly phase: 'absent' | 'prepared' | 'open' | 'paused' | 'closed';
  /** Whose turn it is now. */
  readonly turnId: TurnId | null;
  readonly isInvited: (siteId: SiteId) => boolean;
  readonly hasItem: (itemId: AgendaItemId) => boolean;
};

export const ROW_LIMIT = 400;
/** A "Tiếp" may be taken back for so long (R6). */
export const ROW_BACK_MS = 3000;

type Decision = Result<readonly RunSheetEvent[], RunSheetCode>;
type Of<T extends RunSheetCommand['type']> = Extract<RunSheetCommand, { type: T }>;
type Planned = {
  readonly act: RowAct;
  readonly itemId: AgendaItemId | null;
  readonly layout?: Layout | null | undefined;
};

const sitesOf = (act: RowAct): readonly SiteId[] =>
  act.kind === 'speech' ? [act.speaker, act.reserve].flatMap((person) => person?.siteId ?? []) : [];

/** Why a row cannot stand as it is; null when it can. */
const faultOf = ({ act, itemId, layout }: Planned, facts: RunSheetFacts): RunSheetCode | null => {
  if (![...sitesOf(act), ...(layout ? sitesNamed(layout) : [])].every(facts.isInvited))
    return 'run_sheet.site_not_invited';
  return itemId === null || facts.hasItem(itemId) ? null : 'run_sheet.item_not_found';
};

/** One picture is told as no layout, however it was said. */
const laidOut = (rowId: RowId, before: Layout | null, said: Layout | null | undefined): readonly RunSheetEvent[] => {
  if (said === undefined) return [];
  const layout = said?.kind === 'one' ? null : said;
  const isSame = layout && before ? sameLayout(layout, before) : layout === before;
  return isSame ? [] : [{ type: 'rowLaidOut', rowId, layout }];
};

const filmed = (rowId: RowId, before: boolean, said: boolean | undefined): readonly RunSheetEvent[] =>
  said === undefined || said === before ? [] : [{ type: 'rowFilmed', rowId, film: said }];

const add = (state: RunSheet, command: Of<'runSheet.add'>, facts: RunSheetFacts): Decision => {
  const { type: _, layout, film, ...row } = command;
  if (rowOf(state, row.rowId)) return refuse('run_sheet.row_exists');
  if (state.rows.length >= ROW_LIMIT) return refuse('run_sheet.full');
  if (row.before !== null && !rowOf(state, row.before)) return refuse('run_sheet.changed');
  const fault = faultOf(command, facts);
  if (fault) return refuse(fault);
  return ok([{ type: 'rowAdded', ...row }, ...laidOut(row.rowId, null, layout), ...filmed(row.rowId, false, film)]);
};

const next = (state: RunSheet, command: Of<'runSheet.next'>, facts: RunSheetFacts): Decision => {
  const { rowId, fromRowId, endTurnId } = command;
  if (state.currentId !== fromRowId || facts.turnId !== endTurnId) return refuse('run_sheet.moved_on');
  return rowId === fromRowId ? refuse('run_sheet.moved_on') : ok([{ type: 'rowBegun', rowId }]);
};

const takeBack = ({ currentId, last }: RunSheet, { rowId }: Of<'runSheet.takeBack'>, now: number): Decision => {
  if (currentId !== rowId || !last) return refuse('run_sheet.moved_on');
  if (now - last.at > ROW_BACK_MS) return refuse('run_sheet.too_late');
  return ok([{ type: 'rowTakenBack', rowId }]);
};

const decide = (state: RunSheet, command: RunSheetCommand, { facts, now }: Context<RunSheetFacts>): Decision => {
  if (facts.phase === 'absent' || facts.phase === 'closed') return refuse('run_sheet.closed');
  if (command.type === 'runSheet.add') return add(state, command, facts);
  const row = rowOf(state, command.rowId);
  if (!row) return refuse('run_sheet.row_not_found');
  const { rowId } = row;
  switch (command.type) {
    case 'runSheet.change': {
      const { type: _, layout, film, ...planned } = command;
      const fault = faultOf(command, facts);
      if (fault) return refuse(fault);
      return ok([
        { type: 'rowChanged', ...planned },
        ...laidOut(rowId, row.layout, layout),
        ...filmed(rowId, row.film, film),
      ]);
    }
    case 'runSheet.move': {
      const { before, sheetVersion } = command;
      if (sheetVersion !== state.version || (before !== null && !rowOf(state, before)))
        return refuse('run_sheet.changed');
      return ok(before === rowId ? [] : [{ type: 'rowMoved', rowId, before }]);
    }
    case 'runSheet.remove':
      return row.status === 'begun' ? refuse('run_sheet.row_begun') : ok([{ type: 'rowRemoved', rowId }]);
    case 'runSheet.mark':
      if (rowId === state.currentId) return refuse('run_sheet.row_begun');
      return ok(row.status === command.as ? [] : [{ type: 'rowMarked', rowId, as: command.as }]);
    case 'runSheet.next':
      return next(state, command, facts);
    case 'runSheet.takeBack':
      return takeBack(state, command, now);
  }
};

/** The plan of what is said and done, row by row. Numbered rules: docs/spec/run-sheet.md. */
export const runSheet: Decider<RunSheet, RunSheetCommand, RunSheetEvent, RunSheetFacts, RunSheetCode> = {
  initial: emptyRunSheet,
  decide,
  evolve,
};
