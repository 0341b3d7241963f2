// A rehearsal runs as the conference does, and leaves nothing of it in the conference.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConferenceDetail } from '@diemcau/domain/conference';
import { SiteId } from '@diemcau/domain/kernel';
import { NotePage, RecordPage, RecordSummary } from '@diemcau/domain/minutes';
import {
  prepareConference,
  SeatClient,
  startHouse,
  type House,
  type OpenedSeat,
  type TestConference,
} from '@diemcau/testkit';

let house: House;
let conference: TestConference;
let moderator: SeatClient;
let secretaryKey: OpenedSeat;
let clerkKey: OpenedSeat;
let clerk: SeatClient;
let technician: SeatClient;

const ask = async (method: 'GET' | 'POST', cookie: string, path: string, body?: object): Promise<unknown> => {
  const answer = await fetch(`${conference.origin}/api/v1${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
};
const record = async (rehearsal = '') =>
  RecordPage.parse(await ask('GET', secretaryKey.cookie, `/seats/${secretaryKey.seatId}/record${rehearsal}`)).items;
const summary = async (rehearsal = '') =>
  RecordSummary.parse(
    await ask('GET', secretaryKey.cookie, `/seats/${secretaryKey.seatId}/record/summary${rehearsal}`),
  );
const detail = async () =>
  ConferenceDetail.parse(await ask('GET', conference.cookie, `/conferences/${conference.conferenceId}`));
const ofClerk = (path: string, body: object) =>
  ask('POST', clerkKey.cookie, `/seats/${clerkKey.seatId}/sites/${conference.site(1).siteId}/${path}`, {
    id: randomUUID(),
    ...body,
  });

beforeAll(async () => {
  house = await startHouse();
  conference = await prepareConference(house.servers[0]!, { sites: 2 });
  moderator = await SeatClient.open(conference.origin, await conference.seat('moderator'));
  secretaryKey = await conference.seat('secretary');
  clerkKey = await conference.clerk(conference.site(1));
  clerk = await SeatClient.open(conference.origin, clerkKey);
  technician = await SeatClient.open(conference.origin, await conference.seat('technician'));
});
afterAll(async () => {
  for (const client of [moderator, clerk, technician]) client?.close();
  await house?.stop();
});

describe('a rehearsal', () => {
  test('C19: begun by the technical desk, by no clerk; every page learns that it is one', async () => {
    expect(await clerk.command({ type: 'conference.rehearse' })).toMatchObject({ ok: false, code: 'wire.not_allowed' });
    await technician.must({ type: 'conference.rehearse' });
    for (const client of [moderator, clerk])
      await client.until(
        () => client.live.conference.status === 'open' && client.live.conference.rehearsal?.no === 1,
        'the rehearsal',
      );
    expect(await detail()).toMatchObject({ status: 'rehearsal', rehearsals: 1, openedAt: null });
    await expect(
      ask('POST', conference.cookie, `/conferences/${conference.conferenceId}/invitations`, {
        siteIds: [],
        underUnitIds: [],
        codes: [conference.site(1).code],
      }),
    ).rejects.toThrow('conference.rehearsing');
    expect(await moderator.command({ type: 'conference.close' })).toMatchObject({ code: 'conference.rehearsing' });
  });

  test('C20, K20: speeches, roll call, marks and notes of it are none of the conference’s own', async () => {
    const siteId = SiteId.parse(conference.site(1).siteId);
    const delegateId = randomUUID();
    const person = { honorific: 'bà', name: 'Lò Thị Mai', position: null, unit: null, phone: null, rank: null };
    await ofClerk('delegates', { delegateId, ...person, kind: 'official', substituteFor: null });
    await moderator.must({ type: 'attendance.openRollCall', closesAt: Date.now() + 600_000 });
    await moderator.until(() => moderator.live.attendance.rollCall, 'the roll call');
    const rollCallId = moderator.live.attendance.rollCall?.rollCallId;
    await ofClerk('marks', { marks: [{ delegateId, status: 'present' }] });
    await ofClerk('answers', { rollCallId, headCount: 20 });
    await moderator.must({ type: 'floor.grantSite', siteId, speakerId: null, kind: 'discussion' });
    await moderator.must({ type: 'conference.pause' });
    expect(await detail()).toMatchObject({ status: 'rehearsal' });
    await ask('POST', secretaryKey.cookie, `/seats/${secretaryKey.seatId}/record/notes`, {
      id: randomUUID(),
      noteId: randomUUID(),
      kind: 'note',
      text: 'Hội trường chưa nghe rõ',
      raisedBy: null,
      siteId: null,
      at: Date.now(),
    });
    await moderator.until(() => moderator.attendance?.present === 20, 'the answer');

    await moderator.must({ type: 'conference.endRehearsal' });
    await clerk.until(() => clerk.live.conference.status === 'prepared', 'the end');
    expect(await detail()).toMatchObject({ status: 'prepared', rehearsals: 1, openedAt: null });
    expect(moderator.live.attendance.rollCall).toBeNull();
    await moderator.until(() => moderator.attendance?.present === 0, 'the marks to be taken back');
    expect(moderator.live.floor.spokenAt).toEqual({});
    const roster = await ask('GET', clerkKey.cookie, `/seats/${clerkKey.seatId}/sites/${siteId}/roster`);
    expect(roster).toMatchObject({ items: [{ delegateId, status: 'unknown', arrivedAt: null, marks: [] }] });

    expect(await record()).toEqual([]);
    expect((await record('?rehearsal=1')).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['opened', 'rollCall', 'speech', 'paused', 'closed']),
    );
    expect(await summary()).toMatchObject({ speeches: 0, notes: 0, openedAt: null, rehearsals: [{ no: 1 }] });
    expect(await summary('?rehearsal=1')).toMatchObject({ speeches: 1, notes: 1 });
    const notes = async (of: string) =>
      NotePage.parse(await ask('GET', secretaryKey.cookie, `/seats/${secretaryKey.seatId}/record/notes${of}`)).items;
    expect([(await notes('')).length, (await notes('?rehearsal=1')).length]).toEqual([0, 1]);
  });

  test('C19: then the conference opens as if nothing had been, and is rehearsed no more', async () => {
    await moderator.must({ type: 'conference.open' });
    expect(await moderator.command({ type: 'conference.rehearse' })).toMatchObject({ code: 'conference.already_open' });
    expect((await record()).map(({ kind, rehearsal }) => [kind, rehearsal])).toEqual([
      ['opened', undefined],
      ['cut', undefined],
    ]);
    expect(await detail()).toMatchObject({ status: 'open', openedAt: expect.any(String) });
  });
});
