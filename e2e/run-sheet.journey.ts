// A conference by its run sheet: one key leads through it, and words, agenda, floor and picture go together.
import { prepareConference } from '@diemcau/testkit';
import { ask } from './floor.ts';
import { expect, test } from './journey.ts';
import { next, Plan } from './plan.ts';
import { RoomScreen } from './room-screen.ts';

const REPORT = { honorific: 'Hòa thượng', name: 'Thích Minh Quang', position: 'Ủy viên Ủy ban Trung ương' };
const CONCLUSION = { honorific: 'Đồng chí', name: 'Hoàng Minh Sơn', position: 'Phó Chủ tịch Thường trực' };
const BREAK_SECONDS = 15 * 60;

test('the moderator leads through the run sheet with Space alone; every screen follows', async ({
  house,
  open,
  join,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 2, name: 'Hội nghị sơ kết' });
  const { hall } = conference;
  const [first, second] = [conference.site(1), conference.site(2)];
  const plan = new Plan(await join(await conference.seat('moderator')));
  const opening = await plan.item('Khai mạc', 5);
  const reports = await plan.item('Báo cáo của các tỉnh', 20);
  const discussion = await plan.item('Thảo luận', 30);
  const conclusion = await plan.item('Kết luận', 10);
  await plan.row({ kind: 'opening' }, opening);
  await plan.speech('report', first, reports, REPORT);
  await plan.row({ kind: 'discussion' }, discussion);
  await plan.row({ kind: 'break' }, discussion, {}, BREAK_SECONDS);
  await plan.row({ kind: 'resume' }, conclusion, { row: { cue: 'Xin mời các vị đại biểu vào chỗ.', note: '' } });
  await plan.speech('conclusion', hall, conclusion, CONCLUSION);

  const desk = await open(await conference.seat('moderator'));
  const chair = await open(await conference.seat('chair'));
  const words = chair.locator('.chair-say');
  await open(await conference.room(hall));
  const speaker = new RoomScreen(await open(await conference.room(first)));
  const watcher = new RoomScreen(await open(await conference.room(second)));
  const item = watcher.page.locator('.room-foot');

  // Before: the chair sees what to say, the desk what the key will do.
  await expect(words).toContainText('tôi xin tuyên bố khai mạc Hội nghị sơ kết.');
  await expect(desk.locator('.mod-effects')).toContainText('Khai mạc hội nghị; chuyển sang mục 1. Khai mạc');
  await next(desk, 'Khai mạc');
  await watcher.sees(hall.number);
  await expect(item).toContainText('Mục 1. Khai mạc');
  await speaker.tally('standby');
  await expect(words).toContainText(
    'Kính mời Hòa thượng Thích Minh Quang, Ủy viên Ủy ban Trung ương, tại điểm cầu tỉnh Thái Nguyên, trình bày báo cáo.',
  );

  // The report of the first site: agenda, microphone and picture go with one key.
  await next(desk, 'Thích Minh Quang');
  await watcher.sees(first.number);
  await watcher.hears(first.number, hall.number);
  await speaker.tally('onAir');
  await expect(item).toContainText('Mục 2. Báo cáo của các tỉnh');
  await expect(words).toContainText('Xin trân trọng cảm ơn Hòa thượng Thích Minh Quang.');

  // The discussion; the second site asks, and is put into the run sheet before the break.
  await next(desk, 'Thảo luận');
  await watcher.sees(hall.number);
  await expect(words).toContainText('Hội nghị chuyển sang phần thảo luận.');
  await ask(await join(await conference.clerk(second)), second, 'Nông Thị Thu');
  const asked = desk.locator('.fl-queue').getByRole('row', { name: 'Nông Thị Thu' });
  await asked.getByRole('button').click();
  await desk.getByRole('menuitem', { name: 'Đưa vào kịch bản' }).click();
  await expect(desk.locator('.rs-row.next')).toContainText('Nông Thị Thu');
  await next(desk, 'Nông Thị Thu');
  await speaker.sees(second.number);
  await watcher.tally('onAir');
  await expect(desk.locator('.fl-queue')).toHaveCount(0);

  // The break: a countdown in every room.
  await next(desk, 'Giải lao');
  await expect(watcher.page.locator('.room-bands')).toContainText(/Giải lao – trở lại lúc \d\d:\d\d/);
  await expect(watcher.page.getByRole('timer')).toContainText(/còn 14:\d\d/);
  await expect(words).toContainText('Kính mời các vị đại biểu trở lại vị trí');
  await watcher.tally('off');

  // Words of the row's own, then the conclusion in the hall.
  await expect(words).toContainText('Xin mời các vị đại biểu vào chỗ.');
  await next(desk, 'Tiếp tục làm việc');
  await watcher.sees(hall.number);
  await expect(watcher.page.locator('.room-bands')).not.toContainText('Giải lao');
  await next(desk, 'Hoàng Minh Sơn');
  await expect(chair.locator('.chair-speaking')).toContainText('Hoàng Minh Sơn');
  await watcher.sees(hall.number);
  await expect(item).toContainText('Mục 4. Kết luận');
  await expect(desk.locator('.ui-step')).toContainText('Đã hết kịch bản');
});

test('"Tiếp" is taken back within three seconds: the speech goes on, the agenda is where it was', async ({
  house,
  open,
  join,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 2 });
  const [first, second] = [conference.site(1), conference.site(2)];
  const client = await join(await conference.seat('moderator'));
  const plan = new Plan(client);
  const [one, two] = [await plan.item('Báo cáo thứ nhất', 10), await plan.item('Báo cáo thứ hai', 10)];
  await plan.speech('report', first, one, REPORT);
  await plan.speech('report', second, two, CONCLUSION);
  await client.must({ type: 'conference.open' });
  const desk = await open(await conference.seat('moderator'));
  const speaker = new RoomScreen(await open(await conference.room(first)));
  const watcher = new RoomScreen(await open(await conference.room(second)));
  await next(desk, REPORT.name);
  await watcher.hears(first.number);
  const before = client.live.floor.turn;
  const current = client.live.agenda.current;

  await next(desk, CONCLUSION.name);
  await expect(desk.getByRole('button', { name: 'Thu hồi' })).toBeVisible();
  await desk.keyboard.press('z');
  await client.until(() => client.live.floor.turn?.turnId === before?.turnId, 'the speech of before');
  await watcher.sees(first.number);
  await watcher.hears(first.number);
  await speaker.tally('onAir');
  await watcher.tally('standby');
  expect(client.live.floor.turn).toMatchObject({ turnId: before?.turnId, startedAt: before?.startedAt });
  expect(client.live.agenda.current).toEqual(current);
  await expect(desk.locator('.rs-row.now')).toContainText(REPORT.name);
  await expect(desk.locator('.ui-step')).toContainText(CONCLUSION.name);
});
