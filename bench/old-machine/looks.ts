// What a person before a page notices: how many pictures a second move, and how soon a tap is answered.
import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';

/** Shorter ones are not told by the browser. */
const LEAST_MS = 16;

/** For `context.addInitScript`: keeps how long each tap, click or key took until the page was painted again. */
export const KEEPS_TAPS = `(() => {
  const taps = new Map();
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId) taps.set(interactionId, Math.max(duration, taps.get(interactionId) ?? 0));
  }).observe({ type: 'event', durationThreshold: ${LEAST_MS}, buffered: true });
  Object.defineProperty(window, 'taps', { value: taps });
})();`;

declare global {
  interface Window {
    /** By interaction: ms until the next frame. */
    readonly taps: Map<number, number>;
  }
}

/** Frames a second that the video in front presented, by the compositor's own count. */
export const framesPerSecond = (page: Page, selector: string, ms: number): Promise<number> =>
  page.evaluate(
    ([wanted, forMs]) =>
      new Promise<number>((resolve, reject) => {
        const video = document.querySelector<HTMLVideoElement>(wanted);
        if (!video) return reject(new Error(`no video ${wanted}`));
        let first: { readonly frames: number; readonly at: number } | null = null;
        const look = (at: number, { presentedFrames }: VideoFrameCallbackMetadata): void => {
          first ??= { frames: presentedFrames, at };
          if (at - first.at < forMs) video.requestVideoFrameCallback(look);
          else resolve((1000 * (presentedFrames - first.frames)) / (at - first.at));
        };
        video.requestVideoFrameCallback(look);
        return undefined;
      }),
    [selector, ms] as const,
  );

/** Taps each in turn, so often; ms until each was answered. */
export const tapped = async (page: Page, targets: readonly Locator[], times: number): Promise<readonly number[]> => {
  await page.evaluate(() => window.taps.clear());
  for (let i = 0; i < times; i += 1) {
    for (const target of targets) {
      await target.click();
      // People do not tap in step with anything.
      await delay(120 + Math.random() * 160);
    }
  }
  await delay(500);
  const told = await page.evaluate(() => [...window.taps.values()]);
  const quick = Math.max(0, times * targets.length - told.length);
  return [...told, ...Array.from({ length: quick }, () => LEAST_MS)];
};
