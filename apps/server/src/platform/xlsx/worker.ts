// Makes a workbook off the main thread: a national conference has 100,000 delegates and more, and its sockets must not wait.
import { parentPort, workerData } from 'node:worker_threads';
import writeWorkbook, { type Row } from 'write-excel-file/node';
import type { Cell, SheetHead, ToWorker } from './sheet.ts';

const HEADS = workerData as readonly SheetHead[];
/** Viet Nam's: it has no summer time, and a workbook no time zones. */
const UTC_OFFSET_MS = 7 * 60 * 60 * 1000;
/** What a spreadsheet takes for a formula when somebody edits the cell, or saves the sheet as CSV. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/;

const written = (cell: Cell): Row[number] => {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell === 'object')
    return { value: new Date(cell.time + UTC_OFFSET_MS), type: Date, format: 'hh:mm dd/mm/yyyy' };
  // "@" keeps it text for good.
  return LIKE_A_FORMULA.test(cell) ? { value: cell, type: String, format: '@' } : cell;
};

const sheets = HEADS.map(({ name, columns }) => ({
  sheet: name,
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 1,
  data: [columns.map(({ head }) => ({ value: head, type: String, fontWeight: 'bold' as const, wrap: true }))] as Row[],
}));

const finish = async () => {
  const workbook = await writeWorkbook(sheets).toBuffer();
  const bytes = new Uint8Array(workbook);
  parentPort?.postMessage(bytes, [bytes.buffer]);
};

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'end') void finish();
  else for (const row of message.rows) sheets[message.sheet]?.data.push(row.map(written));
});
