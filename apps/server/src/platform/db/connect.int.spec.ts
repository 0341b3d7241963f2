import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '@diemcau/testkit';
import { connect, type Database } from './index.ts';

let database: Database;
beforeAll(async () => {
  const { url } = await freshDatabase();
  database = connect(url, { max: 1, onError: () => undefined });
});
afterAll(() => database.close());

const half = async (of: number): Promise<number | undefined> =>
  (await database.runKept('half', sql<{ half: number }>`select 10 / ${of}::int as half`))[0]?.half;

test('a kept statement is planned once, answers for its values, and outlives one that failed; others are not kept', async () => {
  expect(await half(2)).toBe(5);
  await expect(half(0)).rejects.toThrow(/division by zero/);
  expect(await half(5)).toBe(2);
  await sql`select ${7}::int`.execute(database.db);
  const { rows } = await database.pool.query('select name, statement from pg_prepared_statements');
  expect(rows).toEqual([{ name: 'half', statement: 'select 10 / $1::int as half' }]);
});

test('a kept name stands for one text alone', async () => {
  await half(2);
  await expect(database.runKept('half', sql<object>`select ${20}::int as half`)).rejects.toThrow(/must be unique/);
  expect(await half(5)).toBe(2);
});
