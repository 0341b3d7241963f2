import { Kysely, PostgresDialect, type RawBuilder, type Transaction as KyselyTransaction } from 'kysely';
import pg from 'pg';

// Sequence numbers and counts stay far below 2^53, so bigint comes as a number.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    Number(oid) === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
};

/** Each store names its own tables with `withTables`, so that no slice sees another's. */
export type Db = Kysely<object>;
export type Transaction = KyselyTransaction<object>;

/**
 * Runs a statement that each connection parses and plans once, not with every call: for what thousands send within a
 * minute. A name stands for one text alone; PostgreSQL's client refuses another under it.
 */
export type RunKept = <Row extends object>(name: string, statement: RawBuilder<Row>) => Promise<readonly Row[]>;

export type Database = {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly runKept: RunKept;
  /** A connection of its own, for LISTEN and for session locks; it emits `end` when it is lost. */
  readonly connectAlone: () => Promise<pg.Client>;
  readonly close: () => Promise<void>;
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
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db: Db = new Kysely<object>({ dialect: new PostgresDialect({ pool }) });
  const runKept: RunKept = async <Row extends object>(name: string, statement: RawBuilder<Row>) => {
    const { sql: text, parameters } = statement.compile(db);
    return (await pool.query<Row>({ name, text, values: [...parameters] })).rows;
  };
  const connectAlone = async () => {
    const client = new pg.Client({ connectionString: url, types, connectionTimeoutMillis: 5000, keepAlive: true });
    client.on('error', options.onError);
    await client.connect();
    return client;
  };
  // Kysely ends the pool only if it was used through Kysely.
  return { db, pool, runKept, connectAlone, close: () => pool.end() };
};
