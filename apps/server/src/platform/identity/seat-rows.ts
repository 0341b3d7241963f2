import { sql } from 'kysely';
import type { ConferenceId, ConferenceRole, SeatId, SiteId } from '@diemcau/domain/kernel';
import type { MediaSeat } from '@diemcau/domain/live';
import type { Db } from '../db/index.ts';

/** A device that holds a seat. */
export type SeatHolder = MediaSeat & {
  readonly conferenceId: ConferenceId;
  readonly personName: string | null;
  /** Of its device, as people see it: "Chrome, Windows". */
  readonly deviceLabel: string;
};

export type Held = { readonly holder: SeatHolder; readonly tokenHash: Buffer };

type SeatTables = {
  seat: {
    id: SeatId;
    conference_id: ConferenceId;
    role: ConferenceRole;
    site_id: SiteId | null;
    person_name: string | null;
    revoked_at: Date | null;
    changed_at: Date;
  };
  seat_device: {
    id: string;
    seat_id: SeatId;
    label: string;
    token_hash: Buffer;
    ended_at: Date | null;
    ended_because: 'revoked' | 'replaced' | null;
  };
};

/** Reads who holds which seat; the tables are written by the seat slice. */
export const createSeatReader = (db: Db) => {
  const tables = db.withTables<SeatTables>();
  const query = () =>
    tables
      .selectFrom('seat')
      .innerJoin('seat_device', 'seat_device.seat_id', 'seat.id')
      .select([
        'seat.id as seatId',
        'seat_device.id as deviceId',
        'seat.conference_id as conferenceId',
        'seat.role as role',
        'seat.site_id as siteId',
        'seat.person_name as personName',
        'seat_device.label as deviceLabel',
        'seat_device.token_hash as tokenHash',
      ])
      .where('seat_device.ended_at', 'is', null)
      .where('seat.revoked_at', 'is', null);
  type Row = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number];
  const held = ({ tokenHash, ...holder }: Row): Held => ({ holder, tokenHash });

  return {
    one: async (seatId: SeatId): Promise<Held | undefined> => {
      const row = await query().where('seat.id', '=', seatId).executeTakeFirst();
      return row && held(row);
    },
    some: async (seatIds: readonly SeatId[]): Promise<readonly Held[]> =>
      (await query().where('seat.id', 'in', seatIds).execute()).map(held),
    all: async (conferenceId: ConferenceId): Promise<readonly Held[]> =>
      (await query().where('seat.conference_id', '=', conferenceId).execute()).map(held),
    whyEnded: async (seatId: SeatId, tokenHash: Buffer): Promise<'revoked' | 'replaced' | null> => {
      const row = await tables
        .selectFrom('seat_device')
        .select('ended_because')
        .where('token_hash', '=', tokenHash)
        .where('seat_id', '=', seatId)
        .executeTakeFirst();
      return row?.ended_because ?? null;
    },
    /** Seats changed after `since` (none of them without it), and the database's time of this answer. */
    changedSince: async (since: Date | undefined) => {
      const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(db);
      const at = rows[0]?.at ?? new Date(0);
      if (!since) return { at, changes: [] };
      const changes = await tables
        .selectFrom('seat')
        .select(['id as seatId', 'conference_id as conferenceId'])
        .where('changed_at', '>', since)
        .execute();
      return { at, changes };
    },
  };
};
export type SeatReader = ReturnType<typeof createSeatReader>;
