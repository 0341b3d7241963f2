// The operator's wall by the keyboard, and the sites shown one after another by themselves.
import { prepareConference } from '@diemcau/testkit';
import { expect, test } from './journey.ts';
import { LONGEST_SITES, NAME } from './longest.ts';
import { lookAt } from './looking.ts';

test('the wall: favourites by their digits, on every page and after a reload, and what each filter leaves', async ({
  house,
  open,
  join,
}) => {
  test.setTimeout(180_000);
  const conference = await prepareConference(house.servers[0]!, { sites: LONGEST_SITES, everySite: true, name: NAME });
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

  await page.getByRole('button', { name: 'Chưa kết nối' }).click();
  await expect(page.getByText('1–24 trong 3.356')).toBeVisible();
  await page.getByRole('button', { name: 'Chưa phát biểu' }).click();
  await expect(page.getByText('1–24 trong 3.356')).toBeVisible();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('button', { name: 'Ô nhỏ' }).click();
  await expect(page.getByText('1–48 trong 3.356')).toBeVisible();
  await expect(tiles).toHaveCount(48);
});
