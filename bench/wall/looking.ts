// A desk's screen in a browser of its own, and what it costs to look at it.
import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type BrowserContext, type BrowserServer, type Page } from 'playwright-core';
import { CHROMIUM } from '@diemcau/testkit/browser';
import { KEEPS_CONNECTIONS, receivedSoFar } from '../connections.ts';
import { processorMsOfAll } from '../processor.ts';

/** As vision operators have them. */
const SCREEN = { width: 1920, height: 1080 };

export type Cost = {
  /** Ms of processor for each frame that was shown. */
  readonly msPerFrame: number;
  readonly framesPerSecond: number;
  readonly kbitPerSecond: number;
  /** Pictures that came and were not to be seen. */
  readonly unseen: number;
  /** Of one processor, in percent. */
  readonly busy: number;
};

type Shown = {
  /** Frames that all visible pictures presented so far. */
  readonly frames: number;
  /** Tracks of the visible pictures. */
  readonly tracks: readonly string[];
};

const shownSoFar = (page: Page): Promise<Shown> =>
  page.evaluate(() => {
    const videos = [...document.querySelectorAll('video')].filter((video) => {
      const { top, bottom, left, right, width } = video.getBoundingClientRect();
      const isInside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
      return width > 0 && isInside && video.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    });
    const frames = videos.reduce((sum, video) => {
      const { totalVideoFrames, droppedVideoFrames } = video.getVideoPlaybackQuality();
      return sum + totalVideoFrames - droppedVideoFrames;
    }, 0);
    const tracks = videos.flatMap(({ srcObject }) =>
      srcObject instanceof MediaStream ? srcObject.getVideoTracks().map(({ id }) => id) : [],
    );
    return { frames, tracks: [...new Set(tracks)] };
  });

export class Desk {
  readonly page: Page;
  private readonly server: BrowserServer;

  private constructor(server: BrowserServer, page: Page) {
    this.server = server;
    this.page = page;
  }

  /** @param prepare what the page needs before it is opened, such as the cookie of its seat */
  static async open(url: string, prepare: (context: BrowserContext) => Promise<void>): Promise<Desk> {
    const server = await chromium.launchServer(CHROMIUM);
    const browser = await chromium.connect(server.wsEndpoint());
    const context = await browser.newContext({ viewport: SCREEN, locale: 'vi-VN' });
    await context.addInitScript({ content: KEEPS_CONNECTIONS });
    await prepare(context);
    const page = await context.newPage();
    await page.goto(url);
    return new Desk(server, page);
  }

  /** Until so many different cameras are seen to move. */
  async shows(cameras: number): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => {
        const moving = [...document.querySelectorAll('video')].filter(
          (video) => video.getVideoPlaybackQuality().totalVideoFrames > 2,
        );
        const tracks = moving.flatMap(({ srcObject }) =>
          srcObject instanceof MediaStream ? srcObject.getVideoTracks().map(({ id }) => id) : [],
        );
        return new Set(tracks).size >= wanted;
      },
      cameras,
      { timeout: 60_000 },
    );
  }

  async cost(ms: number): Promise<Cost> {
    const pid = this.server.process().pid;
    if (pid === undefined) throw new Error('a browser without a process id');
    const [began, shown, received, busy] = await this.look(pid);
    await delay(ms);
    const [ended, shownNow, receivedNow, busyNow] = await this.look(pid);
    const seconds = (ended - began) / 1000;
    const frames = shownNow.frames - shown.frames;
    const came = Object.entries(receivedNow.pictures).filter(
      ([track, bytes]) => bytes > (received.pictures[track] ?? 0),
    );
    return {
      msPerFrame: (busyNow - busy) / frames,
      framesPerSecond: frames / seconds,
      kbitPerSecond: (receivedNow.bytes - received.bytes) / 125 / seconds,
      unseen: came.filter(([track]) => !shownNow.tracks.includes(track)).length,
      busy: (busyNow - busy) / 10 / seconds,
    };
  }

  async close(): Promise<void> {
    await this.server.close();
  }

  private async look(pid: number) {
    const [shown, received] = await Promise.all([shownSoFar(this.page), receivedSoFar(this.page)]);
    return [performance.now(), shown, received, await processorMsOfAll(pid)] as const;
  }
}
