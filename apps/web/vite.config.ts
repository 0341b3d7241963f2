import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const compressible = /\.(?:js|css|svg)$/;

/** What a room screen shares with the pages of people who take part alone, or watch. */
const LIVE_PARTS = new RegExp(
  [
    String.raw`ui/live/(?:Tag|SpeechClock|speech-time|ticking|BarTitle|DemoTag|LowerThird|TallyFrame|LevelMeter|SecrecyNote|fitted-text)\b`,
    String.raw`ui/text/(?:language|format)\b`,
    String.raw`live/(?:naming|speech-kinds|select)\b`,
    String.raw`floor/lower-third\b`,
    String.raw`icons/Icon(?:Broadcast|Eye|Flask|Users|VideoOff|PlayerPause|Microphone|MicrophoneOff|Clock|PlugConnectedX)\.`,
  ]
    .map((path) => `/${path}`)
    .join('|'),
);

const ROOM_PARTS = /\/screens\/room\/(?!index|Unseated|remote-control|Gesture|Elsewhere|Refused)[\w-]+\.tsx?$/;

/** What a screen needs of the media, whether it shows the programme or sends a screen alone: one file, as it was one. */
const MEDIA_PARTS =
  /\/livekit-client\/|\/src\/media\/(?:ticket|place|cameras|voices|publisher|own-audience|slot|cut|stage|stage-connection|programme-player|due-picture|grid-picture|ProgrammeVideo|StageProvider|TrackVideo|loudness)\.tsx?$/;

/** What every live page folds and shows of the conference. */
const FOLD_PARTS =
  /\/packages\/domain\/src\/(?:live\/(?:media|picture|state|slices)|programme\/(?:content|picture|polling|rules)|kernel\/(?:layout|problem|actor|result))\.ts$/;

/** Writes `.br` and `.gz` beside each script and stylesheet: the server hands them out without work of its own. */
const precompressed = (): Plugin => ({
  name: 'diemcau:precompressed',
  apply: 'build',
  async writeBundle({ dir = 'dist' }) {
    const folder = join(dir, 'assets');
    const names = (await readdir(folder)).filter((name) => compressible.test(name));
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
 * A room screen is a page of its own, `room.html`: the same, but it names the parts of its screen, so that they are
 * fetched beside the first ones and not after those have run. It opens unattended, often on a slow machine.
 */
const roomPage = (): Plugin => ({
  name: 'diemcau:room-page',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const page = bundle['index.html'];
    const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
    const room = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/screens/room/index.ts'));
    if (page?.type !== 'asset' || !room) throw new Error('The build has no page, or no room screen of its own.');
    const parts = new Set<string>();
    const take = (fileName: string) => {
      if (parts.has(fileName)) return;
      parts.add(fileName);
      for (const imported of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) take(imported);
    };
    take(room.fileName);
    const html = String(page.source);
    const more = [...parts].filter((file) => !html.includes(file));
    const links = more.map((file) => `    <link rel="modulepreload" crossorigin href="/${file}">\n`);
    this.emitFile({
      type: 'asset',
      fileName: 'room.html',
      source: html.replace('  </head>', `${links.join('')}  </head>`),
    });
  },
});

/**
 * The page's build. The server serves `dist/` and finds the files of an entry in the manifest; in development it runs
 * Vite as a middleware with this same file, so there is no port or proxy here.
 */
export default defineConfig({
  plugins: [react(), roomPage(), precompressed()],
  build: {
    outDir: 'dist',
    manifest: true,
    target: 'es2022',
    // Fonts and pictures stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    // The weight of what a screen loads is measured by the size bench, in gzip.
    reportCompressedSize: false,
    // Building a schema or a table of sentences has no effect but its value: what a screen does not use stays out.
    rolldownOptions: {
      // Whatever is called on a variable of one of these names is taken to do nothing: call no variable so.
      treeshake: { manualPureFunctions: ['z', 'problems', 'line', 'defineWords'] },
      // Each of these is small and on most live pages: as files of their own they would cost more than they are.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'live-parts', test: LIVE_PARTS },
            { name: 'room-parts', test: ROOM_PARTS },
            { name: 'media-parts', test: MEDIA_PARTS },
            { name: 'fold-parts', test: FOLD_PARTS },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1' },
});
