// A delegate alone at a phone: a site of one person, by the same rules as every room.
import type { Page } from '@playwright/test';
import { prepareConference, type SeatClient, type TestConference } from '@diemcau/testkit';
import { turnOf } from './floor.ts';
import { BESIDE, expect, type Journey, newcomer, test } from './journey.ts';
import { LONGEST_SITES, NAME, SPEAKERS } from './longest.ts';
import { lookAt } from './looking.ts';
import { RoomScreen } from './room-screen.ts';

const PHONE = { width: 360, height: 780 };
/** What the camera of the delegate sees and their microphone hears. */
const OWN = 5;

type Person = { readonly honorific: string; readonly name: string; readonly position: string };

/** The administrator at the preparation page. */
const officeOf = async (open: Journey['open'], conference: TestConference): Promise<Page> => {
  const office = await open(newcomer('/sign-in'));
  const [name = '', value = ''] = conference.cookie.split('=', 2);
  await office.context().addCookies([{ name, value, url: conference.origin }]);
  await office.goto(`/c/${conference.conferenceId}/prepare`);
  return office;
};

/** Adds the person on the preparation page, of the unit that the typed words find first; answers with the link. */
const addPerson = async (office: Page, { honorific, name, position }: Person, unit: string): Promise<URL> => {
  await office.getByRole('button', { name: 'Thêm cá nhân' }).click();
  await office.getByLabel('Danh xưng').selectOption(honorific);
  await office.getByLabel('Họ và tên').fill(name);
  await office.getByLabel('Chức vụ, đơn vị').fill(position);
  await office.getByRole('combobox', { name: 'Đơn vị' }).fill(unit);
  await office.getByRole('listbox', { name: 'Đơn vị' }).getByRole('option', { name: unit }).click();
  await office.getByRole('button', { name: 'Thêm và cấp đường dẫn' }).click();
  return new URL(await office.getByRole('textbox', { name: 'Đường dẫn riêng' }).inputValue());
};

/** The delegate opens their link on a phone. */
const enter = async (open: Journey['open'], link: URL): Promise<RoomScreen> => {
  const screen = { role: 'room', place: { number: OWN }, path: '/room' } as const;
  const page = await open(screen, { path: `${link.pathname}${link.hash}`, viewport: PHONE });
  await page.getByRole('button', { name: 'Vào hội nghị' }).click();
  await page.waitForURL(/[/]delegate[?]seat=/);
  return new RoomScreen(page);
};

const callFirst = async (chair: SeatClient): Promise<void> => {
  await chair.until(() => chair.live.floor.queue.length > 0, 'a request');
  const { requestId } = chair.live.floor.queue[0]!;
  await chair.must({ type: 'floor.next', endTurnId: null, requestId, limitSeconds: 300 });
  await chair.until(() => chair.live.floor.turn?.requestId === requestId, 'the turn');
};

test('S21, M16: a delegate on a phone asks, stands by, is seen and heard with the floor alone, and answers the roll call', async ({
  house,
  open,
  join,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 1 });
  const { hall } = conference;
  const office = await officeOf(open, conference);
  const person = { honorific: 'Bà', name: 'Trần Thị Bình', position: 'Phó Chủ tịch Hội Liên hiệp Phụ nữ' };
  const link = await addPerson(office, person, '01906');
  await office.getByRole('button', { name: 'Đã gửi, đóng lại' }).click();
  await expect(office.getByText('Cá nhân bà Trần Thị Bình').first()).toBeVisible();
  await office.close();

  const phone = await enter(open, link);
  await phone.seesItself(OWN);
  const { page } = phone;
  const shut = page.getByText('Micro của điểm cầu đang tắt và sẽ mở khi chủ trì mời phát biểu.');
  await expect(shut).toBeVisible();
  const chair = await join(await conference.seat('chair'));
  await open(await conference.room(hall));
  const other = new RoomScreen(await open(await conference.room(conference.site(1))));
  await chair.must({ type: 'conference.open' });
  await phone.sees(hall.number);
  await phone.hears(hall.number);
  await other.hearsNothingBut(hall.number);

  await page.getByRole('button', { name: 'Xin phát biểu' }).click();
  await page.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await expect(page.getByText('Đăng ký của tôi')).toBeVisible();
  await phone.tally('standby');
  await expect(phone.band).toContainText('chuẩn bị phát biểu');
  await other.hearsNothingBut(hall.number);

  await callFirst(chair);
  await phone.tally('onAir');
  await expect(phone.band).toContainText('ĐANG LÊN HÌNH – micro đang mở. Kính mời bà Trần Thị Bình phát biểu');
  await other.sees(OWN);
  await other.hears(hall.number, OWN);
  await expect(other.page.locator('.ui-third')).toContainText('Phó Chủ tịch Hội Liên hiệp Phụ nữ');
  // Nobody hears the own voice come back.
  await phone.hearsNothingBut(hall.number);

  await chair.must({ type: 'floor.end', turnId: turnOf(chair).turnId });
  await other.sees(hall.number);
  await other.hears(hall.number);
  await other.hearsNothingBut(hall.number);
  await expect(shut).toBeVisible();

  await chair.must({ type: 'attendance.openRollCall', closesAt: Date.now() + 600_000 });
  await page.getByRole('button', { name: 'Tôi có mặt' }).click();
  await expect(page.getByText('Đã ghi nhận có mặt lúc')).toBeVisible();
  await chair.until(() => chair.attendance?.answered === 1 && chair.attendance.present === 1, 'one head');

  // X1, X7: alone at a site, the delegate writes to the secretary and confirms what is announced.
  const secretary = await open(await conference.seat('secretary'));
  await page.getByRole('button', { name: 'Viết cho Thư ký' }).click();
  await page.getByLabel('Nội dung gửi Thư ký').fill('Tôi xin gửi bài bằng văn bản.');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await secretary.locator('.sec-choice').getByRole('button', { name: 'Tin nhắn' }).click();
  await secretary.getByText('Cá nhân bà Trần Thị Bình').first().click();
  await expect(secretary.getByText('Tôi xin gửi bài bằng văn bản.')).toBeVisible();

  // H1: and asks the technical desk for help.
  const technician = await join(await conference.seat('technician'));
  await page.getByRole('button', { name: 'Cần hỗ trợ', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi yêu cầu' }).click();
  await expect(page.locator('.sup-own')).toContainText('Đã nhận');
  await technician.until(() => technician.support?.provinces.some(({ help }) => help === 1), 'the call');
});

test('what a delegate on a personal device sees, at every size', BESIDE, async ({ house, open, join }) => {
  test.setTimeout(240_000);
  const conference = await prepareConference(house.servers[0]!, { sites: LONGEST_SITES.slice(0, 1), name: NAME });
  const office = await officeOf(open, conference);
  await office.getByRole('button', { name: 'Thêm cá nhân' }).click();
  await lookAt(office, 'prepare-person');
  await office.getByRole('button', { name: 'Đóng' }).click();
  const link = await addPerson(office, SPEAKERS[0], LONGEST_SITES[0]!);
  await office.getByRole('button', { name: 'Đã gửi, đóng lại' }).click();
  await lookAt(office, 'prepare-with-person');
  await office.close();

  const phone = await enter(open, link);
  const { page } = phone;
  await phone.isUp();
  await phone.seesItself(OWN);
  await lookAt(page, 'delegate-prepared');
  const chair = await join(await conference.seat('chair'));
  await open(await conference.room(conference.hall));
  await chair.must({ type: 'conference.open' });
  await phone.sees(conference.hall.number);
  await page.getByRole('button', { name: 'Xin phát biểu' }).click();
  await page.getByText('Camera, micro, loa').click();
  await lookAt(page, 'delegate-asking');
  await page.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await page.getByText('Camera, micro, loa').click();
  await phone.tally('standby');
  await chair.must({ type: 'attendance.openRollCall', closesAt: Date.now() + 600_000 });
  await expect(page.getByRole('button', { name: 'Tôi có mặt' })).toBeVisible();
  await lookAt(page, 'delegate-standby');
  await callFirst(chair);
  await phone.tally('onAir');
  await lookAt(page, 'delegate-on-air');
  await chair.must({ type: 'conference.close' });
  await expect(page.getByRole('heading', { name: 'Hội nghị đã kết thúc.' })).toBeVisible();
  await lookAt(page, 'delegate-ended');
});
