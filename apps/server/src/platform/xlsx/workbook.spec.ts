import { inflateRawSync } from 'node:zlib';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, test, vi } from 'vitest';
import { writeWorkbook, type Cell } from './index.ts';

// Each workbook is a thread of its own, which takes a while to start on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

async function* pages(...all: readonly (readonly (readonly Cell[])[])[]) {
  yield* all;
}
const columns = [
  { head: 'Họ và tên', width: 20 },
  { head: 'Số', width: 8 },
];
const written = async (...rows: readonly (readonly Cell[])[]) => {
  const workbook = await writeWorkbook([{ name: 'Đại biểu', columns, pages: pages(rows) }]);
  return { workbook, rows: (await readWorkbook(workbook))[0]?.data.slice(1) };
};
/** A part of the workbook, which is a ZIP file, by its central directory. */
const partOf = (zip: Buffer, name: string): string => {
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    return inflateRawSync(zip.subarray(from, from + zip.readUInt32LE(at + 20))).toString();
  }
  throw new Error(`no ${name}`);
};
/** How a cell is to be shown: "@" is text, whatever stands in it and whoever edits it. */
const formatOf = (workbook: Buffer, cell: string): string | undefined => {
  const style = Number(
    new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(partOf(workbook, 'xl/worksheets/sheet1.xml'))?.[1] ?? 0,
  );
  const styles = partOf(workbook, 'xl/styles.xml');
  const used = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf [^>]*>/g)][style]?.[0] ?? '';
  const id = /numFmtId="(\d+)"/.exec(used)?.[1];
  return new RegExp(`numFmtId="${id}" formatCode="([^"]+)"`).exec(styles)?.[1];
};
const AT = Date.UTC(2026, 1, 26, 1, 30);

describe('N10: a workbook', () => {
  test('N10: has its sheets in order, each with its head and all pages of its rows', async () => {
    const workbook = await writeWorkbook([
      {
        name: 'Một',
        columns,
        pages: pages(
          [['Bình', 1]],
          [
            ['An', 2],
            ['', null],
          ],
        ),
      },
      { name: 'Hai', columns, pages: pages() },
    ]);
    expect(await readWorkbook(workbook)).toEqual([
      {
        sheet: 'Một',
        data: [
          ['Họ và tên', 'Số'],
          ['Bình', 1],
          ['An', 2],
        ],
      },
      { sheet: 'Hai', data: [['Họ và tên', 'Số']] },
    ]);
  });

  test('N10: a time is that of Viet Nam', async () => {
    const { rows } = await written([{ time: AT }, 1]);
    expect(rows).toEqual([[new Date(AT + 7 * 3_600_000), 1]]);
  });

  test('N10: what looks like a formula is text and stays text', async () => {
    const cells = ['=1+1', '+84 912 345 678', '-2+3', '@SUM(A1)', '=HYPERLINK("http://x")'];
    const { rows, workbook } = await written(...[...cells, 'An'].map((cell) => [cell, 1]));
    expect(rows).toEqual([...cells, 'An'].map((cell) => [cell, 1]));
    const formats = [...cells, 'An'].map((_, n) => formatOf(workbook, `A${n + 2}`));
    expect(formats).toEqual([...cells.map(() => '@'), undefined]);
  });

  test('N10: markup is text', async () => {
    const cell = `<script>&amp;"'</script>`;
    expect((await written([cell, 1])).rows).toEqual([[cell, 1]]);
  });

  test('N10: what cannot be read fails the workbook, not the server', async () => {
    async function* broken() {
      yield [['An', 1]] as const;
      throw new Error('the database is away');
    }
    await expect(writeWorkbook([{ name: 'Một', columns, pages: broken() }])).rejects.toThrow('the database is away');
  });
});
