// What a site shows beside its camera: the screen of its clerk's computer, a second camera of its room.
import { RowId, SiteId } from '@diemcau/domain/kernel';
import { prepareConference } from '@diemcau/testkit';
import { seenIn } from '@diemcau/testkit/browser';
import { turnOf } from './floor.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './looking.ts';
import { RoomScreen } from './room-screen.ts';

/** What the screen of the computer with this number shows, and its second camera. */
const screenOf = (number: number) => 200 + number;
const secondOf = (number: number) => 100 + number;

/** Content large and the camera small beside it, both alive. */
const seesContent = async ({ page }: RoomScreen, content: number, camera: number): Promise<void> => {
  const covering = '.media-layer[data-covers=true] .media-tile';
  const seen = () =>
    Promise.all([
      seenIn(page, `${covering}[data-content] video`),
      seenIn(page, `${covering}:not([data-content]) video`),
    ]);
  await expect.poll(seen, { message: `sees content ${content} and ${camera}` }).toEqual([content, camera]);
};

test('P19, P20, R11, M17: a site with the floor shows a second camera by its row and a screen to all; nobody hears more, and it ends with its turn', async ({
  house,
  open,
  join,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 2 });
  const { hall } = conference;
  const [first, second] = [conference.site(1), conference.site(2)];
  const chair = await join(await conference.seat('chair'));
  await open(await conference.room(hall));
  const screen = new RoomScreen(await open(await conference.room(first)));
  const watcher = new RoomScreen(await open(await conference.room(second)));
  const seat = await conference.clerk(first);
  const clerk = await open(seat, { microphone: first.number });
  const panel = clerk.getByRole('region', { name: 'Trình chiếu' });
  await chair.must({ type: 'conference.open' });
  await expect(panel).toContainText('Trình chiếu được khi điểm cầu có lượt phát biểu.');
  await panel.getByLabel('Camera thứ hai').selectOption(`Camera vật thể ${first.number}`);
  const rowId = RowId.parse(crypto.randomUUID());
  const speaker = { siteId: SiteId.parse(first.siteId), speakerId: null };
  await chair.must({
    type: 'runSheet.add',
    rowId,
    act: { kind: 'speech', speechKind: 'paper', speaker, reserve: null, requestId: null },
    itemId: null,
    seconds: null,
    layout: { kind: 'content' },
    before: null,
  });

  // "Tiếp" gives the floor and lays out its content, which begins by itself: nobody touches the room's screen.
  await chair.must({ type: 'runSheet.next', rowId, fromRowId: null, endTurnId: null });
  await seesContent(watcher, secondOf(first.number), first.number);
  await expect(panel).toContainText('ĐANG LÊN HÌNH');
  await panel.getByRole('button', { name: 'Dừng trình chiếu' }).click();
  await expect(watcher.page.locator('.media-tile')).toHaveCount(0);
  await watcher.sees(first.number);
  await expect(panel).toContainText('ĐẾN LƯỢT');

  // The screen of the computer on which the clerk has the slides; in the room of the speaker it is seen too.
  await panel.getByRole('button', { name: 'Chọn cửa sổ để trình chiếu' }).click();
  await seesContent(watcher, screenOf(first.number), first.number);
  await expect(panel).toContainText('ĐANG LÊN HÌNH');
  await seesContent(screen, screenOf(first.number), first.number);
  await lookAt(clerk, 'clerk-content', [{ width: 360, height: 780 }]);
  await watcher.hearsNothingBut(hall.number, first.number);
  await panel.getByRole('button', { name: 'Dừng trình chiếu' }).click();
  await expect(watcher.page.locator('.media-tile')).toHaveCount(0);
  await watcher.sees(first.number);

  // The second camera by hand.
  await panel.getByRole('button', { name: 'Trình chiếu camera thứ hai' }).click();
  await seesContent(watcher, secondOf(first.number), first.number);
  await seesContent(screen, secondOf(first.number), first.number);

  await chair.must({ type: 'floor.end', turnId: turnOf(chair).turnId });
  await watcher.sees(hall.number);
  await expect(watcher.page.locator('.media-tile')).toHaveCount(0);
  await expect(panel).toContainText('Trình chiếu được khi điểm cầu có lượt phát biểu.');
  await watcher.hearsNothingBut(hall.number);
});
