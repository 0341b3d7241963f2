// A room screen fills its display: by the first key before it has a place, and again when somebody has left it.
import { prepareConference } from '@diemcau/testkit';
import type { Page } from '@playwright/test';
import { BESIDE, expect, test } from './journey.ts';
import { RoomScreen } from './room-screen.ts';

const isFilled = (page: Page): Promise<boolean> => page.evaluate(() => document.fullscreenElement !== null);
const filled = (page: Page, expected: boolean) => expect.poll(() => isFilled(page)).toBe(expected);

test(
  'S22: one key at the code fills the display, which stays so with the place; F, OK and a button come back to it',
  BESIDE,
  async ({ house, open }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 1 });
    const place = conference.site(1);
    const clerk = await conference.clerk(place);
    const page = await open({ role: 'room', place, path: '/room' });
    const code = page.locator('.pairing-letters');
    await expect(code).toBeVisible();
    const way = page.getByRole('button', { name: 'Toàn màn hình' });
    await expect(way).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await filled(page, true);
    await expect(way).toHaveCount(0);

    const confirmed = await fetch(`${conference.origin}/api/v1/seats/${clerk.seatId}/room-screen`, {
      method: 'POST',
      headers: { cookie: clerk.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ userCode: await code.textContent(), replace: false }),
    });
    expect(confirmed.status).toBe(200);
    const screen = new RoomScreen(page);
    await screen.isUp();
    await screen.seesItself(place.number);
    await filled(page, true);
    expect(new URL(page.url()).searchParams.get('seat')).not.toBeNull();

    // Somebody leaves it, as Escape does: a touch is then a touch, and the way back is named.
    await page.evaluate(() => document.exitFullscreen());
    await expect(way).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.locator('.room-programme').click();
    expect(await isFilled(page)).toBe(false);
    await way.click();
    await filled(page, true);
    for (const key of ['f', 'Enter']) {
      await page.evaluate(() => document.exitFullscreen());
      await filled(page, false);
      await page.keyboard.press(key);
      await filled(page, true);
    }

    // After a power cut nobody has touched it: it says how, and the first touch does it.
    await page.reload();
    await screen.isUp();
    await expect(way).toBeVisible();
    await page.locator('.room-programme').click();
    await filled(page, true);
  },
);
