import { describe, expect, it } from 'vitest';
import { given as story, itemNo, later, refuses, speaker, START, yields } from '../kernel/given.fixture.ts';
import {
  agenda,
  driftMs,
  overrunMs,
  spentMs,
  type AgendaCommand,
  type AgendaEvent,
  type AgendaFacts,
} from './index.ts';
import { ITEM_LIMIT, itemOf } from './index.ts';

type Step = AgendaEvent | ReturnType<typeof later>;
const inPhase = (phase: AgendaFacts['phase'], ...steps: readonly Step[]) => story(agenda, { phase }, ...steps);
const given = (...steps: readonly Step[]) => inPhase('open', ...steps);

const plan = (n: number, minutes: number | null = 10) =>
  ({ itemId: itemNo(n), kind: 'report', seconds: minutes === null ? null : minutes * 60, presenterId: null }) as const;
const at = (parent: number | null = null, before: number | null = null) => ({
  parentId: parent === null ? null : itemNo(parent),
  before: before === null ? null : itemNo(before),
});
const added = (n: number, place = at(), minutes: number | null = 10): AgendaEvent => ({
  type: 'agendaItemAdded',
  ...plan(n, minutes),
  ...place,
});
const add = (n: number, place = at()): AgendaCommand => ({ type: 'agenda.add', ...plan(n), ...place });
const begun = (n: number): AgendaEvent => ({ type: 'agendaItemBegun', itemId: itemNo(n) });
const begin = (n: number, from: number | null): AgendaCommand => ({
  type: 'agenda.begin',
  itemId: itemNo(n),
  fromId: from === null ? null : itemNo(from),
});
const move = (n: number, place: ReturnType<typeof at>, agendaVersion: number): AgendaCommand => ({
  type: 'agenda.move',
  itemId: itemNo(n),
  ...place,
  agendaVersion,
});
const takeBack = (n: number): AgendaCommand => ({ type: 'agenda.takeBack', itemId: itemNo(n) });
const order = (...steps: readonly Step[]) => given(...steps).state.items.map(({ itemId }) => Number(itemId.slice(-3)));
const minutes = (n: number) => n * 60_000;

/** 1 with the parts 2 and 3, then 4. */
const tree = [added(1), added(4), added(2, at(1)), added(3, at(1))];

describe('A1: a tree', () => {
  it('A1: parts follow their parent, in their order', () => {
    expect(order(...tree)).toEqual([1, 2, 3, 4]);
    expect(order(...tree, added(5, at(1, 3)))).toEqual([1, 2, 5, 3, 4]);
    expect(order(...tree, added(5, at(2)), added(6, at(1)))).toEqual([1, 2, 5, 3, 6, 4]);
    expect(order(...tree, added(5, at(null, 1)))).toEqual([5, 1, 2, 3, 4]);
  });

  it('A1: an item is added once, where there is a place', () => {
    expect(given(...tree).when(add(5, at(1, 3)))).toEqual(yields(added(5, at(1, 3))));
    expect(given(...tree).when(add(4))).toEqual(refuses('agenda.item_exists'));
    expect(given(...tree).when(add(5, at(9)))).toEqual(refuses('agenda.changed'));
    expect(given(...tree).when(add(5, at(null, 2)))).toEqual(refuses('agenda.changed'));
  });

  it('A1: three levels and 200 items, no more', () => {
    const deep = [added(1), added(2, at(1)), added(3, at(2))];
    expect(given(...deep).when(add(4, at(3)))).toEqual(refuses('agenda.too_deep'));
    expect(given(...deep, added(5)).when(move(1, at(5), 4))).toEqual(refuses('agenda.too_deep'));
    const many = Array.from({ length: ITEM_LIMIT }, (_, n) => added(n));
    expect(given(...many).when(add(999))).toEqual(refuses('agenda.full'));
  });
});

describe('A2: edited until the end', () => {
  it.each(['absent', 'closed'] as const)('A2: nothing changes while the conference is %s', (phase) => {
    expect(inPhase(phase, ...tree).when(add(9))).toEqual(refuses('agenda.closed'));
  });

  it.each(['prepared', 'open', 'paused'] as const)('A2: an item is changed while the conference is %s', (phase) => {
    const changed = { itemId: itemNo(1), kind: 'paper', seconds: null, presenterId: speaker(1) } as const;
    expect(inPhase(phase, ...tree).when({ type: 'agenda.change', ...changed })).toEqual(
      yields({ type: 'agendaItemChanged', ...changed }),
    );
    const { state } = inPhase(phase, ...tree, { type: 'agendaItemChanged', ...changed });
    expect(itemOf(state, itemNo(1))).toMatchObject({ kind: 'paper', presenterId: speaker(1), parentId: null });
  });

  it('A2: an item moves with its parts', () => {
    const moved = (n: number, place: ReturnType<typeof at>): AgendaEvent => ({
      type: 'agendaItemMoved',
      itemId: itemNo(n),
      ...place,
    });
    expect(given(...tree).when(move(1, at(), 4))).toEqual(yields(moved(1, at())));
    expect(order(...tree, moved(1, at()))).toEqual([4, 1, 2, 3]);
    expect(order(...tree, moved(4, at(1, 2)))).toEqual([1, 4, 2, 3]);
    expect(order(...tree, moved(1, at(4)))).toEqual([4, 1, 2, 3]);
    expect(given(...tree).when(move(1, at(2), 4))).toEqual(refuses('agenda.into_itself'));
    expect(given(...tree).when(move(1, at(), 3))).toEqual(refuses('agenda.changed'));
    expect(given(...tree).when(move(1, at(null, 1), 4))).toEqual(yields());
  });

  it('A2: an item is removed with its parts, unless one of them has begun', () => {
    const remove: AgendaCommand = { type: 'agenda.remove', itemId: itemNo(1) };
    const removed: AgendaEvent = { type: 'agendaItemRemoved', itemId: itemNo(1) };
    expect(given(...tree).when(remove)).toEqual(yields(removed));
    expect(order(...tree, removed)).toEqual([4]);
    expect(given(...tree, begun(2)).when(remove)).toEqual(refuses('agenda.item_begun'));
    expect(given(removed).when(remove)).toEqual(refuses('agenda.item_not_found'));
  });
});

describe('A3, A4, A5: where it stands', () => {
  it('A3: going to an item names the one that was current, so a double press skips nothing', () => {
    expect(given(...tree).when(begin(1, null))).toEqual(yields(begun(1)));
    expect(given(...tree, begun(1)).when(begin(2, null))).toEqual(refuses('agenda.moved_on'));
    expect(given(...tree, begun(1)).when(begin(1, 1))).toEqual(yields());
    expect(given(...tree, begun(1)).when({ type: 'agenda.finish', itemId: itemNo(2) })).toEqual(
      refuses('agenda.moved_on'),
    );
  });

  it('A4: an item knows its first start and all its stretches', () => {
    const steps = [begun(1), later(minutes(4)), begun(4), later(minutes(1)), begun(1), later(minutes(2))];
    const { state, now } = given(...tree, ...steps);
    const first = state.items[0];
    expect(first?.beganAt).toBe(START);
    expect(first && spentMs(state, first, now)).toBe(minutes(6));
    expect(overrunMs(state, now)).toBe(minutes(-4));
    const finished = given(...tree, ...steps, { type: 'agendaItemFinished', itemId: itemNo(1) });
    expect([finished.state.current, finished.state.items[0]?.spentMs]).toEqual([null, minutes(6)]);
  });

  it('A5: a step taken back leaves no trace in the times', () => {
    const before = [...tree, begun(1), later(minutes(4))];
    const stepped = [...before, begun(4), later(3000)];
    expect(given(...stepped).when(takeBack(4))).toEqual(yields({ type: 'agendaItemTakenBack', itemId: itemNo(4) }));
    const { state, now } = given(...stepped, { type: 'agendaItemTakenBack', itemId: itemNo(4) });
    expect({ ...state, last: null }).toEqual({ ...given(...before).state, last: null });
    expect(state.items[0] && spentMs(state, state.items[0], now)).toBe(minutes(4) + 3000);
    expect(given(...stepped, later(1)).when(takeBack(4))).toEqual(refuses('agenda.too_late'));
    expect(given(...stepped).when(takeBack(1))).toEqual(refuses('agenda.moved_on'));
  });
});

describe('A6: drift', () => {
  /** 30 minutes planned: 2 and 3 are the parts of 1, whose own length does not count. */
  const drift = (...steps: readonly Step[]) => {
    const { state, now } = given(...tree, ...steps);
    return driftMs(state, START, now);
  };

  it('A6: on time, over time, and early by what was passed over', () => {
    expect(drift()).toBe(0);
    expect(drift(begun(2), later(minutes(10)), begun(3))).toBe(0);
    expect(drift(begun(2), later(minutes(13)))).toBe(minutes(3));
    expect(drift(begun(2), later(minutes(13)), begun(3))).toBe(minutes(3));
    expect(drift(begun(2), later(minutes(10)), begun(4))).toBe(minutes(-10));
  });

  it('A6: a late start counts before the first item, an early look does not', () => {
    expect(drift(later(minutes(7)))).toBe(minutes(7));
    expect(driftMs(given(...tree).state, START + minutes(60), START)).toBe(0);
  });

  it('A6: nothing planned, no drift', () => {
    expect(driftMs(given(added(1, at(), null)).state, START, START)).toBeNull();
    expect(overrunMs(given(added(1, at(), null), begun(1)).state, START)).toBeNull();
  });
});
