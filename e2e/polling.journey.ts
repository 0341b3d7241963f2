// The operator's wall by the keyboard, and the sites shown one after another by themselves.
import { SiteId } from '@diemcau/domain/kernel';
import type { DeviceReport } from '@diemcau/domain/wire';
import { prepareConference } from '@diemcau/testkit';
import { BESIDE, expect, test } from './journey.ts';
import { LONGEST_SITES, NAME } from './longest.ts';
import { lookAt } from './looking.ts';
import { RoomScreen } from './room-screen.ts';

/** In the order of the wall, in which they are polled: a province before its communes. */
const IN_ORDER = ['11', '19', '01906'];

/** What a room's screen says of itself when its line carries still pictures down and small ones up. */
const ON_A_THIN_LINE: DeviceReport = {
  cameras: [],
  microphones: [],
  loudspeakers: [],
  cameraId: null,
  microphoneId: null,
  loudspeakerId: null,
  camera: 'ok',
  microphone: 'ok',
  mixer: false,
  level: 0.7,
  sound: null,
  picture: null,
  testedAt: null,
  line: 'poor',
  needsGesture: false,
  ladder: { down: 'still', up: 'small', chosen: null },
};

test(
  'M21: the wall: favourites by their digits, on every page and after a reload, what a tile tells and each filter leaves',
  BESIDE,
  async ({ house, open, join }) => {
    test.setTimeout(180_000);
    const conference = await prepareConference(house.servers[0]!, {
      sites: LONGEST_SITES,
      everySite: true,
      name: NAME,
    });
    const seat = await conference.seat('operator');
    const watching = await join(seat);
    const page = await open(seat);
    const tiles = page.locator('.pg-tile');
    await expect(page.getByText('1–24 trong 3.356')).toBeVisible();
    await expect(tiles).toHaveCount(24);

    // The third tile becomes favourite 7 and is previewed by that digit from another page.
    const third = await tiles.nth(2).getAttribute('data-site');
    await tiles.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+Digit7');
    await expect(tiles.nth(2).locator('.pg-tile-key.favourite')).toHaveText('7');
    await page.keyboard.press(']');
    await expect(page.getByText('25–48 trong 3.356')).toBeVisible();
    await page.keyboard.press('7');
    await watching.until(() => {
      const { preview } = watching.live.programme;
      return preview.kind === 'site' && preview.siteId === third;
    }, 'the favourite in preview');
    await page.reload();
    await page.getByRole('button', { name: 'Ưa thích' }).click();
    await expect(tiles).toHaveCount(1);
    await expect(tiles.first()).toHaveAttribute('data-site', third ?? '');
    await lookAt(page, 'operator-favourites');

    // The same digit, by the menu of the tile, takes it away.
    await tiles.first().hover();
    await page.locator('.pg-tile-menu').getByRole('button').click();
    await page.getByRole('menuitem', { name: 'Bỏ phím 7' }).click();
    await expect(page.getByText('Chưa có điểm cầu ưa thích')).toBeVisible();

    // One site is there, by its screen alone: its tile tells how loud it is, and what its line carries.
    const here = conference.site(2);
    const screen = await join(await conference.room(here));
    await page.getByRole('button', { name: 'Có mặt' }).click();
    await expect(tiles).toHaveCount(1);
    await expect(tiles).toHaveAttribute('data-site', here.siteId);
    screen.send({ type: 'report', report: ON_A_THIN_LINE });
    await expect(tiles.locator('.pg-tile-step')).toHaveText('Hình tĩnh');
    await expect(tiles.locator('.pg-tile-step')).toHaveAttribute('title', 'Hình tĩnh');
    await expect(tiles.locator('.pg-dot')).toHaveClass(/line-poor/);
    await expect(tiles.locator('.ui-level')).toHaveAttribute('aria-valuenow', '70');

    // It alone is missing among those who are not there.
    await page.getByRole('button', { name: 'Chưa kết nối' }).click();
    await expect(page.getByText('1–24 trong 3.355')).toBeVisible();
    await page.getByRole('button', { name: 'Chưa phát biểu' }).click();
    await expect(page.getByText('1–24 trong 3.356')).toBeVisible();
    // One province, which stays chosen from filter to filter.
    const province = page.getByLabel('Tỉnh, thành phố');
    await province.selectOption('Hồ Chí Minh');
    await expect(page.getByText('1–24 trong 169')).toBeVisible();
    await page.getByRole('button', { name: 'Có sự cố' }).click();
    await expect(page.getByText('Hãy đổi bộ lọc')).toBeVisible();
    await page.getByRole('button', { name: 'Tất cả', exact: true }).click();
    await expect(page.getByText('1–24 trong 169')).toBeVisible();
    await page.keyboard.press(']');
    await expect(page.getByText('25–48 trong 169')).toBeVisible();
    await lookAt(page, 'operator-wall-province');
    await province.selectOption('Tất cả các tỉnh');
    await expect(page.getByText('1–24 trong 3.356')).toBeVisible();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.getByRole('button', { name: 'Ô nhỏ' }).click();
    await expect(page.getByText('1–48 trong 3.356')).toBeVisible();
    await expect(tiles).toHaveCount(48);
  },
);

test('three sites are polled on air, held and skipped; then a roll call asks each site on air for its number', async ({
  house,
  open,
  join,
}) => {
  test.setTimeout(240_000);
  const conference = await prepareConference(house.servers[0]!, { sites: IN_ORDER });
  const [first, second, third] = [conference.site(1), conference.site(2), conference.site(3)];
  const moderator = await join(await conference.seat('moderator'));
  const page = await open(await conference.seat('operator'));
  const strip = page.getByRole('region', { name: 'Quét điểm cầu' });
  const one = new RoomScreen(await open(await conference.room(first)));
  const two = new RoomScreen(await open(await conference.room(second)));
  const watcher = new RoomScreen(await open(await conference.room(third)));
  await moderator.must({ type: 'conference.open' });
  await moderator.until(() => moderator.presence?.present === 3, 'the three screens');

  await page.keyboard.press('v');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('3 điểm cầu, khoảng 1 phút.');
  await dialog.getByLabel('Hiện ở đâu').selectOption('Lên hình');
  await dialog.getByLabel('Thời gian mỗi điểm cầu').selectOption('10 giây');
  await dialog.getByRole('button', { name: 'Bắt đầu quét' }).click();
  await expect(strip).toContainText(first.name);
  await watcher.sees(first.number);
  await one.tally('onAir');

  // Held, it stays; then it goes on with the next, and a skip comes to the last at once.
  await page.keyboard.press('p');
  await expect(strip).toContainText('TẠM DỪNG');
  await lookAt(page, 'operator-polling-held');
  await watcher.sees(first.number);
  await page.keyboard.press('p');
  await expect(strip).toContainText('2/3');
  await watcher.sees(second.number);
  await two.tally('onAir');
  await page.keyboard.press('n');
  await expect(strip).toContainText('3/3');
  await watcher.tally('onAir');
  await page.keyboard.press('x');
  await expect(strip).toHaveCount(0);
  await watcher.tally('off');
  expect(moderator.live.programme.mode).toBe('follow');

  await two.page.context().close();
  const clerk = await open(await conference.clerk(first));
  await moderator.must({ type: 'attendance.openRollCall', closesAt: Date.now() + 600_000 });
  await page.keyboard.press('v');
  // There once the desk knows of the roll call.
  await dialog.getByLabel('Hiện ở đâu').selectOption('Điểm danh lên hình');
  await dialog.getByLabel('Quét những điểm cầu nào').selectOption('Tất cả');
  await dialog.getByLabel('Thời gian mỗi điểm cầu').selectOption('60 giây');
  await dialog.getByRole('button', { name: 'Bắt đầu quét' }).click();
  await watcher.sees(first.number);
  const card = clerk.locator('.clerk-now');
  await expect(card).toContainText('Điểm cầu đang lên hình điểm danh: đề nghị báo cáo số đại biểu có mặt');
  await lookAt(clerk, 'clerk-roll-call-on-air');
  await card.getByLabel('Số đại biểu có mặt').fill('12');
  await card.getByRole('button', { name: 'Báo cáo 12 có mặt' }).click();
  await expect(strip).toContainText('đã báo cáo 12 có mặt');
  await expect(strip).toContainText(`Tiếp theo: ${second.name} · chưa báo cáo`);
  await lookAt(page, 'operator-roll-call-on-air');

  // The second has no screen any more: it is passed over by name, and a speech suspends the rest.
  await moderator.until(() => moderator.presence?.present === 2, 'the second to be missed', 30_000);
  await page.keyboard.press('n');
  await expect(strip.locator('.pg-poll-over')).toHaveAttribute('title', second.name);
  await watcher.tally('onAir');
  await moderator.must({
    type: 'floor.grantSite',
    siteId: SiteId.parse(first.siteId),
    speakerId: null,
    kind: 'discussion',
  });
  await expect(strip).toContainText('TẠM DỪNG: có phát biểu');
  await watcher.sees(first.number);
});
