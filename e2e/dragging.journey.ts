// The queue ordered by hand, with the pointer.
import { prepareConference } from '@diemcau/testkit';
import { ask } from './floor.ts';
import { BESIDE, expect, test } from './journey.ts';

test(
  'F5: the last of the queue is dragged to its head, and every desk sees it there',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 3 });
    const moderator = await join(await conference.seat('moderator'));
    const page = await open(await conference.seat('moderator'));
    const requests = [];
    for (const [place, name] of [
      [conference.site(1), 'Nông Thị Thu'],
      [conference.site(2), 'Lò Văn Piềng'],
      [conference.site(3), 'Ma Đình Khoa'],
    ] as const)
      requests.push(await ask(await join(await conference.clerk(place)), place, name));
    const rows = page.locator('.fl-queue').getByRole('row');
    await expect(rows).toHaveCount(3);
    const grip = (n: number) => rows.nth(n).locator('.fl-row-grip');
    const [from, to] = [await grip(2).boundingBox(), await grip(0).boundingBox()];
    if (!from || !to) throw new Error('a row without a place');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2, from.y - 10, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + 10, { steps: 8 });
    await expect(page.locator('.fl-row.carried')).toContainText('Ma Đình Khoa');
    await page.mouse.up();
    await expect(rows.nth(0)).toContainText('Ma Đình Khoa');
    await expect
      .poll(() => moderator.live.floor.queue.map(({ requestId }) => requestId))
      .toEqual([requests[2], requests[0], requests[1]]);
  },
);
