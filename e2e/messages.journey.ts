// A clerk on a phone and the secretary write to one another; an announcement, the switch, the discussion.
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { prepareConference, type OpenedSeat, type TestConference } from '@diemcau/testkit';
import { Clerks } from './attending.ts';
import { BESIDE, expect, test } from './journey.ts';
import { LONGEST_SITES, NAME } from './longest.ts';
import { lookAt } from './looking.ts';

const PHONE = { width: 360, height: 780 };
const LONGEST_TEXT =
  `${'Kính gửi Thư ký hội nghị: điểm cầu đề nghị điều chỉnh danh xưng và chức vụ của đại biểu trước khi phát biểu. '.repeat(9)}`.slice(
    0,
    999,
  );

const partOf = (page: Page): Locator => page.getByRole('region', { name: 'Tin nhắn với Thư ký' });
const deskOf = (page: Page): Locator => page.getByRole('region', { name: 'Tin nhắn', exact: true });
const openMessages = async (page: Page): Promise<Locator> => {
  await page.locator('.sec-choice').getByRole('button', { name: 'Tin nhắn' }).click();
  return deskOf(page);
};
const write = async (part: Locator, label: string | RegExp, text: string): Promise<void> => {
  await part.getByLabel(label).fill(text);
  await part.getByRole('button', { name: 'Gửi', exact: true }).click();
};
const announce = async (page: Page, text: string): Promise<void> => {
  const desk = deskOf(page);
  await desk.getByLabel('Thông báo tới tất cả điểm cầu').fill(text);
  await desk.getByRole('button', { name: 'Gửi thông báo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi thông báo' }).click();
};
const show = (desk: Locator, view: string) =>
  desk
    .getByRole('button', { name: new RegExp(`^${view}`) })
    .first()
    .click();

/** Writes as the page of a seat does. */
const post = async ({ origin }: TestConference, { seatId, cookie }: OpenedSeat, path: string, body: object) => {
  const answer = await fetch(`${origin}/api/v1/seats/${seatId}/${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
};

test(
  'X1, X3, X7, X9: a clerk and the secretary write, an announcement is seen by two of three, all is switched off',
  BESIDE,
  async ({ house, open }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 2, name: 'Hội nghị sơ kết' });
    const [site, other] = [conference.site(1), conference.site(2)];
    await new Clerks(conference).contact(other, 'Nông Thị Thu', '0912 345 678');
    const secretary = await open(await conference.seat('secretary'));
    const moderator = await open(await conference.seat('moderator'));
    const clerk = await open(await conference.clerk(site), { viewport: PHONE });
    const another = await open(await conference.clerk(other), { viewport: PHONE });
    const desk = await openMessages(secretary);
    await expect(desk.locator('.msg-site')).toHaveCount(3);

    const part = partOf(clerk);
    await part.getByRole('button', { name: 'Viết cho Thư ký' }).click();
    await part.getByLabel('Nội dung gửi Thư ký').fill('Kính gửi Thư ký\nđề nghị sửa tên đại biểu');
    await part.getByRole('button', { name: 'Gửi', exact: true }).dblclick();
    await expect(part.locator('.msg.own:not(.waiting)')).toHaveCount(1);

    // The secretary's page has not been touched since.
    const row = desk.locator('.msg-site').first();
    await expect(row).toContainText(site.name);
    await expect(row).toContainText('1 tin chưa đọc');
    await expect(part.getByText(/^Thư ký đã xem lúc/)).toHaveCount(0);
    await row.click();
    await expect(desk.locator('.msg-text')).toHaveText('Kính gửi Thư ký\nđề nghị sửa tên đại biểu');
    await expect(part.getByText(/^Thư ký đã xem lúc \d\d:\d\d$/)).toBeVisible();
    await desk.getByLabel(/^Nội dung gửi/).fill('Đã sửa, đề nghị xem lại.');
    await desk.getByLabel(/^Nội dung gửi/).press('Control+Enter');
    await expect(part.getByText('Đã sửa, đề nghị xem lại.')).toBeAttached();
    await part.getByText('Đã sửa, đề nghị xem lại.').scrollIntoViewIfNeeded();
    await expect(desk.getByText(/^Điểm cầu đã xem lúc \d\d:\d\d$/)).toBeVisible();

    // An announcement reaches everybody; two confirm it, one does not.
    await show(desk, 'Thông báo');
    await announce(secretary, 'Đề nghị các điểm cầu ổn định chỗ ngồi trước 07:50.');
    const sent = desk.locator('.msg-sent:not(.waiting)');
    await expect(sent).toContainText('0 / 3 điểm cầu đã xem');
    const hall = await open(await conference.clerk(conference.hall));
    for (const page of [clerk, another, hall])
      await expect(page.locator('.msg-announced')).toContainText('trước 07:50');
    await expect(moderator.getByText(/^Thông báo của Thư ký lúc/)).toBeVisible();
    for (const page of [clerk, hall]) {
      await page.locator('.msg-announced').getByRole('button', { name: 'Đã xem' }).click();
      await expect(page.locator('.msg-announced')).toHaveCount(0);
    }
    await expect(sent).toContainText('2 / 3 điểm cầu đã xem');
    await expect(another.locator('.msg-announced')).toBeVisible();
    await desk.getByRole('button', { name: 'Ai chưa xem' }).click();
    await expect(desk.locator('.msg-informed')).toHaveCount(1);
    await expect(desk.locator('.msg-informed')).toContainText(other.name);
    await expect(desk.getByRole('link', { name: /0912 345 678$/ })).toHaveAttribute('href', 'tel:0912345678');

    // The other site got the announcement, and nothing of the conversation.
    await expect(partOf(another).getByRole('button', { name: 'Viết cho Thư ký' })).toBeVisible();
    expect(await another.content()).not.toContain('sửa tên đại biểu');

    // The discussion is there for all once it is allowed.
    await desk.getByRole('button', { name: 'Thiết lập' }).click();
    await secretary.getByLabel(/^Cho phép các điểm cầu thảo luận chung/).check();
    await secretary.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    await part.getByRole('button', { name: /^Thảo luận/ }).click();
    await write(part, 'Nội dung thảo luận', 'Chào các điểm cầu');
    const shared = partOf(another);
    await expect(shared.getByRole('button', { name: 'Thảo luận 1' })).toBeVisible();
    await shared.getByRole('button', { name: 'Thảo luận 1' }).click();
    await expect(shared.locator('.msg')).toContainText([site.name]);
    await shared.locator('.msg').scrollIntoViewIfNeeded();
    await expect(shared.getByRole('button', { name: 'Thảo luận', exact: true })).toBeVisible();

    // Switched off: gone from the pages of sites, readable on the desk.
    await desk.getByRole('button', { name: 'Thiết lập' }).click();
    await secretary.getByLabel(/^Cho phép tin nhắn và thông báo/).uncheck();
    await secretary.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    for (const page of [clerk, another, hall]) {
      await expect(partOf(page)).toHaveCount(0);
      await expect(page.locator('.msg-announced')).toHaveCount(0);
    }
    await show(desk, 'Điểm cầu');
    await expect(desk.getByText('đề nghị sửa tên đại biểu')).toBeVisible();
    await expect(desk.getByLabel(/^Nội dung gửi/)).toHaveCount(0);
    await desk.getByRole('button', { name: 'Bật tin nhắn' }).click();
    await expect(partOf(clerk).getByText('Đã sửa, đề nghị xem lại.')).toBeAttached();
  },
);

test(
  'X4: what is written while nobody answers is kept, sent once, and outlives the page',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 1 });
    const seat = await conference.clerk(conference.site(1));
    const desk = await join(await conference.seat('secretary'));
    const clerk = await open(seat, { viewport: PHONE });
    const part = partOf(clerk);
    await part.getByRole('button', { name: 'Viết cho Thư ký' }).click();
    let tries = 0;
    let answer: 'none' | 'lost' | 'given' = 'none';
    await clerk.route('**/messages', async (route) => {
      tries += 1;
      if (answer === 'given') return route.continue();
      if (answer === 'lost') await route.fetch();
      answer = answer === 'lost' ? 'given' : answer;
      await route.abort();
    });
    await write(part, 'Nội dung gửi Thư ký', 'Mất điện giữa chừng');
    await expect(part.getByText(/^Chưa gửi được/)).toBeVisible({ timeout: 15_000 });
    await part.getByLabel('Nội dung gửi Thư ký').fill('đang viết dở');
    expect(tries).toBe(4);
    expect(desk.inbox?.unread).toBe(0);
    // Opened again, it is stored, but that answer is lost.
    answer = 'lost';
    await clerk.reload();
    await expect(part.locator('.msg.own:not(.waiting)')).toHaveCount(1);
    await expect(part.locator('.msg.waiting')).toHaveCount(0);
    await expect(part.getByLabel('Nội dung gửi Thư ký')).toHaveValue('đang viết dở');
    await desk.until(() => desk.inbox?.unread === 1, 'the message, once');
  },
);

test('messages on every screen, with none, one and the whole country', BESIDE, async ({ house, open }) => {
  test.setTimeout(240_000);
  const server = house.servers[0]!;
  const none = await prepareConference(server, { sites: 1, name: NAME });
  const quiet = await open(await none.clerk(none.site(1)));
  await expect(partOf(quiet)).toBeVisible();
  await lookAt(quiet, 'clerk-messages-none');
  await quiet.context().close();
  const empty = await open(await none.seat('secretary'));
  const ofNone = await openMessages(empty);
  await expect(ofNone.locator('.msg-site')).toHaveCount(2);
  await lookAt(empty, 'secretary-messages-none');
  await show(ofNone, 'Thông báo');
  await lookAt(empty, 'secretary-announcements-none');
  await ofNone.getByRole('button', { name: 'Thiết lập' }).click();
  await lookAt(empty, 'secretary-messages-settings');
  await empty.context().close();

  const country = await prepareConference(
    server,
    { sites: [...LONGEST_SITES, '19', '01906'], everySite: true, name: NAME },
    none.cookie,
  );
  const clerks = new Clerks(country);
  const [longest, ...others] = [1, 2, 3, 4, 5].map((n) => country.site(n));
  await clerks.contact(longest!, 'Nguyễn Hoàng Thị Phương Thảo', '+84 912 345 678');
  await clerks.contact(country.hall, 'Trần Thị Hạnh', '024 3825 6789');
  const secretary = await country.seat('secretary');
  const clerk = await country.clerk(longest!);
  await post(country, secretary, 'messages/switches', { id: randomUUID(), isOn: true, discussion: true });
  const talk = async (seat: OpenedSeat, siteId: string, text: string) =>
    post(country, seat, `sites/${siteId}/messages`, { id: randomUUID(), text });
  for (const place of others)
    await talk(await country.clerk(place), place.siteId, 'Điểm cầu chưa nghe rõ tiếng hội trường.');
  await talk(clerk, longest!.siteId, LONGEST_TEXT);
  await talk(secretary, longest!.siteId, 'Thư ký đã nhận, sẽ điều chỉnh ngay.');
  await talk(clerk, longest!.siteId, 'Xin cảm ơn.');
  await talk(secretary, others[0]!.siteId, 'Đề nghị kiểm tra loa của phòng họp.');
  for (const text of ['Đề nghị các điểm cầu ổn định chỗ ngồi trước 07:50.', LONGEST_TEXT, 'Giải lao 15 phút.'])
    await post(country, secretary, 'announcements', { id: randomUUID(), text });
  for (const seat of [clerk, await country.clerk(others[0]!)])
    await post(country, seat, 'discussion', {
      id: randomUUID(),
      text: 'Chúng tôi đồng tình với ý kiến của điểm cầu bạn.',
    });

  const phone = await open(clerk);
  // Missed announcements are read after a pause that grows with the number of sites (X11).
  await expect(phone.locator('.msg-announced')).toHaveCount(2, { timeout: 40_000 });
  await expect(partOf(phone).locator('.msg')).toHaveCount(3);
  await lookAt(phone, 'clerk-messages-many');
  for (const left of [2, 1, 0]) {
    await phone.locator('.msg-announced').first().getByRole('button', { name: 'Đã xem' }).click();
    await expect(
      partOf(phone).getByRole('button', { name: left > 0 ? `Thông báo ${left}` : 'Thông báo', exact: true }),
    ).toBeVisible();
  }
  await partOf(phone).getByRole('button', { name: 'Thảo luận' }).click();
  await expect(partOf(phone).locator('.msg')).toHaveCount(2);
  await lookAt(phone, 'clerk-discussion');
  await partOf(phone).getByRole('button', { name: 'Thông báo' }).click();
  await lookAt(phone, 'clerk-announcements');
  await phone.context().close();
  const waiting = await open(await country.clerk(others[0]!));
  await waiting.getByRole('button', { name: 'Thư ký có 1 tin nhắn chưa đọc. Xem' }).click();
  await expect(waiting.locator('.msg-waiting')).toHaveCount(0);
  await waiting.context().close();

  const page = await open(secretary);
  const desk = await openMessages(page);
  await expect(desk.getByText('3.356 điểm cầu', { exact: true })).toBeVisible();
  await lookAt(page, 'secretary-messages-many');
  expect(await page.evaluate(() => document.scrollingElement!.scrollHeight - innerHeight)).toBe(0);
  await desk.getByRole('searchbox').fill(longest!.code);
  await expect(desk.locator('.msg-site')).toHaveCount(1);
  await desk.locator('.msg-site').click();
  await expect(desk.locator('.msg')).toHaveCount(3);
  await lookAt(page, 'secretary-conversation');
  await show(desk, 'Thông báo');
  await expect(desk.locator('.msg-sent')).toHaveCount(3);
  await expect(desk.locator('.msg-sent').first()).toContainText('1 / 3.356 điểm cầu đã xem');
  await lookAt(page, 'secretary-announcements');
  await desk.getByLabel('Thông báo tới tất cả điểm cầu').fill('Hội nghị tiếp tục lúc 09:15.');
  await desk.getByRole('button', { name: 'Gửi thông báo' }).click();
  await lookAt(page, 'secretary-announcing');
  await page.getByRole('dialog').getByRole('button', { name: 'Không, quay lại' }).click();
  await desk.getByRole('button', { name: 'Ai chưa xem' }).first().click();
  await expect(desk.getByText('3.355 điểm cầu', { exact: true })).toBeVisible();
  await lookAt(page, 'secretary-informed');
  await desk.getByRole('button', { name: 'Các thông báo' }).click();
  await show(desk, 'Thảo luận');
  await expect(desk.locator('.msg')).toHaveCount(2);
  await lookAt(page, 'secretary-discussion');
  const moderator = await open(await country.seat('moderator'));
  await expect(moderator.getByText(/^Thông báo của Thư ký lúc/)).toBeVisible();
  await lookAt(moderator, 'moderator-announcement');
});
