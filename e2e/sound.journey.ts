// The sound of a room: tried for echo before the opening, and warned of while everybody waits for its voice.
import type { Page } from '@playwright/test';
import { SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { randomUUID } from 'node:crypto';
import { prepareConference } from '@diemcau/testkit';
import { soundRoom } from '@diemcau/testkit/browser';
import { expect, test } from './journey.ts';
import { lookAt } from './looking.ts';
import { RoomScreen } from './room-screen.ts';

/** A microphone that opens, 5 s of silence, and the second of the report. */
const SILENT = { timeout: 20_000 };

/** The devices as the room itself keeps them. */
const chosenIn = (room: Page) =>
  room.evaluate(() => JSON.parse(localStorage.getItem('diemcau.devices') ?? '{}') as { readonly mixer?: boolean });

test('M19, M20: a room is tried for echo; silence and distortion are told to the desks and to its clerk', async ({
  house,
  open,
  join,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 1 });
  const site = conference.site(1);
  const moderator = await join(await conference.seat('moderator'));
  const room = await open(await conference.room(site));
  const clerk = await open(await conference.clerk(site));
  // The clerk chooses and tries the devices of the room from afar; what is shown is what the room reports.
  const own = new RoomScreen(room);
  await own.seesItself(site.number);
  await expect(clerk.getByRole('img', { name: 'Hình của phòng họp, như trung tâm thấy' })).toBeVisible();
  await clerk.getByLabel('Camera', { exact: true }).selectOption(`Camera vật thể ${site.number}`);
  await own.seesItself(site.number + 100);
  await clerk.getByLabel('Camera', { exact: true }).selectOption(`Camera ${site.number}`);
  await own.seesItself(site.number);
  await clerk.getByRole('button', { name: 'Phát âm thử' }).click();
  await expect(clerk.getByText(/Đã phát lúc .* Phải nghe thấy tiếng từ loa/)).toBeVisible();
  const mixer = clerk.getByLabel('Phòng có bàn trộn âm thanh');
  // It shows what the room has, and returns to it for the rest.
  for (const isMixed of [false, true]) {
    await mixer.click();
    await expect(mixer).toBeChecked({ checked: isMixed });
    await expect.poll(() => chosenIn(room)).toMatchObject({ mixer: isMixed });
  }

  const trial = clerk.getByRole('group', { name: 'Thử tiếng vọng' });
  const tryIt = async (said: string | RegExp) => {
    await trial.getByRole('button').click();
    await expect(trial).toContainText(said, SILENT);
  };
  await expect(trial).toContainText('giữ yên lặng');
  await soundRoom(room, { loudspeaker: 0.5 });
  await tryIt(/Có tiếng vọng, \d+ dB/);
  const card = clerk.getByRole('list', { name: 'Cảnh báo âm thanh' });
  await expect(card).toContainText('Tiếng loa dội vào micro');
  await soundRoom(room, { loudspeaker: 0 });
  // The technical desk has it tried again, and both see what came of it.
  const technician = await open(await conference.seat('technician'));
  await technician.getByRole('button', { name: `Kiểm tra kỹ thuật của ${site.name}` }).click();
  const ofDesk = technician.getByRole('group', { name: 'Thử tiếng vọng' });
  await expect(ofDesk).toContainText('Có tiếng vọng');
  await lookAt(technician, 'technician-echo', [{ width: 1366, height: 768 }]);
  await ofDesk.getByRole('button').click();
  await expect(ofDesk).toContainText('Không có tiếng vọng', SILENT);
  await expect(card).toHaveCount(0);
  await technician.keyboard.press('Escape');

  const desk = await open(await conference.seat('operator'));
  await moderator.must({ type: 'conference.open' });
  const speaker = { honorific: 'Bà', name: 'Lò Thị Mai', position: 'Trưởng bản' };
  const siteId = SiteId.parse(site.siteId);
  const speakerId = SpeakerId.parse(randomUUID());
  await moderator.must({ type: 'floor.grantSite', siteId, speakerId, kind: 'discussion' }, { speaker });
  await expect(trial.getByRole('button')).toBeDisabled();
  const onAir = desk.locator('.pg-monitor.onAir');
  await expect(desk.locator('.pg-sound')).toContainText('mở');
  await expect(onAir).not.toContainText('im lặng');
  await soundRoom(room, { voice: 0 });
  await expect(onAir).toContainText('im lặng', SILENT);
  await expect(technician.getByRole('list', { name: 'Cảnh báo âm thanh' })).toContainText('im lặng');
  await expect(card).toContainText('Trung tâm không nghe thấy tiếng');
  await lookAt(desk, 'operator-silent', [{ width: 1366, height: 768 }]);
  await lookAt(clerk, 'clerk-silent', [
    { width: 360, height: 780 },
    { width: 1366, height: 768 },
  ]);
  await soundRoom(room, { voice: 6 });
  await expect(onAir).toContainText('vỡ tiếng');
  await soundRoom(room, { voice: 1 });
  await expect(onAir).not.toContainText('vỡ tiếng');
  // The key of the microphone of who has the floor.
  await desk.keyboard.press('s');
  await expect(desk.locator('.pg-sound')).toContainText('đã tắt');
  await desk.keyboard.press('s');
  await expect(desk.locator('.pg-sound')).toContainText('mở');
});
