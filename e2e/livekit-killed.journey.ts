// The media server dies in a turn: screens say so, the meeting goes on, and pictures and sound come back by themselves.
import { prepareConference } from '@diemcau/testkit';
import { call, turnOf } from './floor.ts';
import { expect, test } from './journey.ts';
import { RoomScreen } from './room-screen.ts';

const INTERRUPTED = 'Hình ảnh, âm thanh đang gián đoạn';
/** LiveKit's own patience, the page's loop and a busy machine. */
const BACK = { timeout: 40_000 };

test('LiveKit is killed and comes back; meanwhile the floor is given', async ({ house, open, join }) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 3 });
  const { hall } = conference;
  const [first, second, third] = [conference.site(1), conference.site(2), conference.site(3)];
  const moderator = await join(await conference.seat('moderator'));
  const clerks = [await join(await conference.clerk(first)), await join(await conference.clerk(second))] as const;
  const hallScreen = new RoomScreen(await open(await conference.room(hall)));
  const firstScreen = new RoomScreen(await open(await conference.room(first)));
  const secondScreen = new RoomScreen(await open(await conference.room(second)));
  const watcher = new RoomScreen(await open(await conference.room(third)));
  await moderator.must({ type: 'conference.open' });
  for (const screen of [hallScreen, firstScreen, secondScreen, watcher]) await screen.isUp();
  await call(moderator, clerks[0], first, 'Nông Thị Thu');
  await watcher.hears(hall.number, first.number);

  await house.killLiveKit();
  for (const screen of [firstScreen, watcher]) await expect(screen.veil).toContainText(INTERRUPTED);
  await expect(firstScreen.band).toContainText(INTERRUPTED);
  await moderator.until(() => moderator.media?.available === false, 'word that the media server is away');
  await call(moderator, clerks[1], second, 'Hoàng Văn Nam');
  expect(turnOf(moderator).siteId).toBe(second.siteId);
  // Without media the clock starts all the same.
  await moderator.until(() => turnOf(moderator).startedAt !== null, 'the clock of the speech');

  await house.startLiveKit();
  await expect(watcher.veil).toHaveCount(0, BACK);
  for (const screen of [hallScreen, secondScreen])
    await expect(screen.page.locator('.room')).toHaveAttribute('data-stage', 'up', BACK);
  await expect(secondScreen.band).toContainText('ĐANG LÊN HÌNH – micro đang mở', BACK);
  await watcher.sees(second.number);
  await watcher.hears(hall.number, second.number);
  await watcher.hearsNothingBut(hall.number, second.number);
  expect(turnOf(moderator).siteId).toBe(second.siteId);
});
