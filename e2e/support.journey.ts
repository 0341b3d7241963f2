// A commune asks for help: its province, the technical desk and back; three sites are checked until all are ready.
import { randomUUID } from 'node:crypto';
import { SiteId } from '@diemcau/domain/kernel';
import type { Locator, Page } from '@playwright/test';
import { prepareConference, type OpenedSeat, type Place, type TestConference } from '@diemcau/testkit';
import { Clerks } from './attending.ts';
import { BESIDE, expect, newcomer, test } from './journey.ts';
import { LONGEST_SITES, NAME } from './longest.ts';
import { lookAt } from './looking.ts';

const PHONE = { width: 360, height: 780 };
const PARTS = ['picture', 'sound', 'playback', 'line', 'name'] as const;
const LONGEST_LINE =
  'Micro số hai và số ba của hội trường không lên tiếng, cán bộ kỹ thuật đã thay dây, thử lại ba lần mà trung tâm vẫn không nghe thấy; đề nghị gọi lại ngay theo số điện thoại của phụ trách điểm cầu'.slice(
    0,
    200,
  );

const provinceOf = (page: Page): Locator => page.getByRole('region', { name: 'Hỗ trợ các điểm cầu trong tỉnh' });
const requestsOf = (page: Page): Locator => page.getByRole('region', { name: 'Yêu cầu hỗ trợ' });
const checkOf = (page: Page): Locator => page.getByRole('region', { name: 'Kiểm tra kỹ thuật' });
const ownOf = (page: Page): Locator => page.locator('.sup-own');

const askForHelp = async (page: Page, kind: string, note: string): Promise<void> => {
  await page.getByRole('button', { name: 'Cần hỗ trợ', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(kind).check();
  await dialog.getByLabel('Ghi thêm (không bắt buộc)').fill(note);
  await dialog.getByRole('button', { name: 'Gửi yêu cầu' }).dblclick();
  await expect(dialog).toHaveCount(0);
};

/** Does as the page of a seat does. */
const post = async ({ origin }: TestConference, { seatId, cookie }: OpenedSeat, path: string, body: object) => {
  const answer = await fetch(`${origin}/api/v1/seats/${seatId}/${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
};
const calls = async (conference: TestConference, place: Place, kind: string, note = '') => {
  const id = randomUUID();
  await post(conference, await conference.clerk(place), `sites/${place.siteId}/help`, { id, kind, note });
  return id;
};
const checked = async (conference: TestConference, place: Place, wrong: readonly string[] = []) =>
  post(conference, await conference.clerk(place), `sites/${place.siteId}/checks`, {
    results: PARTS.map((part) => ({ part, right: !wrong.includes(part) })),
  });

test(
  'H1 to H5: a commune calls from a phone, the province passes it on, the centre answers and solves it',
  BESIDE,
  async ({ house, open }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: ['19', '01906', '01912'] });
    const [province, commune, neighbour] = [conference.site(1), conference.site(2), conference.site(3)];
    await new Clerks(conference).contact(commune, 'Nông Thị Thu', '0912 345 678');
    const desk = await open(await conference.seat('technician'));
    const ofProvince = await open(await conference.clerk(province), { viewport: PHONE });
    const clerk = await open(await conference.clerk(commune), { viewport: PHONE });
    const other = await open(await conference.clerk(neighbour));
    await expect(requestsOf(desk).getByText('Không có yêu cầu nào')).toBeVisible();

    await askForHelp(clerk, 'Trung tâm không nghe thấy điểm cầu', 'Micro số 2 không lên tiếng');
    await expect(ownOf(clerk)).toContainText('Đã nhận');
    await expect(ownOf(clerk)).toContainText('Tỉnh đã nhận được yêu cầu');
    await expect(ownOf(clerk).locator('.sup-since')).toHaveText(/^00:0\d$/);
    await expect(clerk.getByRole('button', { name: 'Cần hỗ trợ', exact: true })).toHaveCount(0);

    // The province sees it without a press; so does the centre, as the province's.
    const row = provinceOf(ofProvince).locator('.sup-request');
    await expect(row).toHaveCount(1);
    await expect(row).toContainText('Micro số 2 không lên tiếng');
    await expect(requestsOf(desk).locator('.sup-request')).toContainText('Đang ở tỉnh, chưa ai nhận');
    await row.getByRole('button', { name: /^Tôi xử lý/ }).click();
    await expect(ownOf(clerk)).toContainText('đang xử lý');
    const atProvince = ofProvince.getByRole('dialog');
    await expect(atProvince.getByRole('link', { name: /0912 345 678$/ })).toHaveAttribute('href', 'tel:0912345678');
    await atProvince.getByRole('button', { name: 'Chuyển lên trung tâm' }).click();
    await expect(ownOf(clerk)).toContainText('trực kỹ thuật của trung tâm đã nhận');

    const atDesk = requestsOf(desk).locator('.sup-request');
    await expect(atDesk).toContainText('Chưa ai nhận');
    await atDesk.getByRole('button', { name: /^Tôi xử lý/ }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Trả lời điểm cầu').fill('Đang kiểm tra bộ trộn, xin chờ 2 phút');
    await dialog.getByLabel('Trả lời điểm cầu').press('Enter');
    await expect(ownOf(clerk)).toContainText('Đang kiểm tra bộ trộn, xin chờ 2 phút');
    await expect(ownOf(clerk)).toContainText('Đang xử lý');
    await dialog.getByRole('button', { name: 'Đã xử lý xong' }).click();
    await expect(ownOf(clerk)).toHaveCount(0);
    await expect(clerk.getByText(/^Yêu cầu trước đã được xử lý xong lúc \d\d:\d\d\./)).toBeVisible();
    await expect(clerk.getByRole('button', { name: 'Cần hỗ trợ', exact: true })).toBeVisible();
    await expect(row).toHaveCount(0);
    await expect(atDesk).toHaveCount(0);

    // X15: what takes more words than a call is written, and each sees how far the other has read.
    await clerk.getByRole('button', { name: 'Nhắn cho Trực kỹ thuật' }).click();
    await clerk.getByLabel('Nội dung gửi Trực kỹ thuật').fill('Camera thứ hai cắm vào cổng nào?');
    await clerk.getByRole('button', { name: 'Gửi', exact: true }).click();
    await requestsOf(desk).getByRole('button', { name: 'Tin nhắn 1' }).click();
    const messages = desk.getByRole('region', { name: 'Tin nhắn với điểm cầu' });
    await messages.getByRole('button', { name: /Camera thứ hai/ }).click();
    await messages.getByLabel(/^Nội dung gửi/).fill('Cổng USB màu xanh phía sau máy.');
    await messages.getByRole('button', { name: 'Gửi', exact: true }).click();
    await expect(clerk.getByText('Cổng USB màu xanh phía sau máy.')).toBeVisible();
    await expect(clerk.getByText(/^Trực kỹ thuật đã xem lúc/)).toBeVisible();
    await lookAt(desk, 'technician-messages', [{ width: 1366, height: 768 }]);
    await lookAt(clerk, 'clerk-technician-messages', [PHONE]);
    await messages.getByRole('button', { name: 'Yêu cầu hỗ trợ' }).click();

    // Another commune hears nothing of it, and has no part of a province.
    expect(await other.content()).not.toContain('Micro số 2');
    await expect(provinceOf(other)).toHaveCount(0);

    await askForHelp(clerk, 'Không thấy hình', '');
    await expect(atDesk).toHaveCount(1);
    await ownOf(clerk).getByRole('button', { name: 'Không cần hỗ trợ nữa' }).click();
    await expect(ownOf(clerk)).toHaveCount(0);
    await expect(atDesk).toHaveCount(0);
  },
);

test('H7 to H10, H13, M28: three sites are checked, one with its line and sound tried in the room, another corrected by its province, which signs off; the centre sees them ready', async ({
  house,
  open,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: ['19', '01906', '01912'] });
  const [province, commune, neighbour] = [conference.site(1), conference.site(2), conference.site(3)];
  const desk = await open(await conference.seat('technician'));
  const card = desk.locator('.sup-card').filter({ hasText: 'Thái Nguyên' });
  await expect(card).toContainText('0 / 3');
  const room = await open(await conference.room(commune));
  const clerk = await open(await conference.clerk(commune), { viewport: PHONE });
  const check = checkOf(clerk);
  const band = room.locator('.room-bands .ui-band');
  // H13: ten seconds against the media server, as its screen does it.
  const tried = check.getByRole('group', { name: 'Đo đường truyền' });
  await tried.getByRole('button').dblclick();
  await expect(band).toContainText('Đang đo đường truyền trong 10 giây');
  // M28: meanwhile the room hears itself, and nothing is sent; the clerk says that it was clear.
  const playback = check.getByRole('group', { name: 'Ghi và phát lại trong phòng' });
  await playback.getByRole('button').click();
  await expect(band).toContainText('Đang ghi 3 giây – xin hãy nói vào micro');
  await expect(band).toContainText('Đang phát lại – xin hãy nghe');
  await expect(playback).toContainText(/Đã phát lại \(thử lúc \d\d:\d\d:\d\d\)/);
  for (const part of ['Thấy hình', 'Nghe rõ tiếng', 'Thử tiếng', 'Đường truyền ổn định'])
    await check.getByRole('button', { name: new RegExp(`^(Đạt|Nghe rõ): ${part}`) }).click();
  await check.getByRole('button', { name: /^Chưa đạt: Tên điểm cầu/ }).click();
  await expect(card).toContainText('1 chưa đạt');
  await expect(check.locator('.ui-tag')).toContainText('1 chưa đạt');

  const ofProvince = await open(await conference.clerk(province));
  const part = provinceOf(ofProvince);
  // How much goes through is the machine's: with two cores that paint three pages, now and then a small picture.
  const enough = /Gửi đi: đủ cho hình (rõ|nhỏ)\. Nhận về: đủ cho hình (rõ|nhỏ)\./;
  await expect(tried).toContainText(enough, { timeout: 20_000 });
  const goesThrough = enough.exec((await tried.textContent()) ?? '')![0];
  await expect(tried).toContainText(/Gửi [\d,]+ Mbit\/s · Nhận [\d,]+ Mbit\/s · Mất \d[\d,]* % · Trễ \d+ ms · UDP/);
  await lookAt(clerk, 'clerk-check-tried', [PHONE]);
  await part.getByRole('button', { name: 'Kiểm tra kỹ thuật' }).click();
  await part.getByRole('button', { name: `Kiểm tra kỹ thuật của ${commune.name}` }).click();
  const dialog = ofProvince.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Xác nhận kết quả' })).toBeEnabled();
  await expect(dialog.getByRole('group', { name: 'Đo đường truyền' })).toContainText(goesThrough);
  await dialog.getByRole('button', { name: /^Đạt: Tên điểm cầu/ }).click();
  await dialog.getByRole('button', { name: 'Xác nhận kết quả' }).click();
  await expect(dialog.getByText(/^Đã xác nhận: /)).toBeVisible();
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  await expect(check.getByText(/^Đã xác nhận: .*\(tỉnh\), \d\d:\d\d$/)).toBeVisible();
  await expect(check).toContainText('Sẵn sàng');
  await expect(card).toContainText('1 / 3');

  // Signed off with two missing, then again with none.
  await part.getByRole('button', { name: 'Tỉnh xác nhận' }).click();
  await expect(ofProvince.getByRole('dialog')).toContainText('Còn 2 điểm cầu chưa sẵn sàng');
  await ofProvince.getByRole('dialog').getByRole('button', { name: 'Tỉnh xác nhận' }).click();
  await expect(card).toContainText('Tỉnh đã xác nhận, còn 2');
  for (const place of [neighbour, province]) await checked(conference, place);
  await expect(card).toContainText('3 / 3');
  await expect(part.getByText('3/3 sẵn sàng')).toBeVisible();
  await part.getByRole('button', { name: 'Tỉnh xác nhận' }).click();
  await ofProvince.getByRole('dialog').getByRole('button', { name: 'Tỉnh xác nhận' }).click();
  await expect(card).toHaveClass(/good/);
  await expect(card).toContainText('Tỉnh đã xác nhận');

  await card.click();
  const sites = desk.getByRole('region', { name: /^Tỉnh Thái Nguyên · 3\/3 sẵn sàng/ });
  await expect(sites.locator('.sup-site')).toHaveCount(3);
  await expect(sites.locator('.sup-site').filter({ hasText: 'Đã xác nhận' })).toHaveCount(1);
  // H14: nobody looks at the commune, and its line is there; from its check one writes to it.
  const own = sites.locator('.sup-site').filter({ hasText: commune.name });
  await expect(own).toContainText(/Đường truyền tốt.*Nhận \d+ kbit\/s/);
  await own.getByRole('button', { name: `Kiểm tra kỹ thuật của ${commune.name}` }).click();
  const atDesk = desk.getByRole('dialog');
  await expect(atDesk.getByRole('group', { name: 'Đo đường truyền' })).toContainText(goesThrough);
  await expect(atDesk.getByRole('group', { name: 'Ghi và phát lại trong phòng' })).toContainText('Đã phát lại');
  await lookAt(desk, 'technician-check', [{ width: 1366, height: 768 }]);
  await atDesk.getByRole('button', { name: 'Nhắn điểm cầu' }).click();
  await expect(desk.getByRole('region', { name: 'Tin nhắn với điểm cầu' })).toContainText(commune.name);

  const office = await open({ ...newcomer(`/c/${conference.conferenceId}/readiness`), cookie: conference.cookie });
  const panel = office.getByRole('region', { name: 'Kiểm tra kỹ thuật' });
  await expect(panel).toContainText('3 / 4 điểm cầu sẵn sàng');
  await expect(panel).toContainText('1 / 1 tỉnh đã xác nhận');
  const step = office.getByRole('link', { name: /Kiểm tra kỹ thuật/ });
  await expect(step).toHaveAttribute('aria-current', /./);
  await expect(step).toContainText('3 / 4 điểm cầu đã kiểm tra, 1 tỉnh đã xác nhận');
  await lookAt(office, 'office-readiness', [{ width: 1366, height: 768 }]);
});

test(
  'C19, C20, K20: a rehearsal from the technical desk says so on every screen, and its record is kept apart',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 1, name: NAME });
    const place = conference.site(1);
    const desk = await open(await conference.seat('technician'));
    await desk.getByRole('button', { name: 'Chạy thử', exact: true }).click();
    await expect(desk.getByRole('dialog')).toContainText('mọi màn hình ghi rõ là chạy thử');
    await desk.getByRole('dialog').getByRole('button', { name: 'Bắt đầu chạy thử' }).click();
    await expect(desk.getByText('Đang chạy thử – kiểm tra kỹ thuật')).toBeVisible();
    const moderator = await join(await conference.seat('moderator'));
    await moderator.must({
      type: 'floor.grantSite',
      siteId: SiteId.parse(place.siteId),
      speakerId: null,
      kind: 'discussion',
    });
    const room = await open(await conference.room(place), { viewport: { width: 1366, height: 768 } });
    const clerk = await open(await conference.clerk(place), { viewport: PHONE });
    const chair = await open(await conference.seat('chair'));
    const conducting = await open(await conference.seat('moderator'));
    for (const page of [room, clerk, chair, conducting])
      await expect(page.locator('header').getByText('Chạy thử', { exact: false }).first()).toBeVisible();
    await expect(room.getByText('TRỰC TIẾP')).toHaveCount(0);
    await lookAt(room, 'room-rehearsal');
    await lookAt(clerk, 'clerk-rehearsal', [PHONE]);
    await lookAt(chair, 'chair-rehearsal', [{ width: 1366, height: 768 }]);
    await lookAt(conducting, 'moderator-rehearsal', [PHONE, { width: 1366, height: 768 }]);
    await lookAt(desk, 'technician-rehearsal', [PHONE, { width: 1366, height: 768 }]);
    await desk.getByRole('button', { name: 'Kết thúc chạy thử' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Kết thúc chạy thử' }).click();
    await expect(desk.getByRole('button', { name: 'Chạy thử', exact: true })).toBeVisible();
    await expect(room.locator('header')).not.toContainText('Chạy thử');

    await moderator.must({ type: 'conference.open' });
    const office = await open({ ...newcomer(`/c/${conference.conferenceId}/record`), cookie: conference.cookie });
    const lines = office.locator('.record-place');
    await expect(lines).toContainText('Khai mạc hội nghị');
    await expect(lines).not.toContainText('Thảo luận');
    await office.getByRole('button', { name: /^Chạy thử 1: / }).click();
    await expect(lines).toContainText('Bắt đầu chạy thử');
    await expect(lines).toContainText('Thảo luận');
    await expect(lines).toContainText('Kết thúc chạy thử');
    await lookAt(office, 'record-rehearsal', [PHONE, { width: 1366, height: 768 }]);
  },
);

test(
  'the technical desk and calls for help on every screen, with none, one and many',
  BESIDE,
  async ({ house, open }) => {
    test.setTimeout(240_000);
    const server = house.servers[0]!;
    const none = await prepareConference(server, { sites: 1, name: NAME });
    const quiet = await open(await none.clerk(none.site(1)));
    await expect(checkOf(quiet)).toBeVisible();
    await lookAt(quiet, 'clerk-check-none');
    await quiet.getByRole('button', { name: 'Cần hỗ trợ', exact: true }).click();
    await lookAt(quiet, 'clerk-help-asking');
    await quiet.context().close();
    const empty = await open(await none.seat('technician'));
    await expect(requestsOf(empty).getByText('Không có yêu cầu nào')).toBeVisible();
    await lookAt(empty, 'technician-none');
    await empty.context().close();

    const country = await prepareConference(
      server,
      { sites: [...LONGEST_SITES, '19', '01906', '01912'], everySite: true, name: NAME },
      none.cookie,
    );
    const [longest, second, third, province, commune, neighbour] = [1, 2, 3, 4, 5, 6].map((n) => country.site(n));
    const clerks = new Clerks(country);
    await clerks.contact(longest!, 'Nguyễn Hoàng Thị Phương Thảo', '+84 912 345 678');
    await clerks.contact(commune!, 'Trần Thị Hạnh', '024 3825 6789');
    const technician = await country.seat('technician');
    const ofProvince = await country.clerk(province!);
    const id = await calls(country, longest!, 'notHeard', LONGEST_LINE);
    await checked(country, longest!, ['sound', 'line']);
    await checked(country, neighbour!);
    const page = await open(technician);
    await expect(requestsOf(page).locator('.sup-request')).toHaveCount(1);
    await lookAt(page, 'technician-one');
    await requestsOf(page)
      .getByRole('button', { name: /^Tôi xử lý/ })
      .click();
    await page.getByRole('dialog').getByLabel('Trả lời điểm cầu').fill(LONGEST_LINE);
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi trả lời' }).click();
    await expect(page.getByRole('dialog').locator('.sup-answer')).toBeVisible();
    await lookAt(page, 'technician-help');
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    const phone = await open(await country.clerk(longest!));
    await expect(ownOf(phone).locator('.sup-answer')).toBeVisible();
    await lookAt(phone, 'clerk-help-answered');
    await phone.context().close();

    for (const place of [second!, third!, commune!])
      await calls(country, place, 'line', 'Mất mạng, đang chuyển sang 4G');
    await expect(requestsOf(page).locator('.sup-request')).toHaveCount(4);
    await lookAt(page, 'technician-many');
    expect(await page.evaluate(() => document.scrollingElement!.scrollHeight - innerHeight)).toBe(0);
    await expect(page.getByText('3.356 điểm cầu', { exact: true })).toBeVisible();
    await page.locator('.sup-card').filter({ hasText: 'Thái Nguyên' }).click();
    await expect(page.getByText('93 điểm cầu', { exact: true })).toBeVisible();
    await lookAt(page, 'technician-province');
    await page.getByRole('button', { name: `Kiểm tra kỹ thuật của ${commune!.name}` }).click();
    await lookAt(page, 'technician-check');
    await page.context().close();

    const own = await open(ofProvince);
    await expect(provinceOf(own).locator('.sup-request')).toHaveCount(1);
    await lookAt(own, 'province-help');
    await provinceOf(own).getByRole('button', { name: 'Kiểm tra kỹ thuật' }).click();
    await expect(provinceOf(own).getByText('93 điểm cầu', { exact: true })).toBeVisible();
    await lookAt(own, 'province-check');
    await post(country, technician, `sites/${longest!.siteId}/help/${id}/solve`, {});
  },
);
