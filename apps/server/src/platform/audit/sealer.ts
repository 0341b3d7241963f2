import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database, Transaction } from '../db/index.ts';

const EVERY_MS = 5000;
/** Rows that one seal may cover. */
const BATCH = 1000;
/** Of the advisory lock that makes one sealer of many. */
const LOCK = 4_203_001;

type Row = { readonly id: number; readonly xid: string; readonly body: string; readonly at: Date };
type Seal = { readonly no: number; readonly hash: Buffer; readonly last_xid: string; readonly last_id: number };

/** The hash of a seal: of the one before it and of all rows that it covers, in their order. */
export const sealHash = (previous: Buffer, rows: readonly Row[]): Buffer => {
  const hash = createHash('sha256').update(previous);
  for (const { id, xid, body, at } of rows) hash.update(JSON.stringify([id, xid, body, at.getTime()]));
  return hash.digest();
};

/**
 * Seals audit rows in order. Only rows of transactions older than every running one are taken, so none can
 * still appear before them. The chain shows accidents; it shows tampering only where its heads are anchored.
 */
export class Sealer {
  private readonly database: Database;
  private readonly log: Logger;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(database: Database, log: Logger) {
    this.database = database;
    this.log = log;
  }

  start(): void {
    this.timer = setInterval(() => {
      this.running = this.running
        .then(async () => void (await this.seal()))
        .catch((error: unknown) => this.log.warn({ err: error }, 'the audit waits for its seal'));
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Seals what may be sealed now; answers with the number of rows. One sealer works at a time. */
  async seal(): Promise<number> {
    return this.database.db.transaction().execute(async (trx) => {
      const { rows: locks } = await sql<{
        locked: boolean;
      }>`select pg_try_advisory_xact_lock(${LOCK}) as locked`.execute(trx);
      if (!locks[0]?.locked) return 0;
      const last = await lastSeal(trx);
      const rows = await unsealed(trx, last);
      const newest = rows.at(-1);
      if (!newest) return 0;
      const hash = sealHash(last.hash, rows);
      await sql`insert into seal (no, prev, last_xid, last_id, count, hash)
        values (${last.no + 1}, ${last.hash}, ${newest.xid}::xid8, ${newest.id}, ${rows.length}, ${hash})`.execute(trx);
      return rows.length;
    });
  }
}

const lastSeal = async (trx: Transaction): Promise<Seal> => {
  const { rows } = await sql<Seal>`select no, hash, last_xid::text, last_id from seal order by no desc limit 1`.execute(
    trx,
  );
  return rows[0] ?? { no: 0, hash: Buffer.alloc(0), last_xid: '0', last_id: 0 };
};

/** Ordered by the column itself: "xid" alone would be the text that is selected, in which 10 stands before 9. */
const unsealed = async (trx: Transaction, last: Seal): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select id, xid::text, body, at from audit
    where xid < pg_snapshot_xmin(pg_current_snapshot()) and (xid, id) > (${last.last_xid}::xid8, ${last.last_id}::bigint)
    order by audit.xid, audit.id limit ${BATCH}`.execute(trx);
  return rows;
};
