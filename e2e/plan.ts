// An agenda and a run sheet as a desk writes them, and the key that goes through them.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { AgendaItemId, RowId, SiteId, SpeakerId, type SpeechKind } from '@diemcau/domain/kernel';
import type { RowAct } from '@diemcau/domain/run-sheet';
import type { CommandTexts } from '@diemcau/domain/wire';
import type { Place, SeatClient } from '@diemcau/testkit';
import { expect } from './journey.ts';

/** Writes the agenda and the run sheet of a journey, as a desk does. */
export class Plan {
  readonly desk: SeatClient;
  /** One person is one speaker, however often they speak. */
  readonly #speakers = new Map<string, SpeakerId>();

  constructor(desk: SeatClient) {
    this.desk = desk;
  }

  async item(title: string, minutes: number): Promise<AgendaItemId> {
    const itemId = AgendaItemId.parse(randomUUID());
    const place = { presenterId: null, parentId: null, before: null };
    await this.desk.must({ type: 'agenda.add', itemId, kind: 'other', seconds: minutes * 60, ...place }, { title });
    return itemId;
  }

  async row(act: RowAct, itemId: AgendaItemId, texts: CommandTexts = {}, seconds: number | null = null): Promise<void> {
    const rowId = RowId.parse(randomUUID());
    await this.desk.must({ type: 'runSheet.add', rowId, act, itemId, seconds, before: null }, texts);
  }

  async speech(
    speechKind: SpeechKind,
    place: Place,
    itemId: AgendaItemId,
    speaker: NonNullable<CommandTexts['speaker']>,
  ): Promise<void> {
    const speakerId = this.#speakers.get(speaker.name) ?? SpeakerId.parse(randomUUID());
    this.#speakers.set(speaker.name, speakerId);
    const person = { siteId: SiteId.parse(place.siteId), speakerId };
    await this.row(
      { kind: 'speech', speechKind, speaker: person, reserve: null, requestId: null },
      itemId,
      { speaker },
      420,
    );
  }
}

/** "Tiếp", once the desk says beforehand that it does this; pressed until it is done. */
export const next = async (desk: Page, what: string): Promise<void> => {
  const button = desk.locator('.ui-step');
  const now = desk.locator('.rs-row.now');
  await expect(button).toContainText(what);
  const isDone = async (): Promise<boolean> => {
    if ((await now.allTextContents()).some((text) => text.includes(what))) return true;
    // A second press just after the first is a finger that slipped, and the desk takes it for one.
    if ((await button.allTextContents()).some((text) => text.includes(what))) await desk.keyboard.press('Space');
    return false;
  };
  await expect.poll(isDone, { intervals: [400] }).toBe(true);
};
