import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { useEffect, useMemo, useSyncExternalStore } from 'react';

import { RosterModel } from './roster-model.ts';
import { rosterKeep } from './roster-keep.ts';
import { rosterPort } from './roster-port.ts';
import type { Told } from './roster-view.ts';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Another device may have changed it while the page was not looked at. */
const useReadOnReturn = ({ load }: RosterModel): void => {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void load();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [load]);
};

const RESUME_MS = 15_000;

/** What was not heard goes once the browser says that there is a line; it may be wrong, so now and then without that. */
const useResume = ({ resume }: RosterModel): void => {
  useEffect(() => {
    const timer = setInterval(() => void resume(), RESUME_MS);
    const go = () => void resume();
    window.addEventListener('online', go);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', go);
    };
  }, [resume]);
};

export type RosterOptions = {
  /** The server's clock. */
  readonly nowMs: () => number;
  /** What the page was told of the site, if it is its own: read anew when that is news. */
  readonly told?: Told | null;
  /** And so often, for a site of which the page is told nothing. */
  readonly everyMs?: number;
};

/** The roster of a site, as this seat may see and change it. */
export const useRoster = (
  seatId: SeatId,
  siteId: SiteId,
  { nowMs, told = null, everyMs }: RosterOptions,
): RosterModel => {
  const model = useMemo(
    () =>
      new RosterModel({
        port: rosterPort(seatId, siteId),
        keep: rosterKeep(seatId, siteId),
        nowMs,
        newId: () => crypto.randomUUID(),
        pause,
        random: Math.random,
      }),
    [seatId, siteId, nowMs],
  );
  useEffect(() => void model.load(), [model]);
  useEffect(() => {
    if (told) void model.hear(told);
  }, [model, told]);
  useReadOnReturn(model);
  useResume(model);
  useEffect(() => {
    if (everyMs === undefined) return;
    const timer = setInterval(() => void model.load(), everyMs);
    return () => clearInterval(timer);
  }, [model, everyMs]);
  return model;
};

export const useRosterState = (model: RosterModel) => useSyncExternalStore(model.subscribe, model.state);
