import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseIvf, parseOggOpus, readClipIndex, readPicture, readTone } from './clips.ts';

const FOLDER = fileURLToPath(new URL('../../demo/clips', import.meta.url));
/** The toc byte of Opus names mode and length (RFC 6716, 3.1): configurations 19, 23, 27 and 31 are CELT, 13 and 15 hybrid, of 20 ms. */
const TWENTY_MS = new Set([1, 5, 9, 13, 15, 19, 23, 27, 31]);

describe('the clips of the demo', () => {
  test('each site has a picture that starts with a keyframe, has one every 2 s, and moves ten times a second', async () => {
    for (const entry of await readClipIndex(FOLDER)) {
      const clip = await readPicture(join(FOLDER, entry.file));
      expect([clip.width, clip.height, clip.frameMs]).toEqual([640, 360, 100]);
      const keyframes = clip.frames.flatMap((frame, index) => (frame.isKeyframe ? [index] : []));
      expect(keyframes).toEqual([0, 20, 40]);
    }
  });

  test('each tone is one second of packets of 20 ms', async () => {
    for (const entry of await readClipIndex(FOLDER)) {
      const { packets } = await readTone(join(FOLDER, entry.toneFile));
      expect(packets).toHaveLength(50);
      expect(packets.every((packet) => TWENTY_MS.has((packet[0] ?? 0) >> 3) && ((packet[0] ?? 0) & 3) === 0)).toBe(
        true,
      );
    }
  });

  test('no unit is named twice, the hall is there, and its tone is its own', async () => {
    const entries = await readClipIndex(FOLDER);
    expect(new Set(entries.map((entry) => entry.unitCode)).size).toBe(entries.length);
    expect(entries.filter((entry) => entry.tone === 0).map((entry) => entry.unitCode)).toEqual([null]);
    expect(entries).toHaveLength(25);
  });

  test('a file of another kind is refused', () => {
    expect(() => parseIvf(Buffer.alloc(64))).toThrow('not an IVF file');
    expect(() => parseOggOpus(Buffer.alloc(64))).toThrow('not an Ogg file');
    expect(() => parseOggOpus(Buffer.alloc(0))).toThrow('not an Opus file');
  });
});
