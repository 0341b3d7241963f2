import { sql } from 'kysely';
import type { SeatId } from '@diemcau/domain/kernel';
import { ROOM_CODE_SECONDS } from '@diemcau/domain/seat';
import type { Db } from '../platform/db/index.ts';
import { tablesIn } from './tables.ts';

export type NewCode = {
  readonly deviceHash: Buffer;
  readonly tokenHash: Buffer;
  readonly userCode: string;
  readonly label: string;
};

const inSeconds = (seconds: number) => sql<Date>`clock_timestamp() + make_interval(secs => ${seconds})`;

/** Codes that room screens show. Old ones stay for a day, so that they are told from wrong ones. */
export const createCodeStore = (db: Db) => {
  const codes = (trx: Db) =>
    tablesIn(trx)
      .selectFrom('room_code')
      .select(['device_hash as deviceHash', 'token_hash as tokenHash', 'label', 'seat_id as seatId'])
      .select(sql<boolean>`expires_at < clock_timestamp()`.as('isExpired'));
  return {
    /** False when another screen shows this very code. */
    insert: async ({ deviceHash, tokenHash, userCode, label }: NewCode): Promise<boolean> => {
      const values = {
        device_hash: deviceHash,
        token_hash: tokenHash,
        user_code: userCode,
        label,
        polled_at: null,
        seat_id: null,
      };
      await tablesIn(db)
        .deleteFrom('room_code')
        .where('expires_at', '<', inSeconds(-24 * 60 * 60))
        .execute();
      const inserted = await tablesIn(db)
        .insertInto('room_code')
        .values({ ...values, expires_at: inSeconds(ROOM_CODE_SECONDS) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return inserted.numInsertedOrUpdatedRows === 1n;
    },
    byDevice: async (deviceHash: Buffer) => codes(db).where('device_hash', '=', deviceHash).executeTakeFirst(),
    /** Locks the code until the transaction ends. */
    byUserCode: async (trx: Db, userCode: string) =>
      codes(trx).where('user_code', '=', userCode).forUpdate().executeTakeFirst(),
    /** Whether the screen waited long enough since it asked last; notes this time. */
    notePoll: async (deviceHash: Buffer, waitMs: number): Promise<boolean> => {
      const { rows } = await sql<{ waited: boolean }>`
        with before as (select polled_at from room_code where device_hash = ${deviceHash} for update)
        update room_code set polled_at = clock_timestamp() from before where device_hash = ${deviceHash}
        returning before.polled_at is null or clock_timestamp() - before.polled_at >= make_interval(secs => ${waitMs / 1000}) as waited`.execute(
        db,
      );
      return rows[0]?.waited ?? true;
    },
    confirm: async (trx: Db, deviceHash: Buffer, seatId: SeatId): Promise<void> => {
      await tablesIn(trx)
        .updateTable('room_code')
        .set({ seat_id: seatId })
        .where('device_hash', '=', deviceHash)
        .execute();
    },
  };
};
export type CodeStore = ReturnType<typeof createCodeStore>;
