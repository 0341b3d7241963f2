// A film with its sound, from a file on the operator's computer: tried there alone, then seen and heard at every site.
import { makeFilm, prepareConference } from '@diemcau/testkit';
import { seenIn } from '@diemcau/testkit/browser';
import { expect, test } from './journey.ts';
import { RoomScreen } from './room-screen.ts';

/** What the film shows, and its tone. */
const FILM = 77;
const FILM_TONE = 12;
const FILM_SECONDS = 25;

const seesFilm = async ({ page }: RoomScreen): Promise<void> => {
  const picture = '.media-layer[data-covers=true] .media-film video';
  await expect.poll(() => seenIn(page, picture), { message: 'sees the film' }).toBe(FILM);
};

test('P22, M25: a film is tried by the operator alone, then seen and heard at a site, and at its end all is as before', async ({
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
  await site.sees(hall.number);

  // Tried: heard and seen at the desk, and by nobody else.
  const panel = desk.getByRole('region', { name: 'Phim' });
  await desk.locator('input[type=file]').setInputFiles(file);
  await panel.getByRole('button', { name: 'Xem thử' }).click();
  await expect(panel.getByRole('meter')).toBeVisible();
  await site.hears(hall.number);
  await site.hearsNothingBut(hall.number);
  await panel.getByRole('button', { name: 'Ngừng xem thử' }).click();

  await panel.getByRole('button', { name: 'Chiếu lên mọi điểm cầu' }).click();
  await seesFilm(site);
  await site.hears(hall.number, FILM_TONE);
  await expect(panel).toContainText('ĐANG CHIẾU');
  // The microphones are as they were, and nobody's is taken.
  expect(chair.live.floor.silenced).toEqual([]);

  await panel.getByRole('button', { name: 'Dừng chiếu' }).click();
  await site.sees(hall.number);
  await expect(site.page.locator('.media-film')).toHaveCount(0);
  await site.hearsNothingBut(hall.number);
});
