import { Worker } from 'node:worker_threads';
import type { PdfDocument } from './document.ts';

export type { PdfBlock, PdfColumn, PdfDocument } from './document.ts';

const WORKER = new URL('./worker.ts', import.meta.url);
/** 10,000 rows of a table take half of this; what is larger fails by itself, and nothing else with it. */
const MAX_MEMORY_MB = 1024;

/** Writes a document in a thread of its own. Rejects when that thread fails. */
export const writePdf = async (document: PdfDocument): Promise<Buffer> => {
  const worker = new Worker(WORKER, {
    workerData: document,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  });
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => resolve(Buffer.from(bytes)));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the thread of the PDF ended with ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
};
