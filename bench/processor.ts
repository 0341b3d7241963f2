// How long processes kept a processor busy, as the system counts it.
import { readdir, readFile } from 'node:fs/promises';

/** Of Linux, on every machine that it still runs on. */
const TICKS_PER_SECOND = 100;

type Busy = { readonly pid: number; readonly parent: number; readonly ms: number };

const busyOf = async (pid: string): Promise<readonly Busy[]> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // It has ended since it was listed.
  if (stat === null) return [];
  // The name, in brackets, may hold anything.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ms = (1000 * ((fields[11] ?? 0) + (fields[12] ?? 0))) / TICKS_PER_SECOND;
  return [{ pid: Number(pid), parent: fields[1] ?? 0, ms }];
};

/** Ms of processor that this process has taken so far. */
export const processorMs = async (pid: number): Promise<number> => (await busyOf(String(pid)))[0]?.ms ?? 0;

/** The same of a process and all that it started, while they live. */
export const processorMsOfAll = async (root: number): Promise<number> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = (await Promise.all(pids.map(busyOf))).flat();
  const below = (pid: number): number =>
    all.filter(({ parent }) => parent === pid).reduce((sum, child) => sum + child.ms + below(child.pid), 0);
  return (all.find(({ pid }) => pid === root)?.ms ?? 0) + below(root);
};
