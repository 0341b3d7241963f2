import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConferenceSnapshot, MakeBody } from '@diemcau/domain/snapshot';
import { AccountId, ConferenceId, UnitId, type Actor } from '@diemcau/domain/kernel';
import { freshDatabase } from '@diemcau/testkit';
import { createConferenceStore, createMaking, createMakingStore } from './conference/index.ts';
import { createOrganisationStore } from './organisation/index.ts';
import { connect } from './platform/db/index.ts';
import { createSiteStore } from './site/index.ts';
import {
  conferenceBody,
  field,
  list,
  newId,
  siteByCode,
  startUnderTest,
  text,
  walkPages,
  type Browser,
  type ServerUnderTest,
} from './under-test.ts';

const NATIONAL = '0d1e0000-0000-4000-8000-000000000001';
const MONK = { honorific: 'Hòa thượng', name: 'Thích Minh Quang', position: 'Ủy viên' };
const CHAIR = { honorific: 'Đồng chí', name: 'Hoàng Minh Sơn', position: 'Chủ tịch' };

let house: ServerUnderTest;
let one: Browser;
let hall: string;
let [haNoi, commune] = ['', ''];
let source: string;

const command = (conferenceId: string, what: unknown, texts: unknown) =>
  one.send('POST', `/conferences/${conferenceId}/commands`, { id: newId(), command: what, texts });

const prepareSource = async (): Promise<string> => {
  const body = conferenceBody(house.clock, hall, { codes: ['01', '01906'], siteLimit: 60, name: 'Sơ kết' });
  const id = text((await one.send('POST', '/conferences', body)).body, 'conferenceId');
  const [reports, first, second, closing] = [newId(), newId(), newId(), newId()];
  const [monk, chair] = [newId(), newId()];
  const item = { type: 'agenda.add', kind: 'report', seconds: 600, presenterId: null, parentId: null, before: null };
  await command(id, { ...item, itemId: reports }, { title: 'Báo cáo' });
  await command(id, { ...item, itemId: second, parentId: reports, seconds: 300 }, { title: 'Cấp xã' });
  await command(id, { ...item, itemId: first, parentId: reports, before: second }, { title: 'Cấp tỉnh' });
  await command(id, { ...item, itemId: closing, kind: 'conclusion' }, { title: 'Kết luận' });
  const row = { type: 'runSheet.add', itemId: null, seconds: null, before: null };
  await command(
    id,
    { ...row, rowId: newId(), act: { kind: 'opening' }, film: true },
    { row: { cue: 'Chào cờ', note: 'Toàn cảnh', filmTitle: 'Quốc ca' } },
  );
  const speech = { kind: 'speech', reserve: null, requestId: null };
  const from = (siteId: string, speakerId: string | null) => ({ siteId, speakerId });
  const report = { ...speech, speechKind: 'report', speaker: from(commune, monk), reserve: from(haNoi, null) };
  await command(id, { ...row, rowId: newId(), itemId: first, seconds: 420, act: report }, { speaker: MONK });
  const conclusion = { ...speech, speechKind: 'conclusion', speaker: from(hall, chair) };
  const layout = { kind: 'mosaic4', siteIds: [haNoi, commune] };
  await command(id, { ...row, rowId: newId(), itemId: closing, act: conclusion, layout }, { speaker: CHAIR });
  const change = { type: 'agenda.change', itemId: second, kind: 'report', seconds: 300, presenterId: monk };
  await command(id, change, { title: 'Cấp xã' });
  await one.send('POST', `/conferences/${id}/seats`, { seatId: newId(), role: 'chair' });
  return id;
};

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  hall = await siteByCode(one, 'TW');
  haNoi = await siteByCode(one, '01');
  commune = await siteByCode(one, '01906');
  source = await prepareSource();
});
afterAll(() => house.stop());

const makeBody = (more: Readonly<Record<string, unknown>> = {}) => ({
  conferenceId: newId(),
  name: 'Tổng kết',
  startsAt: '2027-12-20T01:00:00.000Z',
  ...more,
});
const copy = (body: unknown, from = source) => one.send('POST', `/conferences/${from}/copies`, body);
const planOf = async (conferenceId: string) => (await one.send('GET', `/conferences/${conferenceId}/plan`)).body;
const titles = (plan: unknown) => list(plan, 'items').map((item) => text(item, 'title'));

/** As an administrator of a commune beside all of this. */
const inAnotherSubtree = async (work: () => Promise<void>): Promise<void> => {
  await house.query(`update account_role set unit_id = (select id from unit where code = '00004')`);
  try {
    await work();
  } finally {
    await house.query('update account_role set unit_id = (select id from unit where parent_id is null)');
  }
};

describe('a copy of a conference', () => {
  test('C13: takes over kind, hall, limit, sites and the plan with its words, under new ids and its own name and time', async () => {
    const body = makeBody();
    const made = await copy(body);
    const nothing = { total: 0, first: [] };
    expect(made).toMatchObject({ status: 201, body: { invited: 2, lost: { sites: nothing, speeches: nothing } } });
    const { body: detail } = await one.send('GET', `/conferences/${body.conferenceId}`);
    expect(detail).toMatchObject({
      name: 'Tổng kết',
      startsAt: body.startsAt,
      kind: 'conference',
      siteLimit: 60,
      status: 'prepared',
      hall: { siteId: hall },
      preparation: { clerks: 0, chairs: 0, items: 4, rows: 3 },
    });
    const [before, after] = [await planOf(source), await planOf(body.conferenceId)];
    expect(titles(after)).toEqual(['Báo cáo', 'Cấp tỉnh', 'Cấp xã', 'Kết luận']);
    expect(titles(after)).toEqual(titles(before));
    const parent = text(after, 'items.0.itemId');
    const speaker = text(after, 'rows.1.act.speaker.speakerId');
    expect(after).toMatchObject({
      items: [{ parentId: null }, { parentId: parent, seconds: 600 }, { parentId: parent, presenterId: speaker }, {}],
      rows: [
        {
          act: { kind: 'opening' },
          cue: 'Chào cờ',
          note: 'Toàn cảnh',
          film: true,
          filmTitle: 'Quốc ca',
          status: 'waiting',
        },
        {
          act: { speechKind: 'report', speaker: { siteId: commune }, reserve: { siteId: haNoi, speakerId: null } },
          itemId: text(after, 'items.1.itemId'),
          seconds: 420,
        },
        {
          act: { speechKind: 'conclusion', speaker: { siteId: hall } },
          layout: { kind: 'mosaic4', siteIds: [haNoi, commune] },
        },
      ],
    });
    const people = list(after, 'speakers');
    expect(people).toEqual(expect.arrayContaining([expect.objectContaining(MONK), expect.objectContaining(CHAIR)]));
    const ids = (plan: unknown): readonly string[] =>
      JSON.stringify(plan).match(/"(item|row|speaker)Id":"[^"]+"/g) ?? [];
    expect(ids(after).filter((id) => ids(before).includes(id))).toEqual([]);
  });

  test('C14: sent twice, one after the other or at once, it is one conference; another name is refused', async () => {
    const body = makeBody();
    const [first, second] = await Promise.all([copy(body), copy(body)]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((await copy(body)).body).toEqual(first.body);
    expect(await copy({ ...body, name: 'Khác' })).toMatchObject({ status: 409, code: 'conference.exists' });
    expect(await copy({ ...body, conferenceId: source })).toMatchObject({ status: 409, code: 'conference.exists' });
    expect(list(await planOf(body.conferenceId), 'rows')).toHaveLength(3);
  });

  test('C14: killed in between, no half of it is seen; the same request goes on to the end', async () => {
    const database = connect(house.databaseUrl, { max: 2, onError: () => undefined });
    const store = createConferenceStore(database.db);
    const root = UnitId.parse(
      (await house.query<{ id: string }>('select id from unit where parent_id is null'))[0]?.id,
    );
    let left = 4;
    const making = createMaking({
      db: database.db,
      store,
      makings: createMakingStore(database.db),
      sites: createSiteStore(database.db),
      units: createOrganisationStore(database.db).units,
      readPlan: house.server.live.readPlan,
      now: () => house.clock.now,
      live: {
        submit: async (...submitted) => {
          if (left-- <= 0) throw new Error('killed');
          return house.server.live.commands.submit(...submitted);
        },
      },
    });
    const body = makeBody();
    const { body: saved } = await one.send('POST', `/conferences/${source}/templates`, {
      templateId: newId(),
      name: 'Nửa',
    });
    expect(saved).toBe('');
    const snapshot = ConferenceSnapshot.parse(
      JSON.parse(
        (await house.query<{ snapshot: string }>('select snapshot from conference_template limit 1'))[0]?.snapshot ??
          '',
      ),
    );
    const [account] = await house.query<{ id: string }>('select account_id as id from account_role');
    const actor: Actor = { kind: 'administrator', accountId: AccountId.parse(account?.id), unitIds: [root] };
    const killed = making(actor, root, [root], MakeBody.parse(body), async () => snapshot);
    await expect(killed).rejects.toThrow('killed');
    await database.close();
    expect(await house.query('select 1 from conference where id = $1', [body.conferenceId])).toHaveLength(1);
    expect(await one.send('GET', `/conferences/${body.conferenceId}`)).toMatchObject({ status: 404 });
    const all = await walkPages(one, '/conferences', 200);
    expect(all.map((item) => text(item, 'conferenceId'))).not.toContain(body.conferenceId);

    expect(await copy(body)).toMatchObject({ status: 201, body: { invited: 2 } });
    expect(titles(await planOf(ConferenceId.parse(body.conferenceId)))).toEqual(titles(await planOf(source)));
    expect(list(await planOf(body.conferenceId), 'rows')).toHaveLength(3);
    const kept = await house.query<{ snapshot: string }>(
      'select snapshot from conference_making where conference_id = $1',
      [body.conferenceId],
    );
    expect(kept).toEqual([{ snapshot: '' }]);
  });

  test('C13: what could not be taken over is named: sites that are no more, and who would have spoken there', async () => {
    await house.query(`update site set unit_path = '{}' where id = $1`, [commune]);
    try {
      const body = makeBody();
      expect(await copy(body)).toMatchObject({
        status: 201,
        body: {
          invited: 1,
          lost: {
            sites: { total: 1, first: [{ code: '01906', name: 'Xã Ba Bể' }] },
            speeches: { total: 1, first: [{ person: 'Hòa thượng Thích Minh Quang', site: 'Xã Ba Bể' }] },
          },
        },
      });
      expect(list(await planOf(body.conferenceId), 'rows')).toHaveLength(2);
    } finally {
      await house.query('update site set unit_path = (select path from unit where id = site.unit_id) where id = $1', [
        commune,
      ]);
    }
  });

  test.each([
    ['a start of last year', { startsAt: '2020-01-01T00:00:00Z' }, 422, 'conference.starts_in_past'],
    ['a hall that is none', { hallSiteId: newId() }, 422, 'conference.unknown_hall'],
    ['an empty name', { name: '  ' }, 400, 'request.invalid'],
  ])('%s is refused and nothing is made', async (_what, more, status, code) => {
    const body = makeBody(more);
    expect(await copy(body)).toMatchObject({ status, code });
    expect(await house.query('select 1 from conference where id = $1', [body.conferenceId])).toHaveLength(0);
  });

  test('O2, O5: of another subtree, a conference is neither copied nor saved, and its id is not told', async () => {
    await inAnotherSubtree(async () => {
      expect(await copy(makeBody())).toMatchObject({ status: 404, code: 'conference.not_found' });
      const saving = { templateId: newId(), name: 'Lấy trộm' };
      expect(await one.send('POST', `/conferences/${source}/templates`, saving)).toMatchObject({
        status: 404,
        code: 'conference.not_found',
      });
      const own = makeBody({ conferenceId: source, hallSiteId: await siteByCode(one, '00004') });
      expect(await one.send('POST', `/templates/${NATIONAL}/conferences`, own)).toMatchObject({
        status: 404,
        code: 'conference.not_found',
      });
    });
  });
});

describe('templates', () => {
  const save = async (name: string, templateId = newId()) => {
    const answer = await one.send('POST', `/conferences/${source}/templates`, { templateId, name });
    return { templateId, answer };
  };
  const names = async (q = '') =>
    (await walkPages(one, `/templates?q=${encodeURIComponent(q)}`, 2)).map((item) => text(item, 'name'));

  test('C15: a conference is saved once, found without accents, renamed and removed, each as often as it is sent', async () => {
    const { templateId, answer } = await save('Mẫu sơ kết quý');
    expect(answer.status).toBe(204);
    expect((await save('Mẫu sơ kết quý', templateId)).answer.status).toBe(204);
    expect((await save('Tên khác', templateId)).answer).toMatchObject({ status: 409, code: 'template.exists' });
    expect(await names('so ket quy')).toEqual(['Mẫu sơ kết quý']);
    expect((await one.send('GET', `/templates/${templateId}`)).body).toMatchObject({
      builtIn: false,
      hallName: 'Hội trường chính',
      sites: 2,
      items: 4,
      rows: 3,
    });
    for (let i = 0; i < 2; i++)
      expect(await one.send('POST', `/templates/${templateId}`, { name: 'Mẫu năm' })).toMatchObject({ status: 204 });
    expect(await names('so ket quy')).toEqual([]);
    for (let i = 0; i < 2; i++)
      expect(await one.send('DELETE', `/templates/${templateId}`)).toMatchObject({ status: 204 });
    expect(await names('nam')).toEqual([]);
    expect(await one.send('GET', `/templates/${templateId}`)).toMatchObject({
      status: 404,
      code: 'template.not_found',
    });
    const [row] = await house.query<{ snapshot: string }>('select snapshot from conference_template where id = $1', [
      templateId,
    ]);
    expect(row?.snapshot).toBe('');
  });

  test('C15: it is a snapshot: what changes in the conference afterwards does not change it', async () => {
    const { templateId } = await save('Ảnh chụp');
    const item = { type: 'agenda.add', itemId: newId(), kind: 'other', seconds: null, presenterId: null };
    await command(source, { ...item, parentId: null, before: null }, { title: 'Thêm sau' });
    const body = makeBody();
    expect(await one.send('POST', `/templates/${templateId}/conferences`, body)).toMatchObject({
      status: 201,
      body: { invited: 2 },
    });
    expect(titles(await planOf(body.conferenceId))).toEqual(['Báo cáo', 'Cấp tỉnh', 'Cấp xã', 'Kết luận']);
  });

  test('C16: those that come with the product stand first, need a hall, and are nobody’s to change', async () => {
    expect((await names()).slice(0, 3)).toEqual([
      'Hội nghị trực tuyến toàn quốc',
      'Họp giao ban trực tuyến',
      'Tập huấn trực tuyến',
    ]);
    const use = (more: object) => one.send('POST', `/templates/${NATIONAL}/conferences`, makeBody({ ...more }));
    expect(await use({})).toMatchObject({ status: 422, code: 'conference.unknown_hall' });
    const made = await use({ hallSiteId: haNoi });
    expect(made).toMatchObject({ status: 201, body: { invited: 0 } });
    const plan = await planOf(text(made.body, 'conferenceId'));
    expect(titles(plan)).toEqual([
      'Chào cờ',
      'Tuyên bố lý do, giới thiệu đại biểu',
      'Điểm danh các điểm cầu',
      'Báo cáo trung tâm',
      'Tham luận của các điểm cầu',
      'Thảo luận',
      'Phát biểu chỉ đạo',
      'Kết luận hội nghị',
    ]);
    expect(plan).toMatchObject({ rows: expect.arrayContaining([expect.objectContaining({ seconds: 1800 })]) });
    expect(field(plan, 'rows.4.act')).toMatchObject({ speaker: { siteId: haNoi, speakerId: null } });
    for (const method of ['POST', 'DELETE'] as const)
      expect(
        await one.send(method, `/templates/${NATIONAL}`, method === 'POST' ? { name: 'Của tôi' } : undefined),
      ).toMatchObject({ status: 404, code: 'template.not_found' });
    const saving = { templateId: NATIONAL, name: 'Đè lên' };
    expect(await one.send('POST', `/conferences/${source}/templates`, saving)).toMatchObject({ status: 404 });
  });

  test('O2, O5: an administrator of another subtree neither sees, uses, renames nor removes one', async () => {
    const { templateId } = await save('Chỉ của Trung ương');
    await inAnotherSubtree(async () => {
      expect(await names('trung uong')).toEqual([]);
      const missing = { status: 404, code: 'template.not_found' };
      expect(await one.send('GET', `/templates/${templateId}`)).toMatchObject(missing);
      expect(await one.send('POST', `/templates/${templateId}/conferences`, makeBody())).toMatchObject(missing);
      expect(await one.send('POST', `/templates/${templateId}`, { name: 'Của tôi' })).toMatchObject(missing);
      expect(await one.send('DELETE', `/templates/${templateId}`)).toMatchObject(missing);
    });
    expect(await names('trung uong')).toEqual(['Chỉ của Trung ương']);
  });
});
