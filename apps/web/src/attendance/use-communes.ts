import type { AttendingSite } from '@diemcau/domain/attendance';
import type { SeatId } from '@diemcau/domain/kernel';
import { useCallback, useEffect, useState } from 'react';

import { asProblem } from '../live/api.ts';
import type { SaidProblem } from '../ui/index.ts';
import { readCommunes } from './roster-port.ts';

export type Communes =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: SaidProblem }
  | { readonly status: 'ready'; readonly sites: readonly AttendingSite[] };

/** While a roll call is open the communes answer one by one; otherwise little changes. */
const OPEN_MS = 10_000;

/** The communes of this clerk's province, read anew while a roll call is open. */
export const useCommunes = (seatId: SeatId, isCounting: boolean) => {
  const [communes, setCommunes] = useState<Communes>({ status: 'loading' });
  const load = useCallback(async () => {
    try {
      const sites = await readCommunes(seatId);
      setCommunes({ status: 'ready', sites });
    } catch (thrown) {
      const problem = asProblem(thrown);
      // A list that is shown stays: the next reading brings what is new.
      setCommunes((before) => (before.status === 'ready' ? before : { status: 'failed', problem }));
    }
  }, [seatId]);
  const isProvince = communes.status !== 'ready' || communes.sites.length > 0;
  useEffect(() => void load(), [load, isCounting]);
  useEffect(() => {
    if (!isCounting || !isProvince) return;
    const timer = setInterval(() => void load(), OPEN_MS);
    return () => clearInterval(timer);
  }, [load, isCounting, isProvince]);
  return { communes, load };
};
