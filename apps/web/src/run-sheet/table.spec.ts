import { expect, test } from 'vitest';
import writeWorkbook, { type Row } from 'write-excel-file/node';

import { site } from '../live/live.fixture.ts';
import { readPlan } from './import.ts';
import { readFile } from './table.ts';

const sites = [0, 1].map((n) => ({ ...site(n), hall: n === 0 }));

/** A workbook as an office writes it: a title above the heads, numbers as numbers, lines within a cell, empty rows. */
const workbook = async (rows: readonly Row[], name = 'kich-ban.XLSX'): Promise<File> => {
  const bytes = await writeWorkbook([{ sheet: 'Kịch bản', data: [...rows] }]).toBuffer();
  return new File([new Uint8Array(bytes)], name);
};
const heads: Row = ['TT', 'Nội dung', 'Hình thức', 'Họ và tên', 'Chức vụ', 'Điểm cầu', 'Thời lượng (phút)', 'Lời dẫn'];

test('R10: a real .xlsx file is read as the same table pasted: heads below a title, numbers, times and lines in a cell', async () => {
  const file = await workbook([
    ['KỊCH BẢN ĐIỀU HÀNH'],
    [],
    heads,
    [1, 'Khai mạc', 'Khai mạc', null, null, null, 5, null],
    [2, 'Báo cáo của các tỉnh', null, null, null, null, 30, null],
    [3, null, 'Báo cáo', 'Hòa thượng Thích Minh Quang', 'Ủy viên', site(1).name, 7.5, 'Kính mời\nHòa thượng'],
  ]);
  const imported = readPlan(await readFile(file), sites);
  expect(imported?.trouble).toEqual([]);
  expect(imported?.items.map(({ title, seconds }) => [title, seconds])).toEqual([
    ['Khai mạc', 300],
    ['Báo cáo của các tỉnh', 1800],
  ]);
  expect(imported?.rows).toMatchObject([
    { kind: 'opening', item: 'Khai mạc', seconds: 300 },
    {
      kind: 'speech',
      speechKind: 'report',
      item: 'Báo cáo của các tỉnh',
      seconds: 450,
      person: { honorific: 'Hòa thượng', name: 'Thích Minh Quang', position: 'Ủy viên' },
      site: { siteId: site(1).siteId },
      cue: 'Kính mời\nHòa thượng',
    },
  ]);
});

test('R10: a time of day in a cell is read on the clock of the spreadsheet', async () => {
  const at = new Date(Date.UTC(2027, 2, 10, 8, 30));
  const table = await readFile(await workbook([heads, [{ value: at, type: Date, format: 'hh:mm' }, 'Khai mạc']]));
  expect(table[1]?.slice(0, 2)).toEqual(['08:30', 'Khai mạc']);
});

test('R10: 400 rows are read whole', async () => {
  const rows = Array.from({ length: 400 }, (_, n): Row => [
    n + 1,
    null,
    'Lời dẫn',
    null,
    null,
    null,
    1,
    `Câu ${n + 1}`,
  ]);
  const imported = readPlan(await readFile(await workbook([heads, ...rows])), sites);
  expect(imported?.rows).toHaveLength(400);
  expect(imported?.rows.at(-1)).toMatchObject({ kind: 'words', cue: 'Câu 400', seconds: 60 });
});

test('R10: what only calls itself .xlsx is refused', async () => {
  await expect(readFile(new File(['Nội dung;Phút'], 'kich-ban.xlsx'))).rejects.toThrow('xlsx');
});
