import type { SiteId } from '@diemcau/domain/kernel';
import { sitesOnAir, type Live } from '@diemcau/domain/live';
import type { SiteHere } from './presence.ts';

/** A site on air that is missing for so long is replaced by the hall (P6). */
export const MISSING_MS = 5000;
/** After a server comes back, screens find it within the 10 s of their jitter. */
const SCREENS_SETTLE_MS = 15_000;
/** After the media server comes back: LiveKit's client alone tries for up to 45 s. A screen that is gone is noticed by its socket. */
const MEDIA_SETTLE_MS = 30_000;

/** The sites that must be there now: on air, with the floor, and the hall. */
export const sitesDue = (live: Live): readonly SiteId[] => {
  const { conference, floor, programme } = live;
  if (conference.status !== 'open' && conference.status !== 'paused') return [];
  const due = new Set<SiteId>([conference.hallId, ...sitesOnAir(live)]);
  if (floor.turn) due.add(floor.turn.siteId);
  for (const siteId of programme.lost) due.add(siteId);
  return [...due];
};

export type Sighting = {
  /** Ms since the epoch, the database's clock, as all here. */
  readonly now: number;
  readonly here: ReadonlyMap<SiteId, SiteHere>;
  /** Sites with a member on the stage; null while the media server does not answer. */
  readonly onStage: ReadonlySet<SiteId> | null;
};

/** Who is missing, and since when. A site is there when its screen is connected and a member of the stage. */
export class MissingSites {
  private readonly offStageSince = new Map<SiteId, number>();
  private readonly neverSeenSince = new Map<SiteId, number>();
  private mediaSince: number | null = null;
  /** Since when this server looks, and could: the screens of one that fell are on their way to it. */
  private lookingSince: number | null = null;

  /** Sites to report missing, and sites of `lost` to report back. */
  look(
    due: readonly SiteId[],
    lost: readonly SiteId[],
    sighting: Sighting,
  ): { readonly missing: readonly SiteId[]; readonly back: readonly SiteId[] } {
    const { now, onStage } = sighting;
    if (onStage === null) this.mediaSince = null;
    else this.mediaSince ??= now;
    this.lookingSince ??= now;
    const missing: SiteId[] = [];
    const back: SiteId[] = [];
    for (const siteId of due) {
      const since = Math.min(this.noScreenSince(siteId, sighting), this.notOnStageSince(siteId, sighting));
      if (since === Infinity && lost.includes(siteId)) back.push(siteId);
      if (now - since >= MISSING_MS && !lost.includes(siteId)) missing.push(siteId);
    }
    this.forgetAllBut(new Set(due));
    return { missing, back };
  }

  private noScreenSince(siteId: SiteId, { now, here }: Sighting): number {
    const seen = here.get(siteId);
    if (seen?.room) {
      this.neverSeenSince.delete(siteId);
      return Infinity;
    }
    const since = seen?.lostAt ?? this.neverSeenSince.get(siteId) ?? now;
    if (!seen || seen.lostAt === null) this.neverSeenSince.set(siteId, since);
    return Math.max(since, this.settledAt(now) - MISSING_MS);
  }

  /** Nothing could be read for a while, nor anybody let in: who is away counts anew from the next look. */
  lookAway(): void {
    this.lookingSince = null;
  }

  private notOnStageSince(siteId: SiteId, { now, onStage }: Sighting): number {
    if (onStage === null || onStage.has(siteId)) {
      this.offStageSince.delete(siteId);
      return Infinity;
    }
    const since = this.offStageSince.get(siteId) ?? now;
    this.offStageSince.set(siteId, since);
    const media = (this.mediaSince ?? now) + MEDIA_SETTLE_MS;
    return Math.max(since, Math.max(media, this.settledAt(now)) - MISSING_MS);
  }

  /** From then on whoever could come back has done so. */
  private settledAt(now: number): number {
    return (this.lookingSince ?? now) + SCREENS_SETTLE_MS;
  }

  private forgetAllBut(due: ReadonlySet<SiteId>): void {
    for (const map of [this.offStageSince, this.neverSeenSince])
      for (const siteId of map.keys()) if (!due.has(siteId)) map.delete(siteId);
  }
}
