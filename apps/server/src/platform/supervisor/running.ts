import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 200;

/** A program that runs: one we started, or one that a killed supervisor left behind and we adopted. */
export type Running = {
  readonly pid: number;
  /** resolves with how it ended, in words */
  readonly ended: Promise<string>;
  signal(signal: NodeJS.Signals): void;
};

/** A signal, and how long to wait for the end before the next one. */
export type EndingStep = { signal: NodeJS.Signals; waitMs: number };

/** @throws Error when the program could not be started at all */
export function started(child: ChildProcess, program: string): Running {
  if (child.pid === undefined) throw new Error(`${program} cannot be started`);
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : signal));
  });
  return { pid: child.pid, ended, signal: (signal) => void child.kill(signal) };
}

/** A program that is nobody's child any more can only be watched from outside. */
export function adopted(pid: number, isOurs: () => boolean): Running {
  const watch = async () => {
    while (isOurs()) await sleep(pollMs);
    return 'it is gone';
  };
  return {
    pid,
    ended: watch(),
    signal: (signal) => {
      if (isOurs()) process.kill(pid, signal);
    },
  };
}

/**
 * Whether `pid` runs and its command line holds all of `words`: a number alone may belong to another program by now.
 * A zombie does not count as running.
 */
export function runsAs(pid: number, words: readonly string[]): boolean {
  const folder = `/proc/${pid}`;
  if (!existsSync(folder)) return false;
  try {
    const state = /^State:\s+(\S)/m.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1];
    const command = readFileSync(`${folder}/cmdline`, 'utf8');
    return state !== 'Z' && state !== 'X' && words.every((word) => command.includes(word));
  } catch (error) {
    // It ended between two of these lines.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return false;
    throw error;
  }
}

/** Ends a program: one signal after another, each with its time, then SIGKILL. */
export async function end(running: Running, steps: readonly EndingStep[]): Promise<void> {
  for (const { signal, waitMs } of [...steps, { signal: 'SIGKILL', waitMs: 1000 } as const]) {
    running.signal(signal);
    if (await within(running.ended, waitMs)) return;
  }
}

async function within(ended: Promise<unknown>, waitMs: number): Promise<boolean> {
  const giveUp = new AbortController();
  const late = sleep(waitMs, false, { signal: giveUp.signal }).catch(() => false);
  const inTime = await Promise.race([ended.then(() => true), late]);
  giveUp.abort();
  return inTime;
}
