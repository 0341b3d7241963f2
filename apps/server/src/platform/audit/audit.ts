import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '@diemcau/domain/kernel';
import type { Db } from '../db/index.ts';

type AuditTable = { audit: { body: string } };

/** A change of a table: who did what to which row. `change` holds codes and ids, and texts only where they are the change. */
export type AuditEntry = {
  readonly action: string;
  readonly actor: Actor;
  readonly subject: Readonly<Record<string, string>>;
  readonly change?: Readonly<Record<string, unknown>>;
};

/** Writes the audit rows of changes, in their transaction and order; at least one. */
export const auditAll = async (trx: Db, entries: readonly AuditEntry[]): Promise<void> => {
  await trx
    .withTables<AuditTable>()
    .insertInto('audit')
    .values(entries.map((entry) => ({ body: JSON.stringify(entry) })))
    .execute();
};

/** Writes the audit row of a change, in the transaction of that change. */
export const audit = (trx: Db, entry: AuditEntry): Promise<void> => auditAll(trx, [entry]);

/** The same as a part of a statement that makes the change itself: an audit row for each row of `changed`. */
export const auditOf = (changed: string, entry: AuditEntry): RawBuilder<unknown> =>
  sql`insert into audit (body) select ${JSON.stringify(entry)}::text from ${sql.table(changed)}`;
