// Every screen once in English: nothing cut, nothing covered, no violation, and no Vietnamese but names.
import type { Browser, Page } from '@playwright/test';
import { clipFile, makeAdministrator, prepareConference, startHouse, type OpenedSeat } from '@diemcau/testkit';
import { ask, call } from './floor.ts';
import { BESIDE, expect, test } from './journey.ts';
import { lookAt } from './looking.ts';
import { Plan } from './plan.ts';

const LAPTOP = [{ width: 1366, height: 768 }];
const PHONE = [{ width: 360, height: 780 }];
const DISPLAY = [{ width: 1920, height: 1080 }];
const NAME = 'Midyear review of the Front';

/** Of the product, the language, the units and the people here. */
const NAMES = [
  'Điểm Cầu',
  'Tiếng Việt',
  'tỉnh Thái Nguyên',
  'xã Ba Bể',
  'Hội trường chính',
  'Trần Thị Hạnh',
  'Đồng chí',
  'Nông Thị Thu',
  'Lò Thị Mai',
  'Y Thông',
  'Chủ tịch Ủy ban MTTQ Việt Nam',
];

/** The choice that a person's device keeps, made before the page asks for it. */
const inEnglish = async (page: Page): Promise<Page> => {
  await page.evaluate(() => localStorage.setItem('diemcau.language', 'en'));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  return page;
};

/** Words of the page with Vietnamese letters in them: names of units and people alone may have some. */
const vietnamese = (page: Page, names: readonly string[]): Promise<readonly string[]> =>
  page.evaluate((known) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      // Forms of address are chosen from a list of Vietnamese ones.
      if (text.parentElement?.closest('select, script, style, noscript')) continue;
      const words = (text.textContent ?? '').normalize('NFC').toLowerCase();
      const rest = known.reduce((left, name) => left.replaceAll(name.toLowerCase(), ''), words);
      if (/[ăđơư\u1EA0-\u1EF9]/u.test(rest)) found.push(words);
    }
    return found;
  }, names);

const look = async (page: Page, name: string, sizes = LAPTOP): Promise<void> => {
  await lookAt(page, `en-${name}`, sizes);
  expect.soft(await vietnamese(page, NAMES), name).toEqual([]);
};

test('the office in English', BESIDE, async ({ house, page }) => {
  const server = house.servers[0]!;
  const { pathname, hash } = new URL(server.adminLink ?? '');
  for (const [name, path] of [
    ['first', `${pathname}${hash}`],
    ['redeem', '/l#AAAAAAAAAAAAAAAAAAAAAA'],
    ['health', '/trang-thai'],
    ['confirm', '/man-hinh#BCDF-GHJK'],
    ['room-code', '/room'],
    ['check-in-cut-short', '/diem-danh'],
    ['nowhere', '/nowhere'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`${server.origin}${path}`);
    await inEnglish(page);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await look(page, name);
  }
  const cookie = await makeAdministrator(server);
  await page.goto(`${server.origin}/sign-in`);
  await expect(page.getByRole('heading').first()).toBeVisible();
  await look(page, 'sign-in');

  const [name = '', value = ''] = cookie.split('=', 2);
  await page.context().addCookies([{ name, value, url: server.origin }]);
  const conference = await prepareConference(server, { sites: 2, name: NAME }, cookie);
  await conference.seat('chair');
  await conference.clerk(conference.site(1));
  for (const path of [
    '/',
    '/c/new',
    ...['prepare', 'agenda', 'record'].map((p) => `/c/${conference.conferenceId}/${p}`),
  ]) {
    await page.goto(`${server.origin}${path}`);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await lookAt(
      page,
      `en-office${path === '/' ? '-home' : path.replaceAll(/\/c\/[^/]*-[^/]*/g, '').replaceAll('/', '-')}`,
      LAPTOP,
    );
  }
});

test('the live screens in English', BESIDE, async ({ house, open, join }) => {
  test.setTimeout(240_000);
  const conference = await prepareConference(house.servers[0]!, { sites: 2, name: NAME });
  const [own, second] = [conference.site(1), conference.site(2)];
  const desk = await join(await conference.seat('moderator'));
  const begin = async (seat: OpenedSeat, clip: string | null = null) =>
    inEnglish(await open(seat, clip === null ? {} : { clip: await clipFile(clip) }));

  const clerk = await begin(await conference.clerk(own));
  await look(clerk, 'clerk-no-screen', PHONE);
  const screen = await begin(await conference.room(own), '01906');
  await expect(screen.locator('.room')).toHaveAttribute('data-stage', 'up');
  await look(screen, 'room-before', DISPLAY);

  const plan = new Plan(desk);
  for (const title of ['Opening', 'Discussion']) await plan.row({ kind: 'words' }, await plan.item(title, 5));
  await desk.must({ type: 'conference.open' });
  await look(clerk, 'clerk-open', PHONE);
  await ask(desk, own, 'Nông Thị Thu');
  await ask(desk, second, 'Lò Thị Mai');
  await look(clerk, 'clerk-standby', PHONE);
  await look(screen, 'room-standby', DISPLAY);
  await call(desk, desk, own, 'Y Thông');
  await desk.must({ type: 'attendance.openRollCall', closesAt: Date.now() + 600_000 });
  await expect(clerk.getByRole('button', { name: 'Report', exact: true }).first()).toBeVisible();
  await look(clerk, 'clerk-on-air', PHONE);
  await look(screen, 'room-on-air', DISPLAY);
  for (const role of ['moderator', 'chair', 'operator', 'secretary', 'technician'] as const) {
    const page = await begin(await conference.seat(role));
    await expect(page.getByText('State secrets').first()).toBeVisible();
    await look(page, role);
    await page.context().close();
  }
  const moderator = await begin(await conference.seat('moderator'));
  await desk.must({ type: 'conference.pause' });
  await look(moderator, 'moderator-paused');
  await look(screen, 'room-paused', DISPLAY);
  await desk.must({ type: 'conference.close' });
  await look(clerk, 'clerk-closed', PHONE);
  await look(screen, 'room-closed', DISPLAY);
  await look(moderator, 'moderator-closed');
});

test('the demonstration in English', BESIDE, async ({ browser }: { browser: Browser }) => {
  const house = await startHouse({ demo: true });
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    const { origin } = house.servers[0]!;
    await page.goto(`${origin}/demo`);
    await inEnglish(page);
    await expect(page.getByRole('status').first()).toBeVisible({ timeout: 30_000 });
    await lookAt(page, 'en-demo', LAPTOP);
  } finally {
    await context.close();
    await house.stop();
  }
});
