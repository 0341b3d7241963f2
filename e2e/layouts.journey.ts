// Pictures of several sites: the hall beside a site and a mosaic, by the operator's hand and by the run sheet.
import { randomUUID } from 'node:crypto';
import { RowId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { prepareConference, type Place } from '@diemcau/testkit';
import { seenIn } from '@diemcau/testkit/browser';
import { call } from './floor.ts';
import { BESIDE, expect, test } from './journey.ts';
import { LONGEST_SITES, NAME, SPEAKERS } from './longest.ts';
import { lookAt } from './looking.ts';
import { next, Plan } from './plan.ts';
import { RoomScreen } from './room-screen.ts';

const LOST = { timeout: 30_000 };
const idOf = ({ siteId }: Place) => SiteId.parse(siteId);

/** The numbers that are seen in the places of the picture on air, in their order. */
const seenInTiles = async ({ page }: RoomScreen, ...places: readonly Place[]): Promise<readonly unknown[]> =>
  Promise.all(places.map(({ siteId }) => seenIn(page, `.media-layer[data-covers=true] [data-site="${siteId}"] video`)));

const seesBeside = async (screen: RoomScreen, ...places: readonly Place[]): Promise<void> => {
  const message = `sees ${places.map(({ number }) => number).join(', ')} beside each other`;
  await expect.poll(() => seenInTiles(screen, ...places), { message }).toEqual(places.map(({ number }) => number));
  await expect(screen.page.locator('.media-tile')).toHaveCount(places.length);
};

test('P11–P13: the operator lays out hall beside site and a mosaic; a missing site keeps its place', async ({
  house,
  open,
  join,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 3 });
  const { hall } = conference;
  const [first, second, absent] = [conference.site(1), conference.site(2), conference.site(3)];
  const chair = await join(await conference.seat('chair'));
  const clerk = await join(await conference.clerk(first));
  const desk = await open(await conference.seat('operator'));
  const hallScreen = new RoomScreen(await open(await conference.room(hall)));
  const speaker = new RoomScreen(await open(await conference.room(first)));
  const watcher = new RoomScreen(await open(await conference.room(second)));
  await chair.must({ type: 'conference.open' });
  for (const screen of [hallScreen, speaker, watcher]) await screen.isUp();
  await call(chair, clerk, first, 'Nông Thị Thu');
  await watcher.sees(first.number);

  // The layout alone: the picture goes on following the floor.
  const preview = desk.locator('.pg-monitor.preview');
  await desk.keyboard.press('w');
  await expect(desk.getByRole('button', { name: 'Cạnh hội trường' })).toHaveAttribute('aria-pressed', 'true');
  await desk.keyboard.press('g');
  await seesBeside(watcher, first, hall);
  await seesBeside(speaker, first, hall);
  await expect(desk.locator('.pg-monitor.onAir')).toContainText('Hội trường cạnh');
  await expect(desk.getByText('THEO LƯỢT PHÁT BIỂU', { exact: true })).toBeVisible();
  await speaker.tally('onAir');
  await watcher.tally('off');
  await watcher.hears(hall.number, first.number);

  // A mosaic, site by site from the wall; the speaker comes first, and the watcher sees itself in its place.
  await desk.keyboard.press('e');
  await expect(preview).toContainText('Lưới 4 hình');
  for (const { siteId } of [second, absent]) {
    const tile = desk.locator(`.pg-tile[data-site="${siteId}"]`);
    await tile.click();
    await expect(preview.locator(`.media-tile[data-site="${siteId}"]`)).toBeVisible();
  }
  await desk.keyboard.press('Enter');
  await expect(watcher.page.locator('.room')).toHaveAttribute('data-layout', 'mosaic4');
  await expect
    .poll(() => seenInTiles(watcher, first, hall, second))
    .toEqual([first.number, hall.number, second.number]);
  await expect(watcher.page.locator(`.media-tile[data-site="${first.siteId}"]`)).toHaveAttribute(
    'data-speaking',
    'true',
  );
  await watcher.tally('onAir');
  await expect(watcher.page.locator(`.media-tile[data-site="${absent.siteId}"]`)).toContainText('Mất kết nối', LOST);
  // Seen is not heard.
  await hallScreen.hearsNothingBut(first.number);

  // Back to one picture.
  await desk.keyboard.press('q');
  await expect(desk.getByRole('button', { name: 'Một hình' })).toHaveAttribute('aria-pressed', 'true');
  await desk.locator(`.pg-tile[data-site="${first.siteId}"]`).click();
  await expect(preview).toContainText(first.name);
  await desk.keyboard.press('Enter');
  await expect(watcher.page.locator('.room')).toHaveAttribute('data-layout', 'one');
  await watcher.sees(first.number);
  await expect(watcher.page.locator('.media-tile')).toHaveCount(0);
  await watcher.tally('off');
});

test('R11: a row of the run sheet carries a layout, says so beforehand, and the next goes back to one', async ({
  house,
  open,
  join,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 2 });
  const { hall } = conference;
  const [first, second] = [conference.site(1), conference.site(2)];
  const client = await join(await conference.seat('moderator'));
  const plan = new Plan(client);
  const item = await plan.item('Thảo luận', 30);
  await plan.row({ kind: 'opening' }, item);
  await client.must({
    type: 'runSheet.add',
    rowId: RowId.parse(randomUUID()),
    act: {
      kind: 'speech',
      speechKind: 'report',
      speaker: { siteId: idOf(first), speakerId: null },
      reserve: null,
      requestId: null,
    },
    itemId: item,
    seconds: null,
    layout: { kind: 'hallBeside' },
    before: null,
  });
  await plan.row({ kind: 'introduction' }, item);
  const desk = await open(await conference.seat('moderator'));
  await open(await conference.room(hall));
  await open(await conference.room(first));
  const watcher = new RoomScreen(await open(await conference.room(second)));

  await next(desk, 'Khai mạc');
  await watcher.sees(hall.number);
  await expect(desk.locator('.mod-effects')).toContainText('hình: hội trường cạnh điểm cầu');
  await next(desk, 'Thái Nguyên');
  await seesBeside(watcher, first, hall);
  await watcher.hears(hall.number, first.number);

  // A row without a layout is one picture again.
  await expect(desk.locator('.mod-effects')).toContainText('hình: một hình');
  await next(desk, 'Giới thiệu đại biểu');
  await watcher.sees(hall.number);
  await expect(watcher.page.locator('.media-tile')).toHaveCount(0);
});

const LAPTOP = { width: 1366, height: 768 };
const DESKS = [LAPTOP, { width: 1920, height: 1080 }];

test(
  'P13: a mosaic and the hall beside a site with the longest names, at each size',
  BESIDE,
  async ({ house, open, join }) => {
    test.setTimeout(300_000);
    const conference = await prepareConference(house.servers[0]!, { sites: LONGEST_SITES, name: NAME });
    const places = [1, 2, 3].map((n) => conference.site(n));
    const [speaking, own] = [places[0]!, places[1]!];
    const operator = await join(await conference.seat('operator'));
    const moderator = await join(await conference.seat('moderator'));
    await moderator.must({ type: 'conference.open' });
    const { subject: _, ...speaker } = SPEAKERS[0];
    await moderator.must(
      {
        type: 'floor.grantSite',
        siteId: idOf(speaking),
        speakerId: SpeakerId.parse(randomUUID()),
        kind: 'discussion',
      },
      { speaker },
    );
    await open(await conference.room(conference.hall));
    await open(await conference.room(speaking));
    const room = await open(await conference.room(own));
    const desk = await open(await conference.seat('operator'));
    const source = { kind: 'site', siteId: idOf(speaking) } as const;
    const layouts = [
      { kind: 'mosaic4', siteIds: places.map(idOf) },
      { kind: 'mosaic9', siteIds: [conference.hall, ...places].map(idOf) },
      { kind: 'hallBeside' },
      { kind: 'title', card: 'break' },
      { kind: 'title', card: 'emblem' },
    ] as const;
    for (const layout of layouts) {
      await operator.must({ type: 'programme.layout', layout });
      await operator.must({ type: 'programme.preview', source, layout });
      const name = layout.kind === 'title' ? `title-${layout.card}` : layout.kind;
      await expect(room.locator('.room')).toHaveAttribute('data-layout', layout.kind);
      if (layout.kind !== 'title') await expect(room.locator('.media-layer[data-covers=true]')).toBeVisible();
      // The one with the most words at every size; the others as a laptop shows them.
      await lookAt(room, `room-layout-${name}`, layout.kind === 'mosaic4' ? undefined : [LAPTOP]);
      // The vision operator sits before a desk; a phone would draw its monitors an inch wide.
      if (layout.kind === 'mosaic4') await lookAt(desk, `operator-layout-${name}`, DESKS);
    }
  },
);
