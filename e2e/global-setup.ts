import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startForRun } from '@diemcau/testkit';

const PAGE = fileURLToPath(new URL('../apps/web/dist/index.html', import.meta.url));

/** PostgreSQL for the run; Playwright awaits what it returns after the last journey. */
export default async function startHouses(): Promise<() => Promise<void>> {
  if (!existsSync(PAGE)) throw new Error('The page is not built: run script/bootstrap first.');
  return startForRun();
}
