// The record of a conference: what was done is told line by line, noted beside, corrected in sight, and outlives the end.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { AgendaItemId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { RecordPage } from '@diemcau/domain/minutes';
import { prepareConference, type SeatClient } from '@diemcau/testkit';
import { BESIDE, expect, test } from './journey.ts';
import { LONGEST_SITES, NAME, SPEAKERS } from './longest.ts';
import { lookAt } from './looking.ts';

const MISSPELT = { honorific: 'Bà', name: 'Trần Thị Bính', position: 'Chủ tịch Ủy ban MTTQ xã' };
const SPELT = { ...MISSPELT, name: 'Trần Thị Bình' };
const MONK = { honorific: 'Hòa thượng', name: 'Thích Minh Quang', position: 'Ủy viên' };

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
const lines = (page: Page) => page.locator('.mn-line');
const said = (page: Page) => page.locator('.mn-line:not(.quiet, .trouble) .mn-main').allTextContents();

test(
  'what was done is told line by line, with its notes, and outlives the end',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 2, name: 'Hội nghị sơ kết' });
    const desk = await join(await conference.seat('moderator'));
    const secretary = await conference.seat('secretary');
    const path = `/c/${conference.conferenceId}/record`;
    const page = await open(secretary, { path });
    await expect(page.getByText('Chưa có diễn biến')).toBeVisible();
    await lookAt(page, 'record-none');

    const itemId = AgendaItemId.parse(randomUUID());
    const place = { presenterId: null, parentId: null, before: null };
    await desk.must(
      { type: 'agenda.add', itemId, kind: 'report', seconds: 600, ...place },
      { title: 'Báo cáo sơ kết' },
    );
    await desk.must({ type: 'conference.open' });
    await desk.must({ type: 'agenda.begin', itemId, fromId: null });
    const [first, second] = [conference.site(1), conference.site(2)];
    const give = (siteId: string, speakerId: SpeakerId, speaker: typeof MONK) =>
      desk.must({ type: 'floor.grantSite', siteId: SiteId.parse(siteId), speakerId, kind: 'discussion' }, { speaker });
    const speakerId = SpeakerId.parse(randomUUID());
    const screen = await conference.room(first);
    const room = await open(screen);
    await expect(room.locator('.room')).toHaveAttribute('data-stage', 'up');
    await give(first.siteId, speakerId, MISSPELT);
    await desk.must({ type: 'floor.correctSpeaker', speakerId }, { speaker: SPELT });
    // Its line is lost while it speaks, and comes back.
    await room.context().close();
    await expect.poll(() => desk.live.floor.turn?.interruptedAt ?? null, { timeout: 30_000 }).not.toBeNull();
    await open(screen);
    await expect.poll(() => desk.live.programme.lost, { timeout: 30_000 }).not.toContain(first.siteId);
    await desk.must({ type: 'floor.resumeTurn', turnId: await turnOf(desk) });
    await end(desk);
    await give(second.siteId, SpeakerId.parse(randomUUID()), MONK);

    const quick = page.getByLabel('Ghi nhanh');
    await expect(lines(page).filter({ hasText: 'Thích Minh Quang' })).toBeVisible();
    await quick.fill('Đại biểu vỗ tay');
    await quick.press('Enter');
    await expect(lines(page).filter({ hasText: 'Ghi chú: Đại biểu vỗ tay' })).toBeVisible();
    await page.getByRole('button', { name: 'Kiến nghị', exact: true }).click();
    await quick.fill('Lập một đầu mối cho các đoàn');
    await quick.press('Enter');
    const recommendation = lines(page).filter({ hasText: 'đầu mối cho các đoàn' });
    await expect(recommendation).toContainText('Người nêu: Hòa thượng Thích Minh Quang');
    await recommendation.getByRole('button', { name: 'Sửa' }).click();
    await quick.fill('Lập hai đầu mối cho các đoàn');
    await quick.press('Enter');
    await expect(recommendation).toContainText('Kiến nghị: Lập hai đầu mối');
    await expect(recommendation).toContainText('Lập một đầu mối');
    await end(desk);
    await desk.must({ type: 'conference.close' });

    const called = 'Bà Trần Thị Bình, Chủ tịch Ủy ban MTTQ xã';
    await expect
      .poll(() => said(page))
      .toEqual([
        'Khai mạc hội nghị',
        'Báo cáo sơ kết',
        called,
        `Đính chính: Bà Trần Thị Bính, Chủ tịch Ủy ban MTTQ xã → ${called}`,
        'Hòa thượng Thích Minh Quang, Ủy viên',
        'Ghi chú: Đại biểu vỗ tay',
        'Kiến nghị: Lập hai đầu mối cho các đoàn',
        'Bế mạc hội nghị',
      ]);
    await expect(page.locator('.mn-line.trouble').filter({ hasText: first.name })).toContainText('có lại lúc');
    const speech = page.locator('.mn-line.speech').first();
    await expect(speech).toContainText(`Thảo luận · ${first.name} · kết thúc`);
    await expect(speech).toContainText(/Gián đoạn từ \d\d:\d\d:\d\d đến \d\d:\d\d:\d\d/);
    await lookAt(page, 'record-one');

    await page.getByRole('button', { name: 'Theo người' }).click();
    await expect(page.getByRole('row').filter({ hasText: called })).toContainText(first.name);
    await lookAt(page, 'record-people');
    await page.getByRole('button', { name: 'Theo nội dung' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'Báo cáo sơ kết' })).toContainText('10:00');
    await page.getByRole('button', { name: 'Đại biểu', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Điểm cầu chưa trả lời điểm danh' })).toBeVisible();
    await lookAt(page, 'record-delegates');
    for (const kind of ['xlsx', 'pdf']) {
      const file = await page.request.get(`/api/v1/seats/${secretary.seatId}/record.${kind}`);
      expect([kind, file.status(), (await file.body()).length > 5000]).toEqual([kind, 200, true]);
    }
  },
);

test('thousands of entries with the longest names are one list that scrolls', BESIDE, async ({ house, open, join }) => {
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
