// The yardstick: the same camera, command and event, but a site is granted its camera or microphone only then,
// publishes it then, and every other page subscribes to it then. A room of its own on the same LiveKit.
import { RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import type { WireEvent } from '@diemcau/domain/wire';
import type { Place, SeatClient, TestLiveKit } from '@diemcau/testkit';
import type { ServerFrame } from '@diemcau/domain/wire';
import type { Page } from 'playwright-core';
import type { Pages } from '../browser.ts';
import type {} from '../page/plain.ts';
import { PageSite } from '../page-site.ts';

const ROOM = 'plain';
const STYLE = 'body { margin: 0; background: #000 } video { position: fixed; inset: 0; width: 100%; height: 100% }';
const NOTHING: readonly TrackSource[] = [];
const ALL: readonly TrackSource[] = [TrackSource.CAMERA, TrackSource.MICROPHONE];

/** Serves the plain page. */
export const servePlain = (): Promise<PageSite> =>
  PageSite.serve('plain', { title: 'plain', style: STYLE, className: 'plain' });

/** Grants by the conference's own events, as they come to a page of a site. */
export class PlainGrants {
  private readonly rooms: RoomServiceClient;
  private readonly granted = new Map<string, readonly TrackSource[]>();

  constructor({ url, key, secret }: TestLiveKit, places: readonly Place[]) {
    this.rooms = new RoomServiceClient(url, key, secret);
    for (const { siteId } of places) this.granted.set(siteId, NOTHING);
  }

  async makeRoom(): Promise<void> {
    await this.rooms.createRoom({ name: ROOM, emptyTimeout: 3600 });
  }

  follow({ socket }: SeatClient): () => void {
    const receive = (data: Buffer): void => {
      const frame = JSON.parse(data.toString()) as ServerFrame;
      if (frame.type === 'events') void this.obey(frame.events);
    };
    socket.on('message', receive);
    return () => socket.off('message', receive);
  }

  async set(siteId: string, sources: readonly TrackSource[]): Promise<void> {
    this.granted.set(siteId, sources);
    const permission = {
      canSubscribe: true,
      canPublish: sources.length > 0,
      canPublishSources: [...sources],
      canPublishData: false,
    };
    await this.rooms.updateParticipant(ROOM, siteId, { permission });
  }

  /** One call for all that one frame changes. */
  private async obey(events: readonly WireEvent[]): Promise<void> {
    for (const [siteId, sources] of this.granted) {
      const more = events.flatMap((event) => grantedBy(event, siteId)).filter((source) => !sources.includes(source));
      if (more.length > 0) await this.set(siteId, [...sources, ...more]);
    }
  }
}

const grantedBy = (event: WireEvent, siteId: string): readonly TrackSource[] => {
  if (event.type === 'pictureCut' && event.source.kind === 'site' && event.source.siteId === siteId)
    return [TrackSource.CAMERA];
  return event.type === 'floorGranted' && event.siteId === siteId ? ALL : NOTHING;
};

/** Two sites and one that watches, in pages of the plain way. */
export class PlainRoom {
  readonly watcher: Page;
  private readonly all: readonly Page[];

  private constructor(watcher: Page, all: readonly Page[]) {
    this.watcher = watcher;
    this.all = all;
  }

  static async open(pages: Pages, site: PageSite, livekit: TestLiveKit, places: readonly Place[]): Promise<PlainRoom> {
    const joined = async (identity: string, number: number | null): Promise<Page> => {
      const page = await pages.of(site.url);
      const grant = { canSubscribe: true, canPublish: false, canPublishData: false };
      const token = await livekit.token(ROOM, identity, grant);
      await page.evaluate((given) => window.plain.join(given.url, given.token, given.number), {
        url: livekit.url,
        token,
        number,
      });
      return page;
    };
    const all = [await joined('watcher', null)];
    for (const { siteId, number } of places) all.push(await joined(siteId, number));
    return new PlainRoom(all[0]!, all);
  }

  /** Until the watcher has so many pictures and voices, and no more. */
  async holds(videos: number, voices: number): Promise<void> {
    await this.watcher.waitForFunction(
      (wanted) =>
        document.querySelectorAll('video').length === wanted.videos &&
        document.querySelectorAll('audio').length === wanted.voices,
      { videos, voices },
    );
  }

  async close(): Promise<void> {
    for (const page of this.all) await page.context().close();
  }
}
