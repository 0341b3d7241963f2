import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

const compressible = /\.(?:js|css|svg)$/;

/** Writes `.br` and `.gz` beside each script and stylesheet: the server hands them out without work of its own. */
const precompressed = (): Plugin => ({
  name: 'diemcau:precompressed',
  apply: 'build',
  async writeBundle({ dir = 'dist' }) {
    const folder = join(dir, 'assets');
    const all = new Set(await readdir(folder));
    const names = [...all].filter((name) => compressible.test(name) && !all.has(`${name}.br`));
    for (const name of names) {
      const file = join(folder, name);
      const content = await readFile(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      await writeFile(`${file}.br`, brotliCompressSync(content, { params }));
      await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
    }
  },
});

/**
 * The room screen's page names, beside its first lines, all that these load: what comes first is read at the same time
 * as they, what comes after it is fetched meanwhile and read when it is wanted.
 */
const linkedAhead = (): Plugin => ({
  name: 'diemcau:linked-ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { chunk, bundle }) => {
      const seen = new Set([chunk?.fileName]);
      const tags: HtmlTagDescriptor[] = [];
      const link = (rel: string, file: string) =>
        tags.push({
          tag: 'link',
          attrs: { rel, href: `/${file}`, crossorigin: true, ...(rel === 'prefetch' && { as: 'script' }) },
          injectTo: 'head',
        });
      const take = (rel: 'modulepreload' | 'prefetch') => (file: string) => {
        const part = bundle?.[file];
        if (part?.type !== 'chunk' || seen.has(file)) return;
        seen.add(file);
        link(rel, file);
        for (const style of part.viteMetadata?.importedCss ?? []) link('stylesheet', style);
        part.imports.forEach(take(rel));
      };
      const [join = '', place = '', ...later] = chunk?.dynamicImports ?? [];
      [join, place].forEach(take('modulepreload'));
      later.forEach(take('prefetch'));
      return tags;
    },
  },
});

/** The mode of Vite in which the page of the room screen is built, beside all other pages. */
const ROOM = 'room';

/**
 * Its parts, in the order in which they are read, each with all that it imports and none before it has: to begin with twenty
 * files costs a slow machine more than what is in them.
 */
const ROOM_PARTS = [
  { name: 'room-first', test: /ticket-ahead\.ts$|new-build\.ts$|preload-helper/ },
  { name: 'room-ahead', test: /media\/room-ahead\.ts$/ },
  { name: 'room-place', test: /shell\/room-place\.ts$/ },
  { name: 'room-page', test: /src\/room-page\.tsx$/ },
].map((part, at, { length }) => ({ ...part, priority: length - at }));

/**
 * The build of the pages, run twice: all but one share a page and its parts; the room screen's own (`src/room.ts`) shares
 * nothing with them. The server serves `dist/`; in development it runs Vite as a middleware with
 * this same file, so there is no port or proxy here.
 */
export default defineConfig(({ mode }) => ({
  plugins: [react(), precompressed(), ...(mode === ROOM ? [linkedAhead()] : [])],
  build: {
    outDir: 'dist',
    manifest: mode === ROOM ? '.vite/room.json' : true,
    target: 'es2022',
    // Fonts and pictures stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    // The weight of what a screen loads is measured by the size bench, in gzip.
    reportCompressedSize: false,
    // Building a schema or a table of sentences has no effect but its value: what a screen does not use stays out.
    rolldownOptions: {
      input: join(import.meta.dirname, mode === ROOM ? 'room.html' : 'index.html'),
      // Whatever is called on a variable of one of these names is taken to do nothing: `checks/pure-names.spec.ts`
      // sees to it that no other variable is called so.
      treeshake: { manualPureFunctions: ['z', 'problems', 'line', 'defineWords'] },
      ...(mode === ROOM && { output: { codeSplitting: { groups: ROOM_PARTS } } }),
    },
  },
  server: { host: '127.0.0.1' },
}));
