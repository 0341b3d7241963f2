import { describe, expect, it } from 'vitest';

import { leftOver, pastedRows, previewOf, readTable } from './roster-paste.ts';
import { delegateId } from './roster.fixture.ts';

const read = async (text: string, usual = '') => {
  let made = 0;
  return pastedRows(await readTable(text), usual, () => delegateId(++made));
};
const rowsOf = async (text: string, usual?: string) => {
  const pasted = await read(text, usual);
  if (typeof pasted === 'string') throw new Error(`the paste is ${pasted}`);
  return pasted;
};
const WITH_HEADS = [
  'DANH SÁCH ĐẠI BIỂU',
  '',
  'STT\tHọ và tên\tChức vụ\tGhi chú\tĐiện thoại',
  '1\tHòa thượng Thích Minh Quang\tTrụ trì\tăn chay\t912345678',
  '',
  '2\tNguyễn Văn An\tBí thư\t\t',
].join('\n');

describe('a list from a spreadsheet', () => {
  it('N3: cells are found by their heads, below a title, and unused columns are named', async () => {
    const { rows, lines, unused } = await rowsOf(WITH_HEADS);
    expect(lines).toEqual([4, 6]);
    expect(rows[0]).toMatchObject({
      rank: '1',
      honorific: 'Hòa thượng',
      name: 'Thích Minh Quang',
      position: 'Trụ trì',
    });
    expect(unused).toEqual(['Ghi chú']);
  });

  it('N3: a form of address that is not said is never guessed; the clerk may name one', async () => {
    const pasted = await rowsOf(WITH_HEADS);
    expect(previewOf(pasted, [])).toMatchObject([
      { line: 4, status: 'understood' },
      { line: 6, status: 'odd', fields: ['honorific'] },
    ]);
    const named = await rowsOf(WITH_HEADS, 'Đồng chí');
    expect(named.rows.map(({ honorific }) => honorific)).toEqual(['Hòa thượng', 'Đồng chí']);
    expect(previewOf(named, []).every(({ status }) => status === 'understood')).toBe(true);
  });

  it('N3: without heads the usual columns are taken', async () => {
    expect((await rowsOf('Bà Lò Thị Sen')).rows).toMatchObject([{ honorific: 'Bà', name: 'Lò Thị Sen' }]);
    expect((await rowsOf('Bà\tLò Thị Sen\tTrưởng bản')).rows).toMatchObject([
      { honorific: 'Bà', name: 'Lò Thị Sen', position: 'Trưởng bản' },
    ]);
  });

  it('N3: lines that are not clear are left to be corrected, with their heads', async () => {
    const pasted = await rowsOf(WITH_HEADS);
    const left = leftOver(pasted, [1]);
    expect(left).toBe('STT\tHọ và tên\tChức vụ\tGhi chú\tĐiện thoại\n2\tNguyễn Văn An\tBí thư\t\t');
    expect((await rowsOf(left, 'Ông')).rows).toMatchObject([{ honorific: 'Ông', name: 'Nguyễn Văn An' }]);
  });

  it('N3: says why nothing can be read', async () => {
    expect(await read(' \n\t\n')).toBe('nothing');
    expect(await read('STT\tHọ và tên')).toBe('nothing');
    expect(await read(Array.from({ length: 301 }, (_, n) => `Ông Người ${n}`).join('\n'))).toBe('tooMany');
  });
});
