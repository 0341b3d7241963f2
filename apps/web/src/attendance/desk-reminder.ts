import { Reminded, type RollCall } from '@diemcau/domain/attendance';
import type { SeatId } from '@diemcau/domain/kernel';
import { useRef, useState } from 'react';

import { api, asProblem } from '../live/api.ts';
import type { NowMs, SaidProblem } from '../ui/index.ts';

const EVERY_MS = 60_000;

/** Seconds until all may be reminded again (N9); 0: now. */
export const secondsToWait = (remindedAt: number | null, now: number): number =>
  remindedAt === null ? 0 : Math.max(0, Math.ceil((remindedAt + EVERY_MS - now) / 1000));

/** `at` in ms since the epoch. */
type Done = { readonly rollCallId: RollCall['rollCallId']; readonly sites: number; readonly at: number };

export type Reminder = {
  readonly remind: (rollCallId: RollCall['rollCallId']) => Promise<void>;
  /** The last one that this page sent for the roll call. */
  readonly last: Done | null;
  readonly problem: SaidProblem | null;
  readonly dismiss: () => void;
};

/** Reminds all sites that have not answered. What the line lost is sent again as the same act (N13). */
export const useReminder = (seatId: SeatId, nowMs: NowMs): Reminder => {
  const [last, setLast] = useState<Done | null>(null);
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const unanswered = useRef<string | null>(null);
  const remind: Reminder['remind'] = async (rollCallId) => {
    const id = unanswered.current ?? crypto.randomUUID();
    unanswered.current = id;
    setProblem(null);
    try {
      const { sites } = await api.post(`/seats/${seatId}/attendance/reminders`, { id }, Reminded);
      unanswered.current = null;
      setLast({ rollCallId, sites, at: nowMs() });
    } catch (thrown) {
      const said = asProblem(thrown);
      if (said.status !== 0) unanswered.current = null;
      setProblem(said);
    }
  };
  return { remind, last, problem, dismiss: () => setProblem(null) };
};
