// Those who conduct: the operator by clicks at the real desk, the moderator by the frames that a page sends.
import { SiteId } from '@diemcau/domain/kernel';
import { SeatClient, type Place, type TestConference } from '@diemcau/testkit';
import type { Page } from 'playwright-core';
import { nowMs, type Pages } from '../browser.ts';

export class Desk {
  readonly moderator: SeatClient;
  private readonly operator: Page;

  private constructor(operator: Page, moderator: SeatClient) {
    this.operator = operator;
    this.moderator = moderator;
  }

  /** Opens the conference as well. */
  static async open(pages: Pages, conference: TestConference): Promise<Desk> {
    const { origin } = conference;
    const moderator = await SeatClient.open(origin, await conference.seat('moderator'));
    const operator = await pages.ofSeat(origin, await conference.seat('operator'));
    await moderator.must({ type: 'conference.open' });
    return new Desk(operator, moderator);
  }

  /** Into preview, before the cut is timed. */
  async preview({ siteId }: Place): Promise<void> {
    const tile = this.operator.locator(`.pg-tile[data-site="${siteId}"]`);
    await tile.click();
    await this.operator
      .locator(`.pg-tile[data-site="${siteId}"][aria-pressed="true"], .pg-tile.onAir[data-site="${siteId}"]`)
      .waitFor();
  }

  /** Answers with the moment of the click. */
  async cut(): Promise<number> {
    await this.operator.locator('.op-cut:not([aria-disabled])').click();
    const atMs = await this.operator.evaluate(() => window.timing.pressed('.op-cut'));
    if (atMs === null) throw new Error('the click was not seen');
    return atMs;
  }

  async standBy(...places: readonly Place[]): Promise<void> {
    await this.moderator.must({
      type: 'floor.setStandby',
      siteIds: places.map(({ siteId }) => SiteId.parse(siteId)),
    });
  }

  /** The picture follows the floor again. */
  async follow(): Promise<void> {
    await this.operator.keyboard.press('Escape');
    if (this.moderator.live.programme.mode === 'manual') await this.operator.keyboard.press('m');
    await this.moderator.until(() => this.moderator.live.programme.mode === 'follow', 'the picture to follow');
  }

  /** Answers with the moment at which the moderator's page sent it. */
  async giveFloor({ siteId }: Place): Promise<number> {
    const atMs = nowMs();
    await this.moderator.must({
      type: 'floor.grantSite',
      siteId: SiteId.parse(siteId),
      speakerId: null,
      kind: 'discussion',
    });
    await this.moderator.until(() => this.moderator.live.floor.turn, 'the turn');
    return atMs;
  }

  async endSpeech(): Promise<void> {
    const { turn } = this.moderator.live.floor;
    if (turn) await this.moderator.must({ type: 'floor.end', turnId: turn.turnId });
    await this.moderator.until(() => this.moderator.live.floor.turn === null, 'the end of the speech');
  }

  close(): void {
    this.moderator.close();
  }
}
