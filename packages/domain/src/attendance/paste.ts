import { z } from 'zod';
import { DelegateId, foldText } from '../kernel/index.ts';
import { DelegateText, type DelegateKind } from './delegate.ts';

const Cell = z.string().max(1000);

/** A line of a spreadsheet as it was pasted, cell by cell; empty: nothing stood there. */
export const PastedDelegate = z.strictObject({
  /** Made by the page, so that a paste sent twice makes each person once. */
  delegateId: DelegateId,
  honorific: Cell,
  name: Cell,
  position: Cell,
  unit: Cell,
  kind: Cell,
  substituteFor: Cell,
  phone: Cell,
  rank: Cell,
});
export type PastedDelegate = z.infer<typeof PastedDelegate>;
export type PastedField = Exclude<keyof PastedDelegate, 'delegateId'>;

/** A line that was understood, or the cells of it that were not. `row` counts from 0, as pasted. */
export type Read =
  | { readonly row: number; readonly delegateId: DelegateId; readonly text: DelegateText }
  | { readonly row: number; readonly delegateId: DelegateId; readonly fields: readonly PastedField[] };

const KINDS: Readonly<Record<string, DelegateKind>> = {
  '': 'official',
  'chinh thuc': 'official',
  'dai bieu': 'official',
  'dai bieu chinh thuc': 'official',
  official: 'official',
  'khach moi': 'guest',
  khach: 'guest',
  'dai bieu khach moi': 'guest',
  guest: 'guest',
  'du thay': 'substitute',
  'dai bieu du thay': 'substitute',
  substitute: 'substitute',
};

/** Spreadsheets take the first 0 of a number away. */
const WITHOUT_ZERO = /^[35789]\d{8}$/;
const phoneOf = (cell: string): string | null => {
  const phone = cell.trim();
  if (phone === '') return null;
  return WITHOUT_ZERO.test(phone) ? `0${phone}` : phone;
};
const orNothing = (cell: string): string | null => (cell.trim() === '' ? null : cell);

type Person = { readonly delegateId: DelegateId; readonly name: string };

/** The one person of this name, with or without the form of address before it. */
const named = (people: readonly Person[], cell: string, self: DelegateId): DelegateId | undefined => {
  const wanted = foldText(cell);
  const found = people.filter(({ delegateId, name }) => {
    const folded = foldText(name);
    return delegateId !== self && folded !== '' && (wanted === folded || wanted.endsWith(` ${folded}`));
  });
  return found.length === 1 ? found[0]?.delegateId : undefined;
};

/**
 * Reads a paste line by line; nothing is dropped: what is not understood is named.
 * @param roster whom a substitute may stand in for, besides those of the paste itself
 */
export const readPasted = (rows: readonly PastedDelegate[], roster: readonly Person[]): readonly Read[] => {
  const people = [...roster, ...rows];
  return rows.map((cells, row): Read => {
    const { delegateId } = cells;
    const kind = KINDS[foldText(cells.kind)];
    const stands = orNothing(cells.substituteFor);
    const substituteFor = stands === null ? null : named(people, stands, delegateId);
    const rank = orNothing(cells.rank);
    const parsed = DelegateText.safeParse({
      honorific: cells.honorific,
      name: cells.name,
      position: orNothing(cells.position),
      unit: orNothing(cells.unit),
      kind: stands === null ? kind : 'substitute',
      substituteFor,
      phone: phoneOf(cells.phone),
      rank: rank === null ? null : Number(rank),
    });
    const isOdd = kind === undefined || (stands !== null && kind === 'guest');
    if (parsed.success && !isOdd) return { row, delegateId, text: parsed.data };
    const faults = parsed.success ? [] : parsed.error.issues.flatMap(({ path: [name] }) => name as PastedField);
    return { row, delegateId, fields: [...new Set([...faults, ...(isOdd ? (['kind'] as const) : [])])] };
  });
};
