// The record of a conference, with thousands of entries and the longest names.
import { randomUUID } from 'node:crypto';
import { SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { RecordPage } from '@diemcau/domain/minutes';
import { prepareConference, type SeatClient } from '@diemcau/testkit';
import { expect, test } from './journey.ts';
import { LONGEST_SITES, NAME, SPEAKERS } from './longest.ts';
import { lookAt } from './looking.ts';

const turnOf = async (desk: SeatClient) => {
  await expect.poll(() => desk.live.floor.turn?.turnId ?? null).not.toBeNull();
  const { turn } = desk.live.floor;
  if (!turn) throw new Error('nobody speaks');
  return turn.turnId;
};
const end = async (desk: SeatClient) => {
  await desk.must({ type: 'floor.end', turnId: await turnOf(desk) });
  await expect.poll(() => desk.live.floor.turn).toBeNull();
};

test('thousands of entries with the longest names are one list that scrolls', async ({ house, open, join }) => {
  const conference = await prepareConference(house.servers[0]!, { sites: LONGEST_SITES, name: NAME });
  const desk = await join(await conference.seat('moderator'));
  await desk.must({ type: 'conference.open' });
  for (const [n, { subject: _, ...speaker }] of SPEAKERS.entries()) {
    const siteId = SiteId.parse(conference.site((n % LONGEST_SITES.length) + 1).siteId);
    const speakerId = SpeakerId.parse(randomUUID());
    await desk.must({ type: 'floor.grantSite', siteId, speakerId, kind: 'pointOfOrder' }, { speaker });
    await end(desk);
  }
  const secretary = await conference.seat('secretary');
  const path = `/c/${conference.conferenceId}/record`;
  const page = await open(secretary, { path: '/trang-thai' });
  // The same few, told again and again.
  await page.route(/\/record\?after=0$/, async (route) => {
    const response = await route.fetch();
    const one = RecordPage.parse(await response.json());
    const last = one.next;
    const items = Array.from({ length: 250 }, (__, n) =>
      one.items.map((entry) => ({ ...entry, seq: entry.seq + n * last, at: entry.at + n * 1000 })),
    ).flat();
    await route.fulfill({ response, json: { ...one, items } });
  });
  await page.goto(path);
  const list = page.getByRole('group', { name: 'Diễn biến hội nghị' });
  await expect(list.getByRole('listitem').last()).toHaveAttribute('aria-setsize', /^[3-9]\d\d\d$/);
  expect(await list.getByRole('listitem').count()).toBeLessThan(80);
  // It follows the newest until one scrolls up.
  await expect(list.getByRole('listitem').last()).toBeInViewport();
  await list.hover();
  await page.mouse.wheel(0, -3000);
  await expect(page.getByRole('button', { name: 'Về dòng mới nhất' })).toBeVisible();
  await lookAt(page, 'record-many');
});
