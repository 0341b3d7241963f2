import type { SeatId } from '@diemcau/domain/kernel';

/** Pages come back within 10 s, also from a server that fell. */
export const DESK_GONE_MS = 15_000;

/** Seats of which no page is connected anywhere, and since when this server sees that. */
export class GoneDesks {
  private readonly since = new Map<SeatId, number>();

  /** Nothing could be read for a while, nor anybody let in: who is away counts anew from the next look. */
  lookAway(): void {
    this.since.clear();
  }

  /**
   * Those that are gone for good.
   * @param now ms since the epoch
   */
  look(due: ReadonlySet<SeatId>, here: ReadonlySet<SeatId>, now: number): readonly SeatId[] {
    for (const seatId of this.since.keys()) if (!due.has(seatId) || here.has(seatId)) this.since.delete(seatId);
    for (const seatId of due) if (!here.has(seatId) && !this.since.has(seatId)) this.since.set(seatId, now);
    return [...this.since].flatMap(([seatId, since]) => (now - since >= DESK_GONE_MS ? [seatId] : []));
  }
}
