// How soon a cut is seen and a voice is heard at a room screen, beside the plain way: granted, published and
// subscribed to only then, by the same command path on the same machine, a round of each in turn.
import { setTimeout as delay } from 'node:timers/promises';
import { TrackSource } from 'livekit-server-sdk';
import { prepareConference, startForRun, startHouse, type OpenedSeat, type Place } from '@diemcau/testkit';
import { Pages } from './browser.ts';
import { Desk } from './cut/desk.ts';
import { PlainGrants, PlainRoom, servePlain } from './cut/plain.ts';
import { RoomScreens } from './cut/product.ts';
import { standIn, type StandIn } from './cut/stand-in.ts';
import { figure, median, noBar, percentile, ratioAtMost, report, valueAtMost } from './measure.ts';

const ROUNDS = 3;
/** Of a round. The first cut of each side and the first voice are not counted: they make the connections. */
const WARM_CUTS = 35;
const COLD_CUTS = 5;
const PLAIN_CUTS = 16;
const FLOORS = 7;
/** LiveKit lets an encoder that nobody watches stop after 5 s: a cold site is one that nobody has watched for longer. */
const COLD_AFTER_MS = 6000;
/** Nobody cuts in step with a camera's frames. */
const PAUSE_MS = { least: 400, more: 400 };

const pause = (): Promise<void> => delay(PAUSE_MS.least + Math.random() * PAUSE_MS.more);

const stop = await startForRun();
const house = await startHouse();
const livekit = house.livekit();
const conference = await prepareConference(house.servers[0]!, { sites: 5 });
const { origin, hall } = conference;
const [a, b, plainA, plainB] = [conference.site(1), conference.site(2), conference.site(4), conference.site(5)];
const pages = await Pages.launch();
const standIns: StandIn[] = [];
for (const place of [hall, plainA, plainB])
  standIns.push(await standIn(origin, await conference.room(place), place === hall));
const seats: OpenedSeat[] = [];
for (const place of [conference.site(3), a, b]) seats.push(await conference.room(place));
const desk = await Desk.open(pages, conference);
const plainSite = await servePlain();
const grants = new PlainGrants(livekit, [plainA, plainB]);
await grants.makeRoom();
const endGrants = grants.follow(standIns[1]!.client);

/** Ms from the act to what is seen or heard. */
const times = { warm: [] as number[], cold: [] as number[], plainCut: [] as number[] };
const tones = { product: [] as number[], plain: [] as number[], plainWithPicture: [] as number[], beforePicture: 0 };

type Screens = RoomScreens | PlainRoom;

const seen = ({ watcher }: Screens, { number }: Place, sinceMs: number): Promise<number> =>
  watcher.evaluate(([wanted, since]) => window.timing.seen(wanted, since), [number, sinceMs] as const);
const heard = ({ watcher }: Screens, { number }: Place, sinceMs: number): Promise<number> =>
  watcher.evaluate(([wanted, since]) => window.timing.heard(wanted, since), [number, sinceMs] as const);

const cutTo = async (screens: Screens, place: Place): Promise<number> => {
  await desk.preview(place);
  await pause();
  const atMs = await desk.cut();
  return (await seen(screens, place, atMs)) - atMs;
};

const warmCuts = async (rooms: RoomScreens): Promise<void> => {
  await desk.standBy(a, b);
  for (let i = 0; i < WARM_CUTS; i += 1) {
    await rooms.isWarm(a, b);
    const ms = await cutTo(rooms, i % 2 === 0 ? a : b);
    if (i > 0) times.warm.push(ms);
  }
};

const coldCuts = async (rooms: RoomScreens): Promise<void> => {
  await desk.standBy();
  for (let i = 0; i < COLD_CUTS; i += 1) {
    const [from, to] = i % 2 === 0 ? [a, b] : [b, a];
    await rooms.shows(from);
    await rooms.isCold(to);
    await delay(COLD_AFTER_MS);
    times.cold.push(await cutTo(rooms, to));
  }
};

const floors = async (rooms: RoomScreens): Promise<void> => {
  await desk.follow();
  for (let i = 0; i < FLOORS; i += 1) {
    await rooms.shows(hall);
    await desk.standBy(a, b);
    await rooms.isWarm(a, b);
    await pause();
    const to = i % 2 === 0 ? a : b;
    const atMs = await desk.giveFloor(to);
    const [seenMs, heardMs] = await Promise.all([seen(rooms, to, atMs), heard(rooms, to, atMs)]);
    if (seenMs > heardMs) tones.beforePicture += 1;
    if (i > 0) tones.product.push(heardMs - atMs);
    await desk.endSpeech();
    await rooms.isSilent();
  }
};

const productRound = async (): Promise<void> => {
  const rooms = await RoomScreens.open(pages, origin, seats);
  await warmCuts(rooms);
  await coldCuts(rooms);
  await floors(rooms);
  await rooms.close();
};

const plainRound = async (): Promise<void> => {
  const room = await PlainRoom.open(pages, plainSite, livekit, [plainA, plainB]);
  for (const { siteId } of [plainA, plainB]) await grants.set(siteId, []);
  let onAir = plainB;
  for (let i = 0; i < PLAIN_CUTS; i += 1) {
    const to = i % 2 === 0 ? plainA : plainB;
    const ms = await cutTo(room, to);
    if (i > 1) times.plainCut.push(ms);
    await grants.set(onAir.siteId, []);
    await room.holds(1, 0);
    onAir = to;
  }
  const floorTo = async (to: Place): Promise<number> => {
    await pause();
    const atMs = await desk.giveFloor(to);
    const ms = (await heard(room, to, atMs)) - atMs;
    await desk.endSpeech();
    await grants.set(to.siteId, [TrackSource.CAMERA]);
    return ms;
  };
  for (let i = 0; i < FLOORS; i += 1) {
    const ms = await floorTo(onAir);
    if (i > 0) tones.plain.push(ms);
    await room.holds(1, 0);
    // As the product gives it: to a site that was not seen before.
    const to = onAir === plainA ? plainB : plainA;
    tones.plainWithPicture.push(await floorTo(to));
    await grants.set(onAir.siteId, []);
    await room.holds(1, 0);
    onAir = to;
  }
  await room.close();
};

for (let round = 0; round < ROUNDS; round += 1) {
  const inTurn = round % 2 === 0 ? [productRound, plainRound] : [plainRound, productRound];
  for (const run of inTurn) await run();
}

endGrants();
desk.close();
await pages.close();
for (const each of standIns) each.stop();
plainSite.close();
await house.stop();
await stop();

const plainCut = median(times.plainCut);
const late = (values: readonly number[]): number => percentile(values, 0.95);
await report('cut', [
  figure('cut to a site on stand-by, median', 'ms', median(times.warm), plainCut, ratioAtMost(0.4)),
  figure('cut to a site on stand-by, slowest', 'ms', Math.max(...times.warm), null, valueAtMost(1000)),
  figure('cut to a site on stand-by, 95 of 100', 'ms', late(times.warm), late(times.plainCut), noBar),
  figure('cuts to a site on stand-by', '1', times.warm.length, null, noBar),
  figure('cut to a cold site, median', 'ms', median(times.cold), plainCut, ratioAtMost(1.2)),
  figure('cut to a cold site, 95 of 100', 'ms', late(times.cold), late(times.plainCut), noBar),
  figure('floor given until its tone, median', 'ms', median(tones.product), median(tones.plain), ratioAtMost(1.3)),
  figure(
    'the same, beside the plain way to a site not yet seen',
    'ms',
    median(tones.product),
    median(tones.plainWithPicture),
    noBar,
  ),
  figure('floor given until its tone, 95 of 100', 'ms', late(tones.product), late(tones.plain), noBar),
  figure('tones before their picture', '1', tones.beforePicture, null, valueAtMost(0)),
]);
