// Every screen by axe: no violation, in Vietnamese; and the moderator's desk by the keyboard alone.
import type { Page } from '@playwright/test';
import { prepareConference } from '@diemcau/testkit';
import { ask, call } from './floor.ts';
import { BESIDE, expect, test } from './journey.ts';
import { lookAt, violations } from './looking.ts';
import { Plan } from './plan.ts';

test('the screens of an open conference have no violation', BESIDE, async ({ house, open, join }) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 2 });
  const site = conference.site(1);
  await (await join(await conference.seat('moderator'))).must({ type: 'conference.open' });
  const seats = [
    await conference.seat('moderator'),
    await conference.seat('chair'),
    await conference.seat('operator'),
    await conference.seat('secretary'),
    await conference.clerk(site),
    await conference.room(site),
  ];
  for (const seat of seats) {
    const page = await open(seat);
    await expect(page.getByText('Không trao đổi nội dung bí mật nhà nước').first()).toBeVisible();
    expect({ role: seat.role, violations: await violations(page) }).toEqual({ role: seat.role, violations: [] });
    await page.close();
  }
});

test('the pages before a conference have no violation', BESIDE, async ({ house, page }) => {
  const origin = house.servers[0]?.origin ?? '';
  for (const path of ['/sign-in', '/room', '/l#x', '/trang-thai']) {
    await page.goto(`${origin}${path}`);
    await expect(page.locator('main, [role=main]').first()).toBeVisible();
    expect({ path, violations: await violations(page) }).toEqual({ path, violations: [] });
  }
});

const CONTROLS = 'button, select, input, textarea, a[href], summary, [tabindex]';

/** Names of what can be pressed or filled in, was not marked as reached, and stands in no row of a grid. */
const unreached = (page: Page) =>
  page.evaluate(
    (controls) =>
      [...document.querySelectorAll<HTMLElement>(controls)]
        .filter((each) => each.checkVisibility() && !each.matches(':disabled') && !each.closest('[role=row]'))
        .filter((each) => !(each.matches('[tabindex="-1"]') && !each.matches('button, select, input, textarea, a')))
        .filter((each) => each.dataset['reached'] === undefined)
        .map((each) => each.getAttribute('aria-label') ?? each.textContent ?? each.tagName),
    CONTROLS,
  );

/** Walks through the page by Tab and marks where it stops; ends where it came in. */
const walk = async (page: Page): Promise<number> => {
  for (let stops = 0; ; stops += 1) {
    await page.keyboard.press('Tab');
    const isNew = await page.evaluate(() => {
      const active = document.activeElement;
      if (!(active instanceof HTMLElement) || active === document.body || active.dataset['reached']) return false;
      active.dataset['reached'] = 'yes';
      return true;
    });
    if (!isNew) return stops;
  }
};

test('every act of the moderator is reached by the keyboard', BESIDE, async ({ house, open, join }) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 2 });
  const [first, second] = [conference.site(1), conference.site(2)];
  const other = await join(await conference.seat('moderator'));
  const plan = new Plan(other);
  for (const title of ['Khai mạc', 'Thảo luận']) await plan.row({ kind: 'words' }, await plan.item(title, 5));
  await other.must({ type: 'conference.open' });
  await call(other, other, first, 'Nông Thị Thu');
  for (const name of ['Lò Thị Mai', 'Y Thông', 'Sùng A Páo']) await ask(other, second, name);
  const page = await open(await conference.seat('moderator'));
  await expect(page.getByText('3 đang chờ')).toBeVisible();

  expect(await walk(page)).toBeGreaterThan(15);
  expect(await unreached(page)).toEqual([]);

  // In a grid the arrows choose the row, and Tab goes on to the acts of that row.
  for (const [grid, rows] of [
    ['.rs-sheet', 2],
    ['.fl-queue', 3],
  ] as const) {
    await page.locator(grid).focus();
    await page.keyboard.press('Home');
    for (let row = 0; row < rows; row += 1) {
      if (row > 0) await page.keyboard.press('ArrowDown');
      const menu = page.locator(`${grid} [aria-selected=true] [aria-haspopup=menu]`);
      await page.keyboard.press('Tab');
      await expect(menu).toBeFocused();
      await page.keyboard.press('Enter');
      const acts = page.getByRole('menuitem');
      await expect(acts.first()).toBeVisible();
      const names = await acts.allTextContents();
      const reached = new Set<string>();
      for (const _ of names) {
        await page.keyboard.press('ArrowDown');
        reached.add((await page.locator('[role=menuitem]:focus').textContent()) ?? '');
      }
      expect([...reached].toSorted()).toEqual(names.toSorted());
      await page.keyboard.press('Escape');
      await expect(acts).toHaveCount(0);
      await page.locator(grid).focus();
    }
  }
});

const LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 360, height: 780 };

/** As many rows as a run sheet of two days has. */
const PARTS = 10;
const ROWS_A_PART = 30;
const MANY_ROWS = PARTS * ROWS_A_PART;

test(
  'a run sheet of three hundred rows is a list of those in view, by keys as by the wheel',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 1 });
    const client = await join(await conference.seat('moderator'));
    // Written by several: one page may not send so much at once.
    for (let part = 1; part <= PARTS; part += 1) {
      const plan = new Plan(await join(await conference.seat('moderator')));
      const item = await plan.item(`Phần ${part}`, 60);
      for (let row = 0; row < ROWS_A_PART; row += 1) await plan.row({ kind: 'words' }, item);
    }
    await client.must({ type: 'conference.open' });
    const page = await open(await conference.seat('moderator'));
    const sheet = page.locator('.rs-sheet');
    const rows = sheet.locator('.rs-row');
    const placeOf = (row: typeof rows) => row.locator('.rs-grip .num');
    await expect(rows.first()).toBeVisible();
    expect(await rows.count()).toBeLessThan(60);
    await expect(sheet).toHaveAttribute('aria-rowcount', String(MANY_ROWS + PARTS));

    // The last row by one key: in view, named to who hears the page, its heading above it; and its menu by Tab.
    const selected = sheet.locator('[aria-selected=true]');
    await sheet.focus();
    await page.keyboard.press('End');
    await expect(placeOf(selected)).toHaveText('300');
    await expect(selected).toBeInViewport();
    await expect(selected).toHaveAttribute('aria-rowindex', String(MANY_ROWS + PARTS));
    await expect(sheet).toHaveAttribute('aria-activedescendant', (await selected.getAttribute('id')) ?? 'none');
    await expect(sheet.locator('.rs-heading.stuck')).toContainText('Phần 10');
    await expect(sheet.locator('.rs-heading.stuck')).toBeInViewport();

    // The wheel goes away from it: it stays where Tab and the voice of the page find it.
    await sheet.hover();
    await page.mouse.wheel(0, -5000);
    await expect(selected).not.toBeInViewport();
    await page.keyboard.press('Tab');
    await expect(selected.locator('[aria-haspopup=menu]')).toBeFocused();
    await expect(selected).toBeInViewport();
    await sheet.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(placeOf(selected)).toHaveText('298');

    // What is done comes into view by itself, and what is next with it.
    const { rowId } = client.live.runSheet.rows[149]!;
    await client.must({ type: 'runSheet.next', rowId, fromRowId: null, endTurnId: null });
    await expect(placeOf(sheet.locator('.rs-row.now'))).toHaveText('150');
    await expect(sheet.locator('.rs-row.now')).toBeInViewport();
    await expect(sheet.locator('.rs-row.next')).toBeInViewport();
    await lookAt(page, 'moderator-sheet', [LAPTOP]);
    await sheet.locator('.rs-row.next [aria-haspopup=menu]').click();
    await page.getByRole('menuitem', { name: 'Sửa dòng' }).click();
    await lookAt(page, 'moderator-row', [LAPTOP, PHONE]);
  },
);
