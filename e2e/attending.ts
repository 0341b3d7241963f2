// What clerks do for a roll call whose pages a journey is not about.
import { randomUUID } from 'node:crypto';
import type { OpenedSeat, Place, TestConference } from '@diemcau/testkit';

type Person = { readonly honorific: string; readonly name: string; readonly position: string };

/** The clerks of a conference, each for the own site. */
export class Clerks {
  readonly conference: TestConference;

  constructor(conference: TestConference) {
    this.conference = conference;
  }

  async delegate(place: Place, { honorific, name, position }: Person): Promise<string> {
    const delegateId = randomUUID();
    const person = { honorific, name, position, unit: null, phone: null, rank: null };
    await this.must(place, 'delegates', { delegateId, ...person, kind: 'official', substituteFor: null });
    return delegateId;
  }

  async contact(place: Place, name: string, phone: string): Promise<void> {
    await this.must(place, 'contact', { name, phone });
  }

  /** Answers with the status of the answer. */
  async answer(place: Place, rollCallId: string, headCount: number): Promise<number> {
    return (await this.post(await this.conference.clerk(place), place, 'answers', { rollCallId, headCount })).status;
  }

  private async must(place: Place, path: string, body: object): Promise<void> {
    const answer = await this.post(await this.conference.clerk(place), place, path, body);
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  }

  private post({ seatId, cookie }: OpenedSeat, place: Place, path: string, body: object): Promise<Response> {
    return fetch(`${this.conference.origin}/api/v1/seats/${seatId}/sites/${place.siteId}/${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUID(), ...body }),
    });
  }
}
