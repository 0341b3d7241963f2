import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** One output of the build as Vite's manifest describes it. */
export type Chunk = {
  file: string;
  src?: string;
  isEntry?: boolean;
  /** manifest keys of what it needs before it runs */
  imports?: string[];
  /** and of what it loads when it has run, if ever */
  dynamicImports?: string[];
  css?: string[];
};

export type Manifest = Record<string, Chunk>;

const kinds = ['js', 'css'] as const;
export type Weight = Readonly<Record<(typeof kinds)[number], number>>;

/** What a room screen may fetch before its first picture: bytes, gzip. */
export const limits: Weight = { js: 300 * 1024, css: 60 * 1024 };

/** Its first lines load all the rest of the page at once; what that loads later (pairing, QR) comes after the picture. */
const ROOM_PAGE = 'room.html';

/**
 * The files a room screen loads: its page's entry, what that loads, and whatever these import before they run.
 * @throws Error when the manifest has no entry of the room screen's page
 */
export function filesOfRoomScreen(manifest: Manifest): { js: Set<string>; css: Set<string> } {
  if (manifest[ROOM_PAGE]?.isEntry !== true) throw new Error(`The build has no page ${ROOM_PAGE}.`);
  const [js, css, seen] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const take = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    (chunk.file.endsWith('.css') ? css : js).add(chunk.file);
    for (const file of chunk.css ?? []) css.add(file);
    for (const imported of chunk.imports ?? []) take(imported);
  };
  take(ROOM_PAGE);
  for (const rest of manifest[ROOM_PAGE].dynamicImports ?? []) take(rest);
  return { js, css };
}

/** What a room screen fetches before its first picture, of the page built into `dist`: bytes, gzip. */
export function weightOf(dist: string): Weight {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/room.json'), 'utf8')) as Manifest;
  const files = filesOfRoomScreen(manifest);
  const bytesOf = (names: Set<string>) =>
    [...names].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
  return { js: bytesOf(files.js), css: bytesOf(files.css) };
}

/** Weighs the built page and prints the result. */
function weigh(dist: string): boolean {
  const weight = weightOf(dist);
  const kilobytes = (value: number) => `${(value / 1024).toFixed(1)} KB`;
  return kinds
    .map((kind) => {
      const holds = weight[kind] <= limits[kind];
      process.stdout.write(
        `${holds ? 'ok' : 'TOO HEAVY'}: the room screen's ${kind} is ${kilobytes(weight[kind])} gzip of ${kilobytes(limits[kind])}\n`,
      );
      return holds;
    })
    .every(Boolean);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = weigh(join(import.meta.dirname, '../apps/web/dist')) ? 0 : 1;
