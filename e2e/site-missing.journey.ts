// The site on air is cut off: the hall takes its place, the turn is kept, and the moderator resumes it with one key.
import { elapsedMs } from '@diemcau/domain/floor';
import { prepareConference } from '@diemcau/testkit';
import { call, turnOf } from './floor.ts';
import { launchOwnBrowser } from './frozen-browser.ts';
import { expect, test } from './journey.ts';
import { RoomScreen } from './room-screen.ts';

const LOST = { timeout: 20_000 };

test('the site on air is missing for a while', async ({ house, open, join, playwright, launchOptions }) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 2 });
  const { hall } = conference;
  const [speaking, third] = [conference.site(1), conference.site(2)];
  const desk = await open(await conference.seat('moderator'));
  const watching = await join(await conference.seat('operator'));
  const chair = await join(await conference.seat('chair'));
  const clerk = await join(await conference.clerk(speaking));
  const apart = await launchOwnBrowser(playwright.chromium, launchOptions);
  try {
    const hallScreen = new RoomScreen(await open(await conference.room(hall)));
    const speaker = new RoomScreen(await open(await conference.room(speaking), { browser: apart.browser }));
    const watcher = new RoomScreen(await open(await conference.room(third)));
    await chair.must({ type: 'conference.open' });
    for (const screen of [hallScreen, speaker, watcher]) await screen.isUp();
    await call(chair, clerk, speaking, 'Nông Thị Thu');
    await watcher.sees(speaking.number);
    await watcher.hears(hall.number, speaking.number);
    await watching.until(() => turnOf(watching).startedAt !== null, 'the clock of the speech');
    const { turnId } = turnOf(watching);

    apart.freeze();
    await expect(desk.getByRole('heading', { name: 'Mất kết nối với tỉnh Thái Nguyên' })).toBeVisible(LOST);
    await watcher.sees(hall.number);
    await watcher.hearsNothingBut(hall.number);
    const stopped = turnOf(watching);
    expect(stopped).toMatchObject({ turnId, siteId: speaking.siteId });
    expect(stopped.interruptedAt).not.toBeNull();

    apart.thaw();
    await expect(desk.getByRole('heading', { name: 'Đã có lại kết nối với tỉnh Thái Nguyên' })).toBeVisible(LOST);
    await expect(speaker.band).toContainText('Lượt phát biểu tạm gián đoạn');
    // Its return alone opens nothing.
    await watcher.hearsNothingBut(hall.number);

    await desk.keyboard.press('r');
    await expect(speaker.band).toContainText('ĐANG LÊN HÌNH – micro đang mở');
    await watcher.sees(speaking.number);
    await watcher.hears(hall.number, speaking.number);
    const resumed = turnOf(watching);
    expect(resumed).toMatchObject({ turnId, interruptedAt: null });
    // The clock stood still meanwhile.
    const spokenMs = (now: number) => elapsedMs(resumed, now);
    expect(resumed.stoppedMs).toBeGreaterThan(1000);
    expect(spokenMs((stopped.interruptedAt ?? 0) + resumed.stoppedMs)).toBe(
      elapsedMs(stopped, stopped.interruptedAt ?? 0),
    );
  } finally {
    await apart.close();
  }
});
