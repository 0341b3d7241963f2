import { sql } from 'kysely';
import { ASIDE_LEASE_MS, type AsideCode, type AsideId, type AsideNow } from '@diemcau/domain/aside';
import { ok, refuse, type Actor, type ConferenceId, type Result, type SeatId } from '@diemcau/domain/kernel';
import { audit } from '../platform/audit/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Notifications } from '../platform/realtime/index.ts';

export type SeatActor = Extract<Actor, { readonly kind: 'seat' }>;
/** `isHeld`: its key is down and its page said so within the lease. */
export type AsideRow = AsideNow & { readonly conferenceId: ConferenceId; readonly isHeld: boolean };

/** The room of an aside on the media server: one for each time that the key is held. */
export const asideRoom = (asideId: AsideId): string => `aside-${asideId}`;
export const asideOfRoom = (room: string): string | null =>
  room.startsWith('aside-') ? room.slice('aside-'.length) : null;

const COLUMNS = sql`id as "asideId", conference_id as "conferenceId", seat_id as "seatId", site_id as "siteId", kind,
  not is_over and until > now() as "isHeld"`;
const LEASE = sql`now() + make_interval(secs => ${ASIDE_LEASE_MS / 1000})`;

type Held = Pick<AsideNow, 'asideId' | 'kind' | 'siteId'> & {
  /** Goes on with one that was begun; never begins one. */
  readonly again: boolean;
};

type CallOfSite = Pick<AsideRow, 'conferenceId' | 'siteId' | 'asideId'>;

type Parts = { readonly db: Db; readonly notifications: Pick<Notifications, 'notify'> };

/** Who talks or listens to whom beside the programme, on any server: leased rows, for as long as their rooms may be there. */
export class Asides {
  private readonly db: Db;
  private readonly notifications: Pick<Notifications, 'notify'>;

  constructor({ db, notifications }: Parts) {
    this.db = db;
    this.notifications = notifications;
  }

  /** All of a conference, those that are over and still to be cleared away included. */
  async of(conferenceId: ConferenceId): Promise<readonly AsideRow[]> {
    const { rows } = await sql<AsideRow>`select ${COLUMNS} from aside where conference_id = ${conferenceId}`.execute(
      this.db,
    );
    return rows;
  }

  async find(asideId: AsideId): Promise<AsideRow | null> {
    const { rows } = await sql<AsideRow>`select ${COLUMNS} from aside where id = ${asideId}`.execute(this.db);
    return rows[0] ?? null;
  }

  /**
   * Begins, or goes on; sent twice it is the same. A seat holds one at a time, and a site is held by one seat; an
   * operator goes before a test call.
   */
  async hold(actor: SeatActor, { asideId, kind, siteId, again }: Held): Promise<Result<undefined, AsideCode>> {
    const { conferenceId, seatId } = actor;
    const renewed = await sql`
      update aside set until = ${LEASE}
      where id = ${asideId} and seat_id = ${seatId} and not is_over and until > now()`.execute(this.db);
    if (renewed.numAffectedRows === 1n) return ok(undefined);
    if (again || (await this.find(asideId))) return refuse('aside.over');
    const begun = await this.db.transaction().execute(async (trx) => {
      await sql`
        update aside set is_over = true where conference_id = ${conferenceId} and not is_over
          and (seat_id = ${seatId} or until <= now()
            or (kind = 'call' and site_id = ${siteId} and ${kind !== 'call'}))`.execute(trx);
      const inserted = await sql`
        insert into aside (id, conference_id, seat_id, site_id, kind, until)
        values (${asideId}, ${conferenceId}, ${seatId}, ${siteId}, ${kind}, ${LEASE}) on conflict do nothing`.execute(
        trx,
      );
      if (inserted.numAffectedRows !== 1n) return false;
      await audit(trx, { action: 'aside.hold', actor, subject: { conferenceId, siteId }, change: { kind } });
      return true;
    });
    if (!begun) return refuse('aside.busy');
    await this.tell(conferenceId);
    return ok(undefined);
  }

  /** Of that seat; without an id whatever it holds. */
  async release(conferenceId: ConferenceId, seatId: SeatId, asideId?: AsideId): Promise<void> {
    const which = asideId === undefined ? sql`` : sql`and id = ${asideId}`;
    const ended = await sql`
      update aside set is_over = true where seat_id = ${seatId} and not is_over ${which}`.execute(this.db);
    if (ended.numAffectedRows !== 0n) await this.tell(conferenceId);
  }

  /** The site hangs up. */
  async endCall({ conferenceId, siteId, asideId }: CallOfSite): Promise<void> {
    const ended = await sql`
      update aside set is_over = true where id = ${asideId} and conference_id = ${conferenceId}
        and site_id = ${siteId} and kind = 'call' and not is_over`.execute(this.db);
    if (ended.numAffectedRows !== 0n) await this.tell(conferenceId);
  }

  /** None of them goes on, whatever the key does. */
  async end(conferenceId: ConferenceId, asideIds: readonly AsideId[]): Promise<void> {
    const ended = await sql`
      update aside set is_over = true where id = any(${asideIds}::uuid[]) and not is_over`.execute(this.db);
    if (ended.numAffectedRows !== 0n) await this.tell(conferenceId);
  }

  /** Their rooms are gone. */
  async forget(asideIds: readonly AsideId[]): Promise<void> {
    await sql`delete from aside where id = any(${asideIds}::uuid[])`.execute(this.db);
  }

  /** Pages are told, and the reconciler acts. */
  private tell(conferenceId: ConferenceId): Promise<void> {
    return this.notifications.notify('aside', conferenceId);
  }
}
