import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './options.ts';

const taken = 75;

/** A lock on the data folder; it ends with the process that took it, however that ends. */
export type Lock = { release(): void };

/**
 * Locks `dataDir` for this process. The kernel's file lock is held by a tiny child whose life hangs on our pipe, because
 * Node offers no file locks: when we are killed the pipe closes, the child ends, the lock is free.
 * @throws UsageError when another supervisor holds it
 */
export async function lockDataDir(dataDir: string): Promise<Lock> {
  const holder = spawn('flock', ['--nonblock', '--conflict-exit-code', String(taken), join(dataDir, 'lock'), 'cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // A Ctrl-C on the terminal goes to the whole group: the lock must outlast the shutdown it starts.
    detached: true,
  });
  await new Promise<void>((locked, refused) => {
    holder.once('error', (error) =>
      refused(new Error(`The data folder cannot be locked: ${error.message}`, { cause: error })),
    );
    holder.once('exit', (code) =>
      refused(code === taken ? inUse(dataDir) : new Error('The data folder cannot be locked.')),
    );
    // What comes back from the child proves that it runs, and it runs only under the lock.
    holder.stdout.once('data', () => locked());
    // A child that was refused is gone before it reads: its exit code says so.
    holder.stdin.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? undefined : refused(error)));
    holder.stdin.write('locked\n');
  });
  writeFileSync(join(dataDir, 'supervisor.pid'), `${process.pid}\n`);
  holder.unref();
  return { release: () => void holder.stdin.end() };
}

function inUse(dataDir: string): UsageError {
  const pid = readFileSync(join(dataDir, 'supervisor.pid'), 'utf8').trim();
  return new UsageError(
    `Another server (process ${pid}) already uses ${dataDir}: stop it, or name another folder with --data.`,
  );
}
