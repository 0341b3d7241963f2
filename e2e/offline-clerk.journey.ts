// A clerk whose line is cut in the middle of the roll call: nothing that was counted is lost, not even with the page.
import { prepareConference } from '@diemcau/testkit';
import { Clerks } from './attending.ts';
import { BESIDE, expect, test } from './journey.ts';
import { lookAt } from './looking.ts';

const PHONE = { width: 360, height: 780 };
const PEOPLE = ['Hoàng Thị Duyên', 'Ma Đình Khoa', 'Nông Văn Sáng'].map((name) => ({
  honorific: 'Đồng chí',
  name,
  position: 'Ủy viên Ủy ban',
}));

test(
  'N18: marks and the head count without a line are kept on the device and sent by the page that is opened next',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 1 });
    const desk = await join(await conference.seat('moderator'));
    const seat = await conference.clerk(conference.site(1));
    const clerks = new Clerks(conference);
    for (const person of PEOPLE) await clerks.delegate(conference.site(1), person);
    const clerk = await open(seat, { viewport: PHONE });
    await expect(clerk.locator('.att-row')).toHaveCount(PEOPLE.length);
    await desk.must({ type: 'attendance.openRollCall', closesAt: Date.now() + 1_800_000 });
    await expect(clerk.locator('.clerk-now')).toContainText('Đề nghị báo cáo');

    const context = clerk.context();
    await context.setOffline(true);
    for (const { name } of PEOPLE.slice(0, 2))
      await clerk.getByRole('button', { name: new RegExp(`^Ghi có mặt: .*${name}`) }).click();
    await clerk.getByRole('button', { name: 'Báo cáo 2 có mặt' }).click();
    const unsent = clerk.locator('.clerk-now .att-unsent');
    await expect(unsent).toContainText('2 lần ghi điểm danh; số đại biểu có mặt: 2. Có mạng là tự gửi.');
    await expect(clerk.locator('.att-unsent')).toHaveCount(2);
    await expect(clerk.getByRole('status').filter({ hasText: 'Chưa gửi' })).toHaveCount(1);
    await expect(clerk.locator('.att-row.present')).toHaveCount(2);
    await lookAt(clerk, 'clerk-offline');
    expect(desk.attendance).toMatchObject({ answered: 0, present: 0 });

    await clerk.close();
    await context.setOffline(false);
    const next = await context.newPage();
    await next.goto(seat.path);
    await expect(next.locator('.att-row.present')).toHaveCount(2);
    await expect.poll(() => desk.attendance).toMatchObject({ answered: 1, present: 2, summoned: 3 });
    await expect(next.locator('.att-unsent')).toHaveCount(0);
  },
);
