// Who must not, in pages: a withdrawn seat, another role's page, a camera off air.
import { prepareConference } from '@diemcau/testkit';
import { startRogue } from '@diemcau/testkit/bots';
import { seenIn } from '@diemcau/testkit/browser';
import { ask } from './floor.ts';
import { BESIDE, expect, test } from './journey.ts';
import { RoomScreen } from './room-screen.ts';

test('a withdrawn seat says so at once, and its page stays out', BESIDE, async ({ house, open }) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 1 });
  const seat = await conference.seat('moderator');
  const desk = await open(seat);
  await expect(desk.getByRole('button', { name: 'Khai mạc', exact: true })).toBeVisible();
  await conference.revoke(seat.seatId);
  await expect(desk.getByText('Chưa vào được hội nghị')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Khai mạc', exact: true })).toHaveCount(0);
  await desk.reload();
  await expect(desk.getByText('Chưa vào được hội nghị')).toBeVisible();
});

test(
  'S15: a clerk at the address of the desk is led to its own page, sees no queue and can call nobody',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 2 });
    const [own, other] = [conference.site(1), conference.site(2)];
    const chair = await join(await conference.seat('chair'));
    await chair.must({ type: 'conference.open' });
    await ask(await join(await conference.clerk(other)), other, 'Hoàng Văn Nam');
    const clerk = await conference.clerk(own);
    const page = await open(clerk, { path: clerk.path.replace('/clerk', '/moderator') });
    await expect(page.getByText('vai trò “Phụ trách điểm cầu”')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.getByRole('row', { name: 'Hoàng Văn Nam' })).toHaveCount(0);
    const command = { type: 'floor.grant', requestId: chair.live.floor.queue[0]!.requestId } as const;
    expect(await (await join(clerk)).command(command)).toMatchObject({ ok: false, code: 'wire.not_allowed' });
    expect(chair.live.floor.turn).toBeNull();
    // Without its seat in the address, and at the address of a room screen, the same.
    for (const path of [`/c/${conference.conferenceId}/operator`, clerk.path.replace(/^.*[?]/, '/room?')]) {
      await page.goto(path);
      await expect(page.getByText('Đường dẫn này thuộc trang khác')).toBeVisible();
    }
    await page.getByRole('link', { name: 'Mở trang “Phụ trách điểm cầu”' }).click();
    await expect(page).toHaveURL(new RegExp(`/c/${conference.conferenceId}/clerk[?]seat=${clerk.seatId}`));
    await expect(page.getByText(own.name).first()).toBeVisible();
  },
);

test('S16: a link opened too early says when the conference opens', BESIDE, async ({ house, open }) => {
  const startsAt = new Date('2035-11-24T01:00:00Z');
  const conference = await prepareConference(house.servers[0]!, { sites: 1, startsAt });
  const { link } = await conference.link('clerk', conference.site(1));
  const page = await open(
    { role: 'room', place: conference.site(1), path: '/room' },
    { path: new URL(link).pathname + new URL(link).hash },
  );
  await page.getByRole('button', { name: 'Vào hội nghị' }).click();
  await expect(page.getByText('Hội nghị mở vào 07:00 ngày 24/11/2035')).toBeVisible();
});

test('a camera off air is seen by the desk and by no other site, whatever that subscribes to', async ({
  house,
  open,
  join,
}) => {
  const server = house.servers[0]!;
  const conference = await prepareConference(server, { sites: 2 });
  const [watched, rogueSite] = [conference.site(1), conference.site(2)];
  const desk = await open(await conference.seat('operator'));
  const chair = await join(await conference.seat('chair'));
  const screen = new RoomScreen(await open(await conference.room(watched)));
  const hallScreen = new RoomScreen(await open(await conference.room(conference.hall)));
  await chair.must({ type: 'conference.open' });
  for (const room of [screen, hallScreen]) await room.isUp();
  // The desk's tile shows it: it is there to be watched.
  await expect.poll(() => seenIn(desk, `.pg-tile[data-site="${watched.siteId}"] video`)).toBe(watched.number);

  const seat = await conference.room(rogueSite);
  const answer = await fetch(`${server.origin}/api/v1/seats/${seat.seatId}/media-token`, {
    headers: { cookie: seat.cookie },
  });
  const { token } = (await answer.json()) as { token: string };
  const rogue = startRogue(server.origin, token, { wants: () => true }).bot;
  try {
    const packetsOf = (siteScreen: string) =>
      rogue.receptions
        .filter(({ track }) => track.kind === 'video' && track.identity.startsWith(siteScreen))
        .reduce((sum, { packets }) => sum + packets, 0);
    const [watchedSeat, hallSeat] = [seatOf(screen), seatOf(hallScreen)];
    // It hears and sees what all may: the hall. That its picture comes for a while is the measure of the silence.
    await expect.poll(() => packetsOf(hallSeat)).toBeGreaterThan(100);
    expect(packetsOf(watchedSeat)).toBe(0);
    expect(
      rogue.receptions.filter(({ track }) => track.identity.startsWith(watchedSeat)).map(({ isAllowed }) => isAllowed),
    ).toEqual([false]);

    await ask(await join(await conference.clerk(watched)), watched, 'Nông Thị Thu');
    await screen.tally('standby');
    await expect.poll(() => packetsOf(watchedSeat)).toBeGreaterThan(10);
  } finally {
    rogue.stop();
  }
});

/** The seat of a room screen, by its address: its identity in the media begins with it. */
const seatOf = ({ page }: RoomScreen): string => new URL(page.url()).searchParams.get('seat') ?? '';
