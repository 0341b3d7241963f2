import type { SeatId } from '@diemcau/domain/kernel';
import { mayRunLine } from '@diemcau/domain/live';
import { LINE_RUN_WAITS_MS, LineRunTokens, type LineFound, type LineRunId } from '@diemcau/domain/support';
import { api, asProblem } from '../../live/api.ts';
import type { LiveConnection } from '../../live/index.ts';
import { runLine } from '../../media/line-run.ts';

/** Sites that wait for a place ask again at moments of their own. */
const AGAIN_MS = { least: 2000, more: 4000 };
const FATAL_CODES: ReadonlySet<string> = new Set(['line.over', 'line.on_air', 'access.forbidden', 'access.not_found']);

const pause = () => new Promise((resolve) => setTimeout(resolve, AGAIN_MS.least + Math.random() * AGAIN_MS.more));

const mayGoOn = (connection: LiveConnection) => (): boolean => {
  const { live, seat } = connection.state();
  return live !== null && seat?.siteId != null && mayRunLine(live, seat.siteId);
};

/** Waits for a place among those that run now. Null: it is over before it began. */
const placeFor = async (path: string, isPossible: () => boolean): Promise<LineRunTokens | null> => {
  const until = performance.now() + LINE_RUN_WAITS_MS;
  while (performance.now() < until && isPossible()) {
    try {
      return await api.post(`${path}/begin`, undefined, LineRunTokens);
    } catch (thrown) {
      // Busy, or the line fell just then: it is asked again. Over, or on air: it is not.
      if (FATAL_CODES.has(asProblem(thrown).code)) return null;
    }
    await pause();
  }
  return null;
};

/** Runs the line of this screen when its turn has come, and tells what was found. */
export const tryLine = async (
  connection: LiveConnection,
  seatId: SeatId,
  runId: LineRunId,
  onRun: () => void,
): Promise<void> => {
  const path = `/seats/${seatId}/line-runs/${runId}`;
  const isPossible = mayGoOn(connection);
  const tokens = await placeFor(path, isPossible);
  let found: LineFound | null = null;
  try {
    if (tokens) {
      onRun();
      found = await runLine(tokens, isPossible);
    }
  } catch {
    // It broke off, or was called off: said as such, and the page that asked shows it.
    found = null;
  }
  await api.post(`${path}/end`, { found }).catch(() => undefined);
};
