// A page of before, whose parts are gone from the server: it was built anew while the page was open.
import type { Page } from '@playwright/test';
import { prepareConference } from '@diemcau/testkit';
import { BESIDE, expect, type NewScreen, test } from './journey.ts';

const screen: NewScreen = { role: 'room', place: { number: 1 }, path: '/room' };
/** What a screen without a seat loads after its page. */
const PART = /\/assets\/Unseated-[^/]+\.js$/;

/** Answers as the server does for what it lacks, while the page is opened for so many times; counts its openings. */
const lose = async (page: Page, openings: number, part = PART) => {
  const seen = { openings: 0, lost: 0 };
  page.on('request', (request) => {
    if (request.isNavigationRequest()) seen.openings += 1;
  });
  await page.route(part, (route) => {
    if (seen.openings > openings) return route.continue();
    seen.lost += 1;
    return route.fulfill({ status: 404, body: '{}' });
  });
  return seen;
};

test('W15: a screen that cannot load a part of itself opens itself again and goes on', BESIDE, async ({ open }) => {
  const page = await open(screen, { path: '/trang-thai' });
  const seen = await lose(page, 1);
  await page.goto('/room');
  await expect(page.getByRole('img', { name: /^Mã màn hình/ })).toBeVisible();
  expect(seen.openings).toBe(2);
  expect(seen.lost).toBeGreaterThan(0);
});

test('W15: a screen whose very first part does not come opens itself again', BESIDE, async ({ open }) => {
  const page = await open(screen, { path: '/trang-thai' });
  const seen = await lose(page, 1, /\/assets\/room-place-[^/]+\.js$/);
  await page.goto('/room');
  await expect(page.getByRole('img', { name: /^Mã màn hình/ })).toBeVisible({ timeout: 30_000 });
  expect(seen.openings).toBe(2);
});

test(
  'W15: a part that stays away makes it open itself once, and then it says what is wrong',
  BESIDE,
  async ({ open }) => {
    const page = await open(screen, { path: '/trang-thai' });
    const seen = await lose(page, Infinity);
    await page.goto('/room');
    await expect(page.getByText('Trang gặp lỗi ngoài dự kiến')).toBeVisible();
    await expect(page.getByText(/Trang tự tải lại sau \d+ giây/)).toBeVisible();
    expect(seen.openings).toBe(2);
  },
);

test(
  'W15: a page that loses a part with its server keeps what it has, and opens itself again when it is back',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 1 });
    const seat = await conference.room(conference.site(1));
    const page = await open(seat, { path: '/trang-thai' });
    const openings: string[] = [];
    page.on('request', (request) => request.isNavigationRequest() && openings.push(request.url()));
    let asked = 0;
    let lost = 0;
    await page.route('/healthz', (route) => {
      asked += 1;
      return route.abort('connectionrefused');
    });
    // Drawn by every screen from the opening on.
    await page.route(/\/assets\/GridLayer-[^/]+\.js$/, (route) => {
      lost += 1;
      return route.abort('connectionreset');
    });
    await page.goto(seat.path);
    const title = page.locator('.media-title');
    await expect(title).toBeVisible();
    const desk = await join(await conference.seat('moderator'));
    await desk.must({ type: 'conference.open' });
    await expect.poll(() => asked).toBeGreaterThan(1);
    expect(lost).toBeGreaterThan(0);
    await expect(title).toBeVisible();
    expect(openings).toHaveLength(1);
    await page.unroute(/\/assets\/GridLayer-[^/]+\.js$/);
    await page.unroute('/healthz');
    await expect.poll(() => openings.length).toBe(2);
    await expect(title).toBeVisible();
  },
);
