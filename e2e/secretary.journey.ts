// The secretary asks all sites who is there, reminds, exports and closes; the other desks see the numbers.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { AgendaItemId, RequestId, RowId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { prepareConference, type Place, type SeatClient } from '@diemcau/testkit';
import readWorkbook from 'read-excel-file/node';
import { Clerks } from './attending.ts';
import { turnOf } from './floor.ts';
import { BESIDE, expect, test } from './journey.ts';
import { LONGEST_SITES, NAME, SPEAKERS } from './longest.ts';
import { lookAt } from './looking.ts';

const inMinutes = (minutes: number): number => Date.now() + minutes * 60_000;

/** The roll call that is open; the answer to a command may come before the events that it speaks of. */
const openRollCall = async (client: SeatClient) => {
  await client.until(() => client.live.attendance.rollCall?.status === 'open', 'a roll call');
  return client.live.attendance.rollCall!.rollCallId;
};

const panelOf = (page: Page) => page.getByRole('region', { name: 'Điểm danh' });
/** A number of the panel as it is seen: "3 / 5". */
const figure = (page: Page, label: string) =>
  panelOf(page).locator('.at-figures > div').filter({ hasText: label }).locator('dd .num');
const show = (page: Page, view: string) =>
  panelOf(page).locator('.at-views').getByRole('button', { name: view }).click();

/** One of the speakers with the longest names asks for the floor. */
const ask = async (desk: SeatClient, place: Place, i: number): Promise<RequestId> => {
  const { subject, ...speaker } = SPEAKERS[i % SPEAKERS.length]!;
  const requestId = RequestId.parse(randomUUID());
  const of = { siteId: SiteId.parse(place.siteId), speakerId: SpeakerId.parse(randomUUID()) };
  await desk.must({ type: 'floor.request', requestId, ...of, kind: 'discussion' }, { speaker, subject });
  return requestId;
};

/** An agenda of these items, of which the first has begun. */
const plan = async (desk: SeatClient, titles: readonly string[]): Promise<void> => {
  const itemIds = titles.map(() => AgendaItemId.parse(randomUUID()));
  for (const [i, itemId] of itemIds.entries())
    await desk.must(
      { type: 'agenda.add', itemId, kind: 'other', seconds: 1200, presenterId: null, parentId: null, before: null },
      { title: titles[i]! },
    );
  await desk.must({ type: 'agenda.begin', itemId: itemIds[0]!, fromId: null });
};

test(
  'N1, N9, N10: the secretary opens a roll call, reminds, exports it and closes it',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 4, name: 'Hội nghị sơ kết' });
    const clerks = new Clerks(conference);
    const [first, second] = [conference.site(1), conference.site(2)];
    const [third, silent] = [conference.site(3), conference.site(4)];
    for (const speaker of SPEAKERS.slice(0, 3)) await clerks.delegate(first, speaker);
    await clerks.contact(silent, 'Nông Thị Thu', '0912 345 678');
    const moderator = await join(await conference.seat('moderator'));
    const ofSilent = await join(await conference.clerk(silent));
    const ofFirst = await join(await conference.clerk(first));
    const desk = await open(await conference.seat('secretary'));
    const panel = panelOf(desk);

    await expect(panel.getByText('Chưa mở lần điểm danh nào')).toBeVisible();
    await panel.getByRole('button', { name: 'Mở điểm danh' }).click();
    const minutes = desk.getByLabel('Thời gian trả lời (phút)');
    await minutes.fill('0');
    await expect(desk.getByText('Hãy nhập số phút, từ 1 đến 240.')).toBeVisible();
    await minutes.fill('20');
    await minutes.press('Enter');
    await expect(panel.getByText(/^Hạn \d\d:\d\d · còn (18|19|20):/)).toBeVisible();
    const rollCallId = await openRollCall(moderator);
    await expect(figure(desk, 'Điểm cầu đã trả lời')).toHaveText('0 / 5');
    await expect(figure(desk, 'Đại biểu có mặt')).toHaveText('0 / 3');

    await show(desk, 'Chưa trả lời');
    const rows = panel.locator('.at-site');
    await expect(rows).toHaveCount(5);
    expect(await clerks.answer(first, rollCallId, 25)).toBe(204);
    expect(await clerks.answer(second, rollCallId, 18)).toBe(204);
    await expect(figure(desk, 'Điểm cầu đã trả lời')).toHaveText('2 / 5');
    await expect(figure(desk, 'Đại biểu có mặt')).toHaveText('43');
    await expect(rows).toHaveCount(3);

    // Numbers change every second; the list is read anew far less often.
    let reads = 0;
    desk.on('request', (request) => {
      if (request.url().includes('/attendance/sites?')) reads += 1;
    });
    for (const heads of [19, 20, 21, 22, 23, 18]) {
      expect(await clerks.answer(second, rollCallId, heads)).toBe(204);
      await expect(figure(desk, 'Đại biểu có mặt')).toHaveText(String(25 + heads));
    }
    await expect.poll(() => reads).toBeGreaterThan(0);
    expect(reads).toBeLessThanOrEqual(3);

    // The deadline is moved, and then passes: who answers after it is late.
    await panel.getByRole('button', { name: 'Dời hạn' }).click();
    await desk.getByLabel('Số phút kể từ bây giờ').fill('45');
    await desk.getByRole('dialog').getByRole('button', { name: 'Dời hạn' }).click();
    await expect(panel.getByText(/còn (43|44|45):/)).toBeVisible();
    await moderator.must({ type: 'attendance.setDeadline', rollCallId, closesAt: Date.now() + 1500 });
    await expect(panel.getByText(/^Đã quá hạn/)).toBeVisible();
    expect(await clerks.answer(third, rollCallId, 7)).toBe(204);
    await expect(rows).toHaveCount(2);
    await show(desk, 'Đã trả lời');
    await expect(rows).toHaveCount(3);
    await expect(rows.filter({ hasText: 'Sau hạn' })).toHaveCount(1);
    await expect(rows.filter({ hasText: third.name })).toContainText('Sau hạn');

    await show(desk, 'Chưa trả lời');
    const missing = rows.filter({ hasText: silent.name });
    await expect(missing.getByRole('link', { name: /0912 345 678$/ })).toHaveAttribute('href', 'tel:0912345678');
    await panel.getByRole('searchbox').fill('khong co ten nay');
    await expect(panel.getByText('Không tìm thấy điểm cầu nào')).toBeVisible();
    await panel.getByRole('searchbox').fill(silent.code);
    await expect(rows).toHaveCount(1);
    await panel.getByRole('button', { name: 'Nhắc 2 điểm cầu chưa trả lời' }).dblclick();
    await expect(panel.getByText(/^Đã nhắc 2 điểm cầu lúc/)).toBeVisible();
    await expect(panel.getByRole('button', { name: /^Nhắc lại sau \d+ giây$/ })).toBeDisabled();
    await expect(missing).toContainText('đã nhắc');
    await ofSilent.until(() => ofSilent.mine?.rollCall?.remindedAt, 'the reminder on the page of its clerk');
    expect(ofFirst.mine?.rollCall?.remindedAt).toBeNull();
    const another = await open(await conference.seat('secretary'));
    await panelOf(another).getByRole('button', { name: 'Nhắc 2 điểm cầu chưa trả lời' }).click();
    await expect(another.getByText('Hãy chờ một phút rồi nhắc lại.')).toBeVisible();
    await another.context().close();

    const downloading = desk.waitForEvent('download');
    await panel.getByRole('link', { name: 'Xuất Excel' }).click();
    const [summary, sites] = await readWorkbook(await readFile(await (await downloading).path()));
    expect(summary?.data.at(-1)).toEqual(['Tổng cộng', 5, 3, 2, 3, 50]);
    const stateOf = (code: string) => sites?.data.find((row) => row[1] === code)?.[7];
    expect([first, second, third, silent, conference.hall].map(({ code }) => stateOf(code))).toEqual([
      'Đã trả lời',
      'Đã trả lời',
      'Trả lời sau hạn',
      'Chưa trả lời',
      'Chưa trả lời',
    ]);

    await panel.getByRole('button', { name: 'Kết thúc điểm danh' }).click();
    await expect(desk.getByText('2 điểm cầu chưa trả lời sẽ không trả lời được nữa.')).toBeVisible();
    await desk.getByRole('dialog').getByRole('button', { name: 'Kết thúc điểm danh' }).click();
    await expect(panel.getByText(/^Đã kết thúc lúc/)).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Điểm danh lần khác' })).toBeVisible();
    await expect(rows).toHaveCount(1);
    await expect.poll(() => clerks.answer(silent, rollCallId, 9)).toBe(409);
  },
);

test(
  'N1: "Tiếp" of a row of the run sheet asks all sites, and every desk sees who is there',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 2 });
    const clerks = new Clerks(conference);
    await clerks.delegate(conference.site(1), SPEAKERS[0]);
    const client = await join(await conference.seat('moderator'));
    const row = (kind: 'opening' | 'rollCall', seconds: number | null) => ({
      type: 'runSheet.add' as const,
      rowId: RowId.parse(randomUUID()),
      act: { kind },
      itemId: null,
      seconds,
      before: null,
    });
    await client.must(row('opening', null));
    await client.must(row('rollCall', 15 * 60));
    await client.must({ type: 'conference.open' });
    const secretary = await open(await conference.seat('secretary'));
    const chair = await open(await conference.seat('chair'));
    const moderator = await open(await conference.seat('moderator'));
    const step = moderator.locator('.ui-step');
    await expect(step).toContainText('Khai mạc');
    await expect(async () => {
      await moderator.keyboard.press('Space');
      await expect(panelOf(secretary).getByText(/^Hạn \d\d:\d\d · còn 1[45]:/)).toBeVisible({ timeout: 2000 });
    }).toPass();
    const rollCallId = await openRollCall(client);
    expect(await clerks.answer(conference.site(1), rollCallId, 12)).toBe(204);
    const summary = moderator.locator('.at-summary');
    await expect(summary).toContainText('1 / 3');
    await expect(summary).toContainText('Đại biểu có mặt12');
    await summary.getByRole('button', { name: 'Xem theo tỉnh' }).click();
    const window = moderator.getByRole('dialog');
    await expect(window.getByRole('row', { name: 'Trung ương' })).toContainText('0 / 1');
    await window.getByRole('button', { name: 'Đóng' }).click();
    await expect(chair.getByText('Có mặt 12 đại biểu')).toBeVisible();
  },
);

test(
  'the desk of the secretary with none, with one and with the whole country',
  BESIDE,
  async ({ house, open, join }) => {
    test.setTimeout(300_000);
    const server = house.servers[0]!;
    const none = await prepareConference(server, { sites: 0, name: NAME });
    const empty = await open(await none.seat('secretary'));
    await expect(panelOf(empty).getByText('Chưa mở lần điểm danh nào')).toBeVisible();
    await lookAt(empty, 'secretary-none');
    await empty.context().close();

    const one = await prepareConference(server, { sites: LONGEST_SITES.slice(0, 1), name: NAME }, none.cookie);
    const ofOne = await join(await one.seat('moderator'));
    await ofOne.must({ type: 'attendance.openRollCall', closesAt: inMinutes(9) });
    const alone = await open(await one.seat('secretary'));
    await expect(figure(alone, 'Điểm cầu đã trả lời')).toHaveText('0 / 2');
    await lookAt(alone, 'secretary-one');
    await alone.context().close();

    const country = await prepareConference(
      server,
      { sites: [...LONGEST_SITES, '19', '01906'], everySite: true, name: NAME },
      none.cookie,
    );
    const clerks = new Clerks(country);
    const [longest, ...others] = [1, 2, 3, 4, 5].map((n) => country.site(n));
    for (const speaker of SPEAKERS) await clerks.delegate(longest!, speaker);
    await clerks.contact(longest!, 'Nguyễn Hoàng Thị Phương Thảo', '+84 912 345 678');
    await clerks.contact(country.hall, 'Trần Thị Hạnh', '024 3825 6789');
    const desk = await join(await country.seat('moderator'));
    const page = await open(await country.seat('secretary'));
    await expect(panelOf(page).getByText('Chưa mở lần điểm danh nào')).toBeVisible();
    await panelOf(page).getByRole('button', { name: 'Mở điểm danh' }).click();
    await lookAt(page, 'secretary-opening');
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    await desk.must({ type: 'conference.open' });
    await plan(desk, [
      'Khai mạc, tuyên bố lý do, giới thiệu đại biểu',
      'Báo cáo sơ kết, ý kiến của các tỉnh, thành phố',
    ]);
    const requests = await Promise.all([0, 1].map((i) => ask(desk, country.site(i + 1), i)));
    await desk.must({ type: 'floor.next', endTurnId: null, requestId: requests[0]!, limitSeconds: 300 });
    await expect(page.locator('.sec-name')).toContainText('Nguyễn Hoàng Thị Phương Thảo');
    await desk.must({ type: 'attendance.openRollCall', closesAt: Date.now() + 1000 });
    const rollCallId = await openRollCall(desk);
    for (const [i, place] of others.entries()) expect(await clerks.answer(place, rollCallId, 18 + i)).toBe(204);
    await expect(figure(page, 'Điểm cầu đã trả lời')).toHaveText('4 / 3.356');
    await lookAt(page, 'secretary-many');
    // Nothing that is only heard makes the page longer than its window.
    expect(await page.evaluate(() => document.scrollingElement!.scrollHeight - innerHeight)).toBe(0);
    await show(page, 'Chưa trả lời');
    await expect(page.getByText('3.352 điểm cầu', { exact: true })).toBeVisible();
    await panelOf(page).getByRole('button', { name: 'Nhắc 3.352 điểm cầu chưa trả lời' }).click();
    await expect(page.locator('.at-site').first()).toContainText('đã nhắc');
    await lookAt(page, 'secretary-many-unanswered');
    await panelOf(page).getByRole('searchbox').fill('van mieu');
    await expect(page.locator('.at-site')).toHaveCount(2);
    await lookAt(page, 'secretary-many-found');
    await panelOf(page).getByRole('searchbox').fill('');
    await show(page, 'Đã trả lời');
    await expect(page.locator('.at-site')).toHaveCount(4);
    await lookAt(page, 'secretary-many-answered');
    await desk.must({ type: 'floor.end', turnId: turnOf(desk).turnId });
    const moderator = await open(await country.seat('moderator'));
    await expect(moderator.locator('.at-summary')).toContainText('4 / 3.356');
    // What can be taken back for three seconds is another journey's.
    await expect(moderator.locator('[aria-keyshortcuts=Z]')).toHaveCount(0);
    await lookAt(moderator, 'moderator-attendance');
    await moderator.getByRole('button', { name: 'Xem theo tỉnh' }).click();
    await lookAt(moderator, 'moderator-provinces');
    await moderator.context().close();
    const chair = await open(await country.seat('chair'));
    await expect(chair.getByText(/^Có mặt .* đại biểu$/)).toBeVisible();
    await lookAt(chair, 'chair-attendance');
    await chair.context().close();
    await desk.must({ type: 'conference.close' });
    await expect(panelOf(page).getByText(/^Đã kết thúc lúc/)).toBeVisible();
    await lookAt(page, 'secretary-closed');
  },
);
