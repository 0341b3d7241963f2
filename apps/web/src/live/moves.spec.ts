import type { Command } from '@diemcau/domain/live';
import { describe, expect, it } from 'vitest';

import { moved, Moves, type Move } from './moves.ts';

type Row = { readonly id: string };
const rows = (order: string): readonly Row[] => order.split('').map((id) => ({ id }));
const idOf = ({ id }: Row) => id;
const order = (list: readonly Row[], moves: readonly Move<string>[]) => moved(list, moves, idOf).map(idOf).join('');

/** A list on the server, whose moves are answered by hand. */
const desk = () => {
  const sent: { readonly move: Move<string>; readonly version: number; readonly answer: (done: boolean) => void }[] =
    [];
  let about: { move: Move<string>; version: number } | undefined;
  const commandOf = (list: readonly Row[], move: Move<string>, version: number): Command | null => {
    about = { move, version };
    return list.findIndex((row) => row.id === move.id) === move.index ? null : { type: 'conference.open' };
  };
  const run = () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    if (about) sent.push({ ...about, answer: resolve });
    return promise;
  };
  const moves = new Moves<Row, string>({ idOf, commandOf });
  const see = (list: string, version: number) => moves.see(rows(list), version, run);
  const shown = (list: string) => order(rows(list), moves.wanted());
  return { moves, see, shown, sent };
};

describe('moves of a list', () => {
  it('show at once, are sent one after the other, each in the order that the one before made', async () => {
    const { moves, see, shown, sent } = desk();
    see('abc', 1);
    const first = moves.moveTo('c', 1);
    const second = moves.moveTo('c', 0);
    expect(shown('abc')).toBe('cab');
    expect(sent.map(({ move, version }) => [move.index, version])).toEqual([[1, 1]]);
    sent[0]?.answer(true);
    await Promise.resolve();
    expect(sent).toHaveLength(1);
    see('acb', 2);
    expect(await first).toBe(true);
    expect(shown('acb')).toBe('cab');
    expect(sent.map(({ move, version }) => [move.index, version])).toEqual([
      [1, 1],
      [0, 2],
    ]);
    // The event may come before the answer.
    see('cab', 3);
    sent[1]?.answer(true);
    expect(await second).toBe(true);
    expect(moves.wanted()).toEqual([]);
  });

  it('go back when one is refused, with those that came after it', async () => {
    const { moves, see, shown, sent } = desk();
    see('abc', 1);
    const both = [moves.moveTo('c', 1), moves.moveTo('c', 0)];
    sent[0]?.answer(false);
    expect(await Promise.all(both)).toEqual([false, false]);
    expect(shown('abc')).toBe('abc');
    expect(sent).toHaveLength(1);
  });

  it('are not sent for a row that stands there', async () => {
    const { moves, see, sent } = desk();
    see('abc', 1);
    expect(await moves.moveTo('a', 0)).toBe(false);
    expect(sent).toEqual([]);
  });

  it('leave out what is gone', () => {
    expect(order(rows('ab'), [{ id: 'x', index: 0 }])).toBe('ab');
  });
});
