// A real PostgreSQL for tests: one for the whole run, and a database of its own for each test file.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connect, migrate } from '@diemcau/server/db';
import { databaseUrl, end, postgresService, superuserUrl, type PostgresOptions } from '@diemcau/server/supervisor';
import { freePort } from './ports.ts';

/** Names the superuser's address for the files of a run: set by the global setup, inherited by every worker. */
const SERVER = 'DIEMCAU_TEST_POSTGRES';
const TEMPLATE = 'diemcau';

export type TestPostgres = {
  readonly superuserUrl: string;
  /** SIGINT: its sessions are ended and it closes in good order. SIGQUIT: everything breaks off, as at a crash. */
  readonly down: (signal: 'SIGINT' | 'SIGQUIT') => Promise<void>;
  /** The same cluster again, at the same address; done when it answers. */
  readonly up: () => Promise<void>;
  /** For good: its folder goes too. */
  readonly stop: () => Promise<void>;
};

/** Nothing waits for the disk: the data end with the run, and what was committed last with a crash. */
const CARELESS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts a cluster in a folder of its own and migrates the template.
 * @param options.durable what was committed outlives a crash, as with the product's own
 */
export const startPostgres = async (options: { readonly durable?: boolean } = {}): Promise<TestPostgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'diemcau-postgres-'));
  const cluster: PostgresOptions = {
    dir: join(folder, 'cluster'),
    port: await freePort(),
    logFile: join(folder, 'postgres.log'),
    postgresPassword: randomBytes(16).toString('hex'),
    databasePassword: randomBytes(16).toString('hex'),
    settings: options.durable ? [] : CARELESS,
  };
  const service = postgresService(cluster);
  const start = async () => {
    const started = await service.start();
    await service.ready(started, AbortSignal.timeout(60_000));
    return started;
  };
  let running = await start();
  const template = connect(databaseUrl(cluster), { max: 1, onError: () => undefined });
  await migrate(template.pool);
  await template.close();
  const down = (signal: NodeJS.Signals) => end(running, [{ signal, waitMs: 5000 }]);
  return {
    superuserUrl: superuserUrl(cluster),
    down,
    up: async () => {
      running = await start();
    },
    stop: async () => {
      await down('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** For a run of many files: the address is handed to them by the environment. */
export const startForRun = async (): Promise<() => Promise<void>> => {
  const server = await startPostgres();
  process.env[SERVER] = server.superuserUrl;
  return server.stop;
};

/** A new database with all migrations: of this PostgreSQL, else of the run's. Throws outside of a run that has one. */
export const freshDatabase = async (of?: TestPostgres): Promise<{ readonly url: string; readonly name: string }> => {
  const server = of?.superuserUrl ?? process.env[SERVER];
  if (!server) throw new Error('no PostgreSQL for tests: the run has to start one first');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name} template ${TEMPLATE}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, name };
};
