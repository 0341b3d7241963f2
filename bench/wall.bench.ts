// What it costs to look at many sites: the operator's page beside the stock grid of LiveKit's React components, each in a
// browser of its own, with the same cameras of 180 lines, in turn. wall [ROUNDS=2] [SECONDS=8] [TILES=12,24,48]
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makeAdministrator, startForRun, startHouse } from '@diemcau/testkit';
import { figure, median, noBar, ratioAtMost, report, valueAtMost, type Figure } from './measure.ts';
import { PageSite } from './page-site.ts';
import { picturesOf } from './pictures.ts';
import { Desk, type Cost } from './wall/looking.ts';
import { openRooms, type Rooms } from './wall/rooms.ts';

const [rounds = 2, seconds = 8] = process.argv.slice(2, 4).map(Number);
const sizes = (process.argv[4] ?? '12,24,48').split(',').map(Number);
/** Beyond these the wall has small tiles: tried, and reported without a bar. */
const LARGE_TILES = 24;
/** What was shown before and is shown no more is let go by then. What is counted afterwards are whole rounds of the clip. */
const SETTLES_MS = 4000;

const STYLE = `body { margin: 0 }
.many { display: grid; gap: 8px; padding: 8px; height: 100%; box-sizing: border-box; grid-auto-rows: minmax(0, 1fr) }
.many .lk-participant-tile { min-height: 0 }`;

const styles = await readFile(fileURLToPath(import.meta.resolve('@livekit/components-styles')), 'utf8');
const stop = await startForRun();
const house = await startHouse();
const cookie = await makeAdministrator(house.servers[0]!);
const livekit = house.livekit();
const grid = await PageSite.serve('grid.tsx', { title: 'grid', style: `${styles}\n${STYLE}` });
const [clip] = await picturesOf([{ height: 180, framesPerSecond: 15, bitsPerSecond: 120_000 }]);

/** Communes and provinces of the country, as many as a wall has tiles beside the hall's. */
const codesOf = async (count: number): Promise<readonly string[]> => {
  const { origin } = house.servers[0]!;
  const answer = await fetch(`${origin}/api/v1/sites?limit=60`, { headers: { cookie } });
  const { items } = (await answer.json()) as { items: readonly { code: string }[] };
  return items
    .map(({ code }) => code)
    .filter((code) => code !== 'TW')
    .slice(0, count);
};

const operatorsDesk = async ({ conference }: Rooms): Promise<Desk> => {
  const seat = await conference.seat('operator');
  const [name = '', value = ''] = seat.cookie.split('=', 2);
  return Desk.open(`${conference.origin}${seat.path}`, (context) =>
    context.addCookies([{ name, value, url: conference.origin }]),
  );
};

const stockGrid = async ({ plain }: Rooms): Promise<Desk> => {
  const token = await livekit.token(plain, 'watcher', { canPublish: false });
  return Desk.open(`${grid.url}#${new URLSearchParams({ url: livekit.url, token })}`, () => Promise.resolve());
};

type Measured = { readonly product: Cost[]; readonly stock: Cost[]; readonly unseen: number[] };

/** Only a page of the sites is seen: whatever else comes is wasted. */
const onFirstPage = async (desk: Desk): Promise<number> => {
  await desk.shows(LARGE_TILES);
  await desk.page.waitForTimeout(SETTLES_MS);
  return (await desk.cost(2000)).unseen;
};

const product = async (rooms: Rooms, tiles: number, { product: costs, unseen }: Measured): Promise<void> => {
  const desk = await operatorsDesk(rooms);
  if (tiles > LARGE_TILES) {
    unseen.push(await onFirstPage(desk));
    await desk.page.getByRole('button', { name: 'Ô nhỏ' }).click();
  }
  await desk.shows(tiles);
  await desk.page.waitForTimeout(SETTLES_MS);
  costs.push(await desk.cost(seconds * 1000));
  await desk.close();
};

const stock = async (rooms: Rooms, tiles: number, { stock: costs }: Measured): Promise<void> => {
  const desk = await stockGrid(rooms);
  await desk.shows(tiles);
  await desk.page.waitForTimeout(SETTLES_MS);
  costs.push(await desk.cost(seconds * 1000));
  await desk.close();
};

const figures: Figure[] = [];
for (const tiles of sizes) {
  const rooms = await openRooms(house, cookie, await codesOf(tiles - 1), clip!);
  const measured: Measured = { product: [], stock: [], unseen: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const side of round % 2 === 0 ? [product, stock] : [stock, product]) await side(rooms, tiles, measured);
  rooms.end();
  const isJudged = tiles <= LARGE_TILES;
  const of = (costs: readonly Cost[], what: keyof Cost): number => median(costs.map((cost) => cost[what]));
  const both = (name: string, unit: string, what: keyof Cost, most: number | null): Figure =>
    figure(
      `${tiles} tiles: ${name}`,
      unit,
      of(measured.product, what),
      of(measured.stock, what),
      most === null || !isJudged ? noBar : ratioAtMost(most),
    );
  const unseen = [...measured.unseen, ...measured.product.map((cost) => cost.unseen)];
  figures.push(
    both('processor for a shown frame', 'ms', 'msPerFrame', 0.8),
    both('received', 'kbit/s', 'kbitPerSecond', 1),
    both('frames shown', '1/s', 'framesPerSecond', null),
    both('of one processor', '%', 'busy', null),
    figure(`${tiles} tiles: cameras that came unseen`, '1', Math.max(...unseen), null, valueAtMost(0)),
  );
}

grid.close();
await house.stop();
await stop();
await report('wall', figures);
