// The hall counts as many: a second camera and a table microphone of its room are sources of their own.
import { prepareConference } from '@diemcau/testkit';
import { seenIn } from '@diemcau/testkit/browser';
import { expect, test } from './journey.ts';
import { lookAt } from './looking.ts';
import { RoomScreen } from './room-screen.ts';

/** What the second camera of the room with this number shows, and the tone at its table. */
const secondOf = (number: number) => 100 + number;
const tableOf = (number: number) => 9 + number;
const CAMERA = 'Máy quay 2 – bục phát biểu';
const TABLE = 'Micro bàn chủ toạ';
const CHAIR_TABLE = 'Micro bàn Đoàn Chủ tịch';

test('P24, M31, M6: the operator takes the second camera of the hall to preview and on air, and chooses its microphones', async ({
  house,
  open,
  join,
}, info) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 1 });
  const { hall } = conference;
  const chair = await join(await conference.seat('chair'));
  await open(await conference.room(hall));
  const site = new RoomScreen(await open(await conference.room(conference.site(1))));
  const clerk = await open(await conference.clerk(hall));
  await chair.must({ type: 'conference.open' });

  // Named by the clerk of the hall, each told which device of the room's computer it is.
  const panel = clerk.getByRole('region', { name: 'Camera, micro khác của phòng' });
  for (const [kind, name, device] of [
    ['camera', CAMERA, `Camera vật thể ${hall.number}`],
    ['microphone', TABLE, `Micro bàn ${hall.number}`],
  ] as const) {
    await panel.getByRole('button', { name: 'Thêm camera hoặc micro' }).click();
    await panel.getByLabel('Loại').selectOption(kind);
    await panel.getByLabel('Tên', { exact: true }).fill(name);
    await panel.getByRole('button', { name: 'Thêm', exact: true }).click();
    await panel.getByLabel(`Thiết bị của ${name}`).selectOption(device);
  }
  // Corrected, it is called so everywhere.
  await panel.getByRole('button', { name: `Đổi tên ${TABLE}` }).click();
  await panel.getByLabel('Tên', { exact: true }).fill(CHAIR_TABLE);
  await lookAt(clerk, 'clerk-source-name', [
    { width: 360, height: 780 },
    { width: 1366, height: 768 },
  ]);
  await panel.getByRole('button', { name: 'Ghi tên' }).click();
  await expect(panel.getByLabel(`Thiết bị của ${CHAIR_TABLE}`)).toHaveValue(/./);
  await clerk.screenshot({ path: info.outputPath('clerk.png'), fullPage: true });
  await clerk.close();

  // A tile of its own; nobody sees or hears it before it is chosen.
  const desk = await open(await conference.seat('operator'));
  const tile = desk.locator(`.pg-tile[data-site="${hall.siteId}"][data-source]`);
  await expect(tile).toContainText(CAMERA);
  await expect.poll(() => seenIn(desk, '.pg-tile[data-source] video')).toBe(secondOf(hall.number));
  await site.sees(hall.number);
  await site.hears(hall.number);
  await site.hearsNothingBut(hall.number);

  await tile.click();
  const preview = desk.getByRole('region', { name: 'Hình xem trước' });
  await expect(preview).toContainText(CAMERA);
  await site.sees(hall.number);
  await desk.keyboard.press('Enter');
  await site.sees(secondOf(hall.number));
  await expect(desk.getByRole('region', { name: 'Hình đang lên ở mọi điểm cầu' })).toContainText(CAMERA);
  await expect(tile).toContainText('LÊN HÌNH');
  await desk.screenshot({ path: info.outputPath('camera 2 on air.png') });

  // The table instead of the microphone of the screen: one voice, made of what was chosen.
  const sound = desk.locator('.pg-sound');
  await sound.getByRole('button', { name: `Nghe ${CHAIR_TABLE}`, exact: true }).click();
  await site.hears(hall.number, tableOf(hall.number));
  await sound.getByRole('button', { name: 'Thôi nghe Micro chính' }).click();
  await site.hears(tableOf(hall.number));
  await site.hearsNothingBut(tableOf(hall.number));
  await sound.screenshot({ path: info.outputPath('microphones.png') });

  // Given back, the picture is the hall's own camera again.
  await desk.keyboard.press('m');
  await site.sees(hall.number);
});
