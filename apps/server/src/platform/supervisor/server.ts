import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { openLog, readJson, tailOf, writePrivately } from './keep-file.ts';
import type { Service } from './keeper.ts';
import { adopted, end, runsAs, started, type Running } from './running.ts';

/** What a server tells its supervisor once it listens. */
const readyMessage = z.object({
  type: z.literal('ready'),
  /** the address people open */
  url: z.string(),
  /** the one-time link of the first administrator, on fresh data only */
  adminLink: z.string().optional(),
});

export type Ready = z.infer<typeof readyMessage>;

export type ServerOptions = {
  name: string;
  /** the module that is the server's composition root */
  main: string;
  dataDir: string;
  /** distinguishes the servers of one supervisor in file names */
  index: number;
  env: Record<string, string | undefined>;
  /** let its log run to the terminal too, for developers */
  toTerminal: boolean;
};

const readyMs = 60_000;

// The server closes its sockets in waves and drains its queues; then there is nothing left to be gentle about.
const ending = [{ signal: 'SIGTERM', waitMs: 4000 }] as const;

/** One server as a service of the supervisor. A server ends by itself when the channel to its supervisor closes. */
export function serverService(options: ServerOptions, onReady: (message: Ready) => void): Service {
  const heard = new WeakMap<Running, Promise<Ready>>();
  const logFile = join(options.dataDir, 'log', `server-${options.index}.log`);
  return {
    name: options.name,
    start: async () => {
      const log = openLog(logFile);
      const child = fork(options.main, ['--data', options.dataDir], {
        env: options.env,
        detached: true,
        stdio: ['ignore', options.toTerminal ? 'inherit' : log, options.toTerminal ? 'inherit' : log, 'ipc'],
      });
      const running = started(child, options.name);
      writePrivately(pidFile(options), String(running.pid));
      const ready = new Promise<Ready>((resolve) => {
        child.on('message', (message) => {
          const parsed = readyMessage.safeParse(message);
          if (parsed.success) resolve(parsed.data);
        });
      });
      heard.set(running, ready);
      return running;
    },
    ready: async (running, signal) => {
      const late = sleep(readyMs, undefined, { signal }).then(() => {
        throw new Error(`it is not ready after ${readyMs / 1000} s`);
      });
      const message = await Promise.race([heard.get(running), late]);
      if (message !== undefined) onReady(message);
    },
    ending,
    lastWords: () => tailOf(logFile, 12),
  };
}

const pidFile = ({ dataDir, index }: Pick<ServerOptions, 'dataDir' | 'index'>) => join(dataDir, `server-${index}.pid`);

/** Ends servers whose supervisor was killed: they are about to end by themselves, or hang and keep their port. */
export async function endLeftOverServers(dataDir: string, main: string): Promise<void> {
  for (const index of [0, 1]) {
    const pid = z
      .int()
      .optional()
      .parse(readJson(pidFile({ dataDir, index })));
    const isOurs = () => pid !== undefined && runsAs(pid, [main, dataDir]);
    if (pid !== undefined && isOurs()) await end(adopted(pid, isOurs), ending);
  }
}
