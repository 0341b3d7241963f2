import { describe, expect, it } from 'vitest';

import { names, opened, prepared, T0 } from '../live/live.fixture.ts';
import { item, itemId, planNames } from '../live/plan.fixture.ts';
import { currentItem } from './current.ts';
import { driftMinutes } from './drift.ts';
import { checkItem, emptyItem } from './item-draft.ts';
import { moveItemCommand } from './item-commands.ts';
import { itemRows } from './items.ts';

const begin = (n: number, from: number | null = null) =>
  ({ type: 'agenda.begin', itemId: itemId(n), fromId: from === null ? null : itemId(from) }) as const;
const story = () =>
  opened()
    .do(item(1, 10))
    .do(item(2, null))
    .do(item(3, 30))
    .do(item(4, 5, 2))
    .do(item(5, 15, 2));
const rows = (given = story()) => itemRows(given.live.agenda, planNames.titles, T0);

describe('the agenda as it is shown', () => {
  it('A1: is numbered as on paper, with its planned starts', () => {
    expect(rows().map(({ number, depth, plannedMs, startsAt }) => [number, depth, plannedMs, startsAt - T0])).toEqual([
      ['1', 1, 600_000, 0],
      ['2', 1, 1_200_000, 600_000],
      ['2.1', 2, 300_000, 600_000],
      ['2.2', 2, 900_000, 900_000],
      ['3', 1, 1_800_000, 1_800_000],
    ]);
  });

  it('A3, A4: shows what is done, what is current, and the time used', () => {
    const given = story().do(begin(1)).do(begin(4, 1));
    expect(rows(given).map(({ state, spentMs, since }) => [state, spentMs, since])).toEqual([
      ['done', 1000, null],
      ['now', 0, given.now],
      ['now', 0, given.now],
      ['waiting', 0, null],
      ['waiting', 0, null],
    ]);
  });

  it('names the current item for the bars; nothing without one or without its title', () => {
    expect(currentItem(story().live, planNames.titles)).toBeNull();
    const { live } = story().do(begin(3));
    expect(currentItem(live, planNames.titles)).toEqual({ number: '3', of: 3, title: 'Thảo luận' });
    expect(currentItem(live, names.titles)).toBeNull();
  });
});

describe('drift', () => {
  it('A6: whole minutes late or early; nothing without a plan', () => {
    expect(driftMinutes(opened().live, T0)).toBeNull();
    const { live, now } = story().do(begin(1));
    expect(driftMinutes(live, now + 13 * 60_000)).toBe(3);
    expect(driftMinutes(story().do(begin(3)).live, now)).toBe(-29);
  });

  it('is not said before a start that is still to come', () => {
    const { live } = prepared().do(item(1, 10));
    expect(driftMinutes(live, T0 - 60_000)).toBeNull();
    expect(driftMinutes(live, T0 + 120_000)).toBe(2);
  });
});

describe('moving an item', () => {
  const move = (n: number, way: Parameters<typeof moveItemCommand>[2]) => {
    const given = story();
    const command = moveItemCommand(given.live.agenda.items, itemId(n), way, given.live.agenda.version);
    return command && rows(given.do(command)).map((row) => `${row.number}:${Number(row.itemId.slice(-1))}`);
  };

  it.each([
    [1, 'down', ['1:2', '1.1:4', '1.2:5', '2:1', '3:3']],
    [3, 'up', ['1:1', '2:3', '3:2', '3.1:4', '3.2:5']],
    [5, 'up', ['1:1', '2:2', '2.1:5', '2.2:4', '3:3']],
    [3, 'in', ['1:1', '2:2', '2.1:4', '2.2:5', '2.3:3']],
    [5, 'out', ['1:1', '2:2', '2.1:4', '3:5', '4:3']],
    [1, 'up', null],
    [3, 'down', null],
    [4, 'in', null],
    [1, 'out', null],
  ] as const)('%i %s', (n, way, order) => {
    expect(move(n, way)).toEqual(order);
  });
});

describe('an item that is written', () => {
  const checking = {
    checkPerson: () => ({ ok: false, trouble: { name: 'missing' } }) as const,
    names,
    newId: () => '01990000-0009-7000-8000-000000000001',
  };

  it('is sent with its title and its seconds', () => {
    expect(checkItem({ ...emptyItem, title: ' Thảo  luận ', minutes: '1,5' }, checking)).toMatchObject({
      ok: true,
      seconds: 90,
      presenterId: null,
      texts: { title: 'Thảo luận' },
    });
  });

  it('names all that is wrong', () => {
    const presenter = { honorific: 'Ông', name: '', position: '' };
    expect(checkItem({ ...emptyItem, minutes: 'lâu', presenter }, checking)).toEqual({
      ok: false,
      trouble: { title: true, minutes: true, presenter: { name: 'missing' } },
    });
  });
});
