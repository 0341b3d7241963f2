const firstMs = 500;
const longestMs = 15_000;
const steadyMs = 30_000;

/**
 * How long to wait before a fallen program is started again: half a second, doubling up to 15 s, and from the start
 * again once it had run for 30 s.
 * @param previousMs the wait before the run that just ended, 0 if there was none
 * @param upMs how long that run lasted
 */
export function nextWaitMs(previousMs: number, upMs: number): number {
  if (previousMs === 0 || upMs >= steadyMs) return firstMs;
  return Math.min(previousMs * 2, longestMs);
}
