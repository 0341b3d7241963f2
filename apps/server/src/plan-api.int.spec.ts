import { randomUUID } from 'node:crypto';
import { AgendaItemId, RowId, SpeakerId } from '@diemcau/domain/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  freshDatabase,
  prepareConference,
  SeatClient,
  startHouse,
  type House,
  type TestConference,
} from '@diemcau/testkit';
import {
  conferenceBody,
  newId,
  siteByCode,
  startUnderTest,
  text,
  type Browser,
  type ServerUnderTest,
} from './under-test.ts';

describe('the plan of a conference, by its administrator', () => {
  let house: ServerUnderTest;
  let one: Browser;
  let hall: string;
  let conferenceId: string;

  beforeAll(async () => {
    house = await startUnderTest((await freshDatabase()).url);
    one = await house.administrator();
    hall = await siteByCode(one, 'TW');
    const made = await one.send('POST', '/conferences', conferenceBody(house.clock, hall, { codes: ['01', '79'] }));
    conferenceId = text(made.body, 'conferenceId');
  });
  afterAll(() => house.stop());

  const send = (command: object, texts?: object, id = newId()) =>
    one.send('POST', `/conferences/${conferenceId}/commands`, { id, command, ...(texts && { texts }) });
  const plan = async () => (await one.send('GET', `/conferences/${conferenceId}/plan`)).body;
  const item = (itemId: string, more: object = {}) => ({
    type: 'agenda.add',
    itemId,
    kind: 'report',
    seconds: 900,
    presenterId: null,
    parentId: null,
    before: null,
    ...more,
  });
  const row = (rowId: string, more: object = {}) => ({
    type: 'runSheet.add',
    rowId,
    act: { kind: 'words' },
    itemId: null,
    seconds: null,
    before: null,
    ...more,
  });
  const speaker = { honorific: 'Hòa thượng', name: 'Thích Minh Tuệ', position: 'Ủy viên Ủy ban Trung ương' };

  test('A7: items and rows come back with their words; one that is sent twice stands once', async () => {
    const [itemId, rowId, speakerId, id] = [newId(), newId(), newId(), newId()];
    for (let i = 0; i < 2; i++)
      expect(await send(item(itemId), { title: 'Báo cáo kết quả 6 tháng' }, id)).toMatchObject({ status: 200 });
    const act = {
      kind: 'speech',
      speechKind: 'report',
      speaker: { siteId: hall, speakerId },
      reserve: null,
      requestId: null,
    };
    const words = { cue: 'Kính mời\nHòa thượng', note: 'Quay gần' };
    expect(await send(row(rowId, { act, itemId, seconds: 300 }), { row: words, speaker })).toMatchObject({
      status: 200,
    });
    expect(await plan()).toMatchObject({
      agendaVersion: 1,
      items: [{ itemId, title: 'Báo cáo kết quả 6 tháng', seconds: 900, beganAt: null }],
      rows: [{ rowId, act, itemId, seconds: 300, status: 'waiting', ...words }],
      speakers: [{ speakerId, siteId: hall, ...speaker }],
      sites: [{ siteId: hall, name: 'Hội trường chính' }],
    });
    const changed = { type: 'agenda.change', itemId, kind: 'paper', seconds: null, presenterId: speakerId };
    expect(await send(changed, { title: 'Tham luận' })).toMatchObject({ status: 200 });
    expect(await plan()).toMatchObject({ items: [{ kind: 'paper', title: 'Tham luận', presenterId: speakerId }] });
    const events = await house.query<{ data: string }>('select data from event where stream_id = $1', [conferenceId]);
    expect(events.map(({ data }) => data).join('')).not.toMatch(/Tham|Kính|Thích/);
  });

  test.each([
    ['an item without a title', item(newId()), undefined, 400, 'agenda.title_missing'],
    [
      'an item under one that is not there',
      item(newId(), { parentId: newId() }),
      { title: 'x' },
      409,
      'agenda.changed',
    ],
    [
      'a row of an item that is not there',
      row(newId(), { itemId: newId() }),
      undefined,
      404,
      'run_sheet.item_not_found',
    ],
    [
      'a presenter whom nobody named',
      item(newId(), { presenterId: newId() }),
      { title: 'x' },
      404,
      'floor.speaker_unknown',
    ],
    ['words without an end', row(newId()), { row: { cue: 'a'.repeat(4001), note: '' } }, 400, 'request.invalid'],
    [
      'an act of the desks',
      { type: 'agenda.begin', itemId: newId(), fromId: null },
      undefined,
      403,
      'access.forbidden',
    ],
    [
      'sites past their own route',
      { type: 'conference.uninvite', siteIds: [newId()] },
      undefined,
      403,
      'access.forbidden',
    ],
  ])('%s is refused and nothing is stored', async (_what, command, texts, status, code) => {
    const before = await plan();
    expect(await send(command, texts)).toMatchObject({ status, code });
    expect(await plan()).toEqual(before);
  });
});

describe('the plan on the pages of the conference', () => {
  let house: House;
  let conference: TestConference;

  beforeAll(async () => {
    house = await startHouse();
    conference = await prepareConference(house.servers[0]!, { sites: 2 });
  });
  afterAll(() => house.stop());

  test('R5, R9: Tiếp moves agenda, floor and picture on every page; only the desks hold the run sheet', async () => {
    const { origin } = conference;
    const site = conference.site(1);
    const desk = await SeatClient.open(origin, await conference.seat('moderator'));
    const room = await SeatClient.open(origin, await conference.room(site));
    const itemId = AgendaItemId.parse(randomUUID());
    const [opening, report] = [RowId.parse(randomUUID()), RowId.parse(randomUUID())];
    const speakerId = SpeakerId.parse(randomUUID());
    const plan = { seconds: null, before: null, itemId } as const;
    await desk.must(
      {
        type: 'agenda.add',
        itemId: itemId,
        kind: 'report',
        seconds: 600,
        presenterId: null,
        parentId: null,
        before: null,
      },
      { title: 'Báo cáo của tỉnh' },
    );
    await desk.must({ type: 'runSheet.add', ...plan, rowId: opening, act: { kind: 'opening' }, itemId: null });
    const speaker = { siteId: site.siteId, speakerId: speakerId };
    const act = { kind: 'speech', speechKind: 'report', speaker, reserve: null, requestId: null } as const;
    await desk.must(
      { type: 'runSheet.add', ...plan, rowId: report, act },
      {
        row: { cue: 'Kính mời bà', note: '' },
        speaker: { honorific: 'bà', name: 'Trần Thị Bình', position: 'Chủ tịch' },
      },
    );
    await desk.until(() => desk.people.some(({ rows }) => rows[report]?.cue === 'Kính mời bà'), 'the words');
    await room.until(() => room.people.some(({ titles }) => titles[itemId] === 'Báo cáo của tỉnh'), 'the title');

    const next = (rowId: RowId, fromRowId: RowId | null) =>
      desk.must({ type: 'runSheet.next', rowId, fromRowId, endTurnId: null });
    await next(opening, null);
    await next(report, opening);
    await room.until(() => room.live.floor.turn?.siteId === site.siteId, 'the turn');
    expect(room.live.agenda.current?.itemId).toBe(itemId);
    expect(room.live.programme.onAir).toEqual({ kind: 'site', siteId: site.siteId });
    expect(room.live.runSheet).toEqual({ rows: [], version: 0, currentId: null, last: null });
    expect(room.people.flatMap(({ rows }) => Object.keys(rows))).toEqual([]);
    expect(room.gaps).toBe(0);

    expect(await room.command({ type: 'runSheet.takeBack', rowId: report })).toMatchObject({
      ok: false,
      code: 'wire.not_allowed',
    });
    await desk.must({ type: 'runSheet.takeBack', rowId: report });
    await room.until(() => room.live.floor.turn === null, 'the turn taken back');
    expect(room.live.agenda.current).toBeNull();
    expect(room.live.programme.onAir).toEqual({ kind: 'site', siteId: conference.hall.siteId });
  });
});
