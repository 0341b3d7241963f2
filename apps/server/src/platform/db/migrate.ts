import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PoolClient, Pool } from 'pg';

const FOLDER = join(import.meta.dirname, 'migrations');
/** Any number that nothing else in this database locks. */
const LOCK = 4_202_501;

export class MigrationError extends Error {}

type Migration = { readonly name: string; readonly sql: string; readonly hash: string };

const read = async (): Promise<readonly Migration[]> => {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(FOLDER, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
};

const applied = async (client: PoolClient): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
  return new Map(rows.map(({ name, hash }) => [name, hash]));
};

const apply = async (client: PoolClient, { name, sql, hash }: Migration) => {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationError(`${name}: ${String(error)}`, { cause: error });
  }
};

/**
 * Brings the database to the newest migration: forward only, one transaction each, one process at a time.
 * Throws `MigrationError` when one fails, or one that was applied has been edited since.
 */
export const migrate = async (pool: Pool): Promise<readonly string[]> => {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists migration (name text primary key, hash text not null, at timestamptz not null default now())',
    );
    const done = await applied(client);
    const names: string[] = [];
    for (const migration of await read()) {
      const hash = done.get(migration.name);
      if (hash !== undefined && hash !== migration.hash)
        throw new MigrationError(`${migration.name} was edited after it ran`);
      if (hash !== undefined) continue;
      await apply(client, migration);
      names.push(migration.name);
    }
    return names;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
    client.release();
  }
};

/** Names of migrations that the database lacks; empty when it is ready. */
export const pendingMigrations = async (pool: Pool): Promise<readonly string[]> => {
  const client = await pool.connect();
  try {
    const done = await applied(client);
    return (await read()).map(({ name }) => name).filter((name) => !done.has(name));
  } finally {
    client.release();
  }
};
