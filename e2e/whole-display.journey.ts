// A room screen fills its display: by the first key before it has a place, and again when somebody has left it.
import { prepareConference, type OpenedSeat, type Place } from '@diemcau/testkit';
import { CHROMIUM } from '@diemcau/testkit/browser';
import type { Page } from '@playwright/test';
import { BESIDE, expect, test } from './journey.ts';
import { RoomScreen } from './room-screen.ts';

const isFilled = (page: Page): Promise<boolean> => page.evaluate(() => document.fullscreenElement !== null);
const filled = (page: Page, expected: boolean) => expect.poll(() => isFilled(page)).toBe(expected);

/** The clerk of the place gives the screen with this code its seat. */
const confirmBy = async (clerk: OpenedSeat, origin: string, userCode: string | null): Promise<void> => {
  const confirmed = await fetch(`${origin}/api/v1/seats/${clerk.seatId}/room-screen`, {
    method: 'POST',
    headers: { cookie: clerk.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ userCode, replace: false }),
  });
  expect(confirmed.status).toBe(200);
};

/** The screen behind this page is given its place, and fills the display with it as it did with its code. */
const seated = async (page: Page, place: Place, confirm: (userCode: string | null) => Promise<void>) => {
  await confirm(await page.locator('.pairing-letters').textContent());
  const screen = new RoomScreen(page);
  await screen.isUp();
  await screen.seesItself(place.number);
  await filled(page, true);
  expect(new URL(page.url()).searchParams.get('seat')).not.toBeNull();
  return screen;
};

/** A browser as it is bought: no sound before somebody has touched the page. */
const AS_BOUGHT = {
  ...CHROMIUM,
  args: CHROMIUM.args.map((each) => each.replace(/^(--autoplay-policy)=.*/, '$1=document-user-activation-required')),
};

/** Counts how often the page asks the display to stay on; what the browser says to it is its own matter. */
const COUNTS_LOCKS = `
  window.locks = 0;
  if ('wakeLock' in navigator) {
    const ask = WakeLock.prototype.request;
    WakeLock.prototype.request = function (kind) { window.locks += 1; return ask.call(this, kind); };
  }`;
/** What the tests ask of a page counts as a touch of it; this does not. */
const untouched = async (page: Page, expression: string): Promise<unknown> => {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression, userGesture: false });
  await session.detach();
  return result.value;
};
const WAS_TOUCHED = 'navigator.userActivation.hasBeenActive';
const locksOf = (page: Page): Promise<number> => page.evaluate('window.locks');

/** As a browser does whose window is covered, or seen again. */
const turnTo = (page: Page, state: DocumentVisibilityState): Promise<void> =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

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

    const screen = await seated(page, place, (code) => confirmBy(clerk, conference.origin, code));

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

test(
  'S22: in a browser as it is bought one key at the code lets the sound through, and after a power cut one touch; the display is asked to stay on',
  BESIDE,
  async ({ house, open, join, playwright }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 1 });
    const { hall } = conference;
    const place = conference.site(1);
    const clerk = await conference.clerk(place);
    const moderator = await join(await conference.seat('moderator'));
    await open(await conference.room(hall));
    await moderator.must({ type: 'conference.open' });
    const browser = await playwright.chromium.launch(AS_BOUGHT);
    const page = await open({ role: 'room', place, path: '/room' }, { browser, script: COUNTS_LOCKS });
    const words = () => untouched(page, 'document.querySelector(".pairing-letters") && document.body.innerText');
    await expect.poll(words).toContain('Toàn màn hình');
    expect(await untouched(page, WAS_TOUCHED)).toBe(false);
    await page.keyboard.press('ArrowDown');
    await filled(page, true);

    const screen = await seated(page, place, (code) => confirmBy(clerk, conference.origin, code));
    // The same key has let the sound through, before there was any.
    await screen.hears(hall.number);
    // The display is asked to stay on; a browser forgets that when the page is covered, so it is asked again.
    expect(await locksOf(page)).toBe(1);
    await turnTo(page, 'hidden');
    expect(await locksOf(page)).toBe(1);
    await turnTo(page, 'visible');
    expect(await locksOf(page)).toBe(2);

    // After a power cut nobody has touched it: it says so, and the first touch does it.
    await page.close();
    const again = new RoomScreen(await page.context().newPage());
    await again.page.goto('/room');
    const isAsked = () => untouched(again.page, 'document.querySelector(".room-gesture") !== null');
    await expect.poll(isAsked).toBe(true);
    expect(await untouched(again.page, WAS_TOUCHED)).toBe(false);
    const touch = again.page.locator('.room-gesture');
    await touch.getByRole('button').click();
    await filled(again.page, true);
    await expect(touch).toHaveCount(0);
    await again.hears(hall.number);
    await browser.close();
  },
);
