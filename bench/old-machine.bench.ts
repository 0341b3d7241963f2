// A laptop of six years ago: the programme of a room screen and the taps on it and on the clerk's page while a conference
// goes on, with the page's processor slowed down to a quarter, beside the same pages at full speed, in turn.
// old-machine [ROUNDS=2]
import { setTimeout as delay } from 'node:timers/promises';
import { SiteId } from '@diemcau/domain/kernel';
import { MediaBot } from '@diemcau/server/bots';
import { mediaToken, prepareConference, SeatClient, startForRun, startHouse, type Place } from '@diemcau/testkit';
import type { Page } from 'playwright-core';
import { Pages } from './browser.ts';
import { figure, median, noBar, percentile, report, valueAtLeast, valueAtMost } from './measure.ts';
import { framesPerSecond, KEEPS_TAPS, tapped } from './old-machine/looks.ts';
import { picturesOf } from './pictures.ts';

const [rounds = 2] = process.argv.slice(2).map(Number);
const SLOWER = 4;
const LOOKED_MS = 8000;
const TAPS = 8;
const LAPTOP = { width: 1366, height: 768 };
/** Something happens in the conference so often. */
const NEWS_MS = 700;
const FRAMES_PER_SECOND = 25;

const stop = await startForRun();
const house = await startHouse();
const conference = await prepareConference(house.servers[0]!, { sites: 3 });
const { origin } = conference;
const [picture] = await picturesOf([{ height: 720, framesPerSecond: FRAMES_PER_SECOND, bitsPerSecond: 1_400_000 }]);
const sends = async (place: Place): Promise<() => void> => {
  const seat = await conference.room(place);
  const client = await SeatClient.open(origin, seat);
  const bot = new MediaBot({ url: origin, fetchToken: () => mediaToken(origin, seat) });
  bot.publish('camera', { clip: picture!, source: 'camera', obeysGrants: true });
  await client.until(() => bot.state.status === 'joined', 'a site to join');
  return () => {
    bot.stop();
    client.close();
  };
};
const ends: (() => void)[] = [];
for (const place of [conference.hall, conference.site(1)]) ends.push(await sends(place));
const moderator = await SeatClient.open(origin, await conference.seat('moderator'));
await moderator.must({ type: 'conference.open' });
const [speaking, own, other] = [1, 2, 3].map((n) => SiteId.parse(conference.site(n).siteId));
await moderator.must({ type: 'floor.grantSite', siteId: speaking!, speakerId: null, kind: 'discussion' });

const pages = await Pages.launch();
const opened = async (seat: Awaited<ReturnType<typeof conference.clerk>>): Promise<Page> => {
  const context = await pages.holding(origin, seat);
  await context.addInitScript({ content: KEEPS_TAPS });
  const page = await context.newPage();
  await page.setViewportSize(LAPTOP);
  await page.goto(seat.path);
  return page;
};
const room = await opened(await conference.room(conference.site(2)));
await room.locator(`.media-programme[data-shown="${speaking}"]`).waitFor();
const clerk = await opened(await conference.clerk(conference.site(2)));
const field = clerk.locator('.clerk-ask-form input').first();
/** The whole page in other words, and back: nothing that is pressed there does more. */
const [english, vietnamese] = ['en', 'vi'].map((language) => clerk.locator(`.ui-languages button[lang="${language}"]`));
await field.waitFor();

const slow = async (rate: number): Promise<void> => {
  for (const page of [room, clerk]) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    await devtools.detach();
  }
};

let isOver = false;
const news = async (): Promise<void> => {
  for (let n = 0; !isOver; n += 1) {
    await moderator.must({ type: 'floor.setStandby', siteIds: n % 2 === 0 ? [own!, other!] : [other!] });
    await delay(NEWS_MS);
  }
};
const running = news();

type Seen = { readonly frames: number[]; readonly room: number[]; readonly clerk: number[] };
const nothing = (): Seen => ({ frames: [], room: [], clerk: [] });
const [slowed, full] = [nothing(), nothing()];
for (let round = 0; round < rounds; round += 1)
  for (const [rate, seen] of [
    [SLOWER, slowed],
    [1, full],
  ] as const) {
    await slow(rate);
    seen.frames.push(await framesPerSecond(room, '.media-programme video.front', LOOKED_MS));
    seen.room.push(...(await tapped(room, [room.locator('.room-foot'), room.locator('.media-programme')], TAPS)));
    seen.clerk.push(...(await tapped(clerk, [english!, field, vietnamese!], TAPS)));
  }

isOver = true;
await running;
moderator.close();
for (const end of ends) end();
await pages.close();
await house.stop();
await stop();

const worst = (values: readonly number[]): number => percentile(values, 0.98);
await report('old-machine', [
  figure('frames of the programme a second', '1/s', median(slowed.frames), median(full.frames), valueAtLeast(24.5)),
  figure('a tap on the room screen, 98 of 100', 'ms', worst(slowed.room), worst(full.room), valueAtMost(100)),
  figure('a tap on the room screen, median', 'ms', median(slowed.room), median(full.room), noBar),
  figure("a tap on the clerk's page, 98 of 100", 'ms', worst(slowed.clerk), worst(full.clerk), valueAtMost(100)),
  figure("a tap on the clerk's page, median", 'ms', median(slowed.clerk), median(full.clerk), noBar),
]);
