import { sql } from 'kysely';
import type { ConferenceId, SeatId } from '@diemcau/domain/kernel';
import type { Db } from '../platform/db/index.ts';
import { tablesIn } from './tables.ts';

const NOW = sql<Date>`clock_timestamp()`;
const COLUMNS = ['id as linkId', 'conference_id as conferenceId', 'most', 'ended_at as endedAt'] as const;

/** Public watch links and the seats that were opened by them. */
export const createWatchStore = (db: Db) => ({
  insert: async (
    trx: Db,
    link: {
      readonly linkId: string;
      readonly conferenceId: ConferenceId;
      readonly secretHash: Buffer;
      readonly most: number;
    },
  ): Promise<void> => {
    const { linkId, conferenceId, secretHash, most } = link;
    const values = { id: linkId, conference_id: conferenceId, secret_hash: secretHash, most, ended_at: null };
    await tablesIn(trx).insertInto('watch_link').values(values).execute();
  },
  setMost: async (trx: Db, linkId: string, most: number): Promise<void> => {
    await tablesIn(trx).updateTable('watch_link').set({ most }).where('id', '=', linkId).execute();
  },
  end: async (trx: Db, linkId: string): Promise<void> => {
    await tablesIn(trx).updateTable('watch_link').set({ ended_at: NOW }).where('id', '=', linkId).execute();
  },
  /** One at a time for each conference, until the transaction ends. */
  lock: async (trx: Db, conferenceId: ConferenceId): Promise<void> => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`watch:${conferenceId}`}, 0))`.execute(trx);
  },
  /** The link in force. */
  current: async (trx: Db, conferenceId: ConferenceId) =>
    tablesIn(trx)
      .selectFrom('watch_link')
      .select(COLUMNS)
      .where('conference_id', '=', conferenceId)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
  known: async (trx: Db, linkId: string): Promise<boolean> =>
    (await tablesIn(trx).selectFrom('watch_link').select('id').where('id', '=', linkId).executeTakeFirst()) !==
    undefined,
  bySecret: async (secretHash: Buffer) =>
    tablesIn(db).selectFrom('watch_link').select(COLUMNS).where('secret_hash', '=', secretHash).executeTakeFirst(),
  /** The seat in force of this link that one of these devices holds. */
  heldBy: async (linkId: string, tokenHashes: readonly Buffer[]): Promise<SeatId | null> => {
    if (tokenHashes.length === 0) return null;
    const found = await tablesIn(db)
      .selectFrom('seat_device')
      .innerJoin('seat', 'seat.id', 'seat_device.seat_id')
      .select('seat.id as seatId')
      .where('seat.watch_link_id', '=', linkId)
      .where('seat.revoked_at', 'is', null)
      .where('seat_device.ended_at', 'is', null)
      .where(sql<boolean>`seat_device.token_hash = any(${sql.val([...tokenHashes])}::bytea[])`)
      .executeTakeFirst();
    return found?.seatId ?? null;
  },
  /** Seats in force of this link, the oldest first, and whether each was opened longer ago than `ms`. */
  seatsOf: async (
    trx: Db,
    linkId: string,
    ms: number,
  ): Promise<readonly { readonly seatId: SeatId; readonly isOld: boolean }[]> =>
    tablesIn(trx)
      .selectFrom('seat')
      .select(['id as seatId', sql<boolean>`issued_at < now() - make_interval(secs => ${ms / 1000})`.as('isOld')])
      .where('watch_link_id', '=', linkId)
      .where('revoked_at', 'is', null)
      .orderBy('issued_at')
      .execute(),
});
export type WatchStore = ReturnType<typeof createWatchStore>;
