// What everybody begins with: the conferences of an administrator, of a person with a seat, and of nobody.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Command } from '@diemcau/domain/live';
import { makeAdministrator, prepareConference, type OpenedSeat, type TestConference } from '@diemcau/testkit';
import { expect, test } from './journey.ts';
import { lookAt } from './looking.ts';
import { LONGEST_SITES, NAME } from './longest.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const hold = async (page: Page, origin: string, cookie: string): Promise<void> => {
  const [name = '', value = ''] = cookie.split('=', 2);
  await page.context().addCookies([{ name, value, url: origin }]);
};

const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);

/** As the administrator whose cookie the page holds. */
const command = async (page: Page, { origin, conferenceId }: TestConference, what: Command): Promise<void> => {
  const data = { id: randomUUID(), command: what };
  const answer = await page.request.post(`${origin}/api/v1/conferences/${conferenceId}/commands`, { data });
  expect(answer.status()).toBe(200);
};

test('an administrator sees what is today, coming and past, and what each lacks', async ({ house, page }) => {
  const server = house.servers[0]!;
  const cookie = await makeAdministrator(server);
  await hold(page, server.origin, cookie);
  const running = await prepareConference(server, { sites: 2, name: 'Giao ban tuần' }, cookie);
  await command(page, running, { type: 'conference.open' });
  await prepareConference(server, { sites: LONGEST_SITES, name: NAME, startsAt: inDays(3) }, cookie);
  await page.goto(`${server.origin}/`);
  const today = page.getByRole('region', { name: 'Hôm nay và đang họp' });
  const coming = page.getByRole('region', { name: 'Sắp tới' });
  await expect(today).toContainText('Giao ban tuần');
  await expect(today).toContainText('Đang họp');
  await expect(coming).toContainText('Còn 4 điểm cầu chưa có đường dẫn');
  await expect(coming).toContainText('chưa có kịch bản điều hành');
  await lookAt(page, 'home-sections');
  await page.getByRole('searchbox').fill('tong ket phong trao');
  await expect(today).toHaveCount(0);
  await expect(coming).toContainText(NAME);
  await page.getByRole('searchbox').fill('khong co');
  await expect(page.getByRole('heading', { name: 'Không có hội nghị nào khớp' })).toBeVisible();
  await lookAt(page, 'home-not-found');
});

test('who has seats sees their own conferences and opens their screens; who has none is told what to do', async ({
  house,
  open,
  page,
}) => {
  const server = house.servers[0]!;
  await page.goto(`${server.origin}/`);
  await expect(page.getByRole('heading', { name: 'Vào hội nghị' })).toBeVisible();
  await lookAt(page, 'home-nobody');

  const conference = await prepareConference(server, { sites: LONGEST_SITES, name: NAME });
  const home = (seat: OpenedSeat) => open(seat, { path: '/' });
  const clerk = await home(await conference.clerk(conference.site(1)));
  await expect(clerk.getByRole('heading', { name: NAME })).toBeVisible();
  await lookAt(clerk, 'home-clerk');
  await clerk.getByRole('link', { name: 'Mở trang phục vụ điểm cầu' }).click();
  await expect(clerk).toHaveURL(/\/clerk\?seat=/);

  const chair = await conference.seat('chair');
  const both = await home(chair);
  const [name = '', value = ''] = (await conference.seat('moderator')).cookie.split('=', 2);
  await both.context().addCookies([{ name, value, url: server.origin }]);
  await both.reload();
  await expect(both.getByRole('link', { name: 'Mở bàn điều hành' })).toBeVisible();
  await lookAt(both, 'home-two-seats');
  await both.getByRole('link', { name: 'Mở màn hình chủ trì' }).click();
  await expect(both).toHaveURL(/\/chair\?seat=/);
});
