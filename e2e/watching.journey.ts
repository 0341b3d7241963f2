// Who only watches: by the public link, off by default, seen and heard as the rooms see and hear it, and closed at once.
import { randomUUID } from 'node:crypto';
import { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { Opened } from '@diemcau/domain/seat';
import { mediaToken, prepareConference, type SeatKey } from '@diemcau/testkit';
import { startRogue, toneClip, type Rogue } from '@diemcau/testkit/bots';
import { call } from './floor.ts';
import { BESIDE, expect, newcomer, test } from './journey.ts';
import { LONGEST_SITES, NAME, SPEAKERS } from './longest.ts';
import { lookAt } from './looking.ts';
import { RoomScreen } from './room-screen.ts';

const PHONE = { width: 360, height: 780 };
/** Of a voice that nobody may hear. */
const ROGUE_TONE = 7;

/** Another device that opens the public link. */
const watcherOf = async (origin: string, secret: string): Promise<SeatKey> => {
  const answer = await fetch(`${origin}/api/v1/watch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, deviceKey: randomUUID() }),
  });
  const { seatId } = Opened.parse(await answer.json());
  return { seatId, cookie: answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '' };
};

test('S18: by the public link a phone sees and hears what is on air, can send nothing, and is closed with the link', async ({
  house,
  open,
  join,
}) => {
  const server = house.servers[0]!;
  const conference = await prepareConference(server, { sites: 2 });
  const { hall } = conference;
  const [speaking, third] = [conference.site(1), conference.site(2)];

  const office = await open(newcomer('/sign-in'));
  const [cookieName = '', cookieValue = ''] = conference.cookie.split('=', 2);
  await office.context().addCookies([{ name: cookieName, value: cookieValue, url: server.origin }]);
  await office.goto(`/c/${conference.conferenceId}/prepare`);
  const allow = office.getByLabel('Cho phép xem bằng một đường dẫn chung');
  await expect(allow).not.toBeChecked();
  await allow.click();
  const link = await office.getByRole('textbox', { name: 'Đường dẫn xem chung' }).inputValue();
  const { pathname, hash } = new URL(link);

  const watching = new RoomScreen(await open(newcomer(`${pathname}${hash}`), { viewport: PHONE }));
  await expect(watching.page.getByText('Ai có đường dẫn này đều xem được.')).toBeVisible();
  await watching.page.getByRole('button', { name: 'Vào theo dõi' }).click();
  await watching.page.waitForURL(/[/]watch[?]seat=/);
  const chair = await join(await conference.seat('chair'));
  await open(await conference.room(hall));
  const speaker = new RoomScreen(await open(await conference.room(speaking)));
  await chair.must({ type: 'conference.open' });
  await watching.sees(hall.number);
  await watching.hears(hall.number);
  await expect(office.getByText('Đang xem: 1 trong 200 thiết bị')).toBeVisible();

  await call(chair, await join(await conference.clerk(speaking)), speaking, 'Nông Thị Thu');
  await watching.sees(speaking.number);
  await watching.hears(hall.number, speaking.number);
  await expect(watching.page.locator('.ui-third')).toContainText('Nông Thị Thu');

  // A patched client with a watcher's own token is refused to publish. The same client is heard where it may be.
  const rogues: Rogue[] = [];
  const speakAs = async (key: SeatKey): Promise<Rogue> => {
    const rogue = startRogue(server.origin, await mediaToken(server.origin, key));
    rogues.push(rogue);
    rogue.speak(await toneClip(ROGUE_TONE));
    return rogue;
  };
  try {
    (await speakAs(await watcherOf(server.origin, hash.slice(1)))).speakAsCamera(await toneClip(ROGUE_TONE));
    await speaker.hearsNothingBut(hall.number);
    await call(chair, await join(await conference.clerk(third)), third, 'Hoàng Văn Nam');
    await speakAs(await conference.room(third));
    await speaker.hears(hall.number, ROGUE_TONE);
  } finally {
    for (const { bot } of rogues) bot.stop();
  }

  await allow.click();
  await office.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await expect(allow).not.toBeChecked();
  await expect(watching.page.getByText('Quyền vào hội nghị của thiết bị này đã bị thu hồi.')).toBeVisible();
  await watching.page.goto('about:blank');
  await watching.page.goto(`${pathname}${hash}`);
  await watching.page.getByRole('button', { name: 'Vào theo dõi' }).click();
  await expect(watching.page.getByRole('heading', { name: 'Đường dẫn đã bị thu hồi' })).toBeVisible();
});

test(
  'S18: what a watcher sees, and what the office is told of it, at every size',
  BESIDE,
  async ({ house, open, join }) => {
    const server = house.servers[0]!;
    const conference = await prepareConference(server, { sites: LONGEST_SITES.slice(0, 1), name: NAME });
    const place = conference.site(1);
    const office = await open(newcomer('/sign-in'));
    const [cookieName = '', cookieValue = ''] = conference.cookie.split('=', 2);
    await office.context().addCookies([{ name: cookieName, value: cookieValue, url: server.origin }]);
    await office.goto(`/c/${conference.conferenceId}/prepare`);
    await expect(office.getByLabel('Cho phép xem bằng một đường dẫn chung')).not.toBeChecked();
    await lookAt(office, 'prepare-watch-off');
    await office.getByLabel('Cho phép xem bằng một đường dẫn chung').click();
    const link = new URL(await office.getByRole('textbox', { name: 'Đường dẫn xem chung' }).inputValue());
    await lookAt(office, 'prepare-watch-on');
    await office.close();

    const page = await open(newcomer(`${link.pathname}${link.hash}`));
    await lookAt(page, 'watch-link');
    await page.getByRole('button', { name: 'Vào theo dõi' }).click();
    const watching = new RoomScreen(page);
    await watching.isUp();
    await lookAt(page, 'watch-prepared');
    const chair = await join(await conference.seat('chair'));
    await open(await conference.room(conference.hall));
    await open(await conference.room(place));
    await chair.must({ type: 'conference.open' });
    const { subject, ...speaker } = SPEAKERS[0];
    const [requestId, speakerId] = [RequestId.parse(randomUUID()), SpeakerId.parse(randomUUID())];
    const siteId = SiteId.parse(place.siteId);
    const texts = { speaker, subject };
    await chair.must({ type: 'floor.request', requestId, siteId, speakerId, kind: 'discussion' }, texts);
    await chair.must({ type: 'floor.next', endTurnId: null, requestId, limitSeconds: 300 });
    await watching.sees(place.number);
    await lookAt(page, 'watch-speech');
    await chair.must({ type: 'conference.pause', returnsAt: Date.now() + 600_000 });
    await expect(page.getByText('Giải lao – trở lại lúc')).toBeVisible();
    await lookAt(page, 'watch-break');
    await chair.must({ type: 'conference.resume' });
    await chair.must({ type: 'conference.close' });
    await expect(page.getByRole('heading', { name: 'Hội nghị đã kết thúc.' })).toBeVisible();
    await lookAt(page, 'watch-ended');
  },
);
