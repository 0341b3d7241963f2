// A room screen as the people before it see and hear it.
import type { Locator, Page } from '@playwright/test';
import { everHeardBy, heardBy, listenNow, seenIn } from '@diemcau/testkit/browser';
import { expect } from './journey.ts';

/** The picture in front, of all that lie in the programme's box. */
const PROGRAMME = '.media-programme video.front';
const OWN_PICTURE = '.room-own video';
const SILENT_MS = 1500;

export class RoomScreen {
  readonly page: Page;
  /** Across the screen: called, on air, what is wrong. */
  readonly band: Locator;
  readonly own: Locator;
  /** Over the last picture while a line is down. */
  readonly veil: Locator;

  constructor(page: Page) {
    this.page = page;
    this.band = page.locator('.room-band');
    this.own = page.locator('.room-own');
    this.veil = page.locator('.ui-veil-words');
  }

  /** Whose picture fills the screen, alive: a site's number. */
  async sees(number: number): Promise<void> {
    await expect.poll(() => seenIn(this.page, PROGRAMME), { message: `sees the picture of ${number}` }).toBe(number);
  }

  async seesItself(number: number): Promise<void> {
    await expect.poll(() => seenIn(this.page, OWN_PICTURE), { message: `sees its own picture ${number}` }).toBe(number);
  }

  /** Exactly these tones, for a whole second. */
  async hears(...numbers: readonly number[]): Promise<void> {
    const message = `hears ${numbers.join(' and ') || 'nothing'}`;
    await expect.poll(() => heardBy(this.page), { message }).toEqual(numbers.toSorted((a, b) => a - b));
  }

  /**
   * For a second and a half from now: these tones all the time, and not a moment of any other. Silence of one is
   * known only while another is heard.
   */
  async hearsNothingBut(...numbers: readonly number[]): Promise<void> {
    const since = await listenNow(this.page);
    await expect.poll(async () => (await listenNow(this.page)) - since).toBeGreaterThan(SILENT_MS);
    expect(await everHeardBy(this.page, since)).toEqual(numbers.toSorted((a, b) => a - b));
    await this.hears(...numbers);
  }

  /** The frame around its own picture. */
  async tally(state: 'off' | 'standby' | 'onAir'): Promise<void> {
    await expect(this.own).toHaveAttribute('data-tally', state);
  }

  /** It has the state of now, and its line to the media server is up. */
  async isUp(): Promise<void> {
    await expect(this.page.locator('.room')).toHaveAttribute('data-stage', 'up');
  }
}
