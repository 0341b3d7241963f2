// How soon an opened room screen shows the programme, beside a bare page of the media server's own library in the same
// room: with an empty cache against an empty cache, with a full one against a full one, each in turn.
import { SiteId } from '@diemcau/domain/kernel';
import { mediaToken, prepareConference, SeatClient, startForRun, startHouse } from '@diemcau/testkit';
import type { BrowserContext, Page } from 'playwright-core';
import { agreeOnTime, nowMs, Pages } from './browser.ts';
import { servePlain } from './cut/plain.ts';
import { RoomScreens } from './cut/product.ts';
import { figure, median, noBar, percentile, ratioAtMost, report } from './measure.ts';

const ROUNDS = 12;

const stop = await startForRun();
const house = await startHouse();
const conference = await prepareConference(house.servers[0]!, { sites: 3 });
const { origin } = conference;
const [shown, ours, plain] = [conference.site(1), conference.site(2), conference.site(3)];
const pages = await Pages.launch();
const operator = await SeatClient.open(origin, await conference.seat('operator'));
const moderator = await SeatClient.open(origin, await conference.seat('moderator'));
await moderator.must({ type: 'conference.open' });
const onAir = await RoomScreens.open(pages, origin, [await conference.room(shown)]);
await operator.must({ type: 'programme.takeOver' });
await operator.must({ type: 'programme.cut', source: { kind: 'site', siteId: SiteId.parse(shown.siteId) } });

/** Ms from the opened address to the first frame of the site on air. */
const joined = async (context: BrowserContext, url: string): Promise<number> => {
  const page: Page = await context.newPage();
  const openedAt = nowMs();
  await page.goto(url);
  const given = [shown.number, openedAt] as const;
  const seenAt = await page.evaluate(([number, since]) => window.timing.seen(number, since), given);
  await agreeOnTime(page);
  await page.close();
  return seenAt - openedAt;
};

const seat = await conference.room(ours);
const bareSeat = await conference.room(plain);
const bareSite = await servePlain();
const bareLink = async (): Promise<string> => {
  const link = new URLSearchParams({ url: house.livekit().url, token: await mediaToken(origin, bareSeat) });
  return `${bareSite.url}#${link}`;
};

const times = { cold: [] as number[], warm: [] as number[], bareCold: [] as number[], bareWarm: [] as number[] };
// The first of each makes the browser's own caches and is not counted.
for (let round = 0; round <= ROUNDS; round += 1) {
  const product = await pages.holding(origin, seat);
  const cold = await joined(product, seat.path);
  const warm = await joined(product, seat.path);
  await product.close();
  const bare = await pages.empty(ours.number);
  const bareCold = await joined(bare, await bareLink());
  const bareWarm = await joined(bare, await bareLink());
  await bare.close();
  if (round === 0) continue;
  times.cold.push(cold);
  times.warm.push(warm);
  times.bareCold.push(bareCold);
  times.bareWarm.push(bareWarm);
}

for (const client of [operator, moderator]) client.close();
bareSite.close();
await onAir.close();
await pages.close();
await house.stop();
await stop();

const late = (ms: readonly number[]): number => percentile(ms, 0.9);
await report('join', [
  figure(
    'opened until the programme is seen, empty cache, median',
    'ms',
    median(times.cold),
    median(times.bareCold),
    ratioAtMost(1.8),
  ),
  figure(
    'opened until the programme is seen, full cache, median',
    'ms',
    median(times.warm),
    median(times.bareWarm),
    ratioAtMost(1.2),
  ),
  figure('empty cache, 9 of 10', 'ms', late(times.cold), late(times.bareCold), noBar),
  figure('full cache, 9 of 10', 'ms', late(times.warm), late(times.bareWarm), noBar),
]);
