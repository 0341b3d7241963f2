// Stills of the programme and of a tile, each by one key, in the record of the conference.
import type { Page } from '@playwright/test';
import { prepareConference } from '@diemcau/testkit';
import { CELL_COLUMNS, CELL_ROWS, readCells } from '@diemcau/testkit/page';
import { expect, test } from './journey.ts';
import { lookAt } from './looking.ts';

/** What the cameras of the journeys give. */
const FULL = { width: 640, height: 360 };

/** The stills of a record page: their size, and the number that each shows. */
const stillsOn = async (page: Page) => {
  const read = await page.evaluate(
    async ({ columns, rows }) => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('.mn-still img')];
      const canvas = new OffscreenCanvas(columns, rows);
      const on = canvas.getContext('2d', { willReadFrequently: true });
      return Promise.all(
        pictures.map(async (picture) => {
          await picture.decode();
          on?.drawImage(picture, 0, 0, columns, rows);
          const { data = [] } = on?.getImageData(0, 0, columns, rows) ?? {};
          const cells = Array.from({ length: data.length / 4 }, (_, cell) => (data[4 * cell + 1] ?? 0) >= 128);
          return { width: picture.naturalWidth, height: picture.naturalHeight, cells };
        }),
      );
    },
    { columns: CELL_COLUMNS, rows: CELL_ROWS },
  );
  return read.map(({ cells, ...size }) => ({ ...size, number: readCells(cells)?.number ?? null }));
};

test('K15: one key takes the picture on air, at the operator’s desk and the secretary’s, another a tile in full size; all stand in the record', async ({
  house,
  open,
  join,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 1 });
  const { hall } = conference;
  const site = conference.site(1);
  const moderator = await join(await conference.seat('moderator'));
  const secretary = await conference.seat('secretary');
  const desk = await open(await conference.seat('operator'));
  await open(await conference.room(hall));
  await open(await conference.room(site));
  await expect(desk.getByRole('button', { name: 'Chụp ảnh hình đang lên' })).toBeDisabled();
  await moderator.must({ type: 'conference.open' });

  const tile = desk.locator(`.pg-tile[data-site="${site.siteId}"]`);
  await tile.click();
  await expect(tile.locator('.pg-tile-absent')).toHaveCount(0);
  await desk.keyboard.press('a');
  const said = desk.locator('.seat-desk-status');
  await expect(said).toContainText('Đã lưu ảnh');
  await desk.keyboard.press('o');

  // The secretary's own key, whose still comes into the record that is open beside it.
  const record = await open(secretary);
  await expect(record.locator('.mn-still')).toHaveCount(2);
  await expect(record.getByRole('button', { name: 'Chụp ảnh' })).toBeEnabled();
  await record.keyboard.press('a');
  await expect(record.locator('.seat-desk-status')).toContainText('Đã lưu ảnh');
  await expect(record.locator('.mn-still')).toHaveCount(3);
  await record.goto(`/c/${conference.conferenceId}/record`);
  await expect(record.locator('.mn-still')).toHaveCount(3);
  expect(await stillsOn(record)).toEqual([
    { ...FULL, number: hall.number },
    { ...FULL, number: site.number },
    { ...FULL, number: hall.number },
  ]);
  await expect(record.locator('.mn-line', { hasText: `Ảnh: ${site.name}` })).toContainText('lúc đó lên hình');
  await lookAt(desk, 'operator-stills', [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ]);
  await lookAt(record, 'record-stills');
});
