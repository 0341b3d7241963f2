import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beatOf, CELL_COLUMNS, CELL_ROWS, cellsOf } from '../browser/page/cells.ts';
import { toneHz } from '../bots/tones.ts';

const FRAMES_PER_SECOND = 15;
const [WIDTH, HEIGHT] = [640, 480];

/** A film as a file (WebM) that shows the cells of this number and sounds its tone. Needs ffmpeg. */
export const makeFilm = async (path: string, number: number, tone: number, seconds: number): Promise<void> => {
  const picture = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${CELL_COLUMNS}x${CELL_ROWS}`];
  const sound = ['-f', 'lavfi', '-t', String(seconds), '-i', `sine=frequency=${toneHz(tone)}:sample_rate=48000`];
  const scaled = ['-vf', `scale=${WIDTH}:${HEIGHT}:flags=neighbor`, '-pix_fmt', 'yuv420p', '-c:v', 'libvpx'];
  const child = spawn(
    'ffmpeg',
    [
      '-loglevel',
      'error',
      '-y',
      ...picture,
      '-r',
      String(FRAMES_PER_SECOND),
      '-i',
      '-',
      ...sound,
      ...scaled,
      '-deadline',
      'realtime',
      '-b:v',
      '1M',
      '-c:a',
      'libopus',
      '-shortest',
      path,
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const exit = once(child, 'exit');
  for (let frame = 0; frame < seconds * FRAMES_PER_SECOND; frame += 1)
    child.stdin.write(Buffer.from(cellsOf(number, beatOf(frame)).map((isWhite) => (isWhite ? 255 : 0))));
  child.stdin.end();
  const [code]: unknown[] = await exit;
  if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)}`);
};
