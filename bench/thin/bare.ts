// The yardstick: a room of its own on the same LiveKit with two bare pages, one that speaks and one behind the thin line.
import { RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import { throughThinLine, type TestLiveKit, type ThinLine } from '@diemcau/testkit';
import type { Page } from 'playwright-core';
import type { Pages } from '../browser.ts';
import { KEEPS_CONNECTIONS } from '../connections.ts';
import type {} from '../page/bare.ts';
import { PageSite } from '../page-site.ts';

const ROOM = 'bare';
const SPEAKER = 2;

export class BareRoom {
  readonly listener: Page;
  private readonly pages: readonly Page[];
  private readonly site: PageSite;

  private constructor(listener: Page, pages: readonly Page[], site: PageSite) {
    this.listener = listener;
    this.pages = pages;
    this.site = site;
  }

  /** @param camera what the speaker's camera sees */
  static async open(pages: Pages, livekit: TestLiveKit, line: ThinLine, camera: string): Promise<BareRoom> {
    const site = await PageSite.serve('bare', { title: 'bare' });
    const rooms = new RoomServiceClient(livekit.url, livekit.key, livekit.secret);
    await rooms.createRoom({ name: ROOM, emptyTimeout: 3600 });
    const join = async (number: number | null): Promise<Page> => {
      const context = await pages.empty(number);
      await context.addInitScript({ content: KEEPS_CONNECTIONS });
      if (number === null) await context.addInitScript({ content: throughThinLine(line.port) });
      const page = await context.newPage();
      await page.goto(site.url);
      const token = await livekit.token(ROOM, number === null ? 'listener' : 'speaker', {
        canPublish: number !== null,
        canPublishSources: number === null ? [] : [TrackSource.CAMERA, TrackSource.MICROPHONE],
      });
      const given = [livekit.url, token, number, camera] as const;
      await page.evaluate(([url, key, who, sees]) => window.bare.join(url, key, who, sees), given);
      return page;
    };
    const speaker = await join(SPEAKER);
    const listener = await join(null);
    return new BareRoom(listener, [speaker, listener], site);
  }

  async close(): Promise<void> {
    for (const page of this.pages) await page.context().close();
    this.site.close();
  }
}
