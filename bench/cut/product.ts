// The product's own room screens: two that may be on air, and one that watches.
import type { OpenedSeat, Place } from '@diemcau/testkit';
import type { Page } from 'playwright-core';
import type { Pages } from '../browser.ts';
import type {} from '../page/senses.ts';

const PROGRAMME = '.media-programme';

export class RoomScreens {
  readonly watcher: Page;
  private readonly all: readonly Page[];

  private constructor(watcher: Page, all: readonly Page[]) {
    this.watcher = watcher;
    this.all = all;
  }

  /** @param seats the one that watches first */
  static async open(pages: Pages, origin: string, seats: readonly OpenedSeat[]): Promise<RoomScreens> {
    const all: Page[] = [];
    for (const seat of seats) {
      const page = await pages.ofSeat(origin, seat);
      await page.locator('.room[data-stage="up"]').waitFor();
      all.push(page);
    }
    return new RoomScreens(all[0]!, all);
  }

  /** Until each of these moves at the watcher, in front or waiting under it. */
  async isWarm(...places: readonly Place[]): Promise<void> {
    for (const { siteId, number } of places)
      await this.watcher.waitForFunction(
        (given) => window.timing.isLive(`.media-programme video[data-site="${given.siteId}"]`, given.number),
        { siteId, number },
      );
  }

  /** Until the watcher has let go of its picture. */
  async isCold({ siteId }: Place): Promise<void> {
    await this.watcher.locator(`${PROGRAMME} video[data-site="${siteId}"]`).waitFor({ state: 'detached' });
  }

  async shows({ siteId }: Place): Promise<void> {
    await this.watcher.locator(`${PROGRAMME}[data-shown="${siteId}"]`).waitFor();
  }

  /** Until no voice comes out of the watcher's loudspeaker. */
  async isSilent(): Promise<void> {
    await this.watcher.locator('audio[data-voice-site]').waitFor({ state: 'detached' });
  }

  async close(): Promise<void> {
    for (const page of this.all) await page.context().close();
  }
}
