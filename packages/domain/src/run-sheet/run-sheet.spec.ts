import { describe, expect, it } from 'vitest';
import {
  given as story,
  hall,
  itemNo,
  later,
  refuses,
  rowNo,
  site,
  speaker,
  turnNo,
  yields,
} from '../kernel/given.fixture.ts';
import { ROW_LIMIT, rowsAhead, runSheet } from './index.ts';
import type { RowAct, RunSheetCommand, RunSheetEvent, RunSheetFacts } from './index.ts';

type Step = RunSheetEvent | ReturnType<typeof later>;
const facts = (changed: Partial<RunSheetFacts> = {}): RunSheetFacts => ({
  phase: 'open',
  turnId: null,
  isInvited: (siteId) => [hall, site(1), site(2)].includes(siteId),
  hasItem: (itemId) => itemId === itemNo(1),
  ...changed,
});
const knowing = (known: RunSheetFacts, ...steps: readonly Step[]) => story(runSheet, known, ...steps);
const given = (...steps: readonly Step[]) => knowing(facts(), ...steps);

const words: RowAct = { kind: 'words' };
const speech = (n: number, reserve: number | null = null): RowAct => ({
  kind: 'speech',
  speechKind: 'paper',
  speaker: { siteId: site(n), speakerId: speaker(n) },
  reserve: reserve === null ? null : { siteId: site(reserve), speakerId: null },
  requestId: null,
});
const plan = (n: number, act: RowAct = words, item: number | null = null) => ({
  rowId: rowNo(n),
  act,
  itemId: item === null ? null : itemNo(item),
  seconds: 300,
});
const added = (n: number, act: RowAct = words, before: number | null = null): RunSheetEvent => ({
  type: 'rowAdded',
  ...plan(n, act),
  before: before === null ? null : rowNo(before),
});
const add = (n: number, act: RowAct = words, item: number | null = null): RunSheetCommand => ({
  type: 'runSheet.add',
  ...plan(n, act, item),
  before: null,
});
const begun = (n: number): RunSheetEvent => ({ type: 'rowBegun', rowId: rowNo(n) });
const mark = (n: number, as: 'waiting' | 'held' | 'skipped'): RunSheetCommand => ({
  type: 'runSheet.mark',
  rowId: rowNo(n),
  as,
});
const marked = (n: number, as: 'waiting' | 'held' | 'skipped'): RunSheetEvent => ({
  type: 'rowMarked',
  rowId: rowNo(n),
  as,
});
const next = (n: number, from: number | null, turn: number | null = null): RunSheetCommand => ({
  type: 'runSheet.next',
  rowId: rowNo(n),
  fromRowId: from === null ? null : rowNo(from),
  endTurnId: turn === null ? null : turnNo(turn),
});
const takeBack = (n: number): RunSheetCommand => ({ type: 'runSheet.takeBack', rowId: rowNo(n) });
const three = [added(1), added(2), added(3)];
const order = (...steps: readonly Step[]) => given(...steps).state.rows.map(({ rowId }) => Number(rowId.slice(-3)));
const ahead = (...steps: readonly Step[]) =>
  rowsAhead(given(...steps).state).map(({ rowId }) => Number(rowId.slice(-3)));

describe('R1: rows', () => {
  it('R1: a row is added once, before another or last', () => {
    expect(given(...three).when(add(4))).toEqual(yields(added(4)));
    expect(order(...three, added(4, words, 2))).toEqual([1, 4, 2, 3]);
    expect(given(...three).when(add(3))).toEqual(refuses('run_sheet.row_exists'));
    expect(given().when({ ...add(1), before: rowNo(9) } as RunSheetCommand)).toEqual(refuses('run_sheet.changed'));
  });

  it('R1: speakers and reserves are at sites that take part, and the item stands on the agenda', () => {
    expect(given().when(add(1, speech(1, 2), 1))).toMatchObject({ ok: true });
    expect(given().when(add(1, speech(3)))).toEqual(refuses('run_sheet.site_not_invited'));
    expect(given().when(add(1, speech(1, 3)))).toEqual(refuses('run_sheet.site_not_invited'));
    expect(given().when(add(1, words, 2))).toEqual(refuses('run_sheet.item_not_found'));
    const change: RunSheetCommand = { type: 'runSheet.change', ...plan(1, speech(3)) };
    expect(given(added(1)).when(change)).toEqual(refuses('run_sheet.site_not_invited'));
  });

  it('R1: 400 rows, no more', () => {
    const many = Array.from({ length: ROW_LIMIT }, (_, n) => added(n));
    expect(given(...many).when(add(999))).toEqual(refuses('run_sheet.full'));
  });
});

describe('R2: edited until the moment', () => {
  it.each(['absent', 'closed'] as const)('R2: nothing changes while the conference is %s', (phase) => {
    expect(knowing(facts({ phase }), ...three).when(add(9))).toEqual(refuses('run_sheet.closed'));
  });

  it('R2: a row that is done keeps that it is, whatever is changed in it', () => {
    const changed = plan(1, speech(1));
    expect(given(...three, begun(1)).when({ type: 'runSheet.change', ...changed })).toEqual(
      yields({ type: 'rowChanged', ...changed }),
    );
    const { state } = given(...three, begun(1), { type: 'rowChanged', ...changed });
    expect(state.rows[0]).toMatchObject({ act: speech(1), status: 'begun' });
  });

  it('R2: a move carries the version that it saw', () => {
    const move = (sheetVersion: number): RunSheetCommand => ({
      type: 'runSheet.move',
      rowId: rowNo(3),
      before: rowNo(1),
      sheetVersion,
    });
    const moved: RunSheetEvent = { type: 'rowMoved', rowId: rowNo(3), before: rowNo(1) };
    expect(given(...three).when(move(3))).toEqual(yields(moved));
    expect(order(...three, moved)).toEqual([3, 1, 2]);
    expect(given(...three).when(move(2))).toEqual(refuses('run_sheet.changed'));
  });

  it('R2: what has been done is not removed', () => {
    const remove: RunSheetCommand = { type: 'runSheet.remove', rowId: rowNo(1) };
    const removed: RunSheetEvent = { type: 'rowRemoved', rowId: rowNo(1) };
    expect(given(...three).when(remove)).toEqual(yields(removed));
    expect(order(...three, removed)).toEqual([2, 3]);
    expect(given(...three, begun(1)).when(remove)).toEqual(refuses('run_sheet.row_begun'));
    expect(given(...three, removed).when(remove)).toEqual(refuses('run_sheet.row_not_found'));
  });
});

describe('R3: held and skipped', () => {
  it('R3: what is held or skipped is passed over until it waits again', () => {
    expect(given(...three).when(mark(2, 'held'))).toEqual(yields(marked(2, 'held')));
    expect(given(...three).when(mark(2, 'waiting'))).toEqual(yields());
    expect(ahead(...three, begun(1), marked(2, 'held'))).toEqual([3]);
    expect(ahead(...three, begun(1), marked(2, 'skipped'), marked(2, 'waiting'))).toEqual([2, 3]);
  });

  it('R3: the row of now is neither', () => {
    expect(given(...three, begun(1)).when(mark(1, 'skipped'))).toEqual(refuses('run_sheet.row_begun'));
  });
});

describe('R4: Tiếp names its row', () => {
  const speaking = facts({ turnId: turnNo(1) });

  it('R4: it goes to the row that it names', () => {
    expect(given(...three).when(next(1, null))).toEqual(yields(begun(1)));
    const { state } = given(...three, begun(1));
    expect(state.currentId).toBe(rowNo(1));
    expect(ahead(...three, begun(1))).toEqual([2, 3]);
  });

  it('R4: pressed twice it does one row', () => {
    expect(given(...three, begun(1)).when(next(1, null))).toEqual(refuses('run_sheet.moved_on'));
    expect(given(...three, begun(1)).when(next(2, null))).toEqual(refuses('run_sheet.moved_on'));
    expect(given(...three, begun(1)).when(next(1, 1))).toEqual(refuses('run_sheet.moved_on'));
  });

  it('R4: when another speaks than was expected, nothing is done', () => {
    expect(knowing(speaking, ...three).when(next(1, null))).toEqual(refuses('run_sheet.moved_on'));
    expect(knowing(speaking, ...three).when(next(1, null, 2))).toEqual(refuses('run_sheet.moved_on'));
    expect(knowing(speaking, ...three).when(next(1, null, 1))).toEqual(yields(begun(1)));
  });
});

describe('R6: taken back', () => {
  const done = [...three, begun(1), later(60_000), begun(2)];

  it('R6: within 3 s the row waits again and the one before is the row of now', () => {
    expect(given(...done, later(3000)).when(takeBack(2))).toEqual(yields({ type: 'rowTakenBack', rowId: rowNo(2) }));
    const { state } = given(...done, { type: 'rowTakenBack', rowId: rowNo(2) });
    expect(state.rows).toEqual(given(...three, begun(1)).state.rows);
    expect([state.currentId, state.last]).toEqual([rowNo(1), null]);
  });

  it('R6: later, or another row, is not taken back', () => {
    expect(given(...done, later(3001)).when(takeBack(2))).toEqual(refuses('run_sheet.too_late'));
    expect(given(...done).when(takeBack(1))).toEqual(refuses('run_sheet.moved_on'));
  });
});
