// What cameras of so many lines send: a demo's scene, scaled and made to move in every frame as a real camera's noise does,
// encoded at a steady rate. Needs ffmpeg, as the tests do.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseIvf, type PictureClip } from '@diemcau/server/bots';
import { CLIPS_FOLDER } from '@diemcau/testkit/bots';

/** Of a camera, or of one of its sizes. */
export type Encoding = {
  /** Lines of 16:9. */
  readonly height: number;
  readonly framesPerSecond: number;
  readonly bitsPerSecond: number;
};

const SCENE = join(CLIPS_FOLDER, 'site-19.ivf');
const LOOP_S = 4;

/** An IVF file of VP8. */
export const cameraFile = async ({ height, framesPerSecond, bitsPerSecond }: Encoding): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'camera-'));
  const path = join(folder, 'camera.ivf');
  const rate = String(bitsPerSecond);
  const filter = `fps=${framesPerSecond},scale=${(height * 16) / 9}:${height},noise=alls=6:allf=t`;
  const live = ['-deadline', 'realtime', '-cpu-used', '8', '-lag-in-frames', '0', '-auto-alt-ref', '0', '-g', '9999'];
  const steady = ['-b:v', rate, '-minrate', rate, '-maxrate', rate, '-bufsize', rate];
  const args = ['-i', SCENE, '-vf', filter, '-t', String(LOOP_S), '-c:v', 'libvpx', ...live, ...steady, path];
  const child = spawn('ffmpeg', ['-loglevel', 'error', '-y', ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code]: unknown[] = await once(child, 'exit');
  if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)}`);
  const file = await readFile(path);
  await rm(folder, { recursive: true });
  return file;
};

/** One clip for each, in their order. */
export const picturesOf = async (encodings: readonly Encoding[]): Promise<readonly PictureClip[]> => {
  const clips: PictureClip[] = [];
  for (const encoding of encodings) clips.push(parseIvf(await cameraFile(encoding)));
  return clips;
};
