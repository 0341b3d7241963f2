// The morning of a national conference, from an hour before to the close, led through its run sheet alone.
import type { Page } from '@playwright/test';
import { prepareConference } from '@diemcau/testkit';
import { Clerks } from './attending.ts';
import { expect, test } from './journey.ts';
import { next, Plan } from './plan.ts';
import { RoomScreen } from './room-screen.ts';

const PHONE = { width: 360, height: 780 };
const IN_AN_HOUR_MS = 59 * 60_000;
const NAME = 'Hội nghị trực tuyến toàn quốc sơ kết sáu tháng';

const REPORT = { honorific: 'Đồng chí', name: 'Hoàng Minh Sơn', position: 'Phó Chủ tịch – Tổng Thư ký' };
const PAPER = { honorific: 'Hòa thượng', name: 'Thích Minh Quang', position: 'Trưởng Ban Trị sự tỉnh' };
const SECOND_PAPER = { honorific: 'Bà', name: 'Nông Thị Thu', position: 'Chủ tịch Ủy ban MTTQ Việt Nam xã' };
const CHAIR = {
  honorific: 'Đồng chí',
  name: 'Trần Thị Lan Phương',
  position: 'Chủ tịch Ủy ban Trung ương MTTQ Việt Nam',
};
const ASKING = { name: 'Lò Văn Piềng', position: 'Già làng bản Pác Bó' };
const ORDERLY = { name: 'Ma Đình Khoa', position: 'Bí thư Đoàn xã' };

type Asked = { readonly name: string; readonly position: string; readonly kind: string };

/** A clerk asks for the floor for a delegate, on the phone. */
const askFor = async (clerk: Page, { name, position, kind }: Asked): Promise<void> => {
  await clerk.getByRole('button', { name: 'Xin phát biểu' }).click();
  await clerk.getByLabel('Họ và tên').fill(name);
  await clerk.getByLabel('Chức vụ, đơn vị').fill(position);
  await clerk.getByLabel('Hình thức').selectOption({ label: kind });
  await clerk.getByRole('button', { name: 'Gửi đăng ký' }).click();
};

test('a morning by the run sheet alone: opening, roll call, report, papers, discussion, directive speech, break, conclusion', async ({
  house,
  open,
  join,
}) => {
  test.setTimeout(240_000);
  const startsAt = new Date(Date.now() + IN_AN_HOUR_MS);
  const conference = await prepareConference(house.servers[0]!, { sites: 2, name: NAME, startsAt });
  const { hall } = conference;
  const [first, second] = [conference.site(1), conference.site(2)];
  const clerks = new Clerks(conference);
  await clerks.delegate(first, PAPER);
  await clerks.delegate(second, SECOND_PAPER);
  const client = await join(await conference.seat('moderator'));
  const secretary = await conference.seat('secretary');
  const plan = new Plan(client);
  const opening = await plan.item('Chào cờ, khai mạc, điểm danh', 10);
  const reports = await plan.item('Báo cáo sơ kết và tham luận', 30);
  const discussion = await plan.item('Thảo luận', 40);
  const directive = await plan.item('Phát biểu chỉ đạo', 15);
  const conclusion = await plan.item('Kết luận, bế mạc', 10);
  await plan.row({ kind: 'opening' }, opening);
  await plan.row({ kind: 'introduction' }, opening);
  await plan.row({ kind: 'rollCall' }, opening, {}, 300);
  await plan.speech('report', hall, reports, REPORT);
  await plan.speech('paper', first, reports, PAPER);
  await plan.speech('paper', second, reports, SECOND_PAPER);
  await plan.row({ kind: 'discussion' }, discussion);
  await plan.speech('directive', hall, directive, CHAIR);
  await plan.row({ kind: 'break' }, directive, {}, 15 * 60);
  await plan.row({ kind: 'resume' }, conclusion);
  await plan.speech('conclusion', hall, conclusion, CHAIR);
  await plan.row({ kind: 'closing' }, conclusion);

  // An hour before: a clerk comes by the link, and is told that the centre hears and sees the room.
  const clerk = await open(await conference.clerk(first), { viewport: PHONE });
  const screen = new RoomScreen(await open(await conference.room(first)));
  await expect(clerk.getByText('Trung tâm nghe rõ, thấy rõ').first()).toBeVisible();
  await open(await conference.room(hall));
  const watcher = new RoomScreen(await open(await conference.room(second)));
  const item = watcher.page.locator('.room-foot');
  const chair = await open(await conference.seat('chair'));
  const words = chair.locator('.chair-say');
  const desk = await open(await conference.seat('moderator'));
  await expect(words).toContainText(`tôi xin tuyên bố khai mạc ${NAME}.`);

  await next(desk, 'Khai mạc');
  await watcher.sees(hall.number);
  await watcher.hears(hall.number);
  await expect(item).toContainText('Mục 1. Chào cờ, khai mạc, điểm danh');
  await expect(words).toContainText('Tôi xin trân trọng giới thiệu các vị đại biểu');
  await next(desk, 'Giới thiệu đại biểu');

  // The roll call: one site answers on the clerk's phone, one is entered by its clerk elsewhere, the hall stays silent.
  await expect(words).toContainText('Đề nghị các điểm cầu báo cáo số đại biểu có mặt.');
  await next(desk, 'Điểm danh');
  await expect(clerk.locator('.clerk-now')).toContainText('Đề nghị báo cáo số đại biểu có mặt trước');
  await clerk.getByRole('button', { name: 'Đủ cả 1' }).click();
  await clerk.getByRole('button', { name: 'Báo cáo 1 có mặt' }).click();
  const rollCall = client.live.attendance.rollCall;
  expect(await clerks.answer(second, rollCall?.rollCallId ?? '', 18)).toBe(204);
  await expect(chair.getByText('Có mặt 19 đại biểu')).toBeVisible();

  // The report in the hall, then a paper from each site.
  await next(desk, REPORT.name);
  await expect(item).toContainText('Mục 2. Báo cáo sơ kết và tham luận');
  await screen.sees(hall.number);
  await screen.tally('standby');
  await expect(words).toContainText(
    `Xin trân trọng cảm ơn đồng chí ${REPORT.name}. Tiếp theo, kính mời Hòa thượng ${PAPER.name}, ${PAPER.position}, tại điểm cầu tỉnh Thái Nguyên, trình bày tham luận.`,
  );
  await next(desk, PAPER.name);
  await watcher.sees(first.number);
  await watcher.hears(first.number, hall.number);
  await expect(watcher.page.locator('.ui-third')).toContainText(`Hòa thượng ${PAPER.name}`);
  await watcher.tally('standby');
  await next(desk, SECOND_PAPER.name);
  await screen.sees(second.number);
  await screen.hears(second.number, hall.number);
  await screen.hearsNothingBut(second.number, hall.number);

  // The discussion: a request is slotted in; a point of order jumps the queue and cuts nobody off.
  await next(desk, 'Thảo luận');
  await watcher.sees(hall.number);
  await askFor(clerk, { ...ASKING, kind: 'Thảo luận' });
  const asked = desk.locator('.fl-queue').getByRole('row', { name: ASKING.name });
  await asked.getByRole('button').click();
  await desk.getByRole('menuitem', { name: 'Đưa vào kịch bản' }).click();
  await expect(desk.locator('.rs-row.next')).toContainText(ASKING.name);
  await next(desk, ASKING.name);
  await watcher.sees(first.number);
  const ofSecond = await open(await conference.clerk(second), { viewport: PHONE });
  await askFor(ofSecond, { ...ORDERLY, kind: 'Ý kiến về trình tự' });
  await expect(desk.locator('.fl-queue').getByRole('row').first()).toContainText(ORDERLY.name);
  await watcher.tally('standby');
  await watcher.sees(first.number);
  await screen.tally('onAir');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await screen.sees(second.number);
  await screen.hears(second.number, hall.number);
  await expect(screen.page.locator('.ui-third')).toContainText(ORDERLY.name);

  // The directive speech in the hall, the break with its countdown, the conclusion, the words of the close.
  await next(desk, CHAIR.name);
  await screen.sees(hall.number);
  await expect(item).toContainText('Mục 4. Phát biểu chỉ đạo');
  await next(desk, 'Giải lao');
  await expect(watcher.page.locator('.room-bands')).toContainText(/Giải lao – trở lại lúc \d\d:\d\d/);
  await watcher.tally('off');
  await next(desk, 'Tiếp tục làm việc');
  await expect(item).toContainText('Mục 5. Kết luận, bế mạc');
  await next(desk, CHAIR.name);
  await expect(chair.locator('.chair-speaking')).toContainText(CHAIR.name);
  await next(desk, 'Bế mạc');
  await expect(words).toContainText('Tôi xin tuyên bố bế mạc hội nghị.');
  await desk.getByRole('button', { name: 'Kết thúc', exact: true }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Kết thúc hội nghị' }).click();
  await expect(watcher.page.getByText('Hội nghị đã kết thúc.')).toBeVisible();
  await expect(clerk.locator('.clerk-now')).toContainText('Hội nghị đã kết thúc');

  // What was done stands in the record.
  const record = await open(secretary, { path: `/c/${conference.conferenceId}/record` });
  await record.getByRole('button', { name: 'Theo người' }).click();
  for (const { name } of [REPORT, PAPER, SECOND_PAPER, ASKING, ORDERLY, CHAIR])
    await expect(record.getByRole('row').filter({ hasText: name })).toBeVisible();
  await expect(record.getByRole('row').filter({ hasText: CHAIR.name })).toContainText('2');
});
