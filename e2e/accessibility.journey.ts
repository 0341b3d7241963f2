// Every screen by axe: no violation, in Vietnamese.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { prepareConference } from '@diemcau/testkit';
import { expect, test } from './journey.ts';

const violations = async (page: Page): Promise<readonly string[]> => {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};

test('the screens of an open conference have no violation', async ({ house, open, join }) => {
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

test('the pages before a conference have no violation', async ({ house, page }) => {
  const origin = house.servers[0]?.origin ?? '';
  for (const path of ['/sign-in', '/room', '/l#x', '/trang-thai']) {
    await page.goto(`${origin}${path}`);
    await expect(page.locator('main, [role=main]').first()).toBeVisible();
    expect({ path, violations: await violations(page) }).toEqual({ path, violations: [] });
  }
});
