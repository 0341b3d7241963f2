// How soon a cut is seen and a voice is heard at a room screen, beside the plain way: granted, published and
// subscribed to only then, by the same command path on the same machine, a round of each in turn.
import { setTimeout as delay } from 'node:timers/promises';
import { TrackSource } from 'livekit-server-sdk';
import { prepareConference, startForRun, startHouse, type OpenedSeat, type Place } from '@diemcau/testkit';
import { Pages } from './browser.ts';
import { Desk } from './cut/desk.ts';
import { PlainGrants, PlainRoom, PlainSite } from './cut/plain.ts';
import { RoomScreens } from './cut/product.ts';
import { standIn, type StandIn } from './cut/stand-in.ts';
import { figure, median, noBar, percentile, ratioAtMost, report, valueAtMost } from './measure.ts';

const ROUNDS = Number(process.env.R ?? 4);
/** Of a round; the first of each kind is not counted: connections are made by it. */
const CUTS = 26;
const COLD_CUTS = 8;
const PLAIN_CUTS = 16;
const FLOORS = 6;
/** Nobody cuts in step with a camera's frames. */
const PAUSE_MS = { least: 400, more: 400 };

const pause = (): Promise<void> => delay(PAUSE_MS.least + Math.random() * PAUSE_MS.more);

/** Ms from the act to what is seen or heard. */
type Times = { readonly warm: number[]; readonly cold: number[]; readonly tone: number[]; late: number };

const stop = await startForRun();
const house = await startHouse();
const livekit = house.livekit();
const conference = await prepareConference(house.servers[0]!, { sites: 5 });
const { origin } = conference;
const [a, b, watching, plainA, plainB] = [1, 2, 3, 4, 5].map((n) => conference.site(n)) as [
  Place,
  Place,
  Place,
  Place,
  Place,
];
const pages = await Pages.launch();
const standIns: StandIn[] = [];
for (const place of [conference.hall, plainA, plainB])
  standIns.push(await standIn(origin, await conference.room(place), place === conference.hall));
const seats: OpenedSeat[] = [];
for (const place of [watching, a, b]) seats.push(await conference.room(place));
const desk = await Desk.open(pages, conference);
const plainSite = await PlainSite.serve();
const grants = new PlainGrants(livekit, [plainA, plainB]);
await grants.makeRoom();
grants.follow(standIns[1]!.client);

const product: Times = { warm: [], cold: [], tone: [], late: 0 };
const plain: Times = { warm: [], cold: [], tone: [], late: 0 };

const seen = (screen: RoomScreens | PlainRoom, { number }: Place, sinceMs: number): Promise<number> =>
  screen.watcher.evaluate(([n, since]) => window.timing.seen(n, since), [number, sinceMs] as const);
const heard = (screen: RoomScreens | PlainRoom, { number }: Place, sinceMs: number): Promise<number> =>
  screen.watcher.evaluate(([n, since]) => window.timing.heard(n, since), [number, sinceMs] as const);

const cutTo = async (screen: RoomScreens | PlainRoom, place: Place): Promise<number> => {
  await desk.preview(place);
  await pause();
  const atMs = await desk.cut();
  return (await seen(screen, place, atMs)) - atMs;
};

const productRound = async (): Promise<void> => {
  const rooms = await RoomScreens.open(pages, origin, seats);
  await desk.standBy(a, b);
  await rooms.isWarm(a, b);
  for (let i = 0; i < CUTS; i += 1) {
    const ms = await cutTo(rooms, i % 2 === 0 ? a : b);
    if (i > 0) product.warm.push(ms);
  }
  await desk.standBy();
  for (let i = 0; i < COLD_CUTS; i += 1) {
    const [to, from] = i % 2 === 0 ? [a, b] : [b, a];
    await rooms.isCold(to);
    await rooms.shows(from);
    const ms = await cutTo(rooms, to);
    if (i > 0) product.cold.push(ms);
  }
  await desk.follow();
  for (let i = 0; i < FLOORS; i += 1) {
    await rooms.shows(conference.hall);
    await desk.standBy(a, b);
    await rooms.isWarm(a, b);
    await pause();
    const to = i % 2 === 0 ? a : b;
    const atMs = await desk.giveFloor(to);
    const [seenMs, heardMs] = await Promise.all([seen(rooms, to, atMs), heard(rooms, to, atMs)]);
    if (seenMs > heardMs) product.late += 1;
    if (i > 0) product.tone.push(heardMs - atMs);
    await desk.endSpeech();
    await rooms.isSilent();
  }
  await rooms.close();
};

const plainRound = async (): Promise<void> => {
  const room = await PlainRoom.open(pages, plainSite, livekit, [plainA, plainB]);
  for (const { siteId } of [plainA, plainB]) await grants.set(siteId, []);
  let onAir = plainB;
  for (let i = 0; i < PLAIN_CUTS; i += 1) {
    const to = i % 2 === 0 ? plainA : plainB;
    const ms = await cutTo(room, to);
    if (i > 1) plain.warm.push(ms);
    await grants.set(onAir.siteId, []);
    await room.shows(1, 0);
    onAir = to;
  }
  for (let i = 0; i < FLOORS; i += 1) {
    await pause();
    const atMs = await desk.giveFloor(onAir);
    const heardMs = await heard(room, onAir, atMs);
    if (i > 0) plain.tone.push(heardMs - atMs);
    await desk.endSpeech();
    await grants.set(onAir.siteId, [TrackSource.CAMERA]);
    await room.shows(1, 0);
  }
  await room.close();
};

for (let round = 0; round < ROUNDS; round += 1) {
  const inTurn = round % 2 === 0 ? [productRound, plainRound] : [plainRound, productRound];
  for (const run of inTurn) await run();
}

if (process.env.R) console.log(product, plain);
for (const each of standIns) each.stop();
desk.close();
await pages.close();
plainSite.close();
await house.stop();
await stop();

const plainCut = median(plain.warm);
await report('cut', [
  figure('cut to a site on stand-by, median', 'ms', median(product.warm), plainCut, ratioAtMost(0.4)),
  figure('cut to a site on stand-by, slowest', 'ms', Math.max(...product.warm), null, valueAtMost(1000)),
  figure('cuts to a site on stand-by', '', product.warm.length, null, noBar),
  figure(
    'cut to a site on stand-by, 95 of 100',
    'ms',
    percentile(product.warm, 0.95),
    percentile(plain.warm, 0.95),
    noBar,
  ),
  figure('cut to a cold site, median', 'ms', median(product.cold), plainCut, ratioAtMost(1.2)),
  figure('cut to a cold site, 95 of 100', 'ms', percentile(product.cold, 0.95), percentile(plain.warm, 0.95), noBar),
  figure('floor given to tone, median', 'ms', median(product.tone), median(plain.tone), ratioAtMost(1.3)),
  figure('tones before their picture', '', product.late, null, valueAtMost(0)),
]);
