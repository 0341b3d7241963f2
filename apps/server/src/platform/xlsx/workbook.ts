import { Worker } from 'node:worker_threads';
import type { Cell, SheetHead, ToWorker } from './sheet.ts';

const WORKER = new URL('./worker.ts', import.meta.url);
/** 200,000 rows of a dozen cells take two thirds of this; what is larger fails by itself, and nothing else with it. */
const MAX_MEMORY_MB = 1024;

/** A sheet with its rows, page by page. */
export type Sheet = SheetHead & { readonly pages: AsyncIterable<readonly (readonly Cell[])[]> };

/** Writes a workbook in a thread of its own. Rejects when that thread fails. */
export const writeWorkbook = async (sheets: readonly Sheet[]): Promise<Buffer> => {
  const heads: readonly SheetHead[] = sheets.map(({ name, columns }) => ({ name, columns }));
  const worker = new Worker(WORKER, {
    workerData: heads,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  });
  const done = new Promise<Buffer>((resolve, reject) => {
    worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => resolve(Buffer.from(bytes.buffer)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the workbook's thread ended with ${code}`)));
  });
  const send = (message: ToWorker) => worker.postMessage(message);
  const fill = async () => {
    for (const [sheet, { pages }] of sheets.entries())
      for await (const rows of pages) send({ type: 'rows', sheet, rows });
    send({ type: 'end' });
  };
  try {
    const [workbook] = await Promise.all([done, fill()]);
    return workbook;
  } finally {
    await worker.terminate();
  }
};
