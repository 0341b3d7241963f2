// Who speaks, as every room reads it: the longest name with its full position, and each form of address.
import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { prepareConference, type Place, type SeatClient } from '@diemcau/testkit';
import { turnOf } from './floor.ts';
import { BESIDE, expect, test } from './journey.ts';
import { LONGEST_SITES, SPEAKERS } from './longest.ts';
import { lookAt } from './looking.ts';

/** A name line is read from six metres when it is at least so high (screens.md). */
const LEAST_SHARE = 0.04;
const BIG = { width: 1920, height: 1080 };

type Speaker = { readonly honorific: string; readonly name: string; readonly position: string };

const speaks = async (desk: SeatClient, { siteId }: Place, speaker: Speaker): Promise<void> => {
  const speakerId = SpeakerId.parse(randomUUID());
  const { turn } = desk.live.floor;
  if (turn) await desk.must({ type: 'floor.end', turnId: turn.turnId });
  await desk.until(() => desk.live.floor.turn === null, 'the end of the speech');
  await desk.must(
    { type: 'floor.grantSite', siteId: SiteId.parse(siteId), speakerId, kind: 'discussion' },
    { speaker },
  );
  await desk.until(() => desk.live.floor.turn?.speakerId === speakerId, 'the turn');
};

/** How far a line has shrunk; 1 for one that has not. */
const fitOf = (line: Locator): Promise<number> =>
  line.evaluate((element) => Number((element as HTMLElement).style.getPropertyValue('--fit') || 1));

test(
  'P8: the longest names and each form of address stand whole in every room, are hidden at will and corrected on air',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: LONGEST_SITES });
    const [longest, other] = [conference.site(1), conference.site(2)];
    const desk = await join(await conference.seat('moderator'));
    await desk.must({ type: 'conference.open' });
    await open(await conference.room(longest));
    const room = await open(await conference.room(other), { viewport: BIG });
    const third = room.locator('.ui-third');
    const name = third.locator('.ui-third-name');

    for (const [i, { subject: _, ...speaker }] of SPEAKERS.slice(0, 2).entries()) {
      await speaks(desk, longest, speaker);
      await expect(name).toHaveText(`${speaker.honorific} ${speaker.name}`);
      await expect(third).toContainText(speaker.position);
      await expect(third).toContainText(new RegExp(longest.name, 'i'));
      // It has shrunk to fit before it wraps.
      expect(await fitOf(third.locator('.ui-third-detail'))).toBeLessThan(1);
      expect((await name.boundingBox())!.height).toBeGreaterThanOrEqual(LEAST_SHARE * BIG.height);
      await lookAt(room, `room-lower-third-${i}`);
    }

    // P8, by one key of the operator: gone at the rooms, also after cuts, until the same key brings it back.
    const vision = await open(await conference.seat('operator'));
    const panel = vision.getByRole('region', { name: 'Dòng giới thiệu' });
    await expect(panel).toContainText('Đang hiện');
    await vision.keyboard.press('b');
    await expect(third).toHaveCount(0);
    await expect(panel).toContainText('Đang ẩn');
    const onAir = room.locator('.room');
    await vision.keyboard.press('0');
    await vision.keyboard.press('Enter');
    await expect(onAir).toHaveAttribute('data-on-air-site', '');
    // What M does next is written on its button: the desk may hear of the cut after the room.
    await expect(vision.getByRole('button', { name: /^Theo lượt phát biểu/ })).toBeVisible();
    await vision.keyboard.press('m');
    await expect(onAir).toHaveAttribute('data-on-air-site', longest.siteId);
    await expect(third).toHaveCount(0);
    await vision.keyboard.press('b');
    await expect(name).toContainText(SPEAKERS[1].name);
    await vision.close();

    const { name: called, position } = SPEAKERS[4];
    // The product's own forms of address, and one that is typed.
    const clerk = await open(await conference.clerk(other));
    const field = clerk.getByLabel('Danh xưng');
    await expect(field).toBeVisible();
    const offered = await field.locator('option').allTextContents();
    const forms = offered.filter((form) => form !== 'Khác…');
    expect(forms.length).toBeGreaterThan(10);
    for (const honorific of [...forms, 'Trưởng lão Hòa thượng']) {
      await desk.must(
        { type: 'floor.correctSpeaker', speakerId: turnOf(desk).speakerId! },
        { speaker: { honorific, name: called, position } },
      );
      await expect(name).toHaveText(`${honorific} ${called}`, { timeout: 5000 });
    }
  },
);
