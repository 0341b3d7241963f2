// Ready-made pictures and tones: read once, looped for ever. Encoding was done when the files were made.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isVp8Keyframe } from './rtp.ts';

/** A looped moving picture: VP8 frames, the first of them a keyframe. */
export type PictureClip = {
  readonly kind: 'picture';
  readonly width: number;
  readonly height: number;
  readonly frameMs: number;
  readonly frames: readonly { readonly bytes: Uint8Array; readonly isKeyframe: boolean }[];
};

/** A looped sound: Opus packets of 20 ms each. */
export type ToneClip = { readonly kind: 'tone'; readonly packets: readonly Uint8Array[] };

const clipEntry = z.object({
  /** Code of the statistics office; null for the main hall. */
  unitCode: z.string().nullable(),
  name: z.string(),
  /** Picture, beside the index. */
  file: z.string(),
  /** Number of the tone, 500 + 150 · tone Hz. */
  tone: z.int().min(0).max(19),
  /** Sound, beside the index. */
  toneFile: z.string(),
});

/** One line of `clips.json`: which picture and which tone stand for a site. */
export type ClipEntry = z.infer<typeof clipEntry>;

/** The index `clips.json` of a folder of clips. Throws when it is missing or malformed. */
export const readClipIndex = async (folder: string): Promise<readonly ClipEntry[]> =>
  z.array(clipEntry).parse(JSON.parse(await readFile(join(folder, 'clips.json'), 'utf8')));

/** Parses an IVF file of VP8 (32 bytes of header, then length, time and bytes of each frame). Throws on anything else. */
export const parseIvf = (file: Buffer): PictureClip => {
  if (file.toString('latin1', 0, 4) !== 'DKIF' || file.toString('latin1', 8, 12) !== 'VP80')
    throw new Error('not an IVF file of VP8');
  const frameMs = (1000 * file.readUInt32LE(20)) / file.readUInt32LE(16);
  const frames: { bytes: Uint8Array; isKeyframe: boolean }[] = [];
  for (let at = file.readUInt16LE(6); at + 12 <= file.length;) {
    const end = at + 12 + file.readUInt32LE(at);
    const bytes = file.subarray(at + 12, end);
    frames.push({ bytes, isKeyframe: isVp8Keyframe(bytes) });
    at = end;
  }
  if (!frames[0]?.isKeyframe) throw new Error('the picture does not start with a keyframe');
  return { kind: 'picture', width: file.readUInt16LE(12), height: file.readUInt16LE(14), frameMs, frames };
};

/** Parses an Ogg file of Opus in packets of 20 ms; its two header packets are left out. Throws on anything else. */
export const parseOggOpus = (file: Buffer): ToneClip => {
  const packets: Buffer[] = [];
  let partial: Buffer[] = [];
  for (let at = 0; at + 27 <= file.length;) {
    if (file.toString('latin1', at, at + 4) !== 'OggS') throw new Error('not an Ogg file');
    const segments = file.subarray(at + 27, at + 27 + file.readUInt8(at + 26));
    at += 27 + segments.length;
    for (const length of segments) {
      partial.push(file.subarray(at, at + length));
      at += length;
      // A segment of 255 bytes goes on in the next one (RFC 3533, 5).
      if (length < 255) packets.push(Buffer.concat(partial));
      if (length < 255) partial = [];
    }
  }
  if (packets[0]?.toString('latin1', 0, 8) !== 'OpusHead') throw new Error('not an Opus file');
  return { kind: 'tone', packets: packets.slice(2) };
};

export const readPicture = async (path: string): Promise<PictureClip> => parseIvf(await readFile(path));
export const readTone = async (path: string): Promise<ToneClip> => parseOggOpus(await readFile(path));
