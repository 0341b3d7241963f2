import { z } from 'zod';
import { ConferenceId, SeatId } from '@diemcau/domain/kernel';
import type { Db } from '../db/index.ts';
import { createSeatReader, type Held, type SeatHolder, type SeatReader } from './seat-rows.ts';
import { hashSecret, sameHash } from './secrets.ts';

/** Told to every process on the channel `seats`, in the transaction of each change of a seat or its device. */
const Told = z.object({ conferenceId: ConferenceId, seatId: SeatId });
export type SeatChange = z.infer<typeof Told>;

/** Changes are looked for this much before the last look: a transaction shows only when it ends. */
const OVERLAP_MS = 15_000;

/** The seats of one conference in memory. Changes are read one after another, so that an older answer never wins. */
type Conference = {
  readonly held: Map<SeatId, Held>;
  readonly pending: Set<SeatId>;
  /** The work on it now; it begins with reading all seats. */
  running: Promise<void>;
};

/**
 * Who holds which seat, from memory: 3,355 sockets come back at once after an outage, and the database is not asked
 * for each. A conference's seats are read whole when first needed; later only those that changed.
 */
export class SeatRegistry {
  private readonly read: SeatReader;
  private readonly conferences = new Map<ConferenceId, Promise<Conference>>();
  private readonly conferenceOf = new Map<SeatId, ConferenceId>();
  private readonly listeners: ((change: SeatChange, holder: SeatHolder | null) => void)[] = [];
  private looked: Date | undefined;

  constructor(db: Db) {
    this.read = createSeatReader(db);
  }

  /** Called after a seat changed hands, was opened or was revoked: `holder` is who holds it now. */
  onChange(listener: (change: SeatChange, holder: SeatHolder | null) => void): void {
    this.listeners.push(listener);
  }

  /** The holder of the seat when `token` is its device's, else null. */
  async verify(seatId: SeatId, token: string): Promise<SeatHolder | null> {
    const tokenHash = hashSecret(token);
    const holds = (held: Held | undefined) => held !== undefined && sameHash(held.tokenHash, tokenHash);
    const conferenceId = this.conferenceOf.get(seatId);
    const known = conferenceId && (await this.load(conferenceId)).held.get(seatId);
    if (known && holds(known)) return known.holder;
    // Bound a moment ago by another process, or never: the database says which.
    const current = await this.read.one(seatId);
    if (!current || !holds(current)) return null;
    await this.refresh({ conferenceId: current.holder.conferenceId, seatId });
    return current.holder;
  }

  /** Why a token is good no longer; null when it never was. */
  whyEnded(seatId: SeatId, token: string): Promise<'revoked' | 'replaced' | null> {
    return this.read.whyEnded(seatId, hashSecret(token));
  }

  /** All bound devices of a conference. */
  async seatsOf(conferenceId: ConferenceId): Promise<readonly SeatHolder[]> {
    return [...(await this.load(conferenceId)).held.values()].map(({ holder }) => holder);
  }

  /** Who holds this seat of the conference; null when nobody does. */
  async holderOf(conferenceId: ConferenceId, seatId: SeatId): Promise<SeatHolder | null> {
    return (await this.load(conferenceId)).held.get(seatId)?.holder ?? null;
  }

  /** Reads one seat again, if its conference is in memory, and tells the listeners. */
  async refresh(change: SeatChange): Promise<void> {
    const loading = this.conferences.get(change.conferenceId);
    this.conferenceOf.set(change.seatId, change.conferenceId);
    if (!loading) return this.tell(change, null, await this.read.one(change.seatId));
    const conference = await loading;
    const first = conference.pending.size === 0;
    conference.pending.add(change.seatId);
    if (first) conference.running = conference.running.then(() => this.readPending(change.conferenceId, conference));
    await conference.running;
  }

  /** What a notification on the channel `seats` said. */
  async told(payload: string): Promise<void> {
    await this.refresh(Told.parse(JSON.parse(payload)));
  }

  /** Finds changes whose notification was missed; call it every few seconds. */
  async catchUp(): Promise<void> {
    const { at, changes } = await this.read.changedSince(this.looked && new Date(this.looked.getTime() - OVERLAP_MS));
    this.looked = at;
    for (const change of changes) if (this.conferences.has(change.conferenceId)) await this.refresh(change);
  }

  private tell(change: SeatChange, before: Held | null | undefined, after: Held | undefined): void {
    if (before && after && before.holder.deviceId === after.holder.deviceId) return;
    if (before === undefined && after === undefined) return;
    for (const listener of this.listeners) listener(change, after?.holder ?? null);
  }

  private load(conferenceId: ConferenceId): Promise<Conference> {
    const known = this.conferences.get(conferenceId);
    if (known) return known;
    const loading = this.readAll(conferenceId);
    this.conferences.set(conferenceId, loading);
    loading.catch(() => this.conferences.delete(conferenceId));
    return loading;
  }

  private async readAll(conferenceId: ConferenceId): Promise<Conference> {
    const all = await this.read.all(conferenceId);
    for (const { holder } of all) this.conferenceOf.set(holder.seatId, conferenceId);
    return {
      held: new Map(all.map((held) => [held.holder.seatId, held])),
      pending: new Set(),
      running: Promise.resolve(),
    };
  }

  private async readPending(conferenceId: ConferenceId, { held, pending }: Conference): Promise<void> {
    const seatIds = [...pending];
    // Told twice, it was read the first time.
    if (seatIds.length === 0) return;
    pending.clear();
    try {
      const now = new Map((await this.read.some(seatIds)).map((one) => [one.holder.seatId, one]));
      for (const seatId of seatIds) {
        const before = held.get(seatId);
        const after = now.get(seatId);
        if (after) held.set(seatId, after);
        else held.delete(seatId);
        this.tell({ conferenceId, seatId }, before, after);
      }
    } catch (error) {
      // What was not read may be stale: it is read whole when it is needed next.
      this.conferences.delete(conferenceId);
      throw error;
    }
  }
}
