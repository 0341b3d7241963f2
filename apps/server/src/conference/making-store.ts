import { Lost } from '@diemcau/domain/snapshot';
import type { ConferenceId } from '@diemcau/domain/kernel';
import { ConferenceSnapshot } from '@diemcau/domain/snapshot';
import type { Db } from '../platform/db/index.ts';

type Tables = {
  conference_making: { conference_id: ConferenceId; snapshot: string; lost: string; ended_at: Date | null };
};

/** Conferences that are made from a snapshot, and how far. */
export const createMakingStore = (db: Db) => ({
  insert: async (trx: Db, conferenceId: ConferenceId, snapshot: ConferenceSnapshot, lost: Lost): Promise<void> => {
    const row = { conference_id: conferenceId, snapshot: JSON.stringify(snapshot), lost: JSON.stringify(lost) };
    await trx
      .withTables<Tables>()
      .insertInto('conference_making')
      .values({ ...row, ended_at: null })
      .execute();
  },
  find: async (conferenceId: ConferenceId) => {
    const row = await db
      .withTables<Tables>()
      .selectFrom('conference_making')
      .selectAll()
      .where('conference_id', '=', conferenceId)
      .executeTakeFirst();
    if (!row) return null;
    const { snapshot, lost, ended_at } = row;
    return {
      /** Null: all of it is made. */
      snapshot: ended_at === null ? ConferenceSnapshot.parse(JSON.parse(snapshot)) : null,
      lost: Lost.parse(JSON.parse(lost)),
    };
  },
  /** From now on everybody sees it. The words of the snapshot go: they name people. */
  end: async (trx: Db, conferenceId: ConferenceId): Promise<void> => {
    await trx
      .withTables<Tables>()
      .updateTable('conference_making')
      .set({ ended_at: new Date(), snapshot: '' })
      .where('conference_id', '=', conferenceId)
      .where('ended_at', 'is', null)
      .execute();
  },
});
export type MakingStore = ReturnType<typeof createMakingStore>;
