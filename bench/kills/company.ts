// Who takes part in a run: desks, clerks and rooms with a voice, spread over both servers.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { RequestId, SiteId } from '@diemcau/domain/kernel';
import { MediaBot } from '@diemcau/server/bots';
import { mediaToken, prepareConference, type House, type OpenedSeat, type TestConference } from '@diemcau/testkit';
import { toneClip } from '@diemcau/testkit/bots';
import { said } from './intent.ts';
import { Page, type Sent } from './page.ts';
import { LASTS_MS, PAGES, type PageName, type Schedule } from './schedule.ts';
import { until } from '../until.ts';

const SITES = 3;
const READY_WITHIN_MS = 15_000;

export const originOf = (house: House, server: number): string => house.servers[server]!.origin;

type Room = { readonly seat: OpenedSeat; readonly page: Page; readonly bot: MediaBot };

/** Who takes part; rooms and pages are spread over both servers. */
export class Company {
  readonly conferenceId: string;
  readonly hallId: SiteId;
  readonly siteIds: readonly SiteId[];
  readonly rooms: readonly Room[];
  private readonly pages: ReadonlyMap<PageName, Page>;
  private readonly asked = new Map<PageName, RequestId[]>();

  private constructor(conference: TestConference, pages: ReadonlyMap<PageName, Page>, rooms: readonly Room[]) {
    this.conferenceId = conference.conferenceId;
    this.hallId = SiteId.parse(conference.hall.siteId);
    this.siteIds = conference.sites.map(({ siteId }) => SiteId.parse(siteId));
    this.pages = pages;
    this.rooms = rooms;
  }

  static async gather(house: House, cookie: string, schedule: Schedule): Promise<Company> {
    const conference = await prepareConference(house.servers[0]!, { sites: SITES }, cookie);
    const pages = new Map<PageName, Page>();
    await Promise.all(
      PAGES.map(async (name, i) => {
        const home = schedule.homes[i]!;
        const next = schedule.moves[i] ? 1 - home : home;
        const seat = await (name === 'chair' || name === 'moderator' || name === 'operator'
          ? conference.seat(name)
          : conference.clerk(conference.site(Number(name.slice('clerk'.length)))));
        pages.set(name, await Page.open(seat, originOf(house, home), originOf(house, next)));
      }),
    );
    const rooms = await Promise.all(
      [conference.hall, ...conference.sites].map(async (place, i): Promise<Room> => {
        const seat = await conference.room(place);
        const origin = originOf(house, i % 2);
        const page = await Page.open(seat, origin, origin);
        const bot = new MediaBot({ url: origin, fetchToken: () => mediaToken(origin, seat) });
        bot.publish('voice', { clip: await toneClip(i), source: 'microphone', obeysGrants: true });
        return { seat, page, bot };
      }),
    );
    return new Company(conference, pages, rooms);
  }

  /** The conference is open, and every room has joined its media. */
  async begin(): Promise<void> {
    const moderator = this.page('moderator');
    moderator.say(randomUUID(), { command: { type: 'conference.open' } });
    const isReady = () =>
      moderator.unanswered.length === 0 && this.rooms.every(({ bot }) => bot.state.status === 'joined');
    if (!(await until(isReady, READY_WITHIN_MS))) throw new Error('the conference did not begin');
  }

  /** Each act by its page, at its time. */
  async act({ acts }: Schedule): Promise<void> {
    const began = performance.now();
    for (const { act, atMs } of acts) {
      await delay(Math.max(0, began + atMs - performance.now()));
      const page = this.page(act.page);
      const asked = this.asked.get(act.page) ?? [];
      const ownSiteId = page.seat.place === null ? null : SiteId.parse(page.seat.place.siteId);
      const what = said(act, { live: page.live, hallId: this.hallId, siteIds: this.siteIds, ownSiteId, asked });
      if (!what) continue;
      if (what.command.type === 'floor.request') this.asked.set(act.page, [...asked, what.command.requestId]);
      page.say(act.commandId, what);
    }
    await delay(Math.max(0, began + LASTS_MS - performance.now()));
  }

  page(name: PageName): Page {
    const page = this.pages.get(name);
    if (!page) throw new Error(`no page of the ${name}`);
    return page;
  }

  get everyone(): readonly Page[] {
    return [...this.pages.values(), ...this.rooms.map(({ page }) => page)];
  }

  get sent(): readonly Sent[] {
    return [...this.pages.values()].flatMap((page) => page.sent);
  }

  /** The conference ends, and everybody leaves. */
  async end(): Promise<void> {
    const chair = this.page('chair');
    chair.say(randomUUID(), { command: { type: 'conference.close' } });
    await until(() => chair.unanswered.length === 0, READY_WITHIN_MS);
    for (const { bot } of this.rooms) bot.stop();
    for (const page of this.everyone) await page.close();
  }
}
