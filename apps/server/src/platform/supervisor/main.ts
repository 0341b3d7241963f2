import { fileURLToPath } from 'node:url';
import { runFromCommandLine } from './command-line.ts';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

await runFromCommandLine(process.argv.slice(2), process.env, {
  home: fromHere('../../../../../'),
  serverMain: fromHere('../../main.ts'),
});
