// Before a conference, by the page alone: the first administrator, a conference with its sites, a clerk's link given
// and given again, and a request that the clerk takes back.
import type { Locator, Page } from '@playwright/test';
import { ADMINISTRATOR } from '@diemcau/testkit';
import { BESIDE, expect, newcomer, test } from './journey.ts';

const NAME = 'Hội thảo về công tác dân vận';
const CLERK = 'Nông Thị Hà';
const ASKING = 'Ma Đình Khoa';
const PHONE = { width: 390, height: 844 };
const IN_HALF_AN_HOUR_MS = 30 * 60 * 1000;

/** In Viet Nam, as the fields of date and time are filled in. */
const startOf = (moment: number): { readonly date: string; readonly time: string } => {
  const said = (how: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', ...how }).format(moment);
  return { date: said({ dateStyle: 'short' }), time: said({ timeStyle: 'short' }) };
};

const pathOf = (link: string): string => {
  const { pathname, hash } = new URL(link);
  return pathname + hash;
};

/** By the one-time link, whose second use is refused; signed in by it, out, and in again by the password. */
const becomeAdministrator = async (page: Page, link: string): Promise<void> => {
  const { login, name, password } = ADMINISTRATOR;
  const entered = page.getByRole('heading', { name: 'Hội nghị', exact: true });
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill(name);
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(login);
  await page.getByLabel('Mật khẩu', { exact: false }).first().fill('ngan');
  await page.getByLabel('Nhập lại mật khẩu').fill(password);
  const make = page.getByRole('button', { name: 'Tạo tài khoản và vào hệ thống' });
  await make.click();
  await expect(page.getByText(/Mật khẩu cần ít nhất \d+ ký tự, hiện có 4\./)).toBeVisible();
  await page.getByLabel('Mật khẩu', { exact: false }).first().fill(password);
  await make.click();
  await expect(entered).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');

  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByRole('link', { name: 'Đăng nhập quản trị' }).click();
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(login);
  const secret = page.getByLabel('Mật khẩu', { exact: false }).first();
  await secret.fill('mot mat khau khac han');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByText('Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.')).toBeVisible();
  await expect(secret).toHaveValue('');
  await expect(page.getByRole('textbox', { name: 'Tên đăng nhập' })).toHaveValue(login);
  await secret.fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(entered).toBeVisible();
};

/** What is written about the conference, besides its sites. */
const describe = async (page: Page): Promise<void> => {
  const { date, time } = startOf(Date.now() + IN_HALF_AN_HOUR_MS);
  await page.getByRole('textbox', { name: 'Tên hội nghị' }).fill(NAME);
  await page.getByRole('combobox', { name: 'Loại' }).click();
  await page.getByRole('option', { name: 'Hội thảo' }).click();
  await page.getByRole('textbox', { name: 'Ngày' }).fill(date);
  await page.getByRole('textbox', { name: 'Giờ bắt đầu' }).fill(time);
  await page.getByRole('combobox', { name: 'Điểm cầu chính' }).fill('hoi truong chinh');
  await page.getByRole('option', { name: /Hội trường chính/ }).click();
};

/** By subtree, by search and by codes, which add up; answers with how many were chosen. */
const chooseSites = async (page: Page): Promise<number> => {
  const ways = page.getByRole('radiogroup', { name: 'Cách chọn điểm cầu' });
  const chosen = page.getByRole('region', { name: 'Các điểm cầu đã chọn' });
  const total = async (): Promise<number> => {
    const said = await chosen.getByRole('status').innerText();
    return Number(/Đã chọn (\d+) điểm cầu/.exec(said)?.[1]);
  };
  // Checked once its sites were read.
  const laiChau = page.getByRole('checkbox', { name: 'Tỉnh Lai Châu' });
  await laiChau.click();
  await expect(laiChau).toBeChecked();
  await expect.poll(total).toBeGreaterThan(30);
  const underLaiChau = await total();

  await ways.getByText('Tìm', { exact: true }).click();
  await page.getByRole('searchbox', { name: 'Tìm điểm cầu theo tên' }).fill('con dao');
  await page.getByRole('checkbox', { name: /Côn Đảo/ }).check();
  await expect.poll(total).toBe(underLaiChau + 1);

  await ways.getByText('Dán mã').click();
  const codes = page.getByRole('textbox', { name: 'Mã điểm cầu' });
  await codes.fill('01906\n26732\n99999\n01906\nXã không có');
  await page.getByRole('button', { name: 'Kiểm tra và thêm' }).click();
  await expect(page.getByText('Đã thêm 1 điểm cầu. 1 điểm cầu đã có trong danh sách. 1 mã lặp lại')).toBeVisible();
  await expect(page.getByText('2 mã không có trong hệ thống và chưa được thêm:')).toContainText('99999, Xã không có');
  await expect(codes).toHaveValue('99999\nXã không có');
  await expect.poll(total).toBe(underLaiChau + 2);
  return total();
};

/** Nothing is made while codes are left over or there are more sites than the limit; then it is. */
const makeConference = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Tạo hội nghị' }).first().click();
  await describe(page);
  const sites = await chooseSites(page);
  const make = page.getByRole('button', { name: 'Tạo hội nghị' });
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/conferences')) sent += 1;
  });
  await make.click();
  await expect(page.getByText('Ô “Dán mã” còn mã chưa được thêm.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Mã điểm cầu' }).fill('');
  const limit = page.getByRole('textbox', { name: 'Giới hạn số điểm cầu' });
  await limit.fill(String(sites - 1));
  await expect(page.getByText(`Vượt giới hạn ${sites - 1} điểm cầu: thừa 1.`)).toBeVisible();
  await make.click();
  await limit.fill(String(sites));
  await make.click();
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
  await expect(page.getByText(`Đang xem ${sites + 1} trong ${sites + 1}`)).toBeVisible();
  await expect(page.getByText(/^Hội thảo · /)).toBeVisible();
  expect(sent).toBe(1);
};

const linkIn = async (dialog: Locator): Promise<string> => {
  const link = await dialog.getByRole('textbox', { name: 'Đường dẫn riêng' }).inputValue();
  await dialog.getByRole('button', { name: 'Đã gửi, đóng lại' }).click();
  return link;
};

/** The clerk's link, and the one that takes its place. */
const giveTwice = async (page: Page): Promise<{ readonly old: string; readonly valid: string }> => {
  const dialog = page.getByRole('dialog');
  await page.getByRole('searchbox', { name: 'Tìm điểm cầu theo tên' }).fill('ba be');
  await page.getByRole('button', { name: /^Cấp đường dẫn cho .*Ba Bể/ }).click();
  await dialog.getByRole('textbox', { name: 'Họ và tên' }).fill(CLERK);
  await dialog.getByRole('button', { name: 'Cấp đường dẫn' }).click();
  const old = await linkIn(dialog);
  await expect(page.getByText('Đã cấp, chưa mở').filter({ visible: true })).toBeVisible();
  await page.getByRole('button', { name: `Thao tác với ${CLERK}` }).click();
  await page.getByRole('menuitem', { name: `Cấp lại đường dẫn cho ${CLERK}` }).click();
  await expect(dialog).toContainText('Đường dẫn cũ mất hiệu lực ngay.');
  await dialog.getByRole('button', { name: 'Cấp lại đường dẫn' }).click();
  return { old, valid: await linkIn(dialog) };
};

/** Asks for the floor for a delegate and takes that back: gone for good, whatever the page remembers. */
const askAndWithdraw = async (clerk: Page): Promise<void> => {
  await clerk.getByRole('button', { name: 'Xin phát biểu' }).click();
  await clerk.getByLabel('Họ và tên').fill(ASKING);
  await clerk.getByLabel('Chức vụ, đơn vị').fill('Bí thư Đoàn xã');
  await clerk.getByRole('button', { name: 'Gửi đăng ký' }).click();
  const withdraw = clerk.getByRole('button', { name: `Rút đăng ký của Đồng chí ${ASKING}` });
  await expect(withdraw).toBeVisible();
  await clerk.reload();
  await withdraw.click();
  const dialog = clerk.getByRole('dialog', { name: `Rút đăng ký của Đồng chí ${ASKING}?` });
  await dialog.getByRole('button', { name: 'Rút đăng ký' }).click();
  const none = clerk.getByText('Chưa có đăng ký nào đang chờ.');
  await expect(none).toBeVisible();
  await clerk.reload();
  await expect(none).toBeVisible();
};

test(
  'by the page alone: first administrator, conference, sites, links, and a request taken back',
  BESIDE,
  async ({ house, open, page }) => {
    const link = house.servers[0]?.adminLink ?? '';
    await becomeAdministrator(page, link);
    await makeConference(page);
    const { old, valid } = await giveTwice(page);

    const late = await open(newcomer(pathOf(old)), { viewport: PHONE });
    await late.getByRole('button', { name: 'Vào hội nghị' }).click();
    await expect(late.getByRole('heading', { name: 'Đường dẫn đã bị thu hồi' })).toBeVisible();
    const why =
      'Đường dẫn đã bị thu hồi hoặc đã được thay bằng đường dẫn khác. Hãy xin đường dẫn mới từ người tổ chức.';
    await expect(late.getByRole('alert').filter({ hasText: why })).toBeVisible();

    const clerk = await open(newcomer(pathOf(valid)), { viewport: PHONE });
    await clerk.getByRole('button', { name: 'Vào hội nghị' }).click();
    await expect(clerk).toHaveURL(/\/clerk\?seat=/);
    await expect(clerk.getByRole('heading', { name: /Ba Bể/ })).toBeVisible();
    await expect(clerk.getByText(NAME)).toBeVisible();
    await page.getByRole('button', { name: 'Làm mới' }).click();
    await expect(page.getByRole('row').filter({ hasText: CLERK })).toContainText('Đã vào');
    await askAndWithdraw(clerk);

    // The one-time link is used up.
    await late.goto(link);
    await late.getByRole('textbox', { name: 'Họ và tên' }).fill('Người đến sau');
    await late.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('nguoi-den-sau');
    await late.getByLabel('Mật khẩu', { exact: false }).first().fill(ADMINISTRATOR.password);
    await late.getByLabel('Nhập lại mật khẩu').fill(ADMINISTRATOR.password);
    await late.getByRole('button', { name: 'Tạo tài khoản và vào hệ thống' }).click();
    await expect(late.getByText('Đường dẫn tạo tài khoản quản trị không đúng hoặc đã dùng.')).toBeVisible();
  },
);
