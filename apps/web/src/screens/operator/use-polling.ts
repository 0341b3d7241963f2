import { SiteAnswers, type SiteAnswer } from '@diemcau/domain/attendance';
import { PollingId, type SeatId, type SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { MAX_POLLED } from '@diemcau/domain/programme';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { fetchDeskSites } from '../../floor/index.ts';
import type { Run } from '../../live/index.ts';
import { api } from '../../live/api.ts';
import {
  askingSites,
  type Favourites,
  favouriteSites,
  nextPlaceOf,
  type PollingActs,
  type PollingPlan,
  siteAt,
  type WallFilter,
} from '../../programme/index.ts';

const answersEveryMs = 2000;

/** The sites that a polling would show, without the hall, in the order of the wall. */
const useChosen = (seatId: SeatId, live: Live, filter: WallFilter, favourites: Favourites, isOpen: boolean) => {
  const isOwn = filter === 'asking' || filter === 'favourites';
  const asked = useQuery({
    queryKey: ['polled', seatId, filter],
    queryFn: ({ signal }) =>
      fetchDeskSites(
        { seatId, q: '', filter: isOwn ? 'all' : filter, province: null, cursor: null, limit: MAX_POLLED },
        signal,
      ),
    enabled: isOpen && !isOwn,
    staleTime: 0,
  });
  const hallId = live.conference.status === 'absent' ? null : live.conference.hallId;
  const own = filter === 'asking' ? askingSites(live) : favouriteSites(favourites).map(({ siteId }) => siteId);
  const listed = isOwn ? own : asked.data?.items.map(({ siteId }) => siteId);
  if (listed === undefined) return null;
  const siteIds = listed.filter((siteId) => siteId !== hallId).slice(0, MAX_POLLED);
  const others = (isOwn ? listed.length : (asked.data?.total ?? 0)) - listed.length;
  return { siteIds, total: siteIds.length + others };
};

export type Polled = {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly filter: WallFilter;
  readonly setFilter: (filter: WallFilter) => void;
  readonly found: { readonly total: number; readonly polled: number } | null;
  readonly start: (plan: PollingPlan) => Promise<unknown>;
  /** Null while nothing is polled. */
  readonly acts: PollingActs | null;
};

/** The polling of the desk: the one that goes on with its acts, or the one that is being prepared. */
export const usePolling = (
  { seatId, live, run }: { seatId: SeatId; live: Live; run: Run },
  favourites: Favourites,
): Polled => {
  const [pollingId, setPollingId] = useState<PollingId | null>(null);
  const [filter, setFilter] = useState<WallFilter>('present');
  const isOpen = pollingId !== null;
  const chosen = useChosen(seatId, live, filter, favourites, isOpen);
  const { polling } = live.programme;
  return {
    isOpen,
    open: () => setPollingId(PollingId.parse(crypto.randomUUID())),
    close: () => setPollingId(null),
    filter,
    setFilter,
    found: chosen && { total: chosen.total, polled: chosen.siteIds.length },
    start: async (plan) => {
      if (pollingId === null || chosen === null) return;
      await run({ type: 'programme.startPolling', pollingId, siteIds: chosen.siteIds, ...plan });
      setPollingId(null);
    },
    acts: polling && actsOf(polling, run),
  };
};

const actsOf = (polling: NonNullable<Live['programme']['polling']>, run: Run): PollingActs => {
  const { pollingId, move } = polling;
  const next = nextPlaceOf(polling);
  const jump = (place: number) => run({ type: 'programme.jumpPolling', pollingId, move, place });
  return {
    pause: () => run({ type: 'programme.pausePolling', pollingId }),
    goOn: () => run({ type: 'programme.resumePolling', pollingId }),
    skip: next === null ? null : () => jump(next),
    jump,
    stop: () => run({ type: 'programme.stopPolling', pollingId }),
  };
};

/** What the site on air and the next one answered; read while a roll call is held on air. */
export const useAnswers = (seatId: SeatId, { programme }: Live): ReadonlyMap<SiteId, SiteAnswer> => {
  const { polling } = programme;
  const isHeld = polling?.mode === 'rollCall';
  const places = polling ? [siteAt(polling, polling.place), siteAt(polling, nextPlaceOf(polling))] : [];
  const siteIds = places.filter((siteId) => siteId !== null);
  const { data } = useQuery({
    queryKey: ['answers', seatId, ...siteIds],
    queryFn: ({ signal }) =>
      api.get(`/seats/${seatId}/attendance/answers?sites=${siteIds.join(',')}`, SiteAnswers, { signal }),
    enabled: isHeld && siteIds.length > 0,
    refetchInterval: answersEveryMs,
  });
  return new Map(data?.items.map((answer) => [answer.siteId, answer]));
};
