import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from './port.ts';

const NAME = /^[0-9a-f]{64}$/;
const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const exists = async (path: string): Promise<boolean> => {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};

/** Files on this machine's disk. `folder` is made with the first file, two levels deep: at most 65,536 folders. */
export const createLocalFiles = (folder: string): FileStore => {
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new Error('no name of a file');
    return join(folder, name.slice(0, 2), name.slice(2, 4), name);
  };
  /** Written beside its place and moved there, so that nobody ever reads half a file. */
  const write = async (path: string, bytes: Uint8Array): Promise<void> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const beside = `${path}.${randomUUID()}`;
    try {
      const file = await open(beside, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, path);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  };
  return {
    keep: async (bytes) => {
      const name = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(name);
      if (!(await exists(path))) await write(path, bytes);
      return name;
    },
    read: async (name) => {
      try {
        return await readFile(pathOf(name));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
};
