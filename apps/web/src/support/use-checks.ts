import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { type CheckPart, isGoodLine, LineRunId, type SiteChecks } from '@diemcau/domain/support';
import { useCallback, useEffect, useState } from 'react';

import { supportPort } from './port.ts';
import { useAct } from './use-act.ts';

const READ_AGAIN_MS = 4000;

/** What the latest run says of the line; left out: none says anything. */
export const measuredIn = (checks: SiteChecks): { readonly line?: boolean } => {
  const found = checks.lineRuns.find((run) => run.found !== null)?.found;
  return found ? { line: isGoodLine(found) } : {};
};

/** The check of a site, read anew whenever another number of it is told. @param everyMs and so often without one */
export const useChecks = (seatId: SeatId, siteId: SiteId, told: string, everyMs: number | null = null) => {
  const [port] = useState(() => supportPort(seatId));
  const [checks, setChecks] = useState<SiteChecks | null>(null);
  const act = useAct();
  const { run } = act;
  const load = useCallback(() => run(async () => setChecks(await port.checks(siteId))), [run, port, siteId]);
  useEffect(() => void load(), [load, told]);
  // Its end is told; that it broke off without a word is not.
  const isRunning = checks?.lineRuns[0]?.status === 'running' || checks?.lineRuns[0]?.status === 'waiting';
  useEffect(() => {
    const againMs = isRunning ? READ_AGAIN_MS : everyMs;
    if (againMs === null) return;
    const timer = setInterval(() => void load(), againMs);
    return () => clearInterval(timer);
  }, [isRunning, load, everyMs]);
  const then = async (work: () => Promise<unknown>) => {
    if (await run(work)) await load();
  };
  return {
    checks,
    act,
    load,
    enter: (part: CheckPart, right: boolean) => then(() => port.enter(siteId, [{ part, right }])),
    runLine: () => then(() => port.runLine(siteId, LineRunId.parse(crypto.randomUUID()))),
    confirm: () => then(() => port.confirm(siteId)),
  };
};
