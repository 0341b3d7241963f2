import { readPasted, ROSTER_LIMIT, type PastedDelegate, type PastedField } from '@diemcau/domain/attendance';
import type { DelegateId } from '@diemcau/domain/kernel';
import { foldText } from '@diemcau/domain/kernel';

import { honorifics } from '../live/honorifics.ts';

/** A table as it came out of a spreadsheet: rows of cells, as text. */
export type Table = readonly (readonly string[])[];

/** Pasted from a spreadsheet: its separator is found. Loaded when it is wanted. */
export const readTable = async (text: string): Promise<Table> => {
  const { default: papa } = await import('papaparse');
  return papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: false }).data;
};

/** Heads as offices write them, folded; English ones too. */
const heads: Readonly<Record<PastedField, readonly string[]>> = {
  rank: ['tt', 'stt', 'so tt', 'so thu tu', 'thu tu', 'no', 'no.'],
  honorific: ['danh xung', 'form of address'],
  name: ['ho ten', 'ho va ten', 'ten', 'ten dai bieu', 'dai bieu', 'ho va ten dai bieu', 'name', 'full name'],
  position: ['chuc vu', 'chuc danh', 'chuc vu, don vi', 'chuc vu, chuc danh', 'position'],
  unit: ['don vi', 'don vi cong tac', 'co quan', 'co quan, don vi', 'unit'],
  kind: ['thanh phan', 'loai', 'loai dai bieu', 'kind'],
  substituteFor: ['du thay', 'du thay cho', 'thay cho', 'thay', 'substitute for'],
  phone: ['dien thoai', 'so dien thoai', 'sdt', 'so dt', 'phone'],
};
const FIELDS = Object.keys(heads) as readonly PastedField[];

const fieldOf = (head: string): PastedField | null => {
  const folded = foldText(head);
  return FIELDS.find((field) => heads[field].includes(folded)) ?? null;
};

/** Which cell holds what; a head that means nothing here, or comes twice, is not taken. */
type Columns = readonly (PastedField | null)[];
const columnsOf = (row: readonly string[]): Columns => {
  const seen = new Set<PastedField>();
  return row.map((head) => {
    const field = fieldOf(head);
    if (field === null || seen.has(field)) return null;
    seen.add(field);
    return field;
  });
};

/** Without a line of heads: the columns that offices use most. */
const USUAL: Readonly<Record<number, Columns>> = {
  1: ['name'],
  2: ['name', 'position'],
  3: ['honorific', 'name', 'position'],
};
const ALL_IN_ORDER: Columns = ['honorific', 'name', 'position', 'unit', 'kind', 'substituteFor', 'phone', 'rank'];

const longestFirst = [...honorifics].toSorted((a, b) => b.length - a.length);

/** "Hòa thượng Thích Minh Quang" in one cell: the form of address is taken off; without one it is not guessed. */
const parted = (cells: PastedDelegate, usual: string): PastedDelegate => {
  if (cells.honorific.trim() !== '' || cells.name.trim() === '') return cells;
  const folded = foldText(cells.name);
  const found = longestFirst.find((each) => folded.startsWith(`${foldText(each)} `));
  if (found === undefined) return { ...cells, honorific: usual };
  const name = cells.name.trim().split(/\s+/).slice(found.split(' ').length).join(' ');
  return { ...cells, honorific: found, name };
};

const emptyCells = {
  honorific: '',
  name: '',
  position: '',
  unit: '',
  kind: '',
  substituteFor: '',
  phone: '',
  rank: '',
};
/** Longest cell that the server reads. */
const LONGEST_CELL = 1000;
const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

export type PastedRows = {
  /** Line of the table that each row stands in, from 1. */
  readonly lines: readonly number[];
  readonly rows: readonly PastedDelegate[];
  /** The table's own lines of these rows, and its heads, to be corrected and pasted again. */
  readonly source: readonly (readonly string[])[];
  readonly head: readonly string[] | null;
  /** Heads that mean nothing here. */
  readonly unused: readonly string[];
};
export type PasteFault = 'nothing' | 'noName' | 'tooMany';

/** So far down the heads may stand: a title often comes before them. */
const SEARCHED = 15;

const headOf = (table: Table): number | null => {
  const found = table.slice(0, SEARCHED).map((row) => columnsOf(row));
  const at = found.findIndex((columns) => columns.includes('name') && columns.filter(Boolean).length > 1);
  if (at >= 0) return at;
  return found[0]?.length === 1 && found[0][0] === 'name' ? 0 : null;
};

/**
 * The rows of a pasted table, cell by cell; empty lines are none.
 * @param usual form of address for a line that says none; empty: such a line is named as not understood
 */
export const pastedRows = (table: Table, usual: string, newId: () => DelegateId): PastedRows | PasteFault => {
  const at = headOf(table);
  const head = at === null ? null : (table[at] ?? null);
  const all = table.map((row, index) => ({ row, line: index + 1 }));
  const filled = all.slice(at === null ? 0 : at + 1).filter(({ row }) => !isEmpty(row));
  if (filled.length === 0) return 'nothing';
  if (filled.length > ROSTER_LIMIT) return 'tooMany';
  const width = Math.max(...filled.map(({ row }) => row.length));
  const columns = head === null ? (USUAL[width] ?? ALL_IN_ORDER) : columnsOf(head);
  if (!columns.includes('name')) return 'noName';
  const rows = filled.map(({ row }) => {
    const cells = Object.fromEntries(
      columns.flatMap((field, i) => (field === null ? [] : [[field, (row[i] ?? '').trim().slice(0, LONGEST_CELL)]])),
    );
    return parted({ delegateId: newId(), ...emptyCells, ...cells }, usual);
  });
  return {
    lines: filled.map(({ line }) => line),
    rows,
    source: filled.map(({ row }) => row),
    head,
    unused: head === null ? [] : head.filter((name, i) => columns[i] === null && name.trim() !== ''),
  };
};

export type PreviewLine = { readonly line: number; readonly cells: PastedDelegate } & (
  | { readonly status: 'understood' }
  | { readonly status: 'odd'; readonly fields: readonly PastedField[] }
);

/** What the server will make of these rows: the same code reads them there. */
export const previewOf = (
  { rows, lines }: Pick<PastedRows, 'rows' | 'lines'>,
  roster: Parameters<typeof readPasted>[1],
): readonly PreviewLine[] =>
  readPasted(rows, roster).flatMap((read): readonly PreviewLine[] => {
    const [cells, line] = [rows[read.row], lines[read.row]];
    if (cells === undefined || line === undefined) return [];
    return 'text' in read
      ? [{ line, cells, status: 'understood' as const }]
      : [{ line, cells, status: 'odd' as const, fields: read.fields }];
  });

/** The lines that are left to correct, as they were pasted. */
export const leftOver = ({ source, head }: PastedRows, rowsLeft: readonly number[]): string =>
  [...(head === null ? [] : [head]), ...rowsLeft.flatMap((row) => [source[row] ?? []])]
    .map((row) => row.join('\t'))
    .join('\n');
