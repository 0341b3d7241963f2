import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export type CommandEnd = { code: number; timedOut: boolean };

const graceMs = 5000;

/**
 * Runs a command with our terminal, in a process group of its own so that whatever it started ends with it.
 * @param limitMs after this long it is ended, and that counts as a failure
 */
export async function runCommand(
  command: readonly string[],
  options: { cwd: string; env?: Record<string, string>; limitMs: number },
): Promise<CommandEnd> {
  const [program, ...args] = command;
  if (program === undefined) throw new Error('There is no command to run.');
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: 'inherit',
    detached: true,
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const signalGroup = (signal: NodeJS.Signals) => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, signal);
  };
  const onInterrupt = () => {
    signalGroup('SIGTERM');
    process.exit(130);
  };
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  const over = new AbortController();
  const late = sleep(options.limitMs, 'late' as const, { signal: over.signal }).catch(() => 'late' as const);
  try {
    const first = await Promise.race([ended, late]);
    if (first !== 'late') return { code: first, timedOut: false };
    signalGroup('SIGTERM');
    await Promise.race([ended, sleep(graceMs, undefined, { signal: over.signal }).catch(() => undefined)]);
    signalGroup('SIGKILL');
    return { code: await ended, timedOut: true };
  } finally {
    over.abort();
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}
