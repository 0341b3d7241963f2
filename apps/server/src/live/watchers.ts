import type { SeatId, SiteId } from '@diemcau/domain/kernel';

/** A desk that shows a site says so every few seconds; it has stopped when it has not. */
export const WATCH_MS = 10_000;

/** Which desks, on any server, look at which sites of one conference. */
export class Watchers {
  private readonly until = new Map<SiteId, Map<SeatId, number>>();

  /** Answers with the sites whose number of watchers changed. */
  saw(desk: SeatId, siteIds: readonly SiteId[], now = performance.now()): readonly SiteId[] {
    const changed: SiteId[] = [];
    const shown = new Set(siteIds);
    for (const siteId of shown) {
      const desks = this.until.get(siteId) ?? new Map<SeatId, number>();
      if (!desks.has(desk)) changed.push(siteId);
      desks.set(desk, now + WATCH_MS);
      this.until.set(siteId, desks);
    }
    for (const [siteId, desks] of this.until) if (!shown.has(siteId) && desks.delete(desk)) changed.push(siteId);
    return changed;
  }

  expire(now = performance.now()): readonly SiteId[] {
    const changed: SiteId[] = [];
    for (const [siteId, desks] of this.until) {
      for (const [desk, until] of desks) if (until < now && desks.delete(desk)) changed.push(siteId);
      if (desks.size === 0) this.until.delete(siteId);
    }
    return changed;
  }

  of(siteId: SiteId): number {
    return this.until.get(siteId)?.size ?? 0;
  }
}
