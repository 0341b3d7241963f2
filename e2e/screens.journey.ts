// Every screen at three sizes, in its states: with nothing, with one, with the whole country, and with the longest names.
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import {
  clipFile,
  demoSeats,
  makeAdministrator,
  prepareConference,
  SeatClient,
  startHouse,
  type Place,
  type SeatKey,
  type TestServer,
} from '@diemcau/testkit';
import { sensesScript } from '@diemcau/testkit/browser';
import { BESIDE, expect, test } from './journey.ts';
import { LONGEST_SITES, NAME, SPEAKERS } from './longest.ts';
import { lookAt } from './looking.ts';
import { Plan } from './plan.ts';

const SECRECY = 'Không trao đổi nội dung bí mật nhà nước';
/** Of one page of the list of conferences, and one more. */
const MANY_CONFERENCES = 51;

const hold = async (page: Page, origin: string, cookies: string): Promise<void> => {
  const pairs = cookies.split('; ').map((pair) => pair.split('=', 2));
  await page.context().addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: origin })));
};

/** One of the speakers asks for the floor at this place. */
const ask = async (desk: SeatClient, place: { readonly siteId: string }, i = 0): Promise<RequestId> => {
  const { subject, ...speaker } = SPEAKERS[i % SPEAKERS.length]!;
  const requestId = RequestId.parse(randomUUID());
  const siteId = SiteId.parse(place.siteId);
  const speakerId = SpeakerId.parse(randomUUID());
  await desk.must({ type: 'floor.request', requestId, siteId, speakerId, kind: 'discussion' }, { speaker, subject });
  return requestId;
};

/** An agenda and a run sheet with the longest titles and names, all spoken from this place. */
const planLongest = async (desk: SeatClient, place: Place): Promise<void> => {
  const plan = new Plan(desk);
  for (const { subject, ...speaker } of SPEAKERS) {
    const itemId = await plan.item(subject, 20);
    await plan.speech('paper', place, itemId, speaker);
  }
};

/** Ends what is spoken now and gives the floor to this request. */
const callNext = async (desk: SeatClient, requestId: RequestId, limitSeconds: number | null = 300): Promise<void> => {
  const endTurnId = desk.live.floor.turn?.turnId ?? null;
  await desk.must({ type: 'floor.next', endTurnId, requestId, limitSeconds });
};

/** Where the cells of the first row stand beside the heads of their columns, in px. */
const driftOfColumns = (page: Page): Promise<readonly number[]> =>
  page.getByRole('table').evaluate((table) => {
    const left = (cell: Element) => cell.getBoundingClientRect().left;
    const heads = [...table.querySelectorAll('[role=columnheader]')].map(left);
    const cells = [...(table.querySelector('[role=row]:has([role=cell])')?.children ?? [])].map(left);
    return heads.map((head, i) => Math.abs(head - (cells[i] ?? Number.NaN)));
  });

test('before anybody has an account', BESIDE, async ({ house, page }) => {
  const { origin, adminLink } = house.servers[0]!;
  const { pathname, hash } = new URL(adminLink ?? '');
  const pages = {
    first: `${pathname}${hash}`,
    'first-cut-short': '/first',
    'sign-in': '/sign-in',
    redeem: '/l#AAAAAAAAAAAAAAAAAAAAAA',
    health: '/trang-thai',
    confirm: '/man-hinh#BCDF-GHJK',
    'room-code': '/room',
    'check-in-cut-short': '/diem-danh',
    nowhere: '/nowhere',
  };
  for (const [name, path] of Object.entries(pages)) {
    // A hash alone would not load the page anew.
    await page.goto('about:blank');
    await page.goto(`${origin}${path}`);
    await expect(page.locator('main, [role=main]').first()).toBeVisible();
    await expect(page.getByRole('heading').first()).toBeVisible();
    await lookAt(page, name);
  }
  await page.goto('about:blank');
  await page.goto(`${origin}${pages.redeem}`);
  await page.getByRole('button', { name: 'Vào hội nghị' }).click();
  await expect(page.getByRole('heading', { name: 'Đường dẫn không đúng' })).toBeVisible();
  await lookAt(page, 'redeem-refused');
});

test('the office with nothing, and with one', BESIDE, async ({ house, page }) => {
  const server = house.servers[0]!;
  const cookie = await makeAdministrator(server);
  await hold(page, server.origin, cookie);
  await page.goto(`${server.origin}/`);
  await expect(page.getByText('Chưa có hội nghị nào')).toBeVisible();
  await lookAt(page, 'home-none');
  await page.goto(`${server.origin}/c/new`);
  await expect(page.getByRole('checkbox', { name: 'Thành phố Hà Nội' })).toBeVisible();
  await lookAt(page, 'create-none');

  const none = await prepareConference(server, { sites: 0, name: NAME }, cookie);
  await page.goto(`${server.origin}/`);
  await expect(page.getByRole('link', { name: NAME })).toBeVisible();
  await lookAt(page, 'home-one');
  await page.goto(`${server.origin}/c/${none.conferenceId}/prepare`);
  await expect(page.getByText('Chưa mời điểm cầu nào')).toBeVisible();
  await lookAt(page, 'prepare-none');
  await page.goto(`${server.origin}/c/${none.conferenceId}/agenda`);
  await expect(page.getByText('Chưa có mục nào').first()).toBeVisible();
  await lookAt(page, 'agenda-none');
  const one = await prepareConference(server, { sites: LONGEST_SITES.slice(0, 1), name: NAME }, cookie);
  await one.seat('chair');
  await one.clerk(one.site(1));
  await page.goto(`${server.origin}/c/${one.conferenceId}/prepare`);
  await expect(page.getByText('Văn Miếu - Quốc Tử Giám').first()).toBeVisible();
  await expect(page.getByText('Đã vào').first()).toBeVisible();
  await lookAt(page, 'prepare-one');
  const moderator = await SeatClient.open(server.origin, await one.seat('moderator'));
  await planLongest(moderator, one.site(1));
  moderator.close();
  await page.goto(`${server.origin}/c/${one.conferenceId}/agenda`);
  await expect(page.getByText('Nguyễn Hoàng Thị Phương Thảo').first()).toBeVisible();
  await lookAt(page, 'agenda-many');
});

test('the office with the whole country', BESIDE, async ({ house, page }) => {
  const server = house.servers[0]!;
  const cookie = await makeAdministrator(server);
  await hold(page, server.origin, cookie);
  for (let i = 1; i < MANY_CONFERENCES; i += 1)
    await prepareConference(server, { sites: 0, name: `${i}. ${NAME}` }, cookie);
  const country = await prepareConference(server, { sites: LONGEST_SITES, everySite: true, name: NAME }, cookie);
  await page.goto(`${server.origin}/`);
  await expect(page.getByText(`${MANY_CONFERENCES}`, { exact: true })).toBeVisible();
  await lookAt(page, 'home-many');
  await page.goto(`${server.origin}/c/${country.conferenceId}/prepare`);
  await expect(page.getByText('Đang xem 3.356 trong 3.356')).toBeVisible();
  await lookAt(page, 'prepare-many');
  expect(await driftOfColumns(page)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  await expect(page.getByRole('search', { name: 'Tìm điểm cầu theo tên, tỉnh hoặc mã' })).toBeVisible();

  await page.goto(`${server.origin}/c/new`);
  await page.getByLabel('Tên hội nghị').fill(NAME);
  await page.getByLabel('Giới hạn số điểm cầu').fill('4000');
  await page.getByRole('checkbox', { name: 'Cơ quan Trung ương' }).click();
  await expect(page.getByText('Mời 3.356 điểm cầu')).toBeVisible();
  await lookAt(page, 'create-many');
});

test('the live screens', BESIDE, async ({ house, open, join }) => {
  test.setTimeout(300_000);
  const conference = await prepareConference(house.servers[0]!, {
    sites: [...LONGEST_SITES, '19', '01906'],
    everySite: true,
    name: NAME,
  });
  const own = conference.site(1);
  const desk = await join(await conference.seat('moderator'));
  const second = await join(await conference.seat('moderator'));
  const desks = {
    moderator: await conference.seat('moderator'),
    operator: await conference.seat('operator'),
    chair: await conference.seat('chair'),
  };
  /** A desk is open only while it is looked at: two cores carry no more pictures. */
  const lookAtDesk = async (role: keyof typeof desks, name: string, begin: (page: Page) => Promise<void>) => {
    const page = await open(desks[role]);
    await expect(page.getByText(SECRECY).first()).toBeVisible();
    await begin(page);
    await lookAt(page, `${role}-${name}`);
    await page.context().close();
  };
  const clerk = await open(await conference.clerk(own));
  await expect(clerk.getByLabel('Mã trên màn hình điểm cầu')).toBeVisible();
  await lookAt(clerk, 'clerk-no-screen');
  const screen = await open(await conference.room(own), { clip: await clipFile('01906') });
  await expect(screen.locator('.room')).toHaveAttribute('data-stage', 'up');
  const watched = screen.locator('.room-own-note');
  desk.send({ type: 'watch', siteIds: [SiteId.parse(own.siteId)] });
  await expect(watched).toContainText('Trung tâm đang kiểm tra kỹ thuật');
  await lookAt(screen, 'room-before');

  await desk.must({ type: 'conference.open' });
  const hall = await open(await conference.room(conference.hall), { clip: await clipFile(null) });
  await expect(hall.locator('.room-own')).toHaveAttribute('data-microphone', 'open');
  await expect(watched).toHaveText('Trung tâm có thể đang xem hình của điểm cầu. Micro đang tắt.');
  await lookAtDesk('moderator', 'none', (page) => expect(page.getByText('Chưa có ai đăng ký phát biểu')).toBeVisible());
  await lookAtDesk('operator', 'none', async (page) => {
    await page.getByRole('button', { name: 'Xin phát biểu' }).click();
    await expect(page.getByText('Hãy đổi bộ lọc')).toBeVisible();
  });

  const first = await ask(desk, own);
  await expect(screen.locator('.room-own')).toHaveAttribute('data-tally', 'standby');
  await expect(clerk.getByRole('heading', { name: 'Điểm cầu chuẩn bị phát biểu' })).toBeVisible();
  await lookAtDesk('moderator', 'one', (page) => expect(page.getByText('1 đang chờ')).toBeVisible());
  await lookAt(clerk, 'clerk-one');
  await lookAt(screen, 'room-standby');

  await callNext(desk, first, null);
  await expect(screen.locator('.room-band')).toContainText('ĐANG LÊN HÌNH – micro đang mở. Kính mời đồng chí');
  for (const n of [2, 3, 4, 5, 1])
    for (let i = 0; i < 5; i += 1) await ask(i % 2 === 0 ? desk : second, conference.site(n), n + i);
  // Its own stand at the end of the queue, where nobody else is told of them.
  await expect(clerk.getByText('Hòa thượng Thích Thiện Nhơn Quảng Đức')).toBeVisible();
  await lookAtDesk('moderator', 'many', (page) => expect(page.getByText('25 đang chờ')).toBeVisible());
  await lookAtDesk('chair', 'many', (page) => expect(page.getByText('và 22 người khác')).toBeVisible());
  await lookAtDesk('operator', 'many', (page) => expect(page.getByText('1–24 trong 3.356')).toBeVisible());
  await lookAt(clerk, 'clerk-many');
  await lookAt(screen, 'room-on-air');
  await lookAt(hall, 'hall-while-another-speaks');

  await callNext(desk, await ask(second, conference.hall, 1));
  await expect(screen.locator('.ui-third')).toContainText('Hòa thượng Thích Thiện Nhơn Quảng Đức');
  await expect(screen.locator('.room-says')).toContainText('Phối hợp các tôn giáo trong công tác xã hội');
  await lookAt(screen, 'room-another-speaks');
  await desk.must({ type: 'conference.pause' });
  await expect(screen.locator('.room')).toHaveAttribute('data-phase', 'paused');
  await lookAt(screen, 'room-paused');
  const moderator = await open(desks.moderator);
  await expect(moderator.getByText('Hội nghị đang tạm dừng')).toBeVisible();
  await house.servers[0]!.kill('SIGKILL');
  await expect(screen.locator('.ui-veil-words')).toContainText('Mất kết nối với trung tâm, đang tự kết nối lại.');
  await lookAt(screen, 'room-lost');
  await lookAt(moderator, 'moderator-lost');
  await moderator.context().close();
  await house.restartServer(0);
  const later = await join(await conference.seat('moderator'));
  await later.must({ type: 'conference.close' });
  for (const page of [screen, clerk])
    await expect(page.getByRole('heading', { name: 'Hội nghị đã kết thúc' })).toBeVisible();
  await lookAt(screen, 'room-closed');
  await lookAt(clerk, 'clerk-closed');
  await lookAtDesk('chair', 'closed', (page) => expect(page.getByText('Trân trọng cảm ơn')).toBeVisible());
});

test('the live screens while the site on air is missing', BESIDE, async ({ house, open, join }) => {
  test.setTimeout(300_000);
  const conference = await prepareConference(house.servers[0]!, { sites: LONGEST_SITES, name: NAME });
  const speaking = conference.site(1);
  const desk = await join(await conference.seat('moderator'));
  await desk.must({ type: 'conference.open' });
  await callNext(desk, await ask(desk, speaking, 0));
  for (let i = 1; i < 6; i += 1) await ask(desk, conference.site(1 + (i % 3)), i);
  // Its picture is awaited, and so is the hall's: the title card stands in, with who has the floor.
  const screen = await open(await conference.room(conference.site(2)), { clip: await clipFile('01906') });
  await expect(screen.locator('.ui-third')).toContainText('Nguyễn Hoàng Thị Phương Thảo');
  await lookAt(screen, 'room-no-picture');
  for (const role of ['chair', 'secretary', 'operator', 'moderator'] as const) {
    const page = await open(await conference.seat(role));
    await desk.until(() => desk.live.floor.turn?.interruptedAt != null, 'the site to be missed', 60_000);
    await expect(page.getByText(SECRECY).first()).toBeVisible();
    await lookAt(page, `${role}-missing`);
    await page.context().close();
  }
  await lookAt(screen, 'room-missing');
  const moderator = await open(await conference.seat('moderator'));
  await expect(moderator.getByText(SECRECY).first()).toBeVisible();
  await house.servers[0]!.kill('SIGKILL');
  await expect(moderator.getByText('Mất kết nối với trung tâm').first()).toBeVisible();
  await lookAt(moderator, 'moderator-missing-lost');
});

/** Opens a seat of the demo; a room has the camera of this unit. */
const openDemo = async (
  browser: Browser,
  { origin }: TestServer,
  { seat, path, unitCode }: { seat: SeatKey; path: string; unitCode?: string },
): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
  if (unitCode !== undefined) await context.addInitScript({ content: sensesScript(1, await clipFile(unitCode)) });
  const page = await context.newPage();
  await hold(page, origin, seat.cookie);
  await page.goto(`${origin}${path}?seat=${seat.seatId}`);
  return page;
};

test('the demonstration, and the pictures of the product', BESIDE, async ({ browser, page }) => {
  const house = await startHouse({ demo: true });
  try {
    const server = house.servers[0]!;
    await page.goto(`${server.origin}/demo`);
    await expect(page.getByRole('status', { name: '6 điểm cầu mô phỏng' })).toBeVisible({ timeout: 30_000 });
    await lookAt(page, 'demo');
    const { conferenceId, sites, open } = await demoSeats(server.origin);
    const choRa = sites.find(({ name }) => name === 'Xã Chợ Rã')!;
    const roomSeat = await open('room', choRa.siteId);
    const room = await openDemo(browser, server, { seat: roomSeat, path: '/room', unitCode: '01912' });
    const path = `/c/${conferenceId}/moderator`;
    const moderatorSeat = await open('moderator');
    const desk = await SeatClient.open(server.origin, moderatorSeat);
    const moderator = await openDemo(browser, server, { seat: moderatorSeat, path });
    await desk.must({ type: 'conference.open' });
    await expect(room.locator('.room')).toHaveAttribute('data-stage', 'up');
    const [first, then] = desk.live.floor.queue;
    const ours = await ask(desk, choRa, 5);
    await desk.until(() => desk.live.floor.queue.some(({ requestId }) => requestId === ours), 'the own request');
    const { queueVersion } = desk.live.floor;
    await desk.must({ type: 'floor.move', requestId: ours, before: then!.requestId, queueVersion });
    await callNext(desk, first!.requestId);
    await expect(room.locator('.room-band')).toContainText('chuẩn bị phát biểu (lượt tiếp theo)');
    await expect(room.locator('.ui-third')).toContainText('Nguyễn Văn Bình');
    await expect(moderator.getByText('Thời gian còn lại')).toBeVisible();
    await expect(moderator.getByRole('row', { name: 'Y Thông' })).toBeVisible();
    await lookAt(room, 'picture-room', [{ width: 1600, height: 900 }]);
    await lookAt(moderator, 'picture-moderator', [{ width: 1600, height: 900 }]);
    desk.close();
  } finally {
    for (const context of browser.contexts()) await context.close();
    await house.stop();
  }
});
