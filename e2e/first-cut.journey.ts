// What a newcomer does: one command, the demo's page, and a conference that is cut by hand. All by clicks.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import { freePort } from '@diemcau/testkit';
import { heardBy, sensesScript } from '@diemcau/testkit/browser';

const COMMAND = fileURLToPath(new URL('../script/server', import.meta.url));
const READY_WITHIN_MS = 60_000;
const PROGRAMME = '.media-programme video.front';

type Demo = { readonly origin: string };

/** `script/server --demo` on fresh data and a free port; it must end in good order within ten seconds. */
const test = base.extend<{ demo: Demo }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are wanted from it
  demo: async ({}, use, info) => {
    const folder = await mkdtemp(join(tmpdir(), 'diemcau-demo-'));
    const port = await freePort();
    const child = spawn(COMMAND, ['--demo', '--port', String(port), '--data', folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: string[] = [];
    const exit = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => lines.push(bytes.toString()));
    const origin = `http://127.0.0.1:${port}`;
    try {
      await expect.poll(() => lines.join(''), { timeout: READY_WITHIN_MS }).toContain(`is ready: ${origin}`);
      await use({ origin });
      if (info.status !== info.expectedStatus)
        await info.attach('server.log', { body: lines.join(''), contentType: 'text/plain' });
    } finally {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
      await exit;
      clearTimeout(late);
    }
    expect(child.exitCode, lines.join('')).toBe(0);
    await rm(folder, { recursive: true, force: true });
  },
});

/** Opens a seat as the start page does: in a tab of its own. */
const openTab = async (start: Page, place: string, seat: string | RegExp): Promise<Page> => {
  const group =
    place === ''
      ? start.locator('body')
      : start.locator('.demo-site', { has: start.getByRole('heading', { name: place, exact: true }) });
  const [tab] = await Promise.all([
    start.context().waitForEvent('page'),
    group.getByRole('button', { name: seat }).first().click(),
  ]);
  await tab.waitForURL(/seat=/);
  return tab;
};

const shownIn = (page: Page): Promise<string | null> =>
  page.locator('.media-programme').first().getAttribute('data-shown');
const movesIn = (page: Page): Promise<boolean> =>
  page
    .locator(PROGRAMME)
    .first()
    .evaluate(
      (video) => video instanceof HTMLVideoElement && video.videoWidth > 0 && !video.paused && video.readyState >= 2,
    );

/** Its people are invented, and each screen says so. */
const saysDemo = (page: Page): Promise<void> =>
  expect(page.locator('.ui-tag', { hasText: 'Bản dùng thử' }).first(), page.url()).toBeVisible();

test.setTimeout(180_000);

test('from one command to the first cut', async ({ demo, browser, context, page: start }) => {
  await context.addInitScript({ content: sensesScript(null) });
  await start.goto(`${demo.origin}/demo`);
  await expect(start.getByRole('heading', { name: 'Hội nghị dùng thử' })).toBeVisible();
  // The first visit adds six simulated sites by itself.
  await expect(start.getByRole('status', { name: '6 điểm cầu mô phỏng' })).toBeVisible({ timeout: 30_000 });

  const chair = await openTab(start, '', /Chủ trì/);
  const moderator = await openTab(start, '', /Người điều hành/);
  const operator = await openTab(start, '', /Đạo diễn hình/);
  // A room that no simulated site plays: the third site, which only watches.
  const third = await openTab(start, 'Tỉnh Cao Bằng', /Màn hình/);
  // Whoever comes to any of them, by whatever way, sees that it is a demonstration.
  for (const tab of [start, chair, moderator, operator, third]) await saysDemo(tab);
  const stranger = await browser.newPage();
  for (const path of [
    '/l#x',
    '/xem#x',
    '/room',
    '/sign-in',
    '/first',
    '/man-hinh#BCDFGHJK',
    '/diem-danh#x',
    '/khong-co',
  ]) {
    await stranger.goto(demo.origin + path);
    await saysDemo(stranger);
  }
  await stranger.close();
  await moderator.getByRole('button', { name: 'Khai mạc', exact: true }).click();
  await moderator.getByRole('dialog').getByRole('button', { name: 'Khai mạc hội nghị' }).click();
  await expect(third.locator('.room')).toHaveAttribute('data-phase', 'open');
  const hallId = await third.locator('.room').getAttribute('data-on-air-site');
  await expect.poll(() => shownIn(third)).toBe(hallId);

  // The first of the queue is given the floor, by the key that the page names.
  await expect(moderator.getByRole('row').first()).toBeVisible();
  await moderator.bringToFront();
  await moderator.keyboard.press('Space');
  await expect.poll(() => third.locator('.room').getAttribute('data-on-air-site')).not.toBe(hallId);
  const speakerId = await third.locator('.room').getAttribute('data-on-air-site');
  await expect.poll(() => shownIn(third)).toBe(speakerId);
  await expect.poll(() => movesIn(third)).toBe(true);
  // Tone 1 is that of Thái Nguyên, the first site that asked.
  await expect.poll(() => heardBy(third)).toEqual([1]);
  await expect(chair.locator('.chair-speaking')).toContainText('Nguyễn Văn Bình');

  // The operator previews another site with a press, and cuts to it by key: the picture goes, the voice stays.
  const tile = operator.locator('.pg-tile', { hasText: 'Xã Ba Bể' });
  const cutTo = await tile.getAttribute('data-site');
  await tile.click();
  await expect(tile).toHaveAttribute('aria-pressed', 'true');
  await operator.keyboard.press('Enter');
  await expect.poll(() => shownIn(third)).toBe(cutTo);
  await expect.poll(() => movesIn(third)).toBe(true);
  await expect.poll(() => heardBy(third)).toEqual([1]);
});
