import type { Page } from 'playwright-core';
import type { Senses } from './page/senses.ts';

export { CHROMIUM } from './chromium.ts';
export { sensesScript } from './script.ts';

/** The number in the first `<video>` of the page that the selector finds, alive; null when it shows none. */
export const seenIn = (page: Page, selector: string): Promise<ReturnType<Senses['seen']>> =>
  page.evaluate((wanted) => window.senses.seen(wanted), selector);

/** The tones that came out of the page's loudspeaker for the whole last second. */
export const heardBy = (page: Page): Promise<readonly number[]> => page.evaluate(() => window.senses.heard());

/** Makes the voice before the page's microphone louder, and lets it hear what the page plays; of 1. */
export const soundRoom = (page: Page, loudness: Parameters<Senses['room']>[0]): Promise<void> =>
  page.evaluate((asked) => window.senses.room(asked), loudness);

/** Begins to listen, when the page has not, and answers with its clock (ms). */
export const listenNow = (page: Page): Promise<number> => page.evaluate(() => window.senses.listen());

/** Every tone that came out of the loudspeaker, for however short, since that time of the page's clock. */
export const everHeardBy = (page: Page, sinceMs: number): Promise<readonly number[]> =>
  page.evaluate((since) => window.senses.everHeardSince(since), sinceMs);
