// From the queue to the end of a speech: what the hall, the speaking site and a third site see and hear.
import { prepareConference } from '@diemcau/testkit';
import { ask } from './floor.ts';
import { expect, test } from './journey.ts';
import { RoomScreen } from './room-screen.ts';

test('a clerk confirms the screen and asks; the site is called, speaks and ends; a third site sees and hears the right one', async ({
  house,
  open,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 3 });
  const { hall } = conference;
  const [speaking, third] = [conference.site(1), conference.site(2)];
  const moderator = await open(await conference.seat('moderator'));
  const clerk = await open(await conference.clerk(speaking));
  const hallScreen = new RoomScreen(await open(await conference.room(hall)));
  const speaker = new RoomScreen(await open({ role: 'room', place: speaking, path: '/room' }));
  const code = (await speaker.page.locator('.pairing-letters').textContent()) ?? '';
  await clerk.getByLabel('Mã trên màn hình điểm cầu').fill(code);
  await clerk.getByRole('button', { name: 'Xác nhận màn hình' }).click();
  await speaker.page.waitForURL(/seat=/);
  await expect(clerk.getByText('Trung tâm nghe rõ, thấy rõ').first()).toBeVisible();
  const watcher = new RoomScreen(await open(await conference.room(third)));

  await moderator.getByRole('button', { name: 'Khai mạc', exact: true }).click();
  await moderator.getByRole('dialog').getByRole('button', { name: 'Khai mạc hội nghị' }).click();
  await watcher.sees(hall.number);
  await watcher.hears(hall.number);

  await clerk.getByLabel('Họ và tên').fill('Nông Thị Thu');
  await clerk.getByLabel('Chức vụ, đơn vị').fill('Chủ tịch Ủy ban MTTQ Việt Nam xã');
  await clerk.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await speaker.tally('standby');
  await expect(clerk.getByText('Điểm cầu chuẩn bị phát biểu').first()).toBeVisible();
  await expect(speaker.band).toContainText('chuẩn bị phát biểu');
  await expect(moderator.getByRole('row', { name: 'Nông Thị Thu' })).toBeVisible();
  await watcher.hearsNothingBut(hall.number);

  await moderator.keyboard.press('Space');
  await speaker.tally('onAir');
  await expect(speaker.band).toContainText('ĐANG LÊN HÌNH – micro đang mở. Kính mời đồng chí Nông Thị Thu phát biểu');
  await watcher.sees(speaking.number);
  await watcher.hears(hall.number, speaking.number);
  await hallScreen.sees(speaking.number);
  // Nobody hears the own voice come back.
  await speaker.hearsNothingBut(hall.number);
  await hallScreen.hearsNothingBut(speaking.number);

  await moderator.keyboard.press('k');
  await watcher.sees(hall.number);
  await watcher.hears(hall.number);
  await watcher.hearsNothingBut(hall.number);
  await speaker.tally('off');
});

test('an ended speech is taken back within three seconds: the same turn goes on', async ({ house, open, join }) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 2 });
  const [speaking, third] = [conference.site(1), conference.site(2)];
  const moderator = await open(await conference.seat('moderator'));
  const clerk = await join(await conference.clerk(speaking));
  const desk = await join(await conference.seat('operator'));
  const speaker = new RoomScreen(await open(await conference.room(speaking)));
  const watcher = new RoomScreen(await open(await conference.room(third)));
  await desk.until(() => desk.presence?.present === 2, 'both screens');
  await (await join(await conference.seat('moderator'))).must({ type: 'conference.open' });
  await ask(clerk, speaking, 'Nông Thị Thu');
  await expect(moderator.getByRole('row', { name: 'Nông Thị Thu' })).toBeVisible();
  await moderator.keyboard.press('Space');
  await watcher.hears(speaking.number);
  const before = desk.live.floor.turn;

  await moderator.keyboard.press('k');
  await expect(moderator.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  await moderator.keyboard.press('z');
  await watcher.sees(speaking.number);
  await watcher.hears(speaking.number);
  await speaker.tally('onAir');
  expect(desk.live.floor.turn).toMatchObject({ turnId: before?.turnId, startedAt: before?.startedAt });
});
