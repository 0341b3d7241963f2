// The whole product for a test: real PostgreSQL, real LiveKit and one or more real server processes.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLiveKit, type TestLiveKit, type TurnOptions } from './livekit.ts';
import { freePort } from './ports.ts';
import { freshDatabase, type TestPostgres } from './postgres.ts';

const MAIN = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));
const READY_WITHIN_MS = 30_000;
const STOPPED_WITHIN_MS = 8000;
const COOKIE_SECRET = 'a secret that is only for tests, 32 characters and more';

export type TestServer = {
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  readonly log: () => string;
  /** The one-time link of the first administrator, on fresh data without a demo. */
  readonly adminLink: string | undefined;
  readonly kill: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

export type House = {
  readonly servers: readonly TestServer[];
  readonly livekit: () => TestLiveKit;
  readonly databaseUrl: string;
  /** Starts a server again on the port that it had. */
  readonly restartServer: (index: number) => Promise<TestServer>;
  /** LiveKit killed without a word, and started again with the same ports and keys. */
  readonly killLiveKit: () => Promise<void>;
  readonly startLiveKit: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Ready = { readonly type: 'ready'; readonly adminLink?: string };
const isReady = (message: unknown): message is Ready =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';

const ended = async (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
  await exit;
  clearTimeout(timer);
};

const startServer = async (port: number, env: Readonly<Record<string, string>>): Promise<TestServer> => {
  const child = fork(MAIN, {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines: string[] = [];
  child.stdout?.on('data', (bytes: Buffer) => lines.push(bytes.toString()));
  child.stderr?.on('data', (bytes: Buffer) => lines.push(bytes.toString()));
  const log = () => lines.join('');
  const ready = await new Promise<Ready>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the server was not ready in time:\n${log()}`)), READY_WITHIN_MS);
    child.on('message', (message) => {
      clearTimeout(timer);
      if (isReady(message)) resolve(message);
    });
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${log()}`)));
  });
  if (child.pid === undefined) throw new Error('a server without a process id');
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid,
    log,
    adminLink: ready.adminLink,
    kill: (signal) => ended(child, signal),
  };
};

export type HouseOptions = {
  readonly servers?: number;
  /** With the tree of units and the demo's conference. */
  readonly demo?: boolean;
  /** One of the test's own, that it may stop and start. Default: the run's. */
  readonly postgres?: TestPostgres;
  /** LiveKit takes media over TCP too, and listens for that on all interfaces. */
  readonly tcp?: boolean;
  /** LiveKit offers TURN over TLS with this certificate. */
  readonly turn?: TurnOptions;
};

/** Starts it all and waits until it is ready. */
export const startHouse = async (options: HouseOptions = {}): Promise<House> => {
  const { url: databaseUrl } = await freshDatabase(options.postgres);
  const folder = await mkdtemp(join(tmpdir(), 'diemcau-'));
  const ports: number[] = [];
  for (let i = 0; i < (options.servers ?? 1); i++) ports.push(await freePort());
  const webhookUrl = `http://127.0.0.1:${ports[0]}/api/v1/livekit/webhook`;
  const ways = { tcp: options.tcp ?? false, ...(options.turn ? { turn: options.turn } : {}) };
  let livekit = await startLiveKit({ webhookUrl, ...ways });
  const { url, key, secret } = livekit;
  const env = {
    DATABASE_URL: databaseUrl,
    LIVEKIT_URL: url,
    LIVEKIT_API_KEY: key,
    LIVEKIT_API_SECRET: secret,
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    COOKIE_SECRET,
    DEMO: options.demo ? '1' : '0',
    // Vitest sets it for the code under test, and the servers would build their pages themselves.
    DEV: '0',
    LOG_LEVEL: 'info',
  };
  const servers: TestServer[] = [];
  for (const port of ports) servers.push(await startServer(port, env));
  return {
    servers,
    livekit: () => livekit,
    databaseUrl,
    restartServer: async (index) => {
      const server = await startServer(ports[index]!, env);
      servers[index] = server;
      return server;
    },
    killLiveKit: async () => {
      process.kill(livekit.pid, 'SIGKILL');
      await livekit.stop();
    },
    startLiveKit: async () => {
      livekit = await startLiveKit({ webhookUrl, ...ways, ports: livekit.ports, keys: { key, secret } });
    },
    stop: async () => {
      for (const server of servers) await server.kill('SIGTERM');
      await livekit.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
