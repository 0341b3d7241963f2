import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { ConferenceId, ConferenceRole, SeatId, SiteId } from '@diemcau/domain/kernel';
import type { Db } from '../platform/db/index.ts';

/** A lease not renewed for so long is over. */
const LEASE_S = 15;
const RENEW_MS = 5000;
const FLUSH_MS = 300;

type Here = {
  readonly conferenceId: ConferenceId;
  readonly seatId: SeatId;
  readonly siteId: SiteId | null;
  readonly role: ConferenceRole;
};
/** `lostAt`: when its room screen was last seen, in ms since the epoch; null while it is here. */
export type SiteHere = {
  readonly siteId: SiteId;
  readonly room: boolean;
  readonly clerk: boolean;
  readonly lostAt: number | null;
};
type Gone = Here & { readonly silentMs: number };

const keyOf = ({ conferenceId, seatId }: Here) => `${conferenceId}/${seatId}`;

/** Who is connected to any server: leased rows, written in batches by each server for its own sockets. */
export class PresenceBoard {
  private readonly db: Db;
  private readonly log: Logger;
  private readonly serverId = randomUUID();
  private readonly here = new Map<string, Here & { count: number }>();
  private readonly gone = new Map<string, Gone>();
  private readonly come = new Map<string, Here>();
  private renewedAt = 0;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  private readonly changed: (conferenceId: ConferenceId, siteIds: readonly SiteId[]) => void;

  /** `changed` hears of sites whose screens or clerks came or went on this server, after it is written. */
  constructor(db: Db, log: Logger, changed: (conferenceId: ConferenceId, siteIds: readonly SiteId[]) => void) {
    this.db = db;
    this.log = log;
    this.changed = changed;
  }

  start(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.flush());
    }, FLUSH_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
    await this.flush();
  }

  arrived(holder: Here): void {
    const key = keyOf(holder);
    const known = this.here.get(key);
    this.here.set(key, { ...holder, count: (known?.count ?? 0) + 1 });
    this.come.set(key, holder);
    this.gone.delete(key);
  }

  /** `silentMs`: for how long nothing was heard of it before it was given up. */
  left(holder: Here, silentMs: number): void {
    const key = keyOf(holder);
    const known = this.here.get(key);
    if (!known) return;
    if (known.count > 1) known.count -= 1;
    else {
      this.here.delete(key);
      this.come.delete(key);
      this.gone.set(key, { ...holder, silentMs });
    }
  }

  /** Sites of the conference whose room screen is connected somewhere. One row. */
  async present(conferenceId: ConferenceId): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(distinct site_id)::int as n from presence
      where conference_id = ${conferenceId} and role in ('room', 'delegate') and until > now()`.execute(this.db);
    return rows[0]?.n ?? 0;
  }

  /** The same by their ids: a conference has thousands of sites, and those present are asked for by a desk now and then. */
  async sitesPresent(conferenceId: ConferenceId): Promise<readonly SiteId[]> {
    const { rows } = await sql<{ siteId: SiteId }>`
      select distinct site_id as "siteId" from presence
      where conference_id = ${conferenceId} and role in ('room', 'delegate') and site_id is not null and until > now()`.execute(
      this.db,
    );
    return rows.map(({ siteId }) => siteId);
  }

  /** Seats of observers that were connected somewhere within the last so many ms. */
  async observersHere(conferenceId: ConferenceId, withinMs: number): Promise<ReadonlySet<SeatId>> {
    const { rows } = await sql<{ seatId: SeatId }>`
      select seat_id as "seatId" from presence
      where conference_id = ${conferenceId} and role = 'observer'
        and until > now() - make_interval(secs => ${withinMs / 1000})`.execute(this.db);
    return new Set(rows.map(({ seatId }) => seatId));
  }

  /** Which of these seats have a page that is connected somewhere. */
  async seatsHere(conferenceId: ConferenceId, seatIds: readonly SeatId[]): Promise<ReadonlySet<SeatId>> {
    const { rows } = await sql<{ seatId: SeatId }>`
      select distinct seat_id as "seatId" from presence
      where conference_id = ${conferenceId} and seat_id = any(${seatIds}::uuid[]) and until > now()`.execute(this.db);
    return new Set(rows.map(({ seatId }) => seatId));
  }

  /** Which of these sites have, or had, their room screen and their clerk here. Sites never seen are left out. */
  async ofSites(conferenceId: ConferenceId, siteIds: readonly SiteId[]): Promise<readonly SiteHere[]> {
    if (siteIds.length === 0) return [];
    const { rows } = await sql<{ siteId: SiteId; room: boolean; clerk: boolean; seen: Date | null }>`
      select site_id as "siteId",
             bool_or(role in ('room', 'delegate') and until > now()) as room,
             bool_or(role in ('clerk', 'delegate') and until > now()) as clerk,
             max(until) filter (where role in ('room', 'delegate')) as seen
      from presence where conference_id = ${conferenceId} and site_id = any(${siteIds}::uuid[])
      group by site_id`.execute(this.db);
    return rows.map(({ siteId, room, clerk, seen }) => ({
      siteId,
      room,
      clerk,
      lostAt: room || !seen ? null : seen.getTime(),
    }));
  }

  private async flush(): Promise<void> {
    const renew = performance.now() - this.renewedAt > RENEW_MS;
    const write = renew ? [...this.here.values()] : [...this.come.values()];
    const gone = [...this.gone.values()];
    const come = [...this.come.values()];
    if (renew) this.renewedAt = performance.now();
    this.come.clear();
    this.gone.clear();
    try {
      if (gone.length > 0) await this.erase(gone);
      if (write.length > 0) await this.lease(write);
      this.tell([...gone, ...come]);
    } catch (error) {
      // The next renewal writes all that are here; who left is forgotten when the lease ends.
      this.renewedAt = 0;
      this.log.warn({ err: error }, 'presence waits for the database');
    }
  }

  private tell(moved: readonly Here[]): void {
    const byConference = Map.groupBy(moved, ({ conferenceId }) => conferenceId);
    for (const [conferenceId, rows] of byConference)
      this.changed(conferenceId, [...new Set(rows.flatMap(({ siteId }) => siteId ?? []))]);
  }

  private async lease(rows: readonly Here[]): Promise<void> {
    await sql`
      insert into presence (conference_id, seat_id, server_id, site_id, role, until)
      select c, s, ${this.serverId}::uuid, t, r, now() + make_interval(secs => ${LEASE_S})
      from unnest(${rows.map((r) => r.conferenceId)}::uuid[], ${rows.map((r) => r.seatId)}::uuid[],
                  ${rows.map((r) => r.siteId)}::uuid[], ${rows.map((r) => r.role)}::text[]) as x(c, s, t, r)
      on conflict (conference_id, seat_id, server_id) do update set until = excluded.until`.execute(this.db);
  }

  private async erase(rows: readonly Gone[]): Promise<void> {
    await sql`
      update presence set until = least(until, now() - make_interval(secs => x.silent))
      from unnest(${rows.map((r) => r.conferenceId)}::uuid[], ${rows.map((r) => r.seatId)}::uuid[],
                  ${rows.map((r) => r.silentMs / 1000)}::float8[]) as x(c, s, silent)
      where conference_id = c and seat_id = s and server_id = ${this.serverId}::uuid`.execute(this.db);
  }
}
