import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLocalFiles } from './local-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const filesIn = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());

test('the same bytes are kept once, also when several keep them at once, and nothing is left beside them', async () => {
  const files = createLocalFiles(folder);
  const names = await Promise.all([1, 2, 3, 4].map(() => files.keep(bytes('ảnh'))));
  expect(new Set(names).size).toBe(1);
  expect(await filesIn()).toHaveLength(1);
  expect((await files.read(names[0] ?? ''))?.toString()).toBe('ảnh');
});

test('what is not there is told apart from what cannot be a name', async () => {
  const files = createLocalFiles(folder);
  expect(await files.read('0'.repeat(64))).toBeNull();
  await expect(files.read('../../etc/passwd')).rejects.toThrow('no name of a file');
});
