import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import type { CheckPart, SiteChecks } from '@diemcau/domain/support';
import { useCallback, useEffect, useState } from 'react';

import { supportPort } from './port.ts';
import { useAct } from './use-act.ts';

/** The check of a site, read anew whenever another number of it is told. */
export const useChecks = (seatId: SeatId, siteId: SiteId, told: string) => {
  const [port] = useState(() => supportPort(seatId));
  const [checks, setChecks] = useState<SiteChecks | null>(null);
  const act = useAct();
  const { run } = act;
  const load = useCallback(() => run(async () => setChecks(await port.checks(siteId))), [run, port, siteId]);
  useEffect(() => void load(), [load, told]);
  const then = async (work: () => Promise<unknown>) => {
    if (await run(work)) await load();
  };
  return {
    checks,
    act,
    load,
    enter: (part: CheckPart, right: boolean) => then(() => port.enter(siteId, [{ part, right }])),
    confirm: () => then(() => port.confirm(siteId)),
  };
};
