// The same meeting as LiveKit's own components hold it: everybody publishes, and each page shows what its view has place
// for, as large as it stands there. The sizes are those of a real page; bots ask for them as its adaptiveStream does.
import { setTimeout as delay } from 'node:timers/promises';
import { RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import { MediaBot, type RemoteTrack, type ToneClip, type Wish } from '@diemcau/server/bots';
import type { TestLiveKit } from '@diemcau/testkit';
import type { PageSite } from '../page-site.ts';
import { Desk } from '../wall/looking.ts';
import { until } from '../until.ts';
import { publishCamera, publishVoice, type Camera } from './camera.ts';

export type View = 'speaker' | 'grid';
type Size = { readonly width: number; readonly height: number };

const SOON_MS = 30_000;
const LAID_OUT_MS = 2500;
/** Who spoke before, and is what the speaker's own page shows large. */
const HALL = 'member-00';
const SPEAKER = 'member-01';

/** Of the visible pictures of a page, the largest first. */
const sizesOn = async (desk: Desk): Promise<readonly Size[]> => {
  const sizes = await desk.page.evaluate(() =>
    [...document.querySelectorAll('video')]
      .filter((video) => {
        const { top, bottom, width } = video.getBoundingClientRect();
        return width > 0 && bottom > 1 && top < innerHeight - 1;
      })
      .map(({ clientWidth, clientHeight }) => ({ width: clientWidth, height: clientHeight })),
  );
  return sizes.toSorted((a, b) => b.width * b.height - a.width * a.height);
};

export class StockMeeting {
  readonly bots: readonly MediaBot[];
  private sizes: readonly Size[] = [];

  private constructor(
    livekit: TestLiveKit,
    room: string,
    names: readonly string[],
    view: View,
    camera: Camera,
    tone: ToneClip,
  ) {
    const speaks = new Set([HALL, SPEAKER]);
    this.bots = names.map((own) => {
      const sources = [TrackSource.CAMERA, TrackSource.MICROPHONE];
      const fetchToken = () => livekit.token(room, own, { canPublish: true, canPublishSources: sources });
      const bot = new MediaBot({ url: livekit.url, fetchToken, wants: (track) => this.wish(view, names, own, track) });
      publishCamera(bot, camera);
      // The others keep their microphones shut, as in the product.
      if (speaks.has(own)) publishVoice(bot, tone);
      return bot;
    });
  }

  static async open(
    livekit: TestLiveKit,
    page: PageSite,
    sites: number,
    view: View,
    camera: Camera,
    tone: ToneClip,
  ): Promise<StockMeeting> {
    const room = `${view}-${sites}-${Date.now()}`;
    await new RoomServiceClient(livekit.url, livekit.key, livekit.secret).createRoom({
      name: room,
      emptyTimeout: 3600,
    });
    const names = Array.from({ length: sites + 1 }, (_, i) => `member-${String(i).padStart(2, '0')}`);
    const meeting = new StockMeeting(livekit, room, names, view, camera, tone);
    const isHere = () => meeting.bots.every(({ state }) => state.status === 'joined');
    if (!(await until(isHere, SOON_MS))) throw new Error('not everybody joined');
    // One of them more, for a moment, as a page: so large are the pictures of each.
    const token = await livekit.token(room, 'page', { canPublish: false });
    const link = new URLSearchParams({ url: livekit.url, token, view, focus: SPEAKER });
    const desk = await Desk.open(`${page.url}#${link}`, () => Promise.resolve());
    await desk.shows(view === 'grid' ? sites : 2);
    await delay(LAID_OUT_MS);
    meeting.sizes = await sizesOn(desk);
    await desk.close();
    for (const bot of meeting.bots) bot.refresh();
    const sees = () => meeting.bots.every(({ receptions }) => receptions.some(({ packets }) => packets > 20));
    if (!(await until(sees, SOON_MS))) throw new Error('not everybody sees');
    return meeting;
  }

  readonly receivedBytes = (): number => this.bots.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0);

  /** Of the sites, the hall's apart. */
  readonly sentBytes = (): number => this.bots.slice(1).reduce((sum, { sentBytes }) => sum + sentBytes, 0);

  get laidOut(): string {
    return this.sizes.map(({ width, height }) => `${width}×${height}`).join(' ');
  }

  end(): void {
    for (const bot of this.bots) bot.stop();
  }

  private wish(view: View, names: readonly string[], own: string, { identity, source }: RemoteTrack): Wish {
    if (source === 'microphone') return true;
    const focus = own === SPEAKER ? HALL : SPEAKER;
    const [largest, ...others] = this.sizes;
    if (view === 'grid') return this.sizes[0] ?? false;
    if (identity === focus) return largest ?? false;
    // In the order in which they joined, as the carousel shows them.
    const place = names.filter((name) => name !== own && name !== focus).indexOf(identity);
    return others[place] ?? false;
  }
}
