import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CHECK_PARTS,
  HelpPage,
  OwnProvincePage,
  ReadinessTotals,
  SiteChecks,
  SupportedSitePage,
} from '@diemcau/domain/support';
import { freshDatabase } from '@diemcau/testkit';
import {
  conferenceBody,
  newId,
  siteByCode,
  startUnderTest,
  text,
  type Answer,
  type Browser,
  type ServerUnderTest,
} from './under-test.ts';

type Seat = { readonly browser: Browser; readonly seatId: string };
const PROVINCE = '19';
const [COMMUNE, NEIGHBOUR] = ['01906', '01912'];
const OTHER_PROVINCE = '01';

let house: ServerUnderTest;
let one: Browser;
const siteIds = { hall: '', province: '', commune: '', neighbour: '', other: '' };

type Conference = {
  readonly conferenceId: string;
  readonly technician: Seat;
  readonly province: Seat;
  readonly clerk: Seat;
  readonly neighbour: Seat;
  readonly other: Seat;
};

const seat = async (conferenceId: string, role: string, siteId: string | null = null): Promise<Seat> => {
  const browser = house.browser();
  const seatId = newId();
  const personName = role === 'technician' ? 'Đỗ Quốc Huy' : null;
  const { body } = await one.send('POST', `/conferences/${conferenceId}/seats`, { seatId, role, siteId, personName });
  await browser.send('POST', '/seats/redeem', { secret: text(body, 'link').split('#')[1] });
  return { browser, seatId };
};

const prepare = async ({ withProvince = true } = {}): Promise<Conference> => {
  const asked = conferenceBody(house.clock, siteIds.hall, { codes: [PROVINCE, COMMUNE, NEIGHBOUR, OTHER_PROVINCE] });
  const conferenceId = text((await one.send('POST', '/conferences', asked)).body, 'conferenceId');
  const technician = await seat(conferenceId, 'technician');
  return {
    conferenceId,
    technician,
    province: withProvince ? await seat(conferenceId, 'clerk', siteIds.province) : technician,
    clerk: await seat(conferenceId, 'clerk', siteIds.commune),
    neighbour: await seat(conferenceId, 'clerk', siteIds.neighbour),
    other: await seat(conferenceId, 'clerk', siteIds.other),
  };
};

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  siteIds.hall = await siteByCode(one, 'TW');
  siteIds.province = await siteByCode(one, PROVINCE);
  siteIds.commune = await siteByCode(one, COMMUNE);
  siteIds.neighbour = await siteByCode(one, NEIGHBOUR);
  siteIds.other = await siteByCode(one, OTHER_PROVINCE);
});
afterAll(() => house.stop());

const post = ({ browser, seatId }: Seat, path: string, body?: object) =>
  browser.send('POST', `/seats/${seatId}/${path}`, body);
const get = ({ browser, seatId }: Seat, path: string) => browser.send('GET', `/seats/${seatId}/${path}`);
const refused = ({ status, code }: Answer) => [status, code];

const ask = (who: Seat, siteId = siteIds.commune, id = newId(), kind = 'noPicture', note = '') =>
  post(who, `sites/${siteId}/help`, { id, kind, note });
const asked = async (who: Seat, siteId = siteIds.commune, note = ''): Promise<string> => {
  const id = newId();
  expect(await ask(who, siteId, id, 'noPicture', note)).toMatchObject({ status: 204 });
  return id;
};
const act = (who: Seat, helpId: string, what: string, body?: object, siteId = siteIds.commune) =>
  post(who, `sites/${siteId}/help/${helpId}/${what}`, body);
const take = (who: Seat, helpId: string, from: string | null = null) => act(who, helpId, 'take', { from });
const helps = async (who: Seat, path = 'help') => HelpPage.parse((await get(who, path)).body);
const ofProvince = async ({ province }: Conference) => helps(province, 'help/province');
const audits = async (conferenceId: string): Promise<string> => {
  const rows = await house.query<{ body: string }>('select body from audit where body like $1 order by id', [
    `%${conferenceId}%`,
  ]);
  return rows.map(({ body }) => body).join('\n');
};

describe('a request for help', () => {
  let of: Conference;
  beforeAll(async () => {
    of = await prepare();
  });

  test('H1: pressed and sent many times at once it is one, and a site has one', async () => {
    const id = newId();
    const answers = await Promise.all([0, 1, 2, 3].map(() => ask(of.clerk, siteIds.commune, id, 'line', 'Mất mạng')));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    const others = await Promise.all([0, 1].map(() => ask(of.clerk)));
    expect(others.map(refused)).toEqual([
      [409, 'support.help_open'],
      [409, 'support.help_open'],
    ]);
    const { items, total } = await ofProvince(of);
    expect(total).toBe(1);
    expect(items).toMatchObject([{ helpId: id, kind: 'line', note: 'Mất mạng', takenBy: null, isAtCentre: false }]);
    expect((await act(of.clerk, id, 'withdraw')).status).toBe(204);
    expect((await act(of.clerk, id, 'withdraw')).status).toBe(204);
    expect((await ofProvince(of)).total).toBe(0);
    // Sent once more by a page that never heard the answer, it does not open again.
    expect((await ask(of.clerk, siteIds.commune, id)).status).toBe(204);
    expect((await ofProvince(of)).total).toBe(0);
  });

  test('H2, H3, H4: the province takes, answers, and solves; the centre sees it all the while', async () => {
    const id = await asked(of.clerk);
    expect(refused(await act(of.province, id, 'answer', { text: 'Chờ' }))).toEqual([409, 'support.help_not_yours']);
    for (let i = 0; i < 2; i += 1) expect((await take(of.province, id)).status).toBe(204);
    expect((await act(of.province, id, 'answer', { text: 'Đang gọi, xin chờ' })).status).toBe(204);
    expect((await helps(of.technician)).items).toMatchObject([
      {
        helpId: id,
        isAtCentre: false,
        takenBy: { seatId: of.province.seatId, isCentre: false },
        answer: { text: 'Đang gọi, xin chờ' },
      },
    ]);
    expect(refused(await take(of.technician, id))).toEqual([409, 'support.help_taken']);
    expect(refused(await act(of.technician, id, 'solve'))).toEqual([409, 'support.help_not_yours']);
    for (let i = 0; i < 2; i += 1) expect((await act(of.province, id, 'solve')).status).toBe(204);
    expect(refused(await act(of.clerk, id, 'withdraw'))).toEqual([409, 'support.help_ended']);
    expect((await helps(of.technician)).total).toBe(0);
  });

  test('H2: passed on it is the centre’s, and untaken it comes there by itself; those stand first', async () => {
    const early = await asked(of.neighbour, siteIds.neighbour);
    const late = await asked(of.clerk);
    expect((await helps(of.technician)).items.map(({ helpId }) => helpId)).toEqual([early, late]);
    for (let i = 0; i < 2; i += 1) expect((await act(of.province, late, 'pass')).status).toBe(204);
    expect((await helps(of.technician)).items.map(({ helpId, isAtCentre }) => [helpId, isAtCentre])).toEqual([
      [late, true],
      [early, false],
    ]);
    await house.query('update help_request set due_at = now() where id = $1', [early]);
    expect((await helps(of.technician)).items.map(({ isAtCentre }) => isAtCentre)).toEqual([true, true]);
    const first = await helps(of.technician, 'help?limit=1');
    const second = await helps(of.technician, `help?limit=1&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ helpId }) => helpId)).toEqual([early, late]);
    expect((await take(of.technician, late)).status).toBe(204);
    expect((await ofProvince(of)).items.find(({ helpId }) => helpId === late)?.takenBy).toMatchObject({
      isCentre: true,
      name: 'Đỗ Quốc Huy',
    });
    // The province takes over what it saw the centre with, and nobody else's by chance.
    expect(refused(await take(of.province, late))).toEqual([409, 'support.help_taken']);
    expect((await take(of.province, late, of.technician.seatId)).status).toBe(204);
    expect((await act(of.province, late, 'solve')).status).toBe(204);
    await act(of.neighbour, early, 'withdraw', undefined, siteIds.neighbour);
  });

  test('H2: without a clerk of the province, and for a province itself, it is the centre’s at once', async () => {
    const without = await prepare({ withProvince: false });
    await asked(without.clerk);
    await asked(without.other, siteIds.other);
    expect((await helps(without.technician)).items.map(({ isAtCentre }) => isAtCentre)).toEqual([true, true]);
  });

  test('H6: another site’s clerk, another province, desks and observers get nowhere', async () => {
    const id = await asked(of.clerk, siteIds.commune, 'Không ai khác được đọc');
    for (const stranger of [of.neighbour, of.other]) {
      for (const answer of [
        await ask(stranger),
        await take(stranger, id),
        await act(stranger, id, 'pass'),
        await act(stranger, id, 'answer', { text: 'x' }),
        await act(stranger, id, 'solve'),
        await act(stranger, id, 'withdraw'),
        await get(stranger, `sites/${siteIds.commune}/checks`),
        await post(stranger, `sites/${siteIds.commune}/checks`, { results: [{ part: 'line', right: true }] }),
        await post(stranger, `sites/${siteIds.commune}/checks/confirm`),
      ])
        expect(refused(answer)).toEqual([404, 'access.not_found']);
      expect(refused(await get(stranger, 'help'))).toEqual([403, 'access.forbidden']);
      expect(refused(await get(stranger, 'readiness/sites'))).toEqual([403, 'access.forbidden']);
    }
    expect((await helps(of.other, 'help/province')).total).toBe(0);
    expect(refused(await get(of.neighbour, 'help/province'))).toEqual([409, 'support.not_a_province']);
    // Its own clerk serves nobody, its province does not withdraw for it, and neither asks in its place.
    for (const what of ['take', 'answer'])
      expect((await act(of.clerk, id, what, what === 'take' ? { from: null } : { text: 'x' })).status).toBe(403);
    for (const what of ['pass', 'solve']) expect((await act(of.clerk, id, what)).status).toBe(403);
    for (const helper of [of.province, of.technician]) {
      expect((await act(helper, id, 'withdraw')).status).toBe(403);
      expect((await ask(helper)).status).toBe(403);
    }
    for (const role of ['chair', 'moderator', 'operator', 'secretary', 'observer']) {
      const desk = await seat(of.conferenceId, role);
      for (const answer of [
        await get(desk, 'help'),
        await get(desk, 'readiness/sites'),
        await ask(desk),
        await take(desk, id),
      ])
        expect([role, answer.status]).toEqual([role, 403]);
    }
    // A request under another site's address is none.
    expect(refused(await act(of.technician, id, 'take', { from: null }, siteIds.neighbour))).toEqual([
      404,
      'support.help_not_found',
    ]);
    const another = await prepare();
    expect(refused(await take(another.technician, id))).toEqual([404, 'support.help_not_found']);
    await act(of.clerk, id, 'withdraw');
  });

  test('H12: words stand in the table alone, each change once in the audit', async () => {
    const fresh = await prepare();
    const id = await asked(fresh.clerk, siteIds.commune, 'Mất điện toàn xã');
    await take(fresh.technician, id);
    await act(fresh.technician, id, 'answer', { text: 'Đề nghị dùng máy nổ' });
    await act(fresh.technician, id, 'answer', { text: 'Đề nghị dùng máy nổ' });
    await act(fresh.technician, id, 'solve');
    const written = await audits(fresh.conferenceId);
    expect(written).not.toContain('điện');
    expect(written).not.toContain('máy nổ');
    for (const action of ['help.ask', 'help.take', 'help.answer', 'help.solve'])
      expect(written.split(`"${action}"`).length - 1).toBe(1);
  });
});

describe('readiness', () => {
  let of: Conference;
  beforeAll(async () => {
    of = await prepare();
  });
  const enter = (who: Seat, siteId: string, right: boolean, parts: readonly string[] = CHECK_PARTS) =>
    post(who, `sites/${siteId}/checks`, { results: parts.map((part) => ({ part, right })) });
  const checks = async (who: Seat, siteId = siteIds.commune) =>
    SiteChecks.parse((await get(who, `sites/${siteId}/checks`)).body);
  const confirm = (who: Seat, siteId = siteIds.commune) => post(who, `sites/${siteId}/checks/confirm`);
  const sites = async (query = '') =>
    SupportedSitePage.parse((await get(of.technician, `readiness/sites${query}`)).body);
  const own = async (query = '') => OwnProvincePage.parse((await get(of.province, `readiness/province${query}`)).body);

  test('H8, H9: entered by the site, corrected by the province, confirmed; a change takes the confirmation away', async () => {
    expect((await checks(of.clerk)).results).toEqual([]);
    expect((await enter(of.clerk, siteIds.commune, true, ['picture', 'sound', 'line', 'name'])).status).toBe(204);
    expect(refused(await confirm(of.province))).toEqual([409, 'support.check_incomplete']);
    expect(await enter(of.clerk, siteIds.commune, true, ['playback'])).toMatchObject({ status: 204 });
    expect((await enter(of.province, siteIds.commune, false, ['sound'])).status).toBe(204);
    const corrected = await checks(of.technician);
    expect(corrected.results.map(({ part, right, by }) => [part, right, by])).toEqual([
      ['picture', true, 'site'],
      ['sound', false, 'province'],
      ['playback', true, 'site'],
      ['line', true, 'site'],
      ['name', true, 'site'],
    ]);
    expect((await confirm(of.clerk)).status).toBe(403);
    for (let i = 0; i < 2; i += 1) expect((await confirm(of.province)).status).toBe(204);
    expect((await checks(of.clerk)).confirmed).toMatchObject({ by: 'province' });
    expect((await enter(of.technician, siteIds.commune, true, ['sound'])).status).toBe(204);
    expect((await checks(of.clerk)).confirmed).toBeNull();
    expect((await confirm(of.technician)).status).toBe(204);
    expect((await checks(of.clerk)).confirmed).toMatchObject({ by: 'centre', name: 'Đỗ Quốc Huy' });
  });

  test('H8: results sent twice are stored once', async () => {
    await enter(of.neighbour, siteIds.neighbour, true, ['line']);
    const before = (await checks(of.neighbour, siteIds.neighbour)).results;
    await enter(of.neighbour, siteIds.neighbour, true, ['line']);
    expect((await checks(of.neighbour, siteIds.neighbour)).results).toEqual(before);
  });

  test('H10: a province says how many are missing; what has changed since is looked at first', async () => {
    expect((await own()).province).toMatchObject({ code: PROVINCE, sites: 3, ready: 1, signedOff: null });
    expect((await own('?filter=wanting')).items.map(({ code }) => code).toSorted()).toEqual(
      [NEIGHBOUR, PROVINCE].toSorted(),
    );
    expect(refused(await post(of.province, 'readiness/sign-off', { missing: 0 }))).toEqual([
      409,
      'support.missing_changed',
    ]);
    for (let i = 0; i < 2; i += 1)
      expect((await post(of.province, 'readiness/sign-off', { missing: 2 })).status).toBe(204);
    expect((await audits(of.conferenceId)).split('"readiness.signOff"').length - 1).toBe(1);
    expect((await own()).province?.signedOff).toMatchObject({ missing: 2 });
    expect(refused(await post(of.clerk, 'readiness/sign-off', { missing: 2 }))).toEqual([
      409,
      'support.not_a_province',
    ]);
    await enter(of.neighbour, siteIds.neighbour, true);
    await enter(of.province, siteIds.province, true);
    expect((await post(of.province, 'readiness/sign-off', { missing: 0 })).status).toBe(204);
    expect((await own()).province).toMatchObject({ ready: 3, signedOff: { missing: 0 } });
  });

  test('H7: sites by province, what needs somebody first; found by words, page by page', async () => {
    const id = await asked(of.other, siteIds.other);
    await enter(of.neighbour, siteIds.neighbour, false, ['sound']);
    const all = await sites();
    expect(all.total).toBe(5);
    expect(all.items.map(({ code }) => code)).toEqual([OTHER_PROVINCE, NEIGHBOUR, 'TW', COMMUNE, PROVINCE]);
    expect(all.items[0]).toMatchObject({ help: 'noPicture', screen: 'absent', line: null, lostAt: null });
    expect((await sites(`?province=${PROVINCE}`)).total).toBe(3);
    expect((await sites('?province=')).items.map(({ code }) => code)).toEqual(['TW']);
    expect((await sites('?filter=help')).items.map(({ code }) => code)).toEqual([OTHER_PROVINCE]);
    expect((await sites(`?q=${encodeURIComponent('thai nguyen')}`)).total).toBe(3);
    const walked: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await sites(`?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      walked.push(...page.items.map(({ code }) => code));
      cursor = page.next;
    }
    expect(walked).toEqual(all.items.map(({ code }) => code));
    await act(of.other, id, 'withdraw', undefined, siteIds.other);
  });

  test('H7: administrators read the numbers, of their subtree only', async () => {
    const { body } = await one.send('GET', `/conferences/${of.conferenceId}/readiness`);
    expect(ReadinessTotals.parse(body).provinces.map(({ code, sites: n, ready }) => [code, n, ready])).toEqual([
      [null, 1, 0],
      [OTHER_PROVINCE, 1, 0],
      [PROVINCE, 3, 2],
    ]);
    const nobody = await house.browser().send('GET', `/conferences/${of.conferenceId}/readiness`);
    expect(refused(nobody)).toEqual([401, 'access.sign_in']);
  });

  test('H1, H8: what is no request or result is refused with its field', async () => {
    for (const [path, body] of [
      [`sites/${siteIds.commune}/help`, { id: newId(), kind: 'fire', note: '' }],
      [`sites/${siteIds.commune}/help`, { id: 'x', kind: 'line', note: '' }],
      [`sites/${siteIds.commune}/help`, { id: newId(), kind: 'line', note: 'a\u202eb' }],
      [`sites/${siteIds.commune}/help`, { id: newId(), kind: 'line', note: 'x'.repeat(201) }],
      [`sites/${siteIds.commune}/help`, { id: newId(), kind: 'line', note: '', at: 0 }],
      [`sites/${siteIds.commune}/checks`, { results: [] }],
      [`sites/${siteIds.commune}/checks`, { results: [{ part: 'smell', right: true }] }],
      ['readiness/sign-off', { missing: -1 }],
    ] as const)
      expect([path, ...refused(await post(of.clerk, path, body))]).toEqual([path, 400, 'request.invalid']);
    for (const query of ['?filter=mine', '?province=%00', '?limit=201'])
      expect(refused(await get(of.technician, `readiness/sites${query}`))).toEqual([400, 'request.invalid']);
    const cursor = Buffer.from('["\\u0000"]').toString('base64url');
    expect((await sites(`?cursor=${cursor}`)).total).toBe(5);
    expect((await helps(of.technician, `help?cursor=${cursor}`)).total).toBe(0);
  });

  test('H6: after the end nothing is asked or checked', async () => {
    const over = await prepare();
    const command = (type: string) =>
      one.send('POST', `/conferences/${over.conferenceId}/commands`, { id: newId(), command: { type } });
    await command('conference.open');
    await command('conference.close');
    for (const answer of [
      await ask(over.clerk),
      await post(over.clerk, `sites/${siteIds.commune}/checks`, { results: [{ part: 'line', right: true }] }),
    ])
      expect(refused(answer)).toEqual([409, 'support.closed']);
  });
});
