// A roll call over the sites of a province: by names, by head count with the code on the screen, and by the province.
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { prepareConference, type OpenedSeat, type Place, type SeatClient } from '@diemcau/testkit';
import { call } from './floor.ts';
import { BESIDE, expect, test } from './journey.ts';
import { LONGEST_SITES, NAME, SPEAKERS } from './longest.ts';
import { lookAt } from './looking.ts';

const PHONE = { width: 360, height: 780 };
const CARD = '.clerk-now';
const MINUTE_MS = 60_000;
/** Thái Nguyên, and two of its communes. */
const PROVINCE = ['19', '01912', '01906'];

const HEADS = ['TT', 'Danh xưng', 'Họ và tên', 'Chức vụ', 'Thành phần', 'Điện thoại'];
const PEOPLE = [
  ['1', 'Đồng chí', 'Hoàng Thị Duyên', 'Chủ tịch Ủy ban MTTQ xã', '', '912345678'],
  ['2', 'Thượng tọa', 'Thích Quảng Lâm', 'Trụ trì chùa Phố Cũ', 'Khách mời', ''],
  ['3', 'Ông', 'Ma Đình Khoa', 'Bí thư Đoàn xã', '', ''],
];
const UNCLEAR = ['4', '', 'Bàn Thị Mấy', 'Chi hội trưởng Nông dân', '', ''];

const sheet = (rows: readonly (readonly string[])[]): string =>
  [HEADS, ...rows].map((row) => row.join('\t')).join('\n');

/** Pastes a list into the roster that the page shows. */
const paste = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('button', { name: 'Dán danh sách' }).click();
  await page.getByLabel('Dán vào đây').fill(text);
  await page.getByRole('button', { name: 'Xem trước' }).click();
};

const openRollCall = async (desk: SeatClient, lengthMs = 30 * MINUTE_MS): Promise<void> => {
  await desk.must({ type: 'attendance.openRollCall', closesAt: Date.now() + lengthMs });
  await desk.until(() => desk.live.attendance.rollCall?.status === 'open', 'the roll call');
};

const rollCallOf = ({ live }: SeatClient) => {
  const { rollCall } = live.attendance;
  if (!rollCall) throw new Error('there was no roll call');
  return rollCall;
};

/** Reminds all sites that have not answered, as a desk's button does. */
const remind = async (origin: string, { seatId, cookie }: OpenedSeat): Promise<void> => {
  const answer = await fetch(`${origin}/api/v1/seats/${seatId}/attendance/reminders`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUID() }),
  });
  if (!answer.ok) throw new Error(`nobody was reminded: ${answer.status}`);
};

/** The numbers that desks are shown: of all sites together. */
const reported = ({ attendance }: SeatClient) =>
  attendance && { answered: attendance.answered, present: attendance.present, summoned: attendance.summoned };

/** A delegate's own phone, on which nobody is known. */
const phoneAt = async (browser: Browser, address: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.goto(address);
  return page;
};

test(
  'a roll call is answered by names, by a head count with the code of the screen, and by the province',
  BESIDE,
  async ({ house, open, join, browser }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: PROVINCE });
    const [province, named, other] = [1, 2, 3].map((n) => conference.site(n)) as [Place, Place, Place];
    const desk = await join(await conference.seat('moderator'));

    // Before: the list comes from a spreadsheet, and what is not clear is named and corrected.
    const clerk = await open(await conference.clerk(named), { viewport: PHONE });
    await paste(clerk, sheet([...PEOPLE, UNCLEAR]));
    await expect(clerk.getByText('3 dòng đưa vào được')).toBeVisible();
    await expect(clerk.getByText('Chưa rõ: danh xưng')).toBeVisible();
    await clerk.getByRole('button', { name: 'Đưa 3 đại biểu vào danh sách' }).click();
    await expect(clerk.getByText('Còn 1 dòng chưa rõ dưới đây')).toBeVisible();
    await clerk.getByLabel('Dòng không ghi danh xưng').selectOption({ label: 'Dùng “Bà”' });
    await clerk.getByRole('button', { name: 'Xem trước' }).click();
    await clerk.getByRole('button', { name: 'Đưa 1 đại biểu vào danh sách' }).click();
    await expect(clerk.getByRole('dialog')).toHaveCount(0);
    await expect(clerk.locator('.att-row')).toHaveCount(4);
    await expect(clerk.locator('.att-roster')).toContainText('0/4 có mặt');

    const counting = await open(await conference.clerk(province));
    await paste(counting, sheet(PEOPLE.slice(0, 2)));
    await counting.getByRole('button', { name: 'Đưa 2 đại biểu vào danh sách' }).click();
    await expect(counting.locator('.att-row')).toHaveCount(2);
    const screen = await open(await conference.room(province));
    await expect(screen.locator('.room')).toHaveAttribute('data-stage', 'up');
    await expect(screen.locator('.att-code')).toHaveCount(0);

    await openRollCall(desk);
    await expect(clerk.locator(CARD)).toContainText(/Đề nghị báo cáo số đại biểu có mặt trước \d\d:\d\d\./);

    // By names, with a thumb: two are there, one is absent with a reason, a substitute comes in the place of the last.
    for (const name of ['Hoàng Thị Duyên', 'Thích Quảng Lâm'])
      await clerk.getByRole('button', { name: new RegExp(`^Ghi có mặt: .*${name}`) }).click();
    await clerk.getByRole('button', { name: 'Mở: Ông Ma Đình Khoa' }).click();
    await clerk.getByRole('button', { name: 'Vắng mặt' }).click();
    await clerk.getByLabel('Lý do vắng').fill('đi công tác');
    await clerk.getByRole('button', { name: 'Ghi vắng mặt' }).click();
    await expect(clerk.getByText('Vắng: đi công tác')).toBeVisible();
    await clerk.getByRole('button', { name: 'Mở: Ông Ma Đình Khoa' }).click();
    await clerk.getByRole('button', { name: 'Thêm người dự thay' }).click();
    await clerk.getByRole('dialog').getByLabel('Họ và tên').fill('Nông Văn Sáng');
    await clerk.getByRole('button', { name: 'Lưu' }).click();
    await expect(clerk.getByText('Dự thay Ma Đình Khoa')).toBeVisible();
    await expect(clerk.locator('.att-row.present')).toHaveCount(3);
    await clerk.getByRole('button', { name: 'Báo cáo 3 có mặt' }).click();
    await expect(clerk.locator('.att-roll-call')).toContainText(/Đã ghi nhận 3 đại biểu có mặt lúc \d\d:\d\d\./);
    await expect(clerk.locator(CARD)).not.toContainText('Đề nghị báo cáo');
    await expect.poll(() => reported(desk)).toEqual({ answered: 1, present: 3, summoned: 6 });

    // By a head count alone: two taps.
    await counting.getByRole('button', { name: 'Đủ cả 2' }).click();
    await counting.getByRole('button', { name: 'Báo cáo 2 có mặt' }).click();
    await expect(counting.locator('.att-roll-call')).toContainText('Đã ghi nhận 2 đại biểu có mặt');
    await counting.locator('.att-roll-call').getByRole('button', { name: 'Sửa' }).click();
    await counting.getByLabel('Số đại biểu có mặt').fill('20');
    await counting.getByRole('button', { name: 'Báo cáo 20 có mặt' }).click();
    await expect.poll(() => reported(desk)).toEqual({ answered: 2, present: 23, summoned: 6 });

    // A delegate who comes later scans the code of the room screen, which shows another one at once.
    const code = screen.locator('.att-code');
    const address = (await code.getAttribute('data-address')) ?? '';
    const phone = await phoneAt(browser, address);
    await expect(phone.getByText('Điểm cầu tỉnh Thái Nguyên')).toBeVisible();
    await expect(code).not.toHaveAttribute('data-address', address);
    await phone.getByRole('button', { name: 'Thích Quảng Lâm' }).click();
    await phone.getByRole('button', { name: 'Tôi có mặt' }).click();
    await expect(phone.getByRole('heading', { name: 'Đã ghi nhận có mặt' })).toBeVisible();
    await expect(counting.locator('.att-row.present')).toContainText('Thích Quảng Lâm');
    await expect.poll(() => reported(desk)).toEqual({ answered: 2, present: 24, summoned: 6 });
    const second = await phoneAt(browser, address);
    await expect(second.getByRole('heading', { name: 'Mã này đã được dùng' })).toBeVisible();

    // The third site cannot answer itself: the province enters it.
    await counting.locator('.att-commune', { hasText: other.name }).click();
    const entering = counting.locator('.att-province');
    await expect(entering).toContainText('được ghi là tỉnh nhập hộ');
    await entering.getByRole('button', { name: 'Báo cáo' }).click();
    await entering.getByLabel('Số đại biểu có mặt').fill('7');
    await entering.getByRole('button', { name: 'Báo cáo 7 có mặt' }).click();
    await expect(entering).toContainText('Đã ghi nhận 7 đại biểu có mặt');
    await entering.getByRole('button', { name: 'Danh sách xã, phường' }).click();
    await expect(entering.locator('.att-commune', { hasText: other.name })).toContainText('nhập hộ');
    await expect.poll(() => reported(desk)).toEqual({ answered: 3, present: 31, summoned: 6 });

    // Whoever stands on the list is asked for without typing.
    await counting.getByLabel('Chọn đại biểu').selectOption('Đồng chí Hoàng Thị Duyên – Chủ tịch Ủy ban MTTQ xã');
    await expect(counting.getByLabel('Chức vụ, đơn vị')).toHaveValue('Chủ tịch Ủy ban MTTQ xã');
    await counting.getByRole('button', { name: 'Gửi đăng ký' }).click();
    await desk.until(() => desk.live.floor.queue.length === 1, 'the request');

    await desk.must({ type: 'attendance.closeRollCall', rollCallId: rollCallOf(desk).rollCallId });
    await expect(code).toHaveCount(0);
    const late = await phoneAt(browser, address.replace(/#.*/, '#AAAAAAAAAAAAAAAAAAAAAA'));
    await expect(late.getByRole('heading', { name: 'Mã điểm danh không đúng' })).toBeVisible();
  },
);

/** A full roster of the longest names. */
const manyPeople = Array.from({ length: 300 }, (_, i) => {
  const { honorific, name, position } = SPEAKERS[i % SPEAKERS.length]!;
  return [String(i + 1), honorific, `${name} ${i + 1}`, position, i % 7 === 0 ? 'Khách mời' : '', ''];
});

test(
  'attendance on every screen, with nobody and with three hundred of the longest names',
  BESIDE,
  async ({ house, open, join, browser }) => {
    test.setTimeout(240_000);
    const conference = await prepareConference(house.servers[0]!, { sites: [...LONGEST_SITES, '01'], name: NAME });
    const own = conference.site(1);
    const province = conference.site(4);
    const moderator = await conference.seat('moderator');
    const desk = await join(moderator);
    const clerk = await open(await conference.clerk(own));
    await expect(clerk.getByText('Chưa có danh sách đại biểu')).toBeVisible();
    await lookAt(clerk, 'clerk-roster-none');
    await clerk.getByRole('button', { name: 'Dán danh sách' }).click();
    await lookAt(clerk, 'clerk-paste-asked');
    await clerk.getByLabel('Dán vào đây').fill(sheet([...manyPeople.slice(0, -1), UNCLEAR]));
    await clerk.getByRole('button', { name: 'Xem trước' }).click();
    await expect(clerk.getByText('299 dòng đưa vào được')).toBeVisible();
    await lookAt(clerk, 'clerk-paste-preview');
    await clerk.getByRole('button', { name: 'Đưa 299 đại biểu' }).click();
    await clerk.getByLabel('Dán vào đây').fill(sheet(manyPeople.slice(-1)));
    await clerk.getByRole('button', { name: 'Xem trước' }).click();
    await clerk.getByRole('button', { name: 'Đưa 1 đại biểu' }).click();
    await expect(clerk.getByText('Tất cả 300')).toBeVisible();
    await lookAt(clerk, 'clerk-roster-many');
    await clerk.getByRole('searchbox', { name: 'Tìm đại biểu' }).fill('thich quang duc 2');
    await clerk.getByRole('button', { name: /^Mở: Hòa thượng Thích Thiện Nhơn Quảng Đức 2$/ }).click();
    await lookAt(clerk, 'clerk-delegate');
    await clerk.getByRole('button', { name: 'Sửa thông tin' }).click();
    await lookAt(clerk, 'clerk-delegate-form');
    await clerk.getByRole('button', { name: 'Thôi' }).click();
    await clerk.getByRole('searchbox', { name: 'Tìm đại biểu' }).fill('');

    await openRollCall(desk, 2000);
    await expect(clerk.locator(CARD)).toContainText('Đề nghị báo cáo');
    await remind(conference.origin, moderator);
    await expect(clerk.locator(CARD)).toContainText(/nhắc lúc \d\d:\d\d: điểm cầu chưa báo cáo/);
    await expect(clerk.locator(CARD)).toContainText('Đã quá hạn');
    await lookAt(clerk, 'clerk-reminded-and-late');
    await clerk.getByRole('button', { name: 'Đủ cả 300' }).click();
    await clerk.getByRole('button', { name: 'Báo cáo 300 có mặt' }).click();
    await expect(clerk.locator('.att-roll-call')).toContainText('Báo cáo muộn');
    await lookAt(clerk, 'clerk-answered-late');
    await desk.must({ type: 'attendance.closeRollCall', rollCallId: rollCallOf(desk).rollCallId });
    await openRollCall(desk);
    await expect(clerk.locator(CARD)).toContainText('Đề nghị báo cáo');
    await lookAt(clerk, 'clerk-roll-call');
    const screen = await open(await conference.room(own));
    const code = screen.locator('.att-code');
    await expect(code).toBeVisible();
    await lookAt(screen, 'room-check-in');
    const phone = await phoneAt(browser, (await code.getAttribute('data-address')) ?? '');
    await expect(phone.getByRole('searchbox')).toBeVisible();
    await lookAt(phone, 'check-in-names');
    await phone.getByRole('searchbox').fill('thich quang duc 2');
    await phone.getByRole('button', { name: /Quảng Đức 2$/ }).click();
    await lookAt(phone, 'check-in-confirm');
    await phone.getByRole('button', { name: 'Tôi có mặt' }).click();
    await expect(phone.getByRole('heading', { name: 'Đã ghi nhận có mặt' })).toBeVisible();
    await lookAt(phone, 'check-in-done');
    await phone.reload();
    await expect(phone.getByRole('heading', { name: 'Mã này đã được dùng' })).toBeVisible();
    await lookAt(phone, 'check-in-used');
    await clerk.getByLabel('Số đại biểu có mặt').fill('289');
    await clerk.getByRole('button', { name: 'Báo cáo 289 có mặt' }).click();
    await expect(clerk.locator('.att-roll-call')).toContainText('Đã ghi nhận 289 đại biểu');
    await lookAt(clerk, 'clerk-answered');
    const above = await open(await conference.clerk(province));
    await expect(above.locator('.att-commune').first()).toBeVisible();
    await lookAt(above, 'clerk-province');
    await above.locator('.att-commune').first().click();
    await expect(above.locator('.att-province .att-row').first()).toBeVisible();
    await lookAt(above, 'clerk-commune');
    await above.context().close();
    await desk.must({ type: 'conference.open' });
    await call(desk, await join(await conference.clerk(province)), province, 'Nông Thị Thu');
    await expect(code).toHaveClass(/small/);
    await lookAt(screen, 'room-check-in-speech');
  },
);
