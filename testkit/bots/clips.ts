// The demo's clips, for tests: the same pictures and tones as the product's own bots.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPicture, readTone, type PictureClip, type ToneClip } from '@diemcau/server/bots';

/** Folder of `clips.json` and its files. */
export const CLIPS_FOLDER = fileURLToPath(new URL('../../apps/server/src/demo/clips', import.meta.url));

/** Tone `n` (0 to 19) as a clip. */
export const toneClip = (n: number): Promise<ToneClip> =>
  readTone(join(CLIPS_FOLDER, `tone-${String(n).padStart(2, '0')}.opus`));

/** The main hall's moving picture. */
export const hallPicture = (): Promise<PictureClip> => readPicture(join(CLIPS_FOLDER, 'site-hall.ivf'));
