import { Kysely, PostgresDialect, type Transaction as KyselyTransaction } from 'kysely';
import pg from 'pg';

// Sequence numbers and counts stay far below 2^53, so bigint comes as a number.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    Number(oid) === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
};

/** Each store names its own tables with `withTables`, so that no slice sees another's. */
export type Db = Kysely<object>;
export type Transaction = KyselyTransaction<object>;

export type Database = {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** A connection of its own, for LISTEN and for session locks; it emits `end` when it is lost. */
  readonly connectAlone: () => Promise<pg.Client>;
  readonly close: () => Promise<void>;
};

/**
 * A statement that begins so is parsed and planned once for each connection, not with every call: for what thousands
 * send within a minute. Its text must be the same each time.
 */
export const KEPT = '/* kept */';

const names = new Map<string, string>();
const nameOf = (text: string): string => {
  const name = names.get(text) ?? `kept-${names.size}`;
  names.set(text, name);
  return name;
};

const keepPlans = (client: pg.ClientBase): void => {
  const query = client.query.bind(client) as (...given: readonly unknown[]) => unknown;
  const keeping = (text: unknown, values: unknown, ...more: readonly unknown[]) =>
    typeof text === 'string' && text.startsWith(KEPT)
      ? query({ name: nameOf(text), text, values }, ...more)
      : query(text, values, ...more);
  client.query = keeping as typeof client.query;
};

/** Opens a pool on PostgreSQL 15 or newer. Nothing is connected before the first query. */
export const connect = (
  url: string,
  options: { readonly max: number; readonly onError: (error: Error) => void },
): Database => {
  const pool = new pg.Pool({ connectionString: url, max: options.max, types, connectionTimeoutMillis: 5000 });
  // An idle connection that PostgreSQL drops (a restart) must not end the process: the next query opens another.
  pool.on('error', options.onError);
  // Nor one that is in use: its query is told of it, but the client also emits what nobody else would listen to.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    keepPlans(client);
  });
  const db: Db = new Kysely<object>({ dialect: new PostgresDialect({ pool }) });
  const connectAlone = async () => {
    const client = new pg.Client({ connectionString: url, types, connectionTimeoutMillis: 5000, keepAlive: true });
    client.on('error', options.onError);
    await client.connect();
    return client;
  };
  // Kysely ends the pool only if it was used through Kysely.
  return { db, pool, connectAlone, close: () => pool.end() };
};
