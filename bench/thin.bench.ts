// How much of a voice has to be made up behind a thin line: a room screen beside a bare page of LiveKit's client, through
// the same line, in turn. The first seconds on each line, in which a page finds out how thin it is, are not counted.
// The fewer lines, the shorter: thin [LINES=6]
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import {
  OPEN_LINE,
  prepareConference,
  SeatClient,
  startForRun,
  startHouse,
  startThinLine,
  throughThinLine,
  type OpenedSeat,
} from '@diemcau/testkit';
import { Pages } from './browser.ts';
import { heardSoFar, KEEPS_CONNECTIONS } from './connections.ts';
import { figure, noBar, ratioAtMost, report, type Figure } from './measure.ts';
import { cameraFile } from './pictures.ts';
import { BareRoom } from './thin/bare.ts';

type Line = { readonly kbps: number; readonly lossShare: number };

/** The one that is promised first. */
const LINES: readonly Line[] = [
  { kbps: 40, lossShare: 0.05 },
  { kbps: 40, lossShare: 0 },
  { kbps: 64, lossShare: 0.05 },
  { kbps: 64, lossShare: 0 },
  { kbps: 24, lossShare: 0.05 },
  { kbps: 24, lossShare: 0 },
];
/** There and back: 300 ms. */
const DELAY_MS = 150;
const FINDS_OUT_MS = 9000;
const COUNTED_MS = 7000;
/** On the open line between two thin ones: the queue is empty again, and the browser has measured the way anew. */
const RECOVERS_MS = 2000;

const lines = LINES.slice(0, Number(process.argv[2] ?? LINES.length));
const nameOf = ({ kbps, lossShare }: Line): string =>
  `voice made up at ${kbps} kbit/s${lossShare > 0 ? `, ${lossShare * 100} % lost` : ''}`;

const stop = await startForRun();
const house = await startHouse();
const conference = await prepareConference(house.servers[0]!, { sites: 1 });
const line = await startThinLine(house.livekit().ports.udp);
const pages = await Pages.launch();

/** A camera as rooms have it: with noise, so that its picture needs what it is given. */
const camera = (await cameraFile({ height: 360, framesPerSecond: 15, bitsPerSecond: 1_000_000 })).toString('base64');

const roomOf = async (seat: OpenedSeat, isThin: boolean): Promise<Page> => {
  const context = await pages.holding(conference.origin, seat, camera);
  await context.addInitScript({ content: KEEPS_CONNECTIONS });
  if (isThin) await context.addInitScript({ content: throughThinLine(line.port) });
  const page = await context.newPage();
  await page.goto(seat.path);
  await page.locator('.room[data-stage="up"]').waitFor();
  return page;
};

/** In percent. */
const madeUp = async (page: Page, { kbps, lossShare }: Line): Promise<number> => {
  const shape = { bitsPerSecond: kbps * 1000, lossShare, delayMs: DELAY_MS };
  line.shape({ down: shape, up: shape });
  await delay(FINDS_OUT_MS);
  const before = await heardSoFar(page);
  await delay(COUNTED_MS);
  const after = await heardSoFar(page);
  line.shape({ down: OPEN_LINE, up: OPEN_LINE });
  await delay(RECOVERS_MS);
  const played = after.played - before.played;
  // A page that plays no voice has none of it.
  return played <= 0 ? 100 : (100 * (after.concealed - before.concealed)) / played;
};

const onEach = async (page: Page): Promise<readonly number[]> => {
  const shares: number[] = [];
  for (const each of lines) shares.push(await madeUp(page, each));
  return shares;
};

const hall = await roomOf(await conference.room(conference.hall), false);
const site = await roomOf(await conference.room(conference.site(1)), true);
const moderator = await SeatClient.open(conference.origin, await conference.seat('moderator'));
await moderator.must({ type: 'conference.open' });
await site.locator('audio[data-voice-site]').waitFor({ state: 'attached' });
const product = await onEach(site);
for (const page of [hall, site]) await page.context().close();

const bareRoom = await BareRoom.open(pages, house.livekit(), line, camera);
await bareRoom.listener.locator('audio').waitFor({ state: 'attached' });
const bare = await onEach(bareRoom.listener);
await bareRoom.close();

moderator.close();
await pages.close();
line.stop();
await house.stop();
await stop();

const figures: readonly Figure[] = lines.map((each, i) =>
  figure(nameOf(each), '%', product[i]!, bare[i]!, each === LINES[0] ? ratioAtMost(0.5) : noBar),
);
await report('thin', figures);
