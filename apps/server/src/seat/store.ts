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
  /** The public watch link that it was opened by. */
  readonly watchLinkId?: string;
};
type NewLink = { readonly seatId: SeatId; readonly secretHash: Buffer };
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
    .select('seat.watch_link_id as watchLinkId')
    .select(['seat_device.label as deviceLabel', 'seat_device.bound_at as openedAt']);

export type StoredSeat = Awaited<ReturnType<ReturnType<typeof seatsWithDevice>['execute']>>[number];

/** At least one. */
const insertSeats = async (trx: Db, seats: readonly NewSeat[]): Promise<void> => {
  const values = seats.map(({ seatId, conferenceId, role, siteId, siteName, personName, watchLinkId }) => ({
    id: seatId,
    conference_id: conferenceId,
    role,
    site_id: siteId,
    site_name: siteName,
    person_name: personName,
    search: foldText(`${personName ?? ''} ${siteName ?? ''}`),
    revoked_at: null,
    watch_link_id: watchLinkId ?? null,
  }));
  await tablesIn(trx).insertInto('seat').values(values).execute();
};

/** At least one. */
const insertLinks = async (trx: Db, links: readonly NewLink[]): Promise<void> => {
  const values = links.map(({ seatId, secretHash }) => ({
    secret_hash: secretHash,
    seat_id: seatId,
    used_at: null,
    ended_at: null,
  }));
  await tablesIn(trx).insertInto('seat_link').values(values).execute();
};

export const createSeatStore = (db: Db) => ({
  insert: (trx: Db, seat: NewSeat): Promise<void> => insertSeats(trx, [seat]),
  insertAll: insertSeats,
  /** Which of these seats were ever made, in whatever conference. */
  known: async (trx: Db, seatIds: readonly SeatId[]): Promise<ReadonlySet<SeatId>> => {
    if (seatIds.length === 0) return new Set();
    const rows = await tablesIn(trx).selectFrom('seat').select('id').where('id', 'in', seatIds).execute();
    return new Set(rows.map(({ id }) => id));
  },
  find: async (seatId: SeatId): Promise<StoredSeat | undefined> =>
    seatsWithDevice(db).where('seat.id', '=', seatId).executeTakeFirst(),
  list: async (
    { conferenceId, role, q }: SeatSearch,
    after: SeatPlace | null,
    limit: number,
  ): Promise<readonly StoredSeat[]> => {
    let query = seatsWithDevice(db)
      .where('seat.conference_id', '=', conferenceId)
      .where('seat.watch_link_id', 'is', null);
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
    const inForce = query.where('role', '=', role).where('revoked_at', 'is', null).where('watch_link_id', 'is', null);
    return (await inForce.executeTakeFirst())?.n ?? 0;
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
  /** Which seats in force the sites of a conference have, and whether a device holds each: one row for each. */
  rolesOfSites: async (
    conferenceId: ConferenceId,
  ): Promise<readonly { readonly siteId: SiteId; readonly role: ConferenceRole; readonly isOpen: boolean }[]> => {
    const rows = await tablesIn(db)
      .selectFrom('seat')
      .leftJoin('seat_device', (join) =>
        join.onRef('seat_device.seat_id', '=', 'seat.id').on('seat_device.ended_at', 'is', null),
      )
      .select(['seat.site_id as siteId', 'seat.role', 'seat_device.id as deviceId'])
      .where('seat.conference_id', '=', conferenceId)
      .where('seat.role', 'in', ['clerk', 'room', 'delegate'])
      .where('seat.revoked_at', 'is', null)
      .execute();
    return rows.flatMap(({ siteId, role, deviceId }) =>
      siteId === null ? [] : [{ siteId, role, isOpen: deviceId !== null }],
    );
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
  /** The same for many, in an order that is the same for all who lock several. */
  lockSites: async (trx: Db, conferenceId: ConferenceId, siteIds: readonly SiteId[]): Promise<void> => {
    const names = siteIds.map((siteId) => `${conferenceId}:${siteId}`);
    await sql`select pg_advisory_xact_lock(key) from (
      select hashtextextended(name, 0) as key from unnest(${sql.val(names)}::text[]) as name order by key) as keys`.execute(
      trx,
    );
  },
});
export type SeatStore = ReturnType<typeof createSeatStore>;

/** Links and devices: what opens a seat, and what holds it. */
export const createHoldStore = (db: Db) => ({
  insertLink: (trx: Db, seatId: SeatId, secretHash: Buffer): Promise<void> =>
    insertLinks(trx, [{ seatId, secretHash }]),
  insertLinks,
  /** Hashes of the links of these seats that are in force and were not used yet. */
  unusedLinks: async (trx: Db, seatIds: readonly SeatId[]): Promise<readonly Buffer[]> => {
    if (seatIds.length === 0) return [];
    const rows = await tablesIn(trx)
      .selectFrom('seat_link')
      .select('secret_hash')
      .where('seat_id', 'in', seatIds)
      .where('used_at', 'is', null)
      .where('ended_at', 'is', null)
      .execute();
    return rows.map((row) => row.secret_hash);
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
