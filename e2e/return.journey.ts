// Pages that are reloaded, closed and opened again: the state of now comes back, and nothing is lost or done twice.
import { prepareConference } from '@diemcau/testkit';
import { ask, call, countOf, turnOf } from './floor.ts';
import { expect, test } from './journey.ts';
import { RoomScreen } from './room-screen.ts';

test('a room screen reloaded in its turn is heard again by itself, in the same turn', async ({ house, open, join }) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 2 });
  const { hall } = conference;
  const [speaking, third] = [conference.site(1), conference.site(2)];
  const moderator = await join(await conference.seat('moderator'));
  const clerk = await join(await conference.clerk(speaking));
  const hallScreen = new RoomScreen(await open(await conference.room(hall)));
  const speaker = new RoomScreen(await open(await conference.room(speaking)));
  const watcher = new RoomScreen(await open(await conference.room(third)));
  await moderator.must({ type: 'conference.open' });
  for (const screen of [hallScreen, speaker, watcher]) await screen.isUp();
  await call(moderator, clerk, speaking, 'Nông Thị Thu');
  await watcher.hears(hall.number, speaking.number);
  await moderator.until(() => turnOf(moderator).startedAt !== null, 'the clock of the speech');
  const before = turnOf(moderator);

  await speaker.page.reload();
  await expect(speaker.band).toContainText('ĐANG LÊN HÌNH – micro đang mở');
  await watcher.sees(speaking.number);
  await watcher.hears(hall.number, speaking.number);
  expect(turnOf(moderator)).toEqual(before);
  expect(countOf(moderator, 'floorGranted')).toBe(1);
  expect(countOf(moderator, 'speechStarted')).toBe(1);
});

test('a closed room screen comes back by its browser alone; a reloaded desk shows the state of now and calls once', async ({
  house,
  open,
  join,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 3 });
  const { hall } = conference;
  const [speaking, third] = [conference.site(1), conference.site(2)];
  const watching = await join(await conference.seat('operator'));
  const desk = await open(await conference.seat('moderator'));
  const clerk = await join(await conference.clerk(speaking));
  const hallScreen = new RoomScreen(await open(await conference.room(hall)));
  await new RoomScreen(await open(await conference.room(speaking))).isUp();
  const first = await open(await conference.room(third));
  await (await join(await conference.seat('chair'))).must({ type: 'conference.open' });
  await hallScreen.isUp();
  await ask(clerk, speaking, 'Nông Thị Thu');
  await ask(clerk, speaking, 'Hoàng Văn Nam');
  await expect(desk.getByRole('row', { name: 'Nông Thị Thu' })).toBeVisible();

  // A double press, and a reload before the page can have shown what came of it.
  await desk.keyboard.press('Space');
  await desk.keyboard.press('Space');
  await desk.reload();
  await expect(desk.getByText('Đang phát biểu').first()).toBeVisible();
  await expect(desk.locator('.fl-who')).toContainText('Nông Thị Thu');
  await expect(desk.getByRole('row', { name: 'Hoàng Văn Nam' })).toBeVisible();
  expect(countOf(watching, 'floorGranted')).toBe(1);

  // The power cut of a room screen: nobody gives it its address again.
  const context = first.context();
  await first.close();
  const again = new RoomScreen(await context.newPage());
  await again.page.goto('/room');
  await again.page.waitForURL(/seat=/);
  await again.sees(speaking.number);
  await again.hears(hall.number, speaking.number);
  expect(turnOf(watching).siteId).toBe(speaking.siteId);
});
