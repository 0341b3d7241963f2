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

/** Writes the audit row of a change, in the transaction of that change. */
export const audit = async (trx: Db, entry: AuditEntry): Promise<void> => {
  await trx
    .withTables<AuditTable>()
    .insertInto('audit')
    .values({ body: JSON.stringify(entry) })
    .execute();
};
