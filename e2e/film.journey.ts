// A film of the run sheet, from a file on the operator's computer: tried there alone, cut to, then begun by "Tiếp".
import { RowId } from '@diemcau/domain/kernel';
import { makeFilm, prepareConference } from '@diemcau/testkit';
import { heardBy, seenIn } from '@diemcau/testkit/browser';
import { expect, test } from './journey.ts';
import { lookAt } from './looking.ts';
import { RoomScreen } from './room-screen.ts';

/** What the film shows, and its tone. */
const FILM = 77;
const FILM_TONE = 12;
const FILM_SECONDS = 25;

const seesFilm = async ({ page }: RoomScreen): Promise<void> => {
  const picture = '.media-layer[data-covers=true] .media-film video';
  await expect.poll(() => seenIn(page, picture), { message: 'sees the film' }).toBe(FILM);
};

test('P22, P23, R12, M25: a film is tried by the operator alone, cut to and ended, then begun by "Tiếp" and taken back', async ({
  house,
  open,
  join,
}, info) => {
  const file = info.outputPath('phim khai mạc.webm');
  await makeFilm(file, FILM, FILM_TONE, FILM_SECONDS);
  const conference = await prepareConference(house.servers[0]!, { sites: 1 });
  const { hall } = conference;
  const chair = await join(await conference.seat('chair'));
  const desk = await open(await conference.seat('operator'));
  await open(await conference.room(hall));
  const site = new RoomScreen(await open(await conference.room(conference.site(1))));
  await chair.must({ type: 'conference.open' });
  const rowId = RowId.parse(crypto.randomUUID());
  const plain = { act: { kind: 'words' }, itemId: null, seconds: null, before: null } as const;
  await chair.must(
    { type: 'runSheet.add', rowId, ...plain, film: true },
    { row: { cue: '', note: '', filmTitle: 'Quốc ca' } },
  );
  await site.sees(hall.number);

  // Said beforehand to be nowhere; loaded, tried: seen in the preview and heard at the desk, and by nobody else.
  const planned = desk.getByRole('region', { name: 'Phim trong kịch bản' });
  await expect(planned).toContainText('Quốc ca');
  await expect(planned).toContainText('CHƯA NẠP');
  await planned.locator('input[type=file]').setInputFiles(file);
  await expect(planned).toContainText('ĐÃ NẠP');
  const panel = desk.getByRole('region', { name: 'Phim', exact: true });
  await panel.getByRole('button', { name: 'Xem thử' }).click();
  await expect.poll(() => seenIn(desk, '.pg-monitor.preview video')).toBe(FILM);
  await expect.poll(() => heardBy(desk), { message: 'the desk hears the film' }).toContain(FILM_TONE);
  await expect(panel.getByRole('meter')).not.toHaveAttribute('aria-valuenow', '0');
  await lookAt(desk, 'operator-film', [{ width: 1366, height: 768 }]);
  await site.hears(hall.number);
  await site.hearsNothingBut(hall.number);
  await desk.screenshot({ path: info.outputPath('film in preview.png') });

  // Cut to like any source.
  await desk.keyboard.press('Enter');
  await seesFilm(site);
  await site.hears(hall.number, FILM_TONE);
  await expect(panel).toContainText('ĐANG CHIẾU');
  await desk.screenshot({ path: info.outputPath('film on air.png') });
  // The microphones are as they were, and nobody's is taken.
  expect(chair.live.floor.silenced).toEqual([]);
  await panel.getByRole('button', { name: 'Dừng chiếu' }).click();
  await site.sees(hall.number);
  await site.hearsNothingBut(hall.number);

  // By the row, with one append; taken back it is as before.
  await chair.must({ type: 'runSheet.next', rowId, fromRowId: null, endTurnId: null });
  await chair.until(() => chair.live.programme.film?.rowId === rowId, 'the film of the row');
  await chair.must({ type: 'runSheet.takeBack', rowId });
  await chair.until(() => chair.live.programme.film === null, 'the end of the film');
  await chair.must({ type: 'runSheet.next', rowId, fromRowId: null, endTurnId: null });
  await seesFilm(site);
  await site.hears(hall.number, FILM_TONE);
  await desk.keyboard.press('0');
  await desk.keyboard.press('Enter');
  await expect(site.page.locator('.media-film')).toHaveCount(0);
  await chair.until(() => chair.live.programme.mode === 'manual', 'the hand of the operator');
});
