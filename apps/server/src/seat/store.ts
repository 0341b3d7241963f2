import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { foldText, type ConferenceId, type ConferenceRole, type SeatId, type SiteId } from '@diemcau/domain/kernel';
import type { Db } from '../platform/db/index.ts';
import { likeText } from '../platform/http/index.ts';
import { tablesIn, type EndReason } from './tables.ts';

export type NewSeat = {
  readonly seatId: SeatId;
  readonly conferenceId: ConferenceId;
  readonly role: ConferenceRole;
  readonly siteId: SiteId | null;
  readonly siteName: string | null;
  readonly personName: string | null;
};
export type SeatSearch = {
  readonly conferenceId: ConferenceId;
  readonly role: ConferenceRole | null;
  readonly q: string;
};
export type SeatPlace = readonly [issuedAt: string, seatId: SeatId];

const NOW = sql<Date>`clock_timestamp()`;

/** Seats with the device that holds each now. */
const seatsWithDevice = (db: Db) =>
  tablesIn(db)
    .selectFrom('seat')
    .leftJoin('seat_device', (join) =>
      join.onRef('seat_device.seat_id', '=', 'seat.id').on('seat_device.ended_at', 'is', null),
    )
    .select([
      'seat.id as seatId',
      'seat.conference_id as conferenceId',
      'seat.role',
      'seat.site_id as siteId',
      'seat.site_name as siteName',
    ])
    .select(['seat.person_name as personName', 'seat.issued_at as issuedAt', 'seat.revoked_at as revokedAt'])
    .select(['seat_device.label as deviceLabel', 'seat_device.bound_at as openedAt']);

export type StoredSeat = Awaited<ReturnType<ReturnType<typeof seatsWithDevice>['execute']>>[number];

export const createSeatStore = (db: Db) => ({
  insert: async (trx: Db, { seatId, conferenceId, role, siteId, siteName, personName }: NewSeat): Promise<void> => {
    const search = foldText(`${personName ?? ''} ${siteName ?? ''}`);
    const values = {
      id: seatId,
      conference_id: conferenceId,
      role,
      site_id: siteId,
      site_name: siteName,
      person_name: personName,
      search,
    };
    await tablesIn(trx)
      .insertInto('seat')
      .values({ ...values, revoked_at: null })
      .execute();
  },
  find: async (seatId: SeatId): Promise<StoredSeat | undefined> =>
    seatsWithDevice(db).where('seat.id', '=', seatId).executeTakeFirst(),
  list: async (
    { conferenceId, role, q }: SeatSearch,
    after: SeatPlace | null,
    limit: number,
  ): Promise<readonly StoredSeat[]> => {
    let query = seatsWithDevice(db).where('seat.conference_id', '=', conferenceId);
    if (role !== null) query = query.where('seat.role', '=', role);
    if (q !== '') query = query.where('seat.search', 'like', `%${likeText(q)}%`);
    if (after)
      query = query.where(sql<boolean>`(seat.issued_at, seat.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
    return query.orderBy('seat.issued_at', 'desc').orderBy('seat.id', 'desc').limit(limit).execute();
  },
  countOfRole: async (trx: Db, conferenceId: ConferenceId, role: ConferenceRole): Promise<number> => {
    const query = tablesIn(trx)
      .selectFrom('seat')
      .select(sql<number>`count(*)`.as('n'))
      .where('conference_id', '=', conferenceId);
    return (await query.where('role', '=', role).where('revoked_at', 'is', null).executeTakeFirst())?.n ?? 0;
  },
  /** The seats in force of these sites, clerks and screens. */
  ofSites: async (trx: Db, conferenceId: ConferenceId, siteIds: readonly SiteId[]): Promise<readonly StoredSeat[]> =>
    seatsWithDevice(trx)
      .where('seat.conference_id', '=', conferenceId)
      .where(sql<boolean>`seat.site_id = any(${sql.val([...siteIds])}::uuid[])`)
      .where('seat.revoked_at', 'is', null)
      .execute(),
  ofRole: async (conferenceId: ConferenceId, role: ConferenceRole): Promise<readonly StoredSeat[]> =>
    seatsWithDevice(db)
      .where('seat.conference_id', '=', conferenceId)
      .where('seat.role', '=', role)
      .where('seat.revoked_at', 'is', null)
      .orderBy('seat.issued_at')
      .execute(),
  sitesWithScreen: async (conferenceId: ConferenceId): Promise<readonly SiteId[]> => {
    const rows = await tablesIn(db)
      .selectFrom('seat')
      .select('site_id as siteId')
      .where('conference_id', '=', conferenceId)
      .where('role', '=', 'room')
      .where('revoked_at', 'is', null)
      .execute();
    return rows.flatMap(({ siteId }) => (siteId === null ? [] : [siteId]));
  },
  revoke: async (trx: Db, seatIds: readonly SeatId[]): Promise<void> => {
    if (seatIds.length > 0)
      await tablesIn(trx)
        .updateTable('seat')
        .set({ revoked_at: NOW })
        .where('id', 'in', seatIds)
        .where('revoked_at', 'is', null)
        .execute();
  },
  /** Tells every process, with the commit, that these seats changed. */
  announce: async (trx: Db, conferenceId: ConferenceId, seatIds: readonly SeatId[]): Promise<void> => {
    if (seatIds.length === 0) return;
    await tablesIn(trx).updateTable('seat').set({ changed_at: NOW }).where('id', 'in', seatIds).execute();
    const payloads = seatIds.map((seatId) => JSON.stringify({ conferenceId, seatId }));
    await sql`select pg_notify('seats', payload) from unnest(${sql.val(payloads)}::text[]) as payload`.execute(trx);
  },
  /** One at a time for each site of a conference, until the transaction ends. */
  lockSite: async (trx: Db, conferenceId: ConferenceId, siteId: SiteId | null): Promise<void> => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${conferenceId}:${siteId}`}, 0))`.execute(trx);
  },
});
export type SeatStore = ReturnType<typeof createSeatStore>;

/** Links and devices: what opens a seat, and what holds it. */
export const createHoldStore = (db: Db) => ({
  insertLink: async (trx: Db, seatId: SeatId, secretHash: Buffer): Promise<void> => {
    await tablesIn(trx)
      .insertInto('seat_link')
      .values({ secret_hash: secretHash, seat_id: seatId, used_at: null, ended_at: null })
      .execute();
  },
  endLinks: async (trx: Db, seatIds: readonly SeatId[]): Promise<void> => {
    if (seatIds.length > 0)
      await tablesIn(trx)
        .updateTable('seat_link')
        .set({ ended_at: NOW })
        .where('seat_id', 'in', seatIds)
        .where('ended_at', 'is', null)
        .execute();
  },
  findLink: async (secretHash: Buffer) =>
    tablesIn(db)
      .selectFrom('seat_link')
      .innerJoin('seat', 'seat.id', 'seat_link.seat_id')
      .select([
        'seat.id as seatId',
        'seat.conference_id as conferenceId',
        'seat.role',
        'seat.site_id as siteId',
        'seat.revoked_at as revokedAt',
      ])
      .select(['seat_link.used_at as usedAt', 'seat_link.ended_at as endedAt'])
      .where('seat_link.secret_hash', '=', secretHash)
      .executeTakeFirst(),
  /** Whether this caller is the one who used the link; of two at once only one is. */
  useLink: async (trx: Db, secretHash: Buffer): Promise<boolean> => {
    const query = tablesIn(trx)
      .updateTable('seat_link')
      .set({ used_at: NOW })
      .where('secret_hash', '=', secretHash)
      .where('used_at', 'is', null)
      .where('ended_at', 'is', null);
    return (await query.executeTakeFirst()).numUpdatedRows === 1n;
  },
  insertDevice: async (
    trx: Db,
    device: { readonly seatId: SeatId; readonly tokenHash: Buffer; readonly label: string },
  ): Promise<void> => {
    const values = {
      id: uuid(),
      seat_id: device.seatId,
      token_hash: device.tokenHash,
      label: device.label,
      ended_at: null,
      ended_because: null,
    };
    await tablesIn(trx).insertInto('seat_device').values(values).execute();
  },
  endDevices: async (trx: Db, seatIds: readonly SeatId[], because: EndReason): Promise<void> => {
    if (seatIds.length === 0) return;
    await tablesIn(trx)
      .updateTable('seat_device')
      .set({ ended_at: NOW, ended_because: because })
      .where('seat_id', 'in', seatIds)
      .where('ended_at', 'is', null)
      .execute();
  },
  /** Seats that devices with these tokens hold or held. */
  heldBy: async (tokenHashes: readonly Buffer[]) =>
    tablesIn(db)
      .selectFrom('seat_device')
      .innerJoin('seat', 'seat.id', 'seat_device.seat_id')
      .select([
        'seat.id as seatId',
        'seat.conference_id as conferenceId',
        'seat.role',
        'seat.site_id as siteId',
        'seat.site_name as siteName',
      ])
      .select(['seat.person_name as personName', 'seat_device.ended_because as endedBecause'])
      .where(sql<boolean>`seat_device.token_hash = any(${sql.val([...tokenHashes])}::bytea[])`)
      .orderBy('seat_device.bound_at', 'desc')
      .execute(),
});
export type HoldStore = ReturnType<typeof createHoldStore>;
