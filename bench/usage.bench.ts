// What a meeting of 6, 12 and 18 sites and a hall costs the media server and the sites' lines, beside the same meeting with
// LiveKit's own components in speaker view and in grid, with adaptiveStream and dynacast. One speaks, two stand by, the
// hall answers; all screens have 1080 lines. usage [SECONDS=5] [SITES=6,12,18]
import { setTimeout as delay } from 'node:timers/promises';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { VideoPresets } from 'livekit-client';
import type { PictureClip } from '@diemcau/server/bots';
import { makeAdministrator, startForRun, startHouse } from '@diemcau/testkit';
import { toneClip } from '@diemcau/testkit/bots';
import { CAMERA_ENCODINGS } from '../apps/web/src/media/encodings.ts';
import { figure, noBar, ratioAtMost, report, valueAtMost, type Figure } from './measure.ts';
import { PageSite } from './page-site.ts';
import { picturesOf, type Encoding } from './pictures.ts';
import type { Camera } from './usage/camera.ts';
import { usage, type Carried, type Usage } from './usage/meter.ts';
import { ProductMeeting } from './usage/product.ts';
import { StockMeeting, type View } from './usage/stock.ts';

const seconds = Number(process.argv[2] ?? 5);
const sizes = (process.argv[3] ?? '6,12,18').split(',').map(Number);
/** What nobody ever looked at is sent for ten seconds before LiveKit says so. */
const SETTLES_MS = 12_000;

const cameraOf = (clips: readonly PictureClip[]): Camera => [clips[0]!, clips[1]!, clips[2]!];
const stockEncodings = [VideoPresets.h180, VideoPresets.h360, VideoPresets.h720].map(
  ({ height, encoding }): Encoding => ({
    height,
    framesPerSecond: encoding.maxFramerate ?? 30,
    bitsPerSecond: encoding.maxBitrate,
  }),
);
const [ours, theirs, tone] = await Promise.all([
  picturesOf(CAMERA_ENCODINGS).then(cameraOf),
  picturesOf(stockEncodings).then(cameraOf),
  toneClip(0),
]);

const stop = await startForRun();
const house = await startHouse();
const livekit = house.livekit();
const cookie = await makeAdministrator(house.servers[0]!);
const styles = await readFile(fileURLToPath(import.meta.resolve('@livekit/components-styles')), 'utf8');
const page = await PageSite.serve('grid.tsx', { title: 'grid', style: `${styles}\nbody { margin: 0 }` });

const measured = async (meeting: Carried & { readonly end: () => void }): Promise<Usage> => {
  await delay(SETTLES_MS);
  const used = await usage(livekit, meeting, seconds * 1000);
  meeting.end();
  await delay(1000);
  return used;
};

const product = async (sites: number, watched: boolean): Promise<Usage> =>
  measured(await ProductMeeting.open(house, cookie, sites, watched, ours, tone));
const stock = async (sites: number, view: View): Promise<Usage> => {
  const meeting = await StockMeeting.open(livekit, page, sites, view, theirs, tone);
  // oxlint-disable-next-line no-console -- what the yardstick asks for
  console.log(`${view} of ${sites}: ${meeting.laidOut}`);
  return measured(meeting);
};

type All = Readonly<Record<'product' | 'watched' | View, Usage>>;
const bySites = new Map<number, All>();
for (const sites of sizes)
  bySites.set(sites, {
    product: await product(sites, false),
    speaker: await stock(sites, 'speaker'),
    watched: await product(sites, true),
    grid: await stock(sites, 'grid'),
  });

page.close();
await house.stop();
await stop();

const last = Math.max(...sizes);
const better = ({ speaker, grid }: All, what: keyof Usage): number => Math.min(speaker[what], grid[what]);
const figures: Figure[] = [];
for (const [sites, all] of bySites) {
  const isJudged = sites === last;
  const both = (side: 'product' | 'watched', name: string, unit: string, what: keyof Usage, most: number): Figure =>
    figure(
      `${sites} sites${side === 'watched' ? ', all on a wall' : ''}: ${name}`,
      unit,
      all[side][what],
      better(all, what),
      isJudged && side === 'product' ? ratioAtMost(most) : noBar,
    );
  for (const side of ['product', 'watched'] as const)
    figures.push(
      both(side, 'out of LiveKit', 'Mbit/s', 'outMbps', 0.75),
      both(side, 'processor of LiveKit', '%', 'busy', 0.75),
      both(side, 'up from the sites', 'Mbit/s', 'upMbps', 0.6),
    );
  for (const view of ['speaker', 'grid'] as const)
    figures.push(
      figure(`${sites} sites, stock ${view}: out of LiveKit`, 'Mbit/s', all[view].outMbps, null, noBar),
      figure(`${sites} sites, stock ${view}: up from the sites`, 'Mbit/s', all[view].upMbps, null, noBar),
    );
}
const first = Math.min(...sizes);
const growth = (of: (all: All) => number): number =>
  Math.log(of(bySites.get(last)!) / of(bySites.get(first)!)) / Math.log(last / first);
if (last > first)
  figures.push(
    figure(
      'growth of what goes out, exponent',
      '1',
      growth(({ product: { outMbps } }) => outMbps),
      growth((all) => better(all, 'outMbps')),
      valueAtMost(1.1),
    ),
  );
await report('usage', figures);
