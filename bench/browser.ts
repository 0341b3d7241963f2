// Pages as the journeys open them, each with the measuring eyes and ears.
import { join } from 'node:path';
import { build } from 'vite';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM, sensesScript } from '@diemcau/testkit/browser';
import type { OpenedSeat } from '@diemcau/testkit';
import type {} from './page/senses.ts';

/** Rooms are painted smaller than in life, so that two cores keep up. */
const ROOM = { width: 960, height: 540 };
const DESK = { width: 1366, height: 768 };
/** Rounds of asking a page for its clock; the quickest answer counts. */
const CLOCK_ROUNDS = 20;
const CLOCK_AGREES_MS = 5;

/** A script of `page/`, with all that it imports, for a browser. With its ending where that is not `.ts`. */
export const bundled = async (name: string): Promise<string> => {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: {
        input: join(import.meta.dirname, 'page', name.includes('.') ? name : `${name}.ts`),
        output: { format: 'iife' },
      },
    },
  });
  const [chunk] = [output].flat().flatMap((each) => ('output' in each ? each.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`no script came of ${name}`);
  return chunk.code;
};

/** Now, in ms since the epoch, by the clock that pages are timed with too. */
export const nowMs = (): number => performance.timeOrigin + performance.now();

export class Pages {
  private readonly browser: Browser;
  private readonly senses: string;

  private constructor(browser: Browser, senses: string) {
    this.browser = browser;
    this.senses = senses;
  }

  static async launch(): Promise<Pages> {
    return new Pages(await chromium.launch(CHROMIUM), await bundled('senses'));
  }

  /**
   * A browser of its own that holds a seat and has nothing in its cache; its pages have eyes and ears.
   * @param clip what a room's camera sees instead of its number: an IVF file in base64
   */
  async holding(origin: string, seat: OpenedSeat, clip: string | null = null): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: origin,
      locale: 'vi-VN',
      viewport: seat.role === 'room' ? ROOM : DESK,
    });
    const [name = '', value = ''] = seat.cookie.split('=', 2);
    await context.addCookies([{ name, value, url: origin }]);
    const number = seat.role === 'room' ? (seat.place?.number ?? null) : null;
    await context.addInitScript({ content: sensesScript(number, clip) });
    await context.addInitScript({ content: this.senses });
    return context;
  }

  /** The page of a seat, as its person opens it. A desk has its pictures off: it gets no token for the media. */
  async ofSeat(origin: string, seat: OpenedSeat): Promise<Page> {
    const context = await this.holding(origin, seat);
    if (seat.role !== 'room') await context.route('**/media-token', (route) => route.abort());
    const page = await context.newPage();
    await page.goto(seat.path);
    await agreeOnTime(page);
    return page;
  }

  /**
   * A browser of its own for any other page, as large as a room's.
   * @param number what the camera of a room in its place would see: the instruments cost both sides of a comparison the same
   */
  async empty(number: number | null = null): Promise<BrowserContext> {
    const context = await this.browser.newContext({ viewport: ROOM });
    await context.addInitScript({ content: sensesScript(number) });
    await context.addInitScript({ content: this.senses });
    return context;
  }

  async of(url: string): Promise<Page> {
    const context = await this.empty();
    const page = await context.newPage();
    await page.goto(url);
    await agreeOnTime(page);
    return page;
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** Times of a page and of this process are subtracted: their clocks must be one. */
export const agreeOnTime = async (page: Page): Promise<void> => {
  let best = { roundMs: Infinity, apartMs: Infinity };
  for (let i = 0; i < CLOCK_ROUNDS; i += 1) {
    const askedMs = nowMs();
    const saidMs = await page.evaluate(() => window.timing.now());
    const roundMs = nowMs() - askedMs;
    if (roundMs < best.roundMs) best = { roundMs, apartMs: Math.abs(saidMs - askedMs - roundMs / 2) };
  }
  if (best.apartMs - best.roundMs / 2 > CLOCK_AGREES_MS)
    throw new Error(`the page's clock is ${best.apartMs.toFixed(1)} ms apart`);
};
