// Beside the programme: the operator talks, listens and writes to one site, and nobody else hears or reads it.
import { SiteId } from '@diemcau/domain/kernel';
import { prepareConference, type Place, type SeatClient, type TestConference } from '@diemcau/testkit';
import { everHeardBy, heardBy, listenNow, seenIn } from '@diemcau/testkit/browser';
import type { Page } from '@playwright/test';
import { turnOf } from './floor.ts';
import { BESIDE, expect, test, type Journey } from './journey.ts';
import { LONGEST_SITES, NAME } from './longest.ts';
import { lookAt } from './looking.ts';
import { RoomScreen } from './room-screen.ts';

/** What the operator's microphone hears. */
const DESK_TONE = 17;
const SOON = { timeout: 15_000 };
const PHONE = { width: 360, height: 740 };

const idOf = ({ siteId }: Place) => SiteId.parse(siteId);
const give = (moderator: SeatClient, place: Place) =>
  moderator.must({ type: 'floor.grantSite', siteId: idOf(place), speakerId: null, kind: 'discussion' });
const asideIn = ({ page }: RoomScreen) => page.locator('.aside-site .ui-band');
const panelOf = (desk: Page) => desk.locator('.aside-panel');
const preview = async (desk: Page, { siteId, name }: Place): Promise<void> => {
  await desk.locator(`.pg-tile[data-site="${siteId}"]`).click();
  await expect(panelOf(desk)).toContainText(name);
};

/** The conference is open, its hall and two sites are up, and the second of these has the floor. */
const meet = async (conference: TestConference, { open, join }: Pick<Journey, 'open' | 'join'>) => {
  const { hall } = conference;
  const [first, speaking] = [conference.site(1), conference.site(2)];
  const moderator = await join(await conference.seat('moderator'));
  await moderator.must({ type: 'conference.open' });
  const hallScreen = new RoomScreen(await open(await conference.room(hall)));
  const one = new RoomScreen(await open(await conference.room(first)));
  const two = new RoomScreen(await open(await conference.room(speaking)));
  for (const screen of [hallScreen, one, two]) await screen.isUp();
  await give(moderator, speaking);
  return { hall, first, speaking, moderator, hallScreen, one, two };
};

test('Q1, Q3, Q4: holding T the operator is heard by one site alone, and no more once it has the floor', async ({
  house,
  open,
  join,
}) => {
  test.setTimeout(180_000);
  const conference = await prepareConference(house.servers[0]!, { sites: 2 });
  const { hall, first: called, speaking, moderator, hallScreen, one, two } = await meet(conference, { open, join });
  const desk = await open(await conference.seat('operator'), { microphone: DESK_TONE });
  await one.hears(hall.number, speaking.number);
  await preview(desk, called);

  await desk.keyboard.down('t');
  await expect(asideIn(one)).toContainText('Đạo diễn hình đang nói với điểm cầu, không lên sóng');
  await one.hears(hall.number, speaking.number, DESK_TONE);
  await expect(panelOf(desk)).toContainText(`${called.name} đang nghe bạn nói`);
  // The programme is softer meanwhile, and no other room hears the desk or is told.
  const volumes = () =>
    one.page.locator('[data-voice-site]').evaluateAll((all) => all.map((each) => (each as HTMLAudioElement).volume));
  expect(await volumes()).toEqual([0.2, 0.2]);
  await hallScreen.hearsNothingBut(speaking.number);
  await two.hearsNothingBut(hall.number);
  await expect(asideIn(hallScreen)).toHaveCount(0);
  await expect(asideIn(two)).toHaveCount(0);

  await desk.keyboard.up('t');
  await expect(asideIn(one)).toHaveCount(0);
  await one.hearsNothingBut(hall.number, speaking.number);
  expect(await volumes()).toEqual([1, 1]);

  // The key is still down when the site is given the floor.
  await desk.keyboard.down('t');
  await one.hears(hall.number, speaking.number, DESK_TONE);
  await moderator.must({ type: 'floor.end', turnId: turnOf(moderator).turnId });
  await give(moderator, called);
  await one.tally('onAir');
  await hallScreen.hears(called.number);
  const since = await listenNow(one.page);
  await expect(asideIn(one)).toHaveCount(0);
  await two.hearsNothingBut(hall.number, called.number);
  expect(await everHeardBy(one.page, since)).toEqual([hall.number]);
  await expect(panelOf(desk).locator('[data-aside]')).toHaveAttribute('data-aside', '');
  await desk.keyboard.up('t');

  // Another window takes the focus: the key counts as released. A page that dies says nothing more.
  await preview(desk, speaking);
  await desk.keyboard.down('t');
  await two.hears(hall.number, called.number, DESK_TONE);
  await desk.evaluate(() => window.dispatchEvent(new Event('blur')));
  await two.hearsNothingBut(hall.number, called.number);
  await desk.keyboard.up('t');
  await desk.keyboard.down('t');
  await two.hears(hall.number, called.number, DESK_TONE);
  await desk.context().close();
  await expect(asideIn(two)).toHaveCount(0, SOON);
  await two.hearsNothingBut(hall.number, called.number);
});

test('Q6: holding L the operator alone hears a site, which is told', async ({ house, open, join }) => {
  test.setTimeout(180_000);
  const conference = await prepareConference(house.servers[0]!, { sites: 2 });
  const { hall, first: tried, speaking, hallScreen, one, two } = await meet(conference, { open, join });
  const desk = await open(await conference.seat('operator'), { microphone: DESK_TONE });
  await preview(desk, tried);

  await desk.keyboard.down('l');
  await expect(asideIn(one)).toContainText('Đạo diễn hình đang nghe thử điểm cầu');
  await expect(one.own).toContainText('Đạo diễn hình đang nghe thử');
  await expect.poll(() => heardBy(desk), SOON).toEqual([tried.number]);
  await hallScreen.hearsNothingBut(speaking.number);
  await two.hearsNothingBut(hall.number);
  await one.hearsNothingBut(hall.number, speaking.number);
  await desk.keyboard.up('l');
  await expect(asideIn(one)).toHaveCount(0);
  await expect.poll(() => heardBy(desk), SOON).toEqual([]);
});

test('Q9: in a test call a technician and a site hear one another, the conference neither, until it has the floor', async ({
  house,
  open,
  join,
}) => {
  test.setTimeout(180_000);
  const conference = await prepareConference(house.servers[0]!, { sites: 2, name: NAME });
  const { hall, first: called, speaking, moderator, hallScreen, one, two } = await meet(conference, { open, join });
  const clerk = await open(await conference.clerk(called), { viewport: PHONE });
  const desk = await open(await conference.seat('technician'), { microphone: DESK_TONE });
  await desk.getByRole('button', { name: `Kiểm tra kỹ thuật của ${called.name}` }).click();
  const dialog = desk.getByRole('dialog');
  const begin = dialog.getByRole('button', { name: `Gọi kiểm tra ${called.name}` });
  await expect(dialog).toContainText('Hội nghị và các điểm cầu khác không nghe, không thấy');
  await begin.click();
  await expect(asideIn(one)).toContainText('Cán bộ kỹ thuật đang gọi kiểm tra điểm cầu, không lên sóng');
  await expect(one.own).toContainText('Đang gọi kiểm tra kỹ thuật');
  await one.hears(hall.number, speaking.number, DESK_TONE);
  await expect.poll(() => heardBy(desk), SOON).toEqual([called.number]);
  await expect.poll(() => seenIn(desk, '[data-call-picture]'), SOON).toBe(called.number);
  await expect(dialog).toContainText('Hai bên đang nghe được nhau, không lên sóng');
  await hallScreen.hearsNothingBut(speaking.number);
  await two.hearsNothingBut(hall.number);
  await lookAt(desk, 'technician-call', [{ width: 1366, height: 768 }, PHONE]);
  await lookAt(one.page, 'room-call', [{ width: 1920, height: 1080 }]);
  await lookAt(clerk, 'clerk-call', [PHONE]);

  // The clerk hangs up; called again, it ends by itself with the floor.
  await clerk.getByRole('button', { name: 'Dừng cuộc gọi' }).click();
  await expect(asideIn(one)).toHaveCount(0);
  await expect(begin).toBeEnabled();
  await expect.poll(() => heardBy(desk), SOON).toEqual([]);
  await begin.click();
  await one.hears(hall.number, speaking.number, DESK_TONE);
  await moderator.must({ type: 'floor.end', turnId: turnOf(moderator).turnId });
  await give(moderator, called);
  await hallScreen.hears(called.number);
  const since = await listenNow(one.page);
  await expect(asideIn(one)).toHaveCount(0);
  await two.hearsNothingBut(hall.number, called.number);
  expect(await everHeardBy(one.page, since)).toEqual([hall.number]);
  await expect(begin).toBeDisabled();
});

test(
  'Q7: a cue is shown to one site, its clerk taps that it was seen, and all of it at each size',
  BESIDE,
  async ({ house, open, join }) => {
    test.setTimeout(300_000);
    const conference = await prepareConference(house.servers[0]!, { sites: LONGEST_SITES, name: NAME });
    const [first, second] = [conference.site(1), conference.site(2)];
    const moderator = await join(await conference.seat('moderator'));
    await moderator.must({ type: 'conference.open' });
    const room = await open(await conference.room(first));
    const other = await open(await conference.room(second));
    const clerk = await open(await conference.clerk(first));
    const desk = await open(await conference.seat('operator'), { microphone: DESK_TONE });
    await expect(panelOf(desk)).toContainText('Chọn điểm cầu ở ô xem trước');
    await lookAt(desk, 'operator-aside-nobody', [{ width: 1366, height: 768 }]);
    await moderator.must({ type: 'floor.setStandby', siteIds: [idOf(first)] });
    await expect(panelOf(desk)).toContainText(first.name);

    const longest = 'Đề nghị đồng chí Bí thư Đảng uỷ xã chuyển sang ngồi ghế thứ hai từ bên trái, gần micro để bàn hơn';
    await desk.keyboard.press('c');
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Câu nhắc khác').fill(longest);
    await lookAt(desk, 'operator-cue');
    await dialog.getByRole('button', { name: 'Gửi câu nhắc' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(room.locator('.aside-site')).toContainText(longest);
    await expect(panelOf(desk)).toContainText('Chưa báo đã thấy');
    await lookAt(room, 'room-cue');
    await lookAt(clerk, 'clerk-cue');
    await expect(other.locator('.aside-site')).toHaveCount(0);
    await clerk.getByRole('button', { name: 'Đã thấy' }).click();
    await expect(panelOf(desk)).toContainText('Đã thấy lúc');

    for (const [key, name] of [
      ['t', 'talk'],
      ['l', 'listen'],
    ] as const) {
      await desk.keyboard.down(key);
      await expect(room.locator(`.aside-site[data-aside=${name}]`)).toBeVisible();
      await expect(clerk.locator(`.aside-site[data-aside=${name}]`)).toBeVisible();
      await expect(panelOf(desk).locator('.aside-status')).toContainText(
        name === 'talk' ? 'đang nghe bạn nói' : 'Bạn đang nghe',
      );
      await lookAt(room, `room-aside-${name}`);
      await lookAt(clerk, `clerk-aside-${name}`, name === 'talk' ? undefined : [PHONE]);
      await lookAt(desk, `operator-aside-${name}`, [
        { width: 1366, height: 768 },
        { width: 1920, height: 1080 },
      ]);
      await desk.keyboard.up(key);
      await expect(room.locator(`.aside-site[data-aside=${name}]`)).toHaveCount(0);
    }
  },
);
