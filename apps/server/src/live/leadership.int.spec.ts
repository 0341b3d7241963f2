import { sql } from 'kysely';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '@diemcau/testkit';
import { ConferenceId } from '@diemcau/domain/kernel';
import { connect, type Database } from '../platform/db/index.ts';
import { Leadership } from './leadership.ts';

const SOON = { timeout: 15_000, interval: 20 };
const log = pino({ level: 'silent' });
let url: string;
const open: { database: Database; leadership: Leadership }[] = [];

/** A server as far as locks go. */
const server = (): Leadership => {
  const database = connect(url, { max: 2, onError: () => undefined });
  const leadership = new Leadership(database, log);
  open.push({ database, leadership });
  return leadership;
};
const newConference = () => ConferenceId.parse(v7());

/** PostgreSQL ends every connection that holds a lock of ours. */
const endHolders = async (): Promise<void> => {
  const { db } = open[0]!.database;
  await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
            and database = (select oid from pg_database where datname = current_database())`.execute(db);
};

beforeAll(async () => {
  ({ url } = await freshDatabase());
});
afterEach(async () => {
  for (const { leadership, database } of open.splice(0)) {
    await leadership.stop();
    await database.close();
  }
});

describe('one server at a time reconciles a conference (M15)', () => {
  it('M15: whoever asks first leads until it lets go', async () => {
    const [a, b] = [server(), server()];
    const id = newConference();
    expect([await a.leads(id), await b.leads(id), await a.leads(id)]).toEqual([true, false, true]);
    await a.release(id);
    expect([await b.leads(id), await a.leads(id)]).toEqual([true, false]);
  });

  it('M15, E11: whose connection ended leads no more once another does, and may lead again', async () => {
    const [a, b] = [server(), server()];
    const id = newConference();
    expect(await a.leads(id)).toBe(true);
    await endHolders();
    await expect.poll(() => b.leads(id), SOON).toBe(true);
    await expect.poll(() => a.leads(id).catch(() => null), SOON).toBe(false);
    await b.release(id);
    expect(await a.leads(id)).toBe(true);
  });

  it('M15, E11: a conference that comes later finds its leader on a connection that works', async () => {
    const a = server();
    expect(await a.leads(newConference())).toBe(true);
    await endHolders();
    const later = newConference();
    await expect.poll(() => a.leads(later).catch(() => null), SOON).toBe(true);
  });
});
