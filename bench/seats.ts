// Seats by the thousand, each with a device: their links opened one by one would take minutes.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Seat } from './fan-out/messages.ts';

export type SeatRow = {
  readonly seatId: string;
  readonly token: string;
  readonly role: string;
  readonly siteId: string | null;
};

export const seatRow = (role: string, siteId: string | null): SeatRow => ({
  seatId: randomUUID(),
  token: randomBytes(16).toString('base64url'),
  role,
  siteId,
});

/** Stores them as the seat slice does. */
export const giveSeats = async (client: pg.Client, conferenceId: string, rows: readonly SeatRow[]): Promise<void> => {
  await client.query(
    `insert into seat (id, conference_id, role, site_id, search)
     select id, $1, role, site, '' from unnest($2::uuid[], $3::text[], $4::uuid[]) as t(id, role, site)`,
    [conferenceId, rows.map((r) => r.seatId), rows.map((r) => r.role), rows.map((r) => r.siteId)],
  );
  await client.query(
    `insert into seat_device (id, seat_id, token_hash, label)
     select gen_random_uuid(), id, hash, 'bench' from unnest($1::uuid[], $2::bytea[]) as t(id, hash)`,
    [rows.map((r) => r.seatId), rows.map((r) => createHash('sha256').update(r.token).digest())],
  );
};

/** With these headers a request or a socket is the seat's own. */
export const headersOf = (origin: string, { seatId, token }: SeatRow): Readonly<Record<string, string>> => ({
  cookie: `seat.${seatId}=${token}`,
  origin,
});

/** The sites that a conference invites, the hall aside, in the order of their codes. */
export const invitedSiteIds = async (client: pg.Client, conferenceId: string): Promise<readonly string[]> => {
  const found = await client.query<{ site_id: string }>(
    'select site_id from invited_site where conference_id = $1 and not hall order by code',
    [conferenceId],
  );
  return found.rows.map(({ site_id }) => site_id);
};

/** The socket of the seat's page. */
export const socketOf = (origin: string, seat: SeatRow): Seat => ({
  url: `${origin.replace('http', 'ws')}/api/v1/seats/${seat.seatId}/socket`,
  headers: headersOf(origin, seat),
  hello: true,
});
