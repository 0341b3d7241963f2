// The server is killed in a turn: what was decided stays decided, the microphone stays due, nothing is done twice.
import { randomUUID } from 'node:crypto';
import { prepareConference } from '@diemcau/testkit';
import { ask, call, countOf, turnOf } from './floor.ts';
import { expect, test } from './journey.ts';
import { RoomScreen } from './room-screen.ts';

test('the server is killed in a turn and started again', async ({ house, open, join }) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 2 });
  const { hall } = conference;
  const [speaking, third] = [conference.site(1), conference.site(2)];
  const seat = await conference.seat('moderator');
  const before = await join(seat);
  const clerk = await join(await conference.clerk(speaking));
  const hallScreen = new RoomScreen(await open(await conference.room(hall)));
  const speaker = new RoomScreen(await open(await conference.room(speaking)));
  const watcher = new RoomScreen(await open(await conference.room(third)));
  await before.must({ type: 'conference.open' });
  for (const screen of [hallScreen, speaker, watcher]) await screen.isUp();
  await call(before, clerk, speaking, 'Nông Thị Thu');
  await watcher.hears(hall.number, speaking.number);
  await before.until(() => turnOf(before).startedAt !== null, 'the clock of the speech');
  const turn = turnOf(before);
  const extend = { type: 'floor.extend', turnId: turn.turnId, bySeconds: 60 } as const;
  const commandId = randomUUID();
  expect(await before.command(extend, undefined, commandId)).toMatchObject({ ok: true });

  await house.servers[0]?.kill('SIGKILL');
  await expect(speaker.veil).toContainText('Mất kết nối với trung tâm, đang tự kết nối lại.');
  await expect(watcher.veil).toContainText('Đề nghị đại biểu giữ nguyên vị trí.');
  await house.restartServer(0);

  const after = await join(seat);
  // A page that never got its answer sends the command again: it is answered, and not done again.
  expect(await after.command(extend, undefined, commandId)).toMatchObject({ ok: true });
  await expect(speaker.veil).toHaveCount(0);
  await expect(speaker.band).toContainText('ĐANG LÊN HÌNH – micro đang mở');
  await watcher.sees(speaking.number);
  await watcher.hears(hall.number, speaking.number);
  expect(turnOf(after)).toMatchObject({ turnId: turn.turnId, startedAt: turn.startedAt, limitSeconds: 60 });
  expect(countOf(after, 'timeLimitSet')).toBe(0);
  expect(countOf(after, 'floorGranted')).toBe(0);

  await ask(await join(await conference.clerk(speaking)), speaking, 'Hoàng Văn Nam');
  await after.must({ type: 'floor.end', turnId: turn.turnId });
  await watcher.sees(hall.number);
  await watcher.hearsNothingBut(hall.number);
});
