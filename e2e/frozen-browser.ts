// A cable pulled, as far as everybody else can tell: a browser of its own whose processes stand still.
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, BrowserType, LaunchOptions } from '@playwright/test';

export type OwnBrowser = {
  readonly browser: Browser;
  /** Nothing of it moves any more: no picture, no sound, no word to anybody. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly close: () => Promise<void>;
};

/** Process ids with their parents', of `/proc`. */
const parents = (): ReadonlyMap<number, number> => {
  const found = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = statOf(name);
    // The name of the program, in brackets, may hold anything; its parent is the second word after it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent > 0) found.set(Number(name), parent);
  }
  return found;
};

/** A process may end between being listed and being read. */
const statOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return '';
  }
};

/** A process and all that it started, parents first. */
const familyOf = (pid: number): readonly number[] => {
  const all = parents();
  const family = [pid];
  for (const member of family) for (const [child, parent] of all) if (parent === member) family.push(child);
  return family;
};

export const launchOwnBrowser = async (type: BrowserType, options: LaunchOptions): Promise<OwnBrowser> => {
  const server = await type.launchServer(options);
  const { pid } = server.process();
  if (pid === undefined) throw new Error('a browser without a process id');
  const browser = await type.connect(server.wsEndpoint());
  let frozen: readonly number[] = [];
  const thaw = () => {
    for (const member of frozen.toReversed()) process.kill(member, 'SIGCONT');
    frozen = [];
  };
  return {
    browser,
    thaw,
    freeze: () => {
      frozen = familyOf(pid);
      for (const member of frozen) process.kill(member, 'SIGSTOP');
    },
    close: async () => {
      thaw();
      await browser.close();
      await server.close();
    },
  };
};
