// A room that stands by has agreed on where its voice will be sent: what goes out there before the floor is heard by nobody,
// and whatever happens meanwhile the floor is heard.
import { prepareConference, type SeatClient } from '@diemcau/testkit';
import { HALL_TONE, StageBots } from '@diemcau/testkit/bots';
import { SiteId } from '@diemcau/domain/kernel';
import type { Page } from '@playwright/test';
import { turnOf } from './floor.ts';
import { expect, test } from './journey.ts';
import { RoomScreen } from './room-screen.ts';

/** The sections in which the page may send sound, in the order in which its connections made them. */
declare global {
  interface Window {
    readonly soundSections: RTCRtpTransceiver[];
  }
}

/** Before the page's own code: notes each section that is really made. */
const NOTING = `
  window.soundSections = [];
  const add = RTCPeerConnection.prototype.addTransceiver;
  RTCPeerConnection.prototype.addTransceiver = function (what, init) {
    const section = add.call(this, what, init);
    if (what instanceof MediaStreamTrack && what.kind === 'audio') soundSections.push(section);
    return section;
  };`;

/** The tone at the table of the room with this number is so many more than its own. */
const TABLE = 9;

const sectionsOf = (page: Page): Promise<number> => page.evaluate(() => window.soundSections.length);
const packetsOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const reports = await Promise.all(window.soundSections.map(({ sender }) => sender.getStats()));
    return reports
      .flatMap((report) => [...report.values()] as { type: string; packetsSent?: number }[])
      .filter(({ type }) => type === 'outbound-rtp')
      .reduce((sum, { packetsSent = 0 }) => sum + packetsSent, 0);
  });

const giveFloor = async (moderator: SeatClient, siteId: SiteId): Promise<void> => {
  await moderator.must({ type: 'floor.grantSite', siteId, speakerId: null, kind: 'discussion' });
  await moderator.until(() => moderator.live.floor.turn?.siteId === siteId, 'the turn');
};

test('M36, M11: a patched page that sends while it only stands by is heard by nobody, and with the floor by all', async ({
  house,
  open,
  join,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 3 });
  const { hall } = conference;
  const [patched, third, listening] = [conference.site(1), conference.site(2), conference.site(3)];
  const stage = new StageBots(house, `stage-${conference.conferenceId}`);
  try {
    const moderator = await join(await conference.seat('moderator'));
    const hallSeat = await conference.room(hall);
    const seat = await conference.room(patched);
    await open(hallSeat);
    const speaker = new RoomScreen(await open(seat, { script: NOTING }));
    const watcher = new RoomScreen(await open(await conference.room(third)));
    // Plays whatever the media server forwards, of whomever.
    const ears = stage.listen(await conference.room(listening));
    await moderator.must({ type: 'conference.open' });
    for (const screen of [speaker, watcher]) await screen.isUp();
    const siteId = SiteId.parse(patched.siteId);
    await moderator.must({ type: 'floor.setStandby', siteIds: [siteId] });
    await speaker.tally('standby');
    await expect.poll(() => sectionsOf(speaker.page)).toBe(1);
    await watcher.hears(hall.number);
    expect(await packetsOf(speaker.page)).toBe(0);

    await speaker.page.evaluate(async () => {
      const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks();
      for (const section of window.soundSections) await section.sender.replaceTrack(track ?? null);
    });
    await expect.poll(() => packetsOf(speaker.page)).toBeGreaterThan(10);
    const before = await packetsOf(speaker.page);
    await Promise.all([
      watcher.hearsNothingBut(hall.number),
      stage.heardBesideTheHall(ears, hallSeat).then((heard) => expect(heard).toEqual([HALL_TONE])),
    ]);
    expect(await packetsOf(speaker.page)).toBeGreaterThan(before + 10);
    expect(await stage.soundsOf(seat)).toBe(0);
    expect(await stage.soundsOf(hallSeat)).toBe(1);

    await giveFloor(moderator, siteId);
    await watcher.hears(hall.number, patched.number);
    await expect.poll(() => stage.heardOf(ears, seat)).toEqual([patched.number]);
    // In the very section that was agreed on.
    expect(await sectionsOf(speaker.page)).toBe(1);
  } finally {
    stage.leave();
  }
});

test('M36: the floor is heard after another microphone was chosen while standing by, and when it is given again at once', async ({
  house,
  open,
  join,
}) => {
  const conference = await prepareConference(house.servers[0]!, { sites: 2 });
  const { hall } = conference;
  const [speaking, third] = [conference.site(1), conference.site(2)];
  const siteId = SiteId.parse(speaking.siteId);
  const moderator = await join(await conference.seat('moderator'));
  await open(await conference.room(hall));
  const speaker = new RoomScreen(await open(await conference.room(speaking), { script: NOTING }));
  const clerk = await open(await conference.clerk(speaking));
  const watcher = new RoomScreen(await open(await conference.room(third)));
  await moderator.must({ type: 'conference.open' });
  for (const screen of [speaker, watcher]) await screen.isUp();
  await moderator.must({ type: 'floor.setStandby', siteIds: [siteId] });
  await expect.poll(() => sectionsOf(speaker.page)).toBe(1);
  await clerk.getByLabel('Micro', { exact: true }).selectOption(`Micro bàn ${speaking.number}`);
  const table = TABLE + speaking.number;
  await expect
    .poll(() => speaker.page.evaluate(() => localStorage.getItem('diemcau.devices')))
    .toContain('"microphoneId":"second');

  await giveFloor(moderator, siteId);
  await watcher.hears(hall.number, table);
  expect(await sectionsOf(speaker.page)).toBe(1);

  // Ended and given again without a pause, twice: nothing is awaited in between.
  for (let i = 0; i < 2; i++) {
    await moderator.must({ type: 'floor.end', turnId: turnOf(moderator).turnId });
    await moderator.until(() => moderator.live.floor.turn === null, 'the end of the turn');
    await giveFloor(moderator, siteId);
  }
  await watcher.hears(hall.number, table);
  await watcher.hearsNothingBut(hall.number, table);
});
