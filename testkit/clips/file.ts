import { readFile } from 'node:fs/promises';

/** The moving picture of a unit as a file (IVF, VP8) in base64; null: of the main hall. */
export const clipFile = async (unitCode: string | null): Promise<string> => {
  const url = new URL(`../../apps/server/src/demo/clips/site-${unitCode ?? 'hall'}.ivf`, import.meta.url);
  return (await readFile(url)).toString('base64');
};
