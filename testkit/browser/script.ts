// The modules of `page/` as one script for a page: types taken out and joined, which a few small files need no bundler for.
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/** In the order of their imports; none of their names may stand in two of them. */
const MODULES = [
  '../bots/tones.ts',
  './page/cells.ts',
  './page/camera.ts',
  './page/clip.ts',
  './page/microphone.ts',
  './page/devices.ts',
  './page/sight.ts',
  './page/hearing.ts',
  './page/senses.ts',
];

const plain = (path: string): string =>
  stripTypeScriptTypes(readFileSync(new URL(path, import.meta.url), 'utf8'))
    .replaceAll(/^import [^;]*;$/gm, '')
    .replaceAll(/^export /gm, '');

const modules = MODULES.map(plain).join('\n');

/**
 * Runs in every page of a context before its own code (`context.addInitScript`).
 * @param site the number whose cells its camera sees and whose tone its microphone hears (0 to 19); null for a page
 * that captures nothing
 * @param clip what its camera sees instead of cells: an IVF file of VP8 in base64
 */
export const sensesScript = (site: number | null, clip: string | null = null): string =>
  `(() => {\n${modules}\ninstall(${site}, ${JSON.stringify(clip)});\n})();`;
