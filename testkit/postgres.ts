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

export type TestPostgres = { readonly superuserUrl: string; readonly pid: number; readonly stop: () => Promise<void> };

/** Starts a cluster in a folder of its own and migrates the template. Without fsync: its data end with the run. */
export const startPostgres = async (): Promise<TestPostgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'diemcau-postgres-'));
  const options: PostgresOptions = {
    dir: join(folder, 'cluster'),
    port: await freePort(),
    logFile: join(folder, 'postgres.log'),
    postgresPassword: randomBytes(16).toString('hex'),
    databasePassword: randomBytes(16).toString('hex'),
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
  };
  const service = postgresService(options);
  const running = await service.start();
  await service.ready(running, AbortSignal.timeout(60_000));
  const template = connect(databaseUrl(options), { max: 1, onError: () => undefined });
  await migrate(template.pool);
  await template.close();
  const stop = async () => {
    await end(running, [{ signal: 'SIGINT', waitMs: 5000 }]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { superuserUrl: superuserUrl(options), pid: running.pid, stop };
};

/** For a run of many files: the address is handed to them by the environment. */
export const startForRun = async (): Promise<() => Promise<void>> => {
  const server = await startPostgres();
  process.env[SERVER] = server.superuserUrl;
  return server.stop;
};

/** A new database with all migrations, of the run's PostgreSQL. Throws outside of a run that has one. */
export const freshDatabase = async (): Promise<{ readonly url: string; readonly name: string }> => {
  const server = process.env[SERVER];
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
