import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AgendaItemId,
  ConferenceId,
  ContentId,
  FilmId,
  SeatId,
  SiteId,
  SpeakerId,
  type Actor,
} from '@diemcau/domain/kernel';
import {
  NotePage,
  RecordPage,
  RecordSummary,
  SpokenPeoplePage,
  SpokenSitesPage,
  type EntryKind,
  type EntryOf,
} from '@diemcau/domain/minutes';
import type { Command } from '@diemcau/domain/live';
import type { CommandTexts } from '@diemcau/domain/wire';
import { freshDatabase } from '@diemcau/testkit';
import {
  conferenceBody,
  newId,
  openSeat,
  siteByCode,
  startUnderTest,
  submitted,
  text,
  type Browser,
  type HeldSeat,
  type ServerUnderTest,
} from './under-test.ts';

let house: ServerUnderTest;
let one: Browser;
let conferenceId: string;
let otherId: string;
let secretary: HeldSeat;
let commune: SiteId;
let elsewhere: SiteId;

const seat = (role: string, of = conferenceId): Promise<HeldSeat> => openSeat(house, one, of, role);
const operator = (): Actor => ({
  kind: 'seat',
  seatId: SeatId.parse(newId()),
  conferenceId: ConferenceId.parse(conferenceId),
  role: 'operator',
  siteId: null,
});
const command = (of: Command, texts?: CommandTexts, by?: Actor) => submitted(house, conferenceId, of, texts, by);
const turnId = async () => {
  const { floor } = await house.server.live.readLive(ConferenceId.parse(conferenceId));
  if (!floor.turn) throw new Error('nobody speaks');
  return floor.turn.turnId;
};
const [speaker, second] = [SpeakerId.parse(newId()), SpeakerId.parse(newId())];
const itemId = AgendaItemId.parse(newId());
const called = { honorific: 'bà', name: 'Trần Thị Bính', position: 'Chủ tịch' };
const corrected = { ...called, name: 'Trần Thị Bình' };

/** Opened; an item; two speeches, the first with its name corrected; closed. */
const filmId = FilmId.parse(newId());
const hold = async () => {
  await command(
    { type: 'agenda.add', itemId, kind: 'report', seconds: 600, presenterId: null, parentId: null, before: null },
    { title: 'Báo cáo công tác Mặt trận' },
  );
  await command({ type: 'conference.open' });
  await command({ type: 'agenda.begin', itemId, fromId: null });
  const grant = { type: 'floor.grantSite', siteId: commune, kind: 'discussion' } as const;
  await command({ ...grant, speakerId: speaker }, { speaker: called });
  await command({ type: 'floor.startSpeech', turnId: await turnId() });
  await command({ type: 'floor.correctSpeaker', speakerId: speaker }, { speaker: corrected });
  await command({ type: 'programme.reportMissing', siteId: commune });
  await command({ type: 'programme.reportBack', siteId: commune });
  await command({ type: 'floor.resumeTurn', turnId: await turnId() });
  await command({ type: 'floor.end', turnId: await turnId() });
  await command(
    { ...grant, speakerId: second },
    { speaker: { ...called, honorific: 'Hòa thượng', name: 'Thích Đức Ệ' } },
  );
  await command({ type: 'floor.end', turnId: await turnId() });
  await command({ type: 'programme.startFilm', filmId }, { film: 'Quốc ca' }, operator());
  await command({ type: 'programme.stopFilm', filmId });
  const contentId = ContentId.parse(newId());
  const { conference } = await house.server.live.readLive(ConferenceId.parse(conferenceId));
  if (conference.status === 'absent') throw new Error('it was prepared');
  await command({ type: 'programme.startContent', contentId, siteId: conference.hallId, from: 'screen' });
  await command({ type: 'programme.stopContent', contentId });
};

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  const hall = await siteByCode(one, 'TW');
  commune = SiteId.parse(await siteByCode(one, '01906'));
  elsewhere = SiteId.parse(await siteByCode(one, '00004'));
  const prepare = async () =>
    text(
      (await one.send('POST', '/conferences', conferenceBody(house.clock, hall, { codes: ['01906'] }))).body,
      'conferenceId',
    );
  conferenceId = await prepare();
  otherId = await prepare();
  secretary = await seat('secretary');
  await hold();
});
afterAll(() => house.stop());

const recordOf = async ({ browser, seatId }: HeldSeat, query = '') =>
  RecordPage.parse((await browser.send('GET', `/seats/${seatId}/record${query}`)).body);
const notesOf = async (query = '') =>
  NotePage.parse((await secretary.browser.send('GET', `/seats/${secretary.seatId}/record/notes${query}`)).body);
const only = <K extends EntryKind>({ items }: RecordPage, kind: K) =>
  items.filter((entry): entry is EntryOf<K> => entry.kind === kind);
const note = (more: object = {}) => ({
  id: newId(),
  noteId: newId(),
  kind: 'recommendation',
  text: 'Đề nghị có một đầu mối liên hệ cho các đoàn',
  raisedBy: 'bà Trần Thị Bình',
  siteId: commune,
  at: Date.now(),
  ...more,
});
const put = (body: object, who = secretary) => who.browser.send('POST', `/seats/${who.seatId}/record/notes`, body);

describe('the record', () => {
  test('K3, K4: speeches with who, from where, their interruptions and how they ended', async () => {
    const page = await recordOf(secretary);
    expect(only(page, 'speech')).toMatchObject([
      {
        siteId: commune,
        speakerId: speaker,
        ended: 'ended',
        interruptions: [{ resumedAt: expect.any(Number) }],
        itemId,
      },
      { siteId: commune, speakerId: second, ended: 'ended', interruptions: [] },
    ]);
    expect(page.names.sites.map(({ siteId }) => siteId)).toContain(commune);
    expect(page.names.titles).toEqual({ [itemId]: 'Báo cáo công tác Mặt trận' });
  });

  test('K6: a corrected name shows from what to what, at its place', async () => {
    const page = await recordOf(secretary);
    const [entry] = only(page, 'correction');
    const person = page.names.people.find(({ speakerId }) => speakerId === speaker);
    expect(person).toMatchObject({ name: 'Trần Thị Bình', former: [{ name: 'Trần Thị Bính' }] });
    expect(entry?.seq).toBeGreaterThanOrEqual(person?.former[0]?.fromSeq ?? Infinity);
    expect(entry?.seq).toBeLessThanOrEqual(person?.former[0]?.toSeq ?? -1);
  });

  test('K21: a film with its title, and the content of a site', async () => {
    const page = await recordOf(secretary);
    expect(only(page, 'film')).toMatchObject([{ filmId, by: 'operator', rowId: null, ended: 'hand' }]);
    expect(page.names.films).toEqual({ [filmId]: 'Quốc ca' });
    expect(only(page, 'content')).toMatchObject([{ from: 'screen', ended: 'hand', endedAt: expect.any(Number) }]);
  });

  test('K9: read page by page it is the same record, and nothing is left', async () => {
    const whole = await recordOf(secretary);
    const seen = new Map<number, unknown>();
    let after = 0;
    for (let more = true; more;) {
      const page: RecordPage = await recordOf(secretary, `?limit=2&after=${after}`);
      for (const entry of page.items) seen.set(entry.seq, entry);
      ({ next: after, more } = page);
    }
    expect([...seen.values()]).toEqual(whole.items);
    expect(await recordOf(secretary, `?after=${after}`)).toMatchObject({ items: [], more: false, next: after });
  });

  test('K9: chair, moderator and an administrator read the same; another conference has its own', async () => {
    const { items } = await recordOf(secretary);
    for (const role of ['chair', 'moderator']) expect((await recordOf(await seat(role))).items).toEqual(items);
    expect(RecordPage.parse((await one.send('GET', `/conferences/${conferenceId}/record`)).body).items).toEqual(items);
    expect((await recordOf(await seat('secretary', otherId))).items).toEqual([]);
  });

  test.each(['operator', 'observer'])('K9: no %s reads it', async (role) => {
    const { browser, seatId } = await seat(role);
    for (const path of ['', '/notes', '/people', '/sites', '/summary', '.xlsx', '.pdf'])
      expect(await browser.send('GET', `/seats/${seatId}/record${path}`)).toMatchObject({ status: 403 });
  });

  test.each(['after=-1', 'after=x', 'limit=0', 'limit=201'])('K9: ?%s is refused', async (query) => {
    const { seatId, browser } = secretary;
    expect(await browser.send('GET', `/seats/${seatId}/record?${query}`)).toMatchObject({ code: 'request.invalid' });
  });

  test('K8: in numbers, by person and by site', async () => {
    const get = async (path: string) => (await one.send('GET', `/conferences/${conferenceId}/record/${path}`)).body;
    expect(RecordSummary.parse(await get('summary'))).toMatchObject({
      speeches: 2,
      people: 2,
      sites: 1,
      interruptions: 1,
      invited: 1,
      unitName: expect.stringMatching(/.+/),
      items: [{ itemId, title: 'Báo cáo công tác Mặt trận', plannedSeconds: 600, speeches: 2 }],
    });
    const first = SpokenPeoplePage.parse(await get('people?limit=1'));
    expect(first.items).toMatchObject([{ person: { name: 'Trần Thị Bình' }, speeches: 1 }]);
    const next = SpokenPeoplePage.parse(await get(`people?limit=1&cursor=${first.next}`));
    expect(next).toMatchObject({ items: [{ person: { name: 'Thích Đức Ệ' } }], next: null });
    expect(SpokenSitesPage.parse(await get('sites'))).toMatchObject({ items: [{ speeches: 2, interruptions: 1 }] });
  });
});

describe('notes and recommendations', () => {
  test('K10, K12: one is written once, however often it is sent', async () => {
    const body = note();
    const before = await notesOf();
    for (let n = 0; n < 2; n++) expect(await put(body)).toMatchObject({ status: 204 });
    const page = await notesOf(`?after=${before.next}`);
    expect(page.items).toMatchObject([{ noteId: body.noteId, text: body.text, siteName: 'Xã Ba Bể', former: [] }]);
  });

  test('K11: a change keeps the former text, a withdrawal the note', async () => {
    const body = note();
    await put(body);
    const { next } = await notesOf();
    await put({ ...body, id: newId(), text: 'Đề nghị có hai đầu mối' });
    expect((await notesOf(`?after=${next}`)).items).toMatchObject([
      { noteId: body.noteId, text: 'Đề nghị có hai đầu mối', former: [{ text: body.text }] },
    ]);
    const { browser, seatId } = secretary;
    const url = `/seats/${seatId}/record/notes/withdrawals`;
    const withdrawal = { id: newId(), noteId: body.noteId };
    for (let n = 0; n < 2; n++) expect(await browser.send('POST', url, withdrawal)).toMatchObject({ status: 204 });
    expect((await notesOf()).items.find(({ noteId }) => noteId === body.noteId)?.withdrawnAt).toBeTypeOf('number');
    expect(await put({ ...body, id: newId() })).toMatchObject({ status: 409, code: 'minutes.note_withdrawn' });
    const audited = await house.query<{ body: string }>(`select body from audit where body like $1`, [
      `%${body.noteId}%`,
    ]);
    expect(audited.map((row) => (JSON.parse(row.body) as { action: string }).action)).toEqual([
      'record.note',
      'record.note',
      'record.withdrawNote',
    ]);
  });

  test.each([
    ['from tomorrow', () => ({ at: Date.now() + 86_400_000 }), 'minutes.time_wrong'],
    ['of a site that does not take part', () => ({ siteId: elsewhere }), 'minutes.site_not_invited'],
    ['without words', () => ({ text: '  ' }), 'request.invalid'],
    ['of 501 letters', () => ({ text: 'ộ'.repeat(501) }), 'request.invalid'],
  ])('K10: one %s is refused and not stored', async (_what, more, code) => {
    const { next } = await notesOf();
    expect(await put(note(more()))).toMatchObject({ code });
    expect((await notesOf()).next).toBe(next);
  });

  test('K11: an id of another conference is refused', async () => {
    const body = note();
    await put(body);
    const other = await seat('secretary', otherId);
    expect(await put({ ...body, id: newId() }, other)).toMatchObject({ code: 'minutes.note_exists' });
    const withdrawal = { id: newId(), noteId: body.noteId };
    expect(
      await other.browser.send('POST', `/seats/${other.seatId}/record/notes/withdrawals`, withdrawal),
    ).toMatchObject({ status: 404, code: 'minutes.note_not_found' });
  });

  test.each(['chair', 'moderator'])('K10: no %s writes one', async (role) => {
    expect(await put(note(), await seat(role))).toMatchObject({ status: 403, code: 'access.forbidden' });
  });
});

describe('files', () => {
  const file = async (kind: string) => {
    const url = `/api/v1/conferences/${conferenceId}/record.${kind}`;
    const answer = await house.server.app.inject({
      url,
      headers: { host: 'localhost:8080' },
      cookies: Object.fromEntries(one.cookies),
    });
    expect(answer.statusCode).toBe(200);
    return answer.rawPayload;
  };

  test('K13: the workbook has the time line, speeches, sites and recommendations', async () => {
    await put(note({ text: '=1+1' }));
    const sheets = await readWorkbook(await file('xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Diễn biến',
      'Phát biểu',
      'Theo điểm cầu',
      'Ý kiến – kiến nghị',
      'Đại biểu vắng',
    ]);
    const lines = sheets[0]?.data.map((row) => String(row[1]));
    expect(lines).toContain('Khai mạc hội nghị');
    expect(lines?.filter((said) => said.includes('Chiếu phim: Quốc ca; kết thúc lúc'))).toHaveLength(1);
    expect(lines?.filter((said) => /^Trình chiếu: .*\(màn hình máy tính\); kết thúc lúc/.test(said))).toHaveLength(1);
    expect(lines).toContain('Đính chính: “bà Trần Thị Bính, Chủ tịch” sửa thành “bà Trần Thị Bình, Chủ tịch”');
    expect(sheets[1]?.data.slice(1).map((row) => [row[1], row[2], row[4], row[9]])).toEqual([
      ['bà', 'Trần Thị Bình', 'Xã Ba Bể', 1],
      ['Hòa thượng', 'Thích Đức Ệ', 'Xã Ba Bể', 0],
    ]);
    expect(sheets[2]?.data.slice(1).map((row) => row.slice(0, 2))).toEqual([['Xã Ba Bể', 2]]);
    expect(sheets[3]?.data.map((row) => row[2])).toContain('=1+1');
  });

  test('K13: the PDF says the same, with every Vietnamese mark, on A4 with its pages numbered', async () => {
    const pdf = await getDocument({ data: new Uint8Array(await file('pdf')), verbosity: 0 }).promise;
    const page = await pdf.getPage(1);
    expect(page.view.map(Math.round)).toEqual([0, 0, 595, 842]);
    const { items } = await page.getTextContent();
    const words = items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    for (const said of [
      'DIỄN BIẾN HỘI NGHỊ',
      'Khai mạc hội nghị',
      'Hòa thượng Thích Đức Ệ',
      'Báo cáo công tác Mặt trận',
      'Trang 1/',
    ])
      expect(words.normalize('NFC')).toContain(said);
  });
});

describe('after the end', () => {
  test('K9, K10: it is read, and the secretary still notes', async () => {
    await command({ type: 'conference.close' });
    expect(only(await recordOf(secretary), 'closed')).toHaveLength(1);
    expect(await put(note({ kind: 'note', raisedBy: null, siteId: null }))).toMatchObject({ status: 204 });
    const { body } = await one.send('GET', `/conferences/${conferenceId}/record/summary`);
    expect(RecordSummary.parse(body)).toMatchObject({ status: 'closed', notes: 1 });
  });
});
