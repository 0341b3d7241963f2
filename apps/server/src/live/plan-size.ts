import { sql } from 'kysely';
import type { ConferenceId } from '@diemcau/domain/kernel';
import type { Command, Live } from '@diemcau/domain/live';
import type { Transaction } from '../platform/db/index.ts';

const RESIZING: ReadonlySet<Command['type']> = new Set([
  'agenda.add',
  'agenda.remove',
  'runSheet.add',
  'runSheet.remove',
]);

/** Keeps how long agenda and run sheet are after a command that makes them longer or shorter. */
export const keepPlanSize = async (
  trx: Transaction,
  conferenceId: ConferenceId,
  command: Command,
  after: () => Live,
): Promise<void> => {
  if (!RESIZING.has(command.type)) return;
  const { agenda, runSheet } = after();
  await sql`
    insert into plan_size (conference_id, items, sheet_rows)
    values (${conferenceId}::uuid, ${agenda.items.length}, ${runSheet.rows.length})
    on conflict (conference_id) do update set items = excluded.items, sheet_rows = excluded.sheet_rows`.execute(trx);
};
