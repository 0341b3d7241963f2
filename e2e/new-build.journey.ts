// A page of before, whose parts are gone from the server: it was built anew while the page was open.
import type { Page } from '@playwright/test';
import { expect, test, type NewScreen } from './journey.ts';

const screen: NewScreen = { role: 'room', place: { number: 1 }, path: '/room' };
/** What a screen without a seat loads after its page. */
const PART = /\/assets\/Unseated-[^/]+\.js$/;

/** Answers as the server does for what it lacks, for so many requests; counts them and the pages that were loaded. */
const lose = async (page: Page, times: number) => {
  const seen = { asked: 0, loads: 0 };
  page.on('load', () => (seen.loads += 1));
  await page.route(PART, (route) => {
    seen.asked += 1;
    return seen.asked > times ? route.continue() : route.fulfill({ status: 404, body: '{}' });
  });
  return seen;
};

test('W15: a screen that cannot load a part of itself opens itself again and goes on', async ({ open }) => {
  const page = await open(screen, { path: '/trang-thai' });
  const seen = await lose(page, 1);
  await page.goto('/room');
  await expect(page.getByRole('img', { name: /Mã/ })).toBeVisible();
  expect(seen).toEqual({ asked: 2, loads: 2 });
});

test('W15: a part that stays away makes it open itself once, and then it says what is wrong', async ({ open }) => {
  const page = await open(screen, { path: '/trang-thai' });
  const seen = await lose(page, Infinity);
  await page.goto('/room');
  await expect(page.getByText('Trang gặp lỗi ngoài dự kiến')).toBeVisible();
  await expect(page.getByText(/Trang tự tải lại sau \d+ giây/)).toBeVisible();
  expect(seen).toEqual({ asked: 2, loads: 2 });
});
