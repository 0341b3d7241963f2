import type { SiteId } from '@diemcau/domain/kernel';
import type { Polling } from '@diemcau/domain/programme';

/** The place that comes after the one that is shown; null after the last. */
export const nextPlaceOf = ({ nextPlace, siteIds, repeat }: Polling): number | null => {
  if (nextPlace < siteIds.length) return nextPlace;
  return repeat ? 0 : null;
};

export const siteAt = (polling: Polling, place: number | null): SiteId | null =>
  place === null ? null : (polling.siteIds[place] ?? null);

/** Whole seconds until the next site; null while it waits for somebody. */
export const secondsLeft = ({ pausedBy, place, shownAt, seconds }: Polling, now: number): number | null =>
  pausedBy !== null || place === null ? null : Math.max(0, Math.ceil(seconds - (now - shownAt) / 1000));

export const POLLING_SECONDS = [10, 15, 20, 30, 45, 60, 90, 120] as const;

/** About how long all of them take, in minutes. */
export const minutesFor = (sites: number, seconds: number): number => Math.max(1, Math.round((sites * seconds) / 60));
