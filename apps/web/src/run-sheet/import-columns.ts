import { foldText } from '@diemcau/domain/kernel';

import type { Table } from './table.ts';

/** What a column of an imported table may hold. */
export type Field =
  | 'place'
  | 'item'
  | 'kind'
  | 'honorific'
  | 'name'
  | 'position'
  | 'site'
  | 'minutes'
  | 'layout'
  | 'film'
  | 'cue'
  | 'note';

/** Heads as offices write them, folded; English ones too. */
const heads: Readonly<Record<Field, readonly string[]>> = {
  place: ['tt', 'stt', 'so tt', 'so thu tu', 'no', 'no.'],
  item: ['muc', 'muc chuong trinh', 'noi dung', 'chuong trinh', 'agenda item', 'item'],
  kind: ['viec', 'hinh thuc', 'loai', 'hinh thuc phat bieu', 'kind'],
  honorific: ['danh xung', 'form of address'],
  name: ['ho ten', 'ho va ten', 'nguoi phat bieu', 'nguoi trinh bay', 'nguoi thuc hien', 'dai bieu', 'speaker', 'name'],
  position: ['chuc vu', 'chuc danh', 'chuc vu don vi', 'chuc vu, don vi', 'position'],
  site: ['diem cau', 'ma diem cau', 'site', 'site code'],
  minutes: ['thoi luong', 'thoi luong (phut)', 'so phut', 'phut', 'minutes'],
  layout: ['bo cuc', 'bo cuc hinh', 'hinh', 'layout'],
  film: ['phim', 'ten phim', 'chieu phim', 'film'],
  cue: ['loi dan', 'loi dan chuong trinh', 'words', 'cue'],
  note: ['ghi chu', 'ghi chu cho ban hinh', 'note'],
};

const fieldOf = (head: string): Field | null => {
  const folded = foldText(head);
  return (Object.keys(heads) as Field[]).find((field) => heads[field].includes(folded)) ?? null;
};

export type Columns = {
  /** The line of the heads, 0 = first of the table. */
  readonly line: number;
  readonly at: ReadonlyMap<Field, number>;
  /** Heads that mean nothing here, or come twice: their cells are not taken. */
  readonly unused: readonly string[];
};

const columnsIn = (row: readonly string[], line: number): Columns => {
  const at = new Map<Field, number>();
  const unused: string[] = [];
  row.forEach((head, column) => {
    const field = fieldOf(head);
    if (field !== null && !at.has(field)) at.set(field, column);
    else if (head.trim() !== '') unused.push(head.trim());
  });
  return { line, at, unused };
};

/** So far down the heads may stand: a title and a date often come before them. */
const SEARCHED = 15;
const LEAST_HEADS = 2;

/** The columns of a table, by their heads; null when no line has any. */
export const findColumns = (table: Table): Columns | null => {
  const found = table.slice(0, SEARCHED).map(columnsIn);
  const best = found.reduce<Columns | null>((a, b) => (a === null || b.at.size > a.at.size ? b : a), null);
  return best !== null && best.at.size >= LEAST_HEADS ? best : null;
};
