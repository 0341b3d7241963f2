// What everybody begins with: the conferences of an administrator, of a person with a seat, and of nobody.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { AgendaItemId, RowId } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import type { CommandTexts } from '@diemcau/domain/wire';
import { makeAdministrator, prepareConference, type OpenedSeat, type TestConference } from '@diemcau/testkit';
import { BESIDE, expect, test } from './journey.ts';
import { lookAt } from './looking.ts';
import { LONGEST_SITES, NAME, SPEAKERS } from './longest.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const hold = async (page: Page, origin: string, cookie: string): Promise<void> => {
  const [name = '', value = ''] = cookie.split('=', 2);
  await page.context().addCookies([{ name, value, url: origin }]);
};

const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);

/** As the administrator whose cookie the page holds. */
const command = async (
  page: Page,
  { origin, conferenceId }: TestConference,
  what: Command,
  texts: CommandTexts = {},
): Promise<void> => {
  const data = { id: randomUUID(), command: what, texts };
  const answer = await page.request.post(`${origin}/api/v1/conferences/${conferenceId}/commands`, { data });
  expect(answer.status()).toBe(200);
};

const dateIn = (days: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(inDays(days));

/** Two items and a row. */
const writePlan = async (page: Page, conference: TestConference): Promise<void> => {
  const item = { seconds: 600, presenterId: null, parentId: null, before: null } as const;
  const [opening, reports] = [AgendaItemId.parse(randomUUID()), AgendaItemId.parse(randomUUID())];
  await command(
    page,
    conference,
    { type: 'agenda.add', itemId: opening, kind: 'opening', ...item },
    { title: 'Khai mạc' },
  );
  const title = 'Báo cáo của các tỉnh, thành phố';
  await command(page, conference, { type: 'agenda.add', itemId: reports, kind: 'report', ...item }, { title });
  const row = { rowId: RowId.parse(randomUUID()), itemId: opening, seconds: 300, before: null } as const;
  await command(page, conference, { type: 'runSheet.add', act: { kind: 'opening' }, ...row });
};

/** A delegate with the longest name and position is reported absent by the clerk of the site. */
const reportAbsent = async ({ seatId, cookie, place }: OpenedSeat, { origin }: TestConference): Promise<void> => {
  const [, { honorific, name, position }] = SPEAKERS;
  const delegateId = randomUUID();
  const person = { honorific, name, position, unit: null, kind: 'official', substituteFor: null, phone: null, rank: 1 };
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${origin}/api/v1/seats/${seatId}/sites/${place?.siteId}/${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUID(), ...body }),
    });
    expect(answer.status).toBe(204);
  };
  await post('delegates', { delegateId, ...person });
  await post('marks', { marks: [{ delegateId, status: 'absent', reason: 'Đi công tác' }] });
};

test('an administrator sees what is today, coming and past, and what each lacks', BESIDE, async ({ house, page }) => {
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

test(
  'who has seats sees their own conferences and opens their screens; who has none is told what to do',
  BESIDE,
  async ({ house, open, page }) => {
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
  },
);

test(
  'a conference is copied, saved as a template, and made from templates; its steps say what is missing',
  BESIDE,
  async ({ house, page }) => {
    const server = house.servers[0]!;
    const cookie = await makeAdministrator(server);
    await hold(page, server.origin, cookie);
    await page.setViewportSize({ width: 1366, height: 768 });
    const first = await prepareConference(server, { sites: LONGEST_SITES, name: NAME, startsAt: inDays(1) }, cookie);
    await writePlan(page, first);

    await page.goto(`${server.origin}/c/${first.conferenceId}/prepare`);
    const steps = page.getByRole('navigation', { name: 'Các bước của hội nghị' });
    await expect(steps.getByRole('link', { name: 'Kế hoạch' })).toContainText('2 mục chương trình, 1 dòng kịch bản');
    await expect(steps.getByRole('link', { name: 'Điểm cầu và đường dẫn' })).toContainText(
      'Còn 4 điểm cầu chưa có đường dẫn, chưa có chủ trì',
    );
    await expect(steps.getByRole('link', { name: 'Đại biểu' })).toContainText('0 / 4 điểm cầu đã có danh sách');
    await expect(steps.getByRole('link', { name: 'biên bản' })).toHaveCount(0);
    await lookAt(page, 'steps-prepare');
    await steps.getByRole('link', { name: 'Đại biểu' }).click();
    await expect(page.getByText('Chưa có danh sách').first()).toBeVisible();
    await lookAt(page, 'delegates');
    await steps.getByRole('link', { name: 'Kế hoạch' }).click();
    await expect(page.getByText('Báo cáo của các tỉnh').first()).toBeVisible();
    await lookAt(page, 'steps-agenda');

    await steps.getByRole('link', { name: 'Điểm cầu và đường dẫn' }).click();
    await page.getByRole('button', { name: 'Việc khác với hội nghị' }).click();
    await page.getByRole('menuitem', { name: 'Lưu làm mẫu' }).click();
    await page.getByRole('textbox', { name: 'Tên mẫu' }).fill('Mẫu sơ kết của Trung ương');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect(page.getByText('Đã lưu mẫu “Mẫu sơ kết của Trung ương”')).toBeVisible();

    await page.getByRole('button', { name: 'Việc khác với hội nghị' }).click();
    await page.getByRole('menuitem', { name: 'Sao chép hội nghị' }).click();
    await expect(page.getByText('2 mục chương trình, 1 dòng kịch bản')).toBeVisible();
    await page.getByRole('textbox', { name: 'Tên hội nghị' }).fill('Bản sao');
    await page.getByRole('button', { name: 'Tạo hội nghị' }).click();
    await expect(page.getByText('Hãy nhập ngày, ví dụ 28/12/2026.')).toBeVisible();
    await lookAt(page, 'copy');
    await page.getByRole('textbox', { name: 'Ngày' }).fill(dateIn(30));
    // A second press makes no second conference.
    await page.getByRole('button', { name: 'Tạo hội nghị' }).dblclick();
    await expect(page.getByRole('heading', { name: 'Bản sao' })).toBeVisible();
    await expect(steps.getByRole('link', { name: 'Kế hoạch' })).toContainText('2 mục chương trình, 1 dòng kịch bản');
    await page.goto(`${server.origin}/`);
    await expect(page.getByRole('link', { name: 'Bản sao' })).toHaveCount(1);

    await page.getByRole('link', { name: 'Mẫu hội nghị' }).click();
    await expect(page.getByText('Mẫu sơ kết của Trung ương')).toBeVisible();
    await lookAt(page, 'templates');
    await page.getByRole('searchbox').fill('truc tuyen toan quoc');
    await expect(page.getByText('Mẫu sơ kết của Trung ương')).toHaveCount(0);
    await page.getByRole('link', { name: 'Dùng mẫu này' }).click();
    await page.getByRole('textbox', { name: 'Tên hội nghị' }).fill('Từ mẫu');
    await page.getByRole('textbox', { name: 'Ngày' }).fill(dateIn(40));
    await page.getByRole('button', { name: 'Tạo hội nghị' }).click();
    await expect(page.getByText('Hãy chọn điểm cầu chính')).toBeVisible();
    // The field that lacks something has the focus, and shows its list.
    await page.keyboard.press('Escape');
    await lookAt(page, 'from-template');
    await page.getByRole('combobox', { name: 'Điểm cầu chính' }).fill('hoi truong chinh');
    await page.getByRole('option', { name: /Hội trường chính/ }).click();
    await page.getByRole('button', { name: 'Tạo hội nghị' }).click();
    await expect(page.getByRole('heading', { name: 'Từ mẫu' })).toBeVisible();
    await steps.getByRole('link', { name: 'Kế hoạch' }).click();
    await expect(page.getByText('Phát biểu chỉ đạo').filter({ visible: true }).first()).toBeVisible();
    await lookAt(page, 'agenda-from-template');

    await page.goto(`${server.origin}/mau`);
    await page.getByRole('button', { name: 'Việc với mẫu Mẫu sơ kết của Trung ương' }).click();
    await page.getByRole('menuitem', { name: 'Xóa mẫu' }).click();
    await page.getByRole('button', { name: 'Xóa mẫu' }).click();
    await expect(page.getByText('Mẫu sơ kết của Trung ương')).toHaveCount(0);

    await command(page, first, { type: 'conference.open' });
    await page.goto(`${server.origin}/c/${first.conferenceId}/record`);
    await expect(steps.getByRole('link', { name: 'biên bản' })).toContainText('Đang được ghi lại');
    await lookAt(page, 'steps-record');

    await reportAbsent(await first.clerk(first.site(1)), first);
    await page.getByRole('button', { name: 'Vắng mặt' }).click();
    const absent = page.getByRole('table', { name: 'Đại biểu vắng mặt' });
    await expect(absent).toContainText('Thích Thiện Nhơn Quảng Đức');
    await expect(absent).toContainText('Đi công tác');
    await lookAt(page, 'record-absent');
    await page.getByRole('searchbox', { name: 'Tìm theo tên đại biểu, điểm cầu' }).fill('khong co ai');
    await expect(page.getByText('Không có đại biểu nào như vậy.')).toBeVisible();
  },
);
