// A whole meeting conducted at the moderator's desk without a pointer.
import type { Page } from '@playwright/test';
import { prepareConference } from '@diemcau/testkit';
import { ask } from './floor.ts';
import { BESIDE, expect, test } from './journey.ts';

/** More stops of the Tab key than the desk has: what is not reached by then cannot be reached. */
const STOPS = 120;

/** What has the focus, as it is named to those who hear the page. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
  });

/** Walks by Tab until what has the focus begins with this name. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  const passed: string[] = [];
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.startsWith(name)) return;
    passed.push(now);
  }
  throw new Error(`Tab does not come to "${name}", only to: ${[...new Set(passed)].join(' | ')}`);
};

const pressAt = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};

/** Presses an act of the open menu. */
const choose = async (page: Page, act: string): Promise<void> => {
  await expect(page.getByRole('menu')).toBeVisible();
  const acts = await page.getByRole('menuitem').count();
  for (let step = 0; step < acts && !(await focused(page)).startsWith(act); step += 1)
    await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe(act);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
};

test(
  'the moderator opens, orders the queue, gives and ends the floor, pauses and closes by keys alone',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 3 });
    const [first, second, third] = [conference.site(1), conference.site(2), conference.site(3)];
    const client = await join(await conference.seat('moderator'));
    const page = await open(await conference.seat('moderator'));
    const queue = page.locator('.fl-queue').getByRole('row');
    const speaking = () => client.live.floor.turn;
    const named = { first: 'Nông Thị Thu', second: 'Lò Văn Piềng', third: 'Ma Đình Khoa' };

    // The window of an act that changes the whole conference begins at the way back.
    await expect(page.getByRole('button', { name: 'Khai mạc', exact: true })).toBeVisible();
    await pressAt(page, 'Khai mạc');
    await expect(page.getByRole('dialog')).toBeVisible();
    await pressAt(page, 'Khai mạc hội nghị');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => client.live.conference.status).toBe('open');

    for (const [place, name] of [
      [first, named.first],
      [second, named.second],
      [third, named.third],
    ] as const)
      await ask(await join(await conference.clerk(place)), place, name);
    await expect(queue).toHaveCount(3);

    // The third is taken to the head of the queue, step by step, and called from there.
    await page.keyboard.press('End');
    await expect(queue.nth(2)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(queue.nth(1)).toContainText(named.third);
    await page.keyboard.press('Alt+ArrowUp');
    await expect(queue.nth(0)).toContainText(named.third);
    await expect.poll(() => client.live.floor.queue[0]?.siteId).toBe(third.siteId);
    await tabTo(page, 'Đăng ký phát biểu');
    await page.keyboard.press('Enter');
    await expect.poll(() => speaking()?.siteId).toBe(third.siteId);

    // More time, a microphone shut and opened again, an end taken back.
    const before = speaking()?.limitSeconds ?? 0;
    await pressAt(page, '+2 phút');
    await expect.poll(() => speaking()?.limitSeconds).toBe(before + 120);
    await pressAt(page, 'Tắt micro tất cả');
    await expect.poll(() => client.live.floor.silenced).toContain(third.siteId);
    await pressAt(page, 'Mở lại micro');
    await expect.poll(() => client.live.floor.silenced).toEqual([]);
    const turnId = speaking()?.turnId;
    await page.keyboard.press('k');
    await expect.poll(speaking).toBeNull();
    await page.keyboard.press('z');
    await expect.poll(() => speaking()?.turnId).toBe(turnId);

    // Another is put first, by the menu of its row; it stands by first, and "Tiếp" calls it.
    await page.keyboard.press('End');
    await expect(queue.nth(1)).toHaveAttribute('aria-selected', 'true');
    await pressAt(page, `Thao tác với Đồng chí ${named.second}`);
    await choose(page, 'Đưa lên đầu');
    await expect.poll(() => client.live.floor.standby[0]?.siteId).toBe(second.siteId);
    await expect(page.locator('.ui-step')).toContainText(named.second);
    await page.keyboard.press('Space');
    await expect.poll(() => speaking()?.siteId).toBe(second.siteId);

    // A pause ends the turn; afterwards the last of the queue speaks, and the conference ends.
    await pressAt(page, 'Tạm dừng');
    await pressAt(page, 'Tạm dừng hội nghị');
    await expect.poll(() => client.live.conference.status).toBe('paused');
    expect(speaking()).toBeNull();
    await pressAt(page, 'Tiếp tục hội nghị');
    await expect.poll(() => client.live.conference.status).toBe('open');
    await expect(page.locator('.ui-step')).toContainText(named.first);
    await tabTo(page, 'Đăng ký phát biểu');
    await page.keyboard.press('Space');
    await expect.poll(() => speaking()?.siteId).toBe(first.siteId);
    await pressAt(page, 'Kết thúc');
    await expect(page.getByRole('dialog')).toBeVisible();
    await pressAt(page, 'Kết thúc hội nghị');
    await expect.poll(() => client.live.conference.status).toBe('closed');
  },
);
