// A thin line under a site that speaks: the voice stays, pictures go and come back, and everybody is told.
import type { Page } from '@playwright/test';
import { OPEN_LINE, prepareConference, startThinLine } from '@diemcau/testkit';
import { RecordPage } from '@diemcau/domain/minutes';
import { SiteId } from '@diemcau/domain/kernel';
import { call } from './floor.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './looking.ts';
import { RoomScreen } from './room-screen.ts';

/** 45 kbit/s each way, a twentieth lost, 300 ms there and back. */
const THIN = { bitsPerSecond: 45_000, lossShare: 0.05, delayMs: 150 };
/** Not even a voice. */
const NEXT_TO_NOTHING = { ...THIN, bitsPerSecond: 9000 };
const STEP_BY_STEP = ['text', 'sound', 'still', 'small', 'full'];
/** Of a picture that still moves, the next frame would be here within a tenth of that. */
const STILL_MS = 3000;
const SMALL_LINES = 180;

/** The programme of this page as it is now; told while it is at the step `small`. */
type Glance = { readonly lines: number; readonly frames: number };

/** The first frame that comes so long after the one before it: its lines, and the time between them in ms. */
const nextStill = (page: Page): Promise<{ readonly apartMs: number; readonly lines: number }> =>
  page.evaluate(
    (leastMs) =>
      new Promise((resolve) => {
        let before: { readonly video: Element; readonly frames: number; readonly atMs: number } | null = null;
        const timer = setInterval(() => {
          const video = document.querySelector('.media-programme video.front');
          if (!(video instanceof HTMLVideoElement)) return;
          const frames = video.getVideoPlaybackQuality().totalVideoFrames;
          if (before?.video === video && before.frames === frames) return;
          const atMs = performance.now();
          const apartMs = before?.video === video ? atMs - before.atMs : 0;
          before = { video, frames, atMs };
          if (apartMs < leastMs) return;
          clearInterval(timer);
          resolve({ apartMs, lines: video.videoHeight });
        }, 50);
      }),
    STILL_MS,
  );

test('M21: a line falls through the ladder and climbs back, the voice is heard on it, and the record says so', async ({
  house,
  open,
  join,
}) => {
  test.setTimeout(240_000);
  const conference = await prepareConference(house.servers[0]!, { sites: 1 });
  const { hall } = conference;
  const place = conference.site(1);
  const siteId = SiteId.parse(place.siteId);
  const line = await startThinLine(house.livekit().ports.udp);
  const site = new RoomScreen(await open(await conference.room(place), { line }));
  const hallScreen = new RoomScreen(await open(await conference.room(hall)));
  const desk = await conference.seat('moderator');
  const [moderator, clerk] = [await join(desk), await join(await conference.clerk(place))];
  await site.isUp();
  await hallScreen.isUp();
  await moderator.must({ type: 'conference.open' });
  await call(moderator, clerk, place, 'Nông Thị Thu');
  await hallScreen.hears(place.number);
  const foot = site.page.locator('.room-foot');
  await foot.evaluate((element) => {
    const steps = [element.dataset['down'] ?? ''];
    const small: Glance[] = [];
    Object.assign(window, { steps, small });
    setInterval(() => {
      const video = document.querySelector('.media-programme video.front');
      if (element.dataset['down'] !== 'small' || !(video instanceof HTMLVideoElement)) return;
      small.push({ lines: video.videoHeight, frames: video.getVideoPlaybackQuality().totalVideoFrames });
    }, 200);
    new MutationObserver(() => {
      const step = element.dataset['down'] ?? '';
      if (step !== steps.at(-1)) steps.push(step);
    }).observe(element, { attributes: true });
  });

  line.shape({ down: THIN, up: THIN });
  await expect(foot).toHaveAttribute('data-down', 'sound');
  await expect(site.page.getByText('Đường truyền yếu: tạm thời chỉ có tiếng.')).toBeVisible();
  await expect(foot).toHaveAttribute('data-up', /still|sound/);
  await site.hears(hall.number);
  await hallScreen.hears(place.number);
  moderator.send({ type: 'watch', siteIds: [siteId] });
  await expect.poll(() => moderator.presence?.sites[0]?.ladder?.up).toMatch(/still|sound/);

  line.shape({ down: NEXT_TO_NOTHING });
  await expect(foot).toHaveAttribute('data-down', 'text');
  await expect(foot).toContainText('Đường truyền yếu: chỉ có chữ');
  line.shape({ down: OPEN_LINE, up: OPEN_LINE });
  await expect(foot).toHaveAttribute('data-down', 'full', { timeout: 80_000 });
  const steps = await site.page.evaluate<string[]>('window.steps');
  expect(steps.slice(0, 2)).toEqual(['full', 'sound']);
  expect(steps.slice(steps.lastIndexOf('text'))).toEqual(STEP_BY_STEP);
  const small = await site.page.evaluate<readonly Glance[]>('window.small');
  expect(Math.max(...small.map(({ lines }) => lines))).toBe(SMALL_LINES);
  expect(new Set(small.map(({ frames }) => frames)).size).toBeGreaterThan(5);
  await site.hears(hall.number);
  await site.sees(hall.number);

  await expect(foot).toHaveAttribute('data-up', 'full');
  await expect.poll(() => moderator.live.programme.lines).toEqual({});
  const answer = await fetch(`${conference.origin}/api/v1/seats/${desk.seatId}/record`, {
    headers: { cookie: desk.cookie },
  });
  const { items } = RecordPage.parse(await answer.json());
  const told = items.flatMap((entry) => (entry.kind === 'line' ? [entry] : []));
  expect(told.at(-1)).toMatchObject({ siteId, ended: 'good' });
  const received = told.flatMap(({ lines }) => lines.map(({ line: { down } }) => down));
  expect(received).toEqual(expect.arrayContaining(['sound', 'text']));

  // By hand, at the clerk's page: a still picture every few seconds each way, then none.
  const choice = (await open(await conference.clerk(place))).getByLabel('Hình, tiếng qua đường truyền');
  await choice.selectOption('still');
  await expect(foot).toHaveAttribute('data-down', 'still');
  await expect(foot).toHaveAttribute('data-up', 'still');
  for (const { apartMs, lines } of await Promise.all([site, hallScreen].map(({ page }) => nextStill(page)))) {
    expect(apartMs).toBeLessThan(3 * STILL_MS);
    expect(lines).toBeLessThanOrEqual(SMALL_LINES);
  }
  await hallScreen.hears(place.number);
  await choice.selectOption('sound');
  await expect(foot).toHaveAttribute('data-down', 'sound');
  await expect(foot).toHaveAttribute('data-up', 'sound');
  await site.hears(hall.number);
  await lookAt(site.page, 'room-thin', [{ width: 1920, height: 1080 }]);
  line.stop();
});
