// Makes the clips of the demo's simulated sites: `node testkit/clips/make.ts`. Needs ffmpeg (libvpx, libopus) and Chromium;
// its results are kept in the repository, so that nobody else needs them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { ROOMS, type Room } from './rooms.ts';

const FRAMES_PER_SECOND = 10;
const LOOP_S = 6;
/** A newcomer waits at most for the next jump to one of these. */
const KEYFRAME_EVERY = 20;
const TONES = 20;
/** Quiet: it is there to be recognised, and a person has to bear it. */
const TONE_DB = -24;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const TARGET = here('../../apps/server/src/demo/clips/');
const FONTS = here('../../node_modules/@fontsource/be-vietnam-pro/files/');

const two = (number: number): string => String(number).padStart(2, '0');
const pictureFile = (room: Room): string => `site-${room.unitCode ?? 'hall'}.ivf`;
const toneFile = (tone: number): string => `tone-${two(tone)}.opus`;

const ffmpeg = async (args: readonly string[], input: readonly Buffer[]): Promise<void> => {
  const child = spawn('ffmpeg', ['-loglevel', 'error', '-y', ...args], { stdio: ['pipe', 'inherit', 'inherit'] });
  const exit = once(child, 'exit');
  for (const chunk of input) child.stdin.write(chunk);
  child.stdin.end();
  const [code]: unknown[] = await exit;
  if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)}`);
};

const fontAddress = async (subset: string): Promise<string> => {
  const bytes = await readFile(join(FONTS, `be-vietnam-pro-${subset}-700-normal.woff2`));
  return `data:font/woff2;base64,${bytes.toString('base64')}`;
};

const openScene = async (page: Page): Promise<void> => {
  const html = await readFile(here('scene.html'), 'utf8');
  const withFonts = html
    .replace('FONT_VIETNAMESE', await fontAddress('vietnamese'))
    .replace('FONT_LATIN', await fontAddress('latin'));
  await page.setContent(withFonts);
  if ((await page.evaluate<number>('window.ready')) === 0) throw new Error('the font did not load');
};

const makePicture = async (page: Page, room: Room): Promise<void> => {
  const frames: Buffer[] = [];
  const count = FRAMES_PER_SECOND * LOOP_S;
  for (let frame = 0; frame < count; frame += 1) {
    const png = await page.evaluate<string>(`window.paint(${JSON.stringify(room)}, ${frame / count})`);
    frames.push(Buffer.from(png, 'base64'));
  }
  const input = ['-f', 'image2pipe', '-framerate', String(FRAMES_PER_SECOND), '-i', '-'];
  // No frame that is not shown (alt-ref) and none that waits for a later one: each leaves as it is read.
  const live = [
    '-auto-alt-ref',
    '0',
    '-lag-in-frames',
    '0',
    '-deadline',
    'best',
    '-cpu-used',
    '0',
    '-g',
    String(KEYFRAME_EVERY),
    '-keyint_min',
    String(KEYFRAME_EVERY),
  ];
  const size = ['-crf', '24', '-qmin', '8', '-qmax', '44', '-b:v', '400k'];
  await ffmpeg(
    [...input, '-pix_fmt', 'yuv420p', '-c:v', 'libvpx', ...live, ...size, join(TARGET, pictureFile(room))],
    frames,
  );
};

/**
 * Whole waves fit into each packet of 20 ms, and the slow swell into half a second, so the loop has no click; the second that
 * is kept is cut out of the middle of three, where the encoder has settled.
 */
const makeTone = async (tone: number, folder: string): Promise<void> => {
  const hertz = 500 + 150 * tone;
  const gain = 10 ** (TONE_DB / 20);
  const source = `aevalsrc=${gain}*(0.75+0.25*sin(2*PI*2*t))*sin(2*PI*${hertz}*t):s=48000:d=3`;
  const opus = ['-c:a', 'libopus', '-b:a', '40k', '-vbr', 'off', '-frame_duration', '20', '-application', 'audio'];
  const whole = join(folder, toneFile(tone));
  await ffmpeg(['-f', 'lavfi', '-i', source, '-ac', '1', ...opus, whole], []);
  await ffmpeg(['-ss', '1', '-i', whole, '-t', '0.98', '-c', 'copy', join(TARGET, toneFile(tone))], []);
};

await mkdir(TARGET, { recursive: true });
const scratch = await mkdtemp(join(tmpdir(), 'tones-'));
for (let tone = 0; tone < TONES; tone += 1) await makeTone(tone, scratch);
await rm(scratch, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_BIN'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 640, height: 360 } });
await openScene(page);
for (const room of ROOMS) {
  await makePicture(page, room);
  console.log(room.name);
}
await browser.close();
const index = ROOMS.map((room) => ({
  unitCode: room.unitCode,
  name: room.name,
  file: pictureFile(room),
  tone: room.tone,
  toneFile: toneFile(room.tone),
}));
await writeFile(
  join(TARGET, 'clips.json'),
  `[\n${index.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`,
);
