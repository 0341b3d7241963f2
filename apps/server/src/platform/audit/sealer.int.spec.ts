import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '@diemcau/testkit';
import { connect, type Database } from '../db/index.ts';
import { audit } from './audit.ts';
import { Sealer, sealHash } from './sealer.ts';

const log = pino({ level: 'silent' });
let database: Database;
let sealer: Sealer;

beforeAll(async () => {
  const { url } = await freshDatabase();
  database = connect(url, { max: 4, onError: () => undefined });
  sealer = new Sealer(database, log);
});
afterAll(() => database.close());

const note = (db: Database['db'], action: string) =>
  audit(db, { action, actor: { kind: 'system', name: 'demo' }, subject: {} });
const seals = async () =>
  (
    await sql<{ no: number; count: number; hash: Buffer; prev: Buffer }>`select * from seal order by no`.execute(
      database.db,
    )
  ).rows;

/** Transactions of other databases of the same server hold the horizon back too; until they end nothing is sealed. */
const nothingElseWrites = async (): Promise<void> => {
  await expect
    .poll(async () => {
      const { rows } = await sql<{ all: boolean }>`
        select pg_snapshot_xmin(pg_current_snapshot()) > (select xid from audit order by xid desc limit 1) as all`.execute(
        database.db,
      );
      return rows[0]?.all;
    })
    .toBe(true);
};

describe('the audit is sealed in order (E10)', () => {
  it('E10: covers what is committed, chained to the seal before, and nothing twice', async () => {
    await note(database.db, 'one');
    await note(database.db, 'two');
    await nothingElseWrites();
    expect(await sealer.seal()).toBe(2);
    expect(await sealer.seal()).toBe(0);
    await note(database.db, 'three');
    await nothingElseWrites();
    expect(await sealer.seal()).toBe(1);
    const [first, second] = await seals();
    expect(second?.prev.equals(first!.hash)).toBe(true);
    const { rows } = await sql<{
      id: number;
      xid: string;
      body: string;
      at: Date;
    }>`select id, xid::text, body, at from audit order by audit.xid, audit.id`.execute(database.db);
    expect(sealHash(Buffer.alloc(0), rows.slice(0, 2)).equals(first!.hash)).toBe(true);
  });

  it('E10: waits for a transaction that may still write before what is committed', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => (finish = resolve));
    let opened = () => {};
    const isOpen = new Promise<void>((resolve) => (opened = resolve));
    const slow = database.db.transaction().execute(async (trx) => {
      await note(trx, 'slow');
      opened();
      await held;
    });
    await isOpen;
    await note(database.db, 'fast');
    expect(await sealer.seal()).toBe(0);
    finish();
    await slow;
    await nothingElseWrites();
    expect(await sealer.seal()).toBe(2);
  });

  it('E10: the order is that of numbers: transaction 10 comes after 9, and neither is sealed twice', async () => {
    const fresh = connect((await freshDatabase()).url, { max: 2, onError: () => undefined });
    await sql`insert into audit (xid, body) values ('10', 'ten'), ('9', 'nine')`.execute(fresh.db);
    const one = new Sealer(fresh, log);
    expect(await one.seal()).toBe(2);
    expect(await one.seal()).toBe(0);
    const { rows } = await sql<{ last: string }>`select last_xid::text as last from seal`.execute(fresh.db);
    expect(rows).toEqual([{ last: '10' }]);
    await fresh.close();
  });

  it('E10: an audit row and a seal cannot be changed', async () => {
    await expect(sql`update audit set body = ''`.execute(database.db)).rejects.toThrow('append-only');
    await expect(sql`delete from seal`.execute(database.db)).rejects.toThrow('append-only');
  });
});
