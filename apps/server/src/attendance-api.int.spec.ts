import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AttendanceTotals, AttendingSitePage, RosterPage } from '@diemcau/domain/attendance';
import { CommandId, ConferenceId, RollCallId, SiteId, type Actor } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import { freshDatabase } from '@diemcau/testkit';
import {
  conferenceBody,
  field,
  list,
  newId,
  siteByCode,
  startUnderTest,
  text,
  walkPages,
  type Answer,
  type Browser,
  type ServerUnderTest,
} from './under-test.ts';

/** Thái Nguyên, two of its communes, and a ward of Hà Nội. */
const CODES = { province: '19', commune: '01906', other: '02155', elsewhere: '00004' } as const;
type Place = keyof typeof CODES;
type Seat = { readonly browser: Browser; readonly seatId: string };

let house: ServerUnderTest;
let one: Browser;
let hall: string;
const siteOf = new Map<Place, string>();
let conferenceId: string;
let secretary: Seat;

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  hall = await siteByCode(one, 'TW');
  for (const place of Object.keys(CODES) as Place[]) siteOf.set(place, await siteByCode(one, CODES[place]));
});
afterAll(() => house.stop());

const seat = async (role: string, siteId: string | null = null): Promise<Seat> => {
  const browser = house.browser();
  const seatId = newId();
  const { body } = await one.send('POST', `/conferences/${conferenceId}/seats`, { seatId, role, siteId });
  await browser.send('POST', '/seats/redeem', { secret: text(body, 'link').split('#')[1] });
  return { browser, seatId };
};
const site = (place: Place) => siteOf.get(place) ?? '';
const clerk = (place: Place) => seat('clerk', site(place));

beforeEach(async () => {
  const body = conferenceBody(house.clock, hall, { codes: Object.values(CODES) });
  conferenceId = text((await one.send('POST', '/conferences', body)).body, 'conferenceId');
  secretary = await seat('secretary');
});

const system: Actor = { kind: 'system', name: 'demo' };
const command = async (of: Command) => {
  const body = { id: CommandId.parse(newId()), command: of };
  const done = await house.server.live.commands.submit(ConferenceId.parse(conferenceId), system, body);
  if (!done.ok) throw new Error(done.code);
};
const rollCall = async () => {
  const { attendance } = await house.server.live.readLive(ConferenceId.parse(conferenceId));
  return attendance.rollCall?.rollCallId ?? RollCallId.parse(newId());
};
const open = async () => {
  await command({ type: 'attendance.openRollCall', closesAt: Date.now() + 600_000 });
  return rollCall();
};

const post = ({ browser, seatId }: Seat, place: Place, path: string, body: object): Promise<Answer> =>
  browser.send('POST', `/seats/${seatId}/sites/${site(place)}/${path}`, { id: newId(), ...body });
const rosterOf = async ({ browser, seatId }: Seat, place: Place, query = '') =>
  browser.send('GET', `/seats/${seatId}/sites/${site(place)}/roster${query}`);
const roster = async (who: Seat, place: Place) => RosterPage.parse((await rosterOf(who, place)).body);
const person = (more: object = {}) => ({
  delegateId: newId(),
  honorific: 'bà',
  name: 'Trần Thị Bình',
  position: 'Chủ tịch',
  unit: 'Ủy ban MTTQ xã',
  kind: 'official',
  substituteFor: null,
  phone: '0912 345 678',
  rank: 1,
  ...more,
});
const put = async (who: Seat, place: Place, more: object = {}) => {
  const body = person(more);
  expect(await post(who, place, 'delegates', body)).toMatchObject({ status: 204 });
  return body.delegateId;
};
const mark = (who: Seat, place: Place, delegateId: string, status: string, more: object = {}) =>
  post(who, place, 'marks', { marks: [{ delegateId, status, ...more }] });
const answer = async (who: Seat, place: Place, headCount: number, id = newId()) =>
  post(who, place, 'answers', { id, rollCallId: await rollCall(), headCount });
const totals = async () =>
  AttendanceTotals.parse((await secretary.browser.send('GET', `/seats/${secretary.seatId}/attendance`)).body);
const sites = async (query = '', who = secretary) =>
  AttendingSitePage.parse((await who.browser.send('GET', `/seats/${who.seatId}/attendance/sites${query}`)).body);

describe('the roster of a site', () => {
  test('N2: its clerk puts people on it by rank, changes them and takes them off', async () => {
    const own = await clerk('commune');
    const next = await put(own, 'commune', { name: 'Nguyễn Văn An', honorific: 'Hòa thượng', rank: 2 });
    const first = await put(own, 'commune');
    const last = await put(own, 'commune', { name: 'Ánh', rank: null, kind: 'guest' });
    expect((await roster(own, 'commune')).items.map(({ delegateId }) => delegateId)).toEqual([first, next, last]);
    await put(own, 'commune', { delegateId: next, rank: 3, position: null });
    expect(await post(own, 'commune', 'delegates/removals', { delegateId: last })).toMatchObject({ status: 204 });
    expect(await roster(own, 'commune')).toMatchObject({
      items: [
        { delegateId: first, phone: '0912 345 678' },
        { delegateId: next, rank: 3, position: null },
      ],
      total: 2,
      summoned: 2,
      present: 0,
      site: { name: 'Xã Ba Bể', province: 'tỉnh Thái Nguyên' },
    });
    expect(await post(own, 'commune', 'delegates/removals', { delegateId: last })).toMatchObject({
      status: 404,
      code: 'attendance.delegate_not_found',
    });
  });

  test('N2: it is found without accents, and read page by page, by given name', async () => {
    const own = await clerk('commune');
    for (const name of ['Đặng Thị Huế', 'Đặng Văn Tư', 'Lê Ánh']) await put(own, 'commune', { name, rank: null });
    expect((await rosterOf(own, 'commune', '?q=dang')).body).toMatchObject({ total: 2 });
    const all = await walkPages(own.browser, `/seats/${own.seatId}/sites/${site('commune')}/roster`, 1);
    expect(all.map((delegate) => text(delegate, 'name'))).toEqual(['Lê Ánh', 'Đặng Thị Huế', 'Đặng Văn Tư']);
  });

  test('N2: a substitute stands in for one of the same roster, and is not summoned besides', async () => {
    const own = await clerk('commune');
    const first = await put(own, 'commune');
    await put(own, 'commune', { name: 'Thay', kind: 'substitute', substituteFor: first });
    expect(await roster(own, 'commune')).toMatchObject({ total: 2, summoned: 1 });
    for (const body of [
      person({ kind: 'substitute', substituteFor: newId() }),
      person({ kind: 'official', substituteFor: first }),
    ])
      expect(await post(own, 'commune', 'delegates', body)).toMatchObject({ code: 'attendance.substitute_unknown' });
  });

  test('N2: 300 people, no more', async () => {
    const own = await clerk('commune');
    const cells = { position: '', unit: '', kind: '', substituteFor: '', phone: '', rank: '' };
    const rows = Array.from({ length: 300 }, (_, n) => ({
      delegateId: newId(),
      honorific: 'ông',
      name: `Người ${n}`,
      ...cells,
    }));
    expect(await post(own, 'commune', 'delegates/import', { rows })).toMatchObject({
      status: 200,
      body: { stored: 300, notUnderstood: [] },
    });
    expect(await post(own, 'commune', 'delegates', person())).toMatchObject({ code: 'attendance.roster_full' });
    expect(await post(own, 'commune', 'delegates/import', { rows: [...rows, rows[0]] })).toMatchObject({ status: 400 });
  });

  test('N3: lines that are understood are stored, the others are named; sent twice they stand once', async () => {
    const own = await clerk('commune');
    const cells = { honorific: 'ông', position: '', unit: '', kind: '', substituteFor: '', phone: '', rank: '' };
    const rows = [
      { delegateId: newId(), ...cells, name: 'Nguyễn Văn An' },
      { delegateId: newId(), ...cells, name: '', phone: 'hỏi sau' },
      { delegateId: newId(), ...cells, name: 'Lê Thay', substituteFor: 'Nguyễn Văn An' },
    ];
    const id = newId();
    for (let i = 0; i < 2; i++)
      expect((await post(own, 'commune', 'delegates/import', { id, rows })).body).toEqual({
        stored: 2,
        notUnderstood: [{ row: 1, fields: ['name', 'phone'] }],
      });
    expect(await roster(own, 'commune')).toMatchObject({
      total: 2,
      items: [{ name: 'Nguyễn Văn An' }, { name: 'Lê Thay', kind: 'substitute', substituteFor: rows[0]?.delegateId }],
    });
  });

  test('N2: the administrator fills it before; a delegate of one site is not put on another', async () => {
    const at = `/conferences/${conferenceId}/sites/${site('commune')}`;
    const body = person();
    expect(await one.send('POST', `${at}/delegates`, { id: newId(), ...body })).toMatchObject({ status: 204 });
    expect(await one.send('GET', `${at}/roster`)).toMatchObject({ status: 200, body: { total: 1 } });
    expect(
      await one.send('POST', `/conferences/${conferenceId}/sites/${site('other')}/delegates`, { id: newId(), ...body }),
    ).toMatchObject({
      status: 409,
      code: 'attendance.delegate_exists',
    });
    expect(await one.send('GET', `/conferences/${conferenceId}/sites/${newId()}/roster`)).toMatchObject({
      status: 404,
      code: 'conference.not_found',
    });
  });

  test('N1: after the end of the conference nothing changes', async () => {
    const own = await clerk('commune');
    await command({ type: 'conference.open' });
    await command({ type: 'conference.close' });
    expect(await post(own, 'commune', 'delegates', person())).toMatchObject({ status: 409, code: 'attendance.closed' });
  });
});

describe('marks', () => {
  test('N4: coming late and leaving keep their times; coming back is no other arrival', async () => {
    const own = await clerk('commune');
    const delegateId = await put(own, 'commune');
    const minutesAgo = (n: number) => new Date(house.clock.now - n * 60_000).toISOString();
    await mark(own, 'commune', delegateId, 'present', { at: minutesAgo(30) });
    await mark(own, 'commune', delegateId, 'left', { at: minutesAgo(10) });
    expect((await roster(own, 'commune')).items).toMatchObject([
      { status: 'left', arrivedAt: minutesAgo(30), leftAt: minutesAgo(10) },
    ]);
    await mark(own, 'commune', delegateId, 'present');
    await mark(own, 'commune', delegateId, 'present');
    expect((await roster(own, 'commune')).items).toMatchObject([
      {
        status: 'present',
        arrivedAt: minutesAgo(30),
        leftAt: null,
        marks: [
          { status: 'present', by: 'clerk' },
          { status: 'left', at: minutesAgo(10) },
          { status: 'present', at: minutesAgo(30) },
        ],
      },
    ]);
    await expect(house.query('delete from attendance_mark')).rejects.toThrow('append-only');
  });

  test('N4: absent with a reason, which goes with the absence; a mistake is taken back', async () => {
    const own = await clerk('commune');
    const delegateId = await put(own, 'commune');
    await mark(own, 'commune', delegateId, 'absent', { reason: 'Đi công tác' });
    expect((await roster(own, 'commune')).items).toMatchObject([{ status: 'absent', reason: 'Đi công tác' }]);
    await mark(own, 'commune', delegateId, 'unknown');
    expect((await roster(own, 'commune')).items).toMatchObject([{ status: 'unknown', reason: null, arrivedAt: null }]);
  });

  test.each([
    ['a minute ahead', 61_000],
    ['of the day before', -25 * 60 * 60_000],
  ])('N4: a time %s is refused, and nothing is stored', async (_what, shiftMs) => {
    const own = await clerk('commune');
    const delegateId = await put(own, 'commune');
    const at = new Date(house.clock.now + shiftMs).toISOString();
    expect(await mark(own, 'commune', delegateId, 'present', { at })).toMatchObject({ code: 'attendance.time_wrong' });
    expect((await roster(own, 'commune')).items).toMatchObject([{ status: 'unknown', marks: [] }]);
  });

  test('N4: nobody of another roster is marked', async () => {
    const [own, other] = [await clerk('commune'), await clerk('other')];
    const delegateId = await put(other, 'other');
    expect(await mark(own, 'commune', delegateId, 'present')).toMatchObject({ code: 'attendance.delegate_not_found' });
  });

  test('N13: sent twice is done once', async () => {
    const own = await clerk('commune');
    const delegateId = await put(own, 'commune');
    const id = newId();
    const at = new Date(house.clock.now - 60_000).toISOString();
    const send = (who: Seat) => post(who, 'commune', 'marks', { id, marks: [{ delegateId, status: 'left', at }] });
    for (let i = 0; i < 2; i++) expect(await send(own)).toMatchObject({ status: 204 });
    expect((await roster(own, 'commune')).items[0]?.marks).toHaveLength(1);
  });
});

describe('answers to a roll call', () => {
  test('N5: a head count is taken while it is open, the latest counts, all are kept', async () => {
    const own = await clerk('commune');
    expect(await answer(own, 'commune', 40)).toMatchObject({ status: 409, code: 'attendance.no_roll_call' });
    const rollCallId = await open();
    expect(await answer(own, 'commune', 40)).toMatchObject({ status: 204 });
    expect(await answer(own, 'commune', 38)).toMatchObject({ status: 204 });
    expect(await roster(own, 'commune')).toMatchObject({
      present: 38,
      answer: { headCount: 38, late: false, enteredBy: null },
    });
    const rows = await house.query<{ head_count: number }>(
      'select head_count from roll_call_answer where roll_call_id = $1 order by id',
      [rollCallId],
    );
    expect(rows.map((row) => row.head_count)).toEqual([40, 38]);
    await command({ type: 'attendance.closeRollCall', rollCallId });
    expect(await answer(own, 'commune', 1)).toMatchObject({ code: 'attendance.no_roll_call' });
    await open();
    expect((await roster(own, 'commune')).answer).toBeNull();
  });

  test('N5: after the deadline it is taken all the same, and says that it was late', async () => {
    const own = await clerk('commune');
    await command({ type: 'attendance.openRollCall', closesAt: Date.now() + 150 });
    await expect.poll(() => Date.now(), { interval: 20 }).toBeGreaterThan(Date.now() + 200);
    expect(await answer(own, 'commune', 12)).toMatchObject({ status: 204 });
    expect((await roster(own, 'commune')).answer).toMatchObject({ headCount: 12, late: true });
  });

  test('N5, N13: sent again, at the same time or after the end of the roll call, it is one answer with one audit row', async () => {
    const own = await clerk('commune');
    await mark(own, 'commune', await put(own, 'commune'), 'present');
    const rollCallId = await open();
    const [id, refused] = [newId(), newId()];
    const all = await Promise.all([1, 2, 3].map(() => answer(own, 'commune', 12, id)));
    expect(all.map(({ status }) => status)).toEqual([204, 204, 204]);
    await command({ type: 'attendance.closeRollCall', rollCallId });
    const after = (each: string) => post(own, 'commune', 'answers', { id: each, rollCallId, headCount: 12 });
    expect(await after(id)).toMatchObject({ status: 204 });
    expect(await after(refused)).toMatchObject({ status: 409, code: 'attendance.no_roll_call' });
    expect(
      await house.query('select head_count, named from roll_call_answer where roll_call_id = $1', [rollCallId]),
    ).toEqual([{ head_count: 12, named: 1 }]);
    expect(
      await house.query(`select 1 from audit where body like '%"attendance.answer"%' and body like $1`, [
        `%${rollCallId}%`,
      ]),
    ).toHaveLength(1);
    await open();
    expect(await answer(own, 'commune', 3, refused)).toMatchObject({ status: 204 });
  });

  test('N6: present are the heads of the answer, with who came and left by name since', async () => {
    const own = await clerk('commune');
    const [first, late] = [await put(own, 'commune'), await put(own, 'commune', { name: 'Đến muộn' })];
    await mark(own, 'commune', first, 'present');
    await open();
    await answer(own, 'commune', 40);
    await mark(own, 'commune', late, 'present');
    expect((await roster(own, 'commune')).present).toBe(41);
    await mark(own, 'commune', first, 'left');
    await mark(own, 'commune', late, 'left');
    expect((await roster(own, 'commune')).present).toBe(39);
  });

  test('N6: by province, the hall with the centre', async () => {
    const [own, ward] = [await clerk('commune'), await clerk('elsewhere')];
    await put(own, 'commune');
    await open();
    await answer(own, 'commune', 7);
    await answer(ward, 'elsewhere', 5);
    expect(await totals()).toMatchObject({
      answered: 2,
      invited: 5,
      present: 12,
      summoned: 1,
      provinces: [
        { code: null, name: null, invited: 1, answered: 0, present: 0 },
        { code: '01', name: 'Thành phố Hà Nội', invited: 1, answered: 1, present: 5 },
        { code: '19', name: 'Tỉnh Thái Nguyên', invited: 3, answered: 1, present: 7, summoned: 1 },
      ],
    });
  });
});

describe('a province', () => {
  test('N7: enters for a commune of its own, and it is marked', async () => {
    const province = await clerk('province');
    const own = await clerk('commune');
    await open();
    const delegateId = await put(province, 'commune');
    expect(await mark(province, 'commune', delegateId, 'present')).toMatchObject({ status: 204 });
    expect(await answer(province, 'commune', 20)).toMatchObject({ status: 204 });
    expect(await roster(own, 'commune')).toMatchObject({
      answer: { headCount: 20, enteredBy: 'Tỉnh Thái Nguyên' },
      items: [{ phone: '0912 345 678', marks: [{ status: 'present', by: 'province' }] }],
    });
    expect((await sites('?filter=answered')).items).toMatchObject([
      { code: CODES.commune, answer: { enteredBy: 'Tỉnh Thái Nguyên' } },
    ]);
    const below = await province.browser.send('GET', `/seats/${province.seatId}/attendance/province`);
    expect(list(below.body, 'items').map((row) => text(row, 'code'))).toEqual([CODES.commune, CODES.other]);
  });

  test.each([
    ['a province, for a commune of another', 'province', 'elsewhere'],
    ['a commune, for its province', 'commune', 'province'],
    ['a commune, for another of the same province', 'commune', 'other'],
    ['a ward, for a commune elsewhere', 'elsewhere', 'commune'],
  ] as const)('N7: %s: nothing is there for it', async (_who, place, target) => {
    const who = await clerk(place);
    const rollCallId = await open();
    const refused = { status: 404, code: 'access.not_found' };
    expect(await rosterOf(who, target)).toMatchObject(refused);
    for (const [path, body] of [
      ['delegates', person()],
      ['delegates/removals', { delegateId: newId() }],
      ['contact', { name: null, phone: '0912345678' }],
      ['marks', { marks: [{ delegateId: newId(), status: 'present' }] }],
      ['answers', { rollCallId, headCount: 3 }],
    ] as const)
      expect([path, await post(who, target, path, body)]).toMatchObject([path, refused]);
    expect(await who.browser.send('GET', `/seats/${who.seatId}/sites/${newId()}/roster`)).toMatchObject(refused);
    expect((await totals()).answered).toBe(0);
  });

  test('N7: the clerk of a commune has no communes below', async () => {
    const own = await clerk('commune');
    const below = await own.browser.send('GET', `/seats/${own.seatId}/attendance/province`);
    expect(below).toMatchObject({ status: 200, body: { items: [], total: 0 } });
  });
});

describe('those who have not answered', () => {
  test('N9: are listed with whom to call, page by page, by province and by name', async () => {
    const own = await clerk('commune');
    await post(own, 'commune', 'contact', { name: 'Nông Thị Thu', phone: '0912 345 678' });
    await open();
    await answer(await clerk('other'), 'other', 3);
    const unanswered = await sites('?filter=unanswered');
    expect(unanswered.total).toBe(4);
    expect(unanswered.items[0]?.hall).toBe(true);
    expect((await sites('?filter=unanswered&q=ba%20be')).items).toMatchObject([
      { code: CODES.commune, contact: { name: 'Nông Thị Thu', phone: '0912 345 678' }, answer: null },
    ]);
    expect((await sites('?filter=unanswered&province=19')).total).toBe(2);
    expect((await sites('?filter=unanswered&province=')).items.map(({ code }) => code)).toEqual(['TW']);
    const path = `/seats/${secretary.seatId}/attendance/sites?filter=unanswered`;
    const codes = (await walkPages(secretary.browser, path, 1)).map((row) => text(row, 'code'));
    expect(codes).toEqual(['TW', CODES.elsewhere, CODES.commune, CODES.province]);
    expect(await one.send('GET', `/conferences/${conferenceId}/attendance/sites?filter=unanswered`)).toMatchObject({
      status: 200,
      body: { total: 4 },
    });
  });

  test('N9: are reminded by one button, at most once a minute; sent twice it is one reminder', async () => {
    const remind = (id = newId()) =>
      secretary.browser.send('POST', `/seats/${secretary.seatId}/attendance/reminders`, { id });
    expect(await remind()).toMatchObject({ code: 'attendance.no_roll_call' });
    await open();
    await answer(await clerk('commune'), 'commune', 3);
    const id = newId();
    expect(await remind(id)).toMatchObject({ status: 200, body: { sites: 4 } });
    expect(await remind(id)).toMatchObject({ status: 200, body: { sites: 4 } });
    expect(await remind()).toMatchObject({ status: 429, code: 'attendance.reminded_just_now' });
    expect((await sites('?filter=answered')).items).toMatchObject([{ code: CODES.commune, remindedAt: null }]);
    for (const { remindedAt } of (await sites('?filter=unanswered')).items) expect(remindedAt).not.toBeNull();
    await house.query(`update roll_call_reminder set at = at - interval '1 minute'`);
    expect(await remind()).toMatchObject({ status: 200, body: { sites: 4 } });
  });
});

describe('self check-in', () => {
  const shown = async () => {
    const rows = await house.query<{ id: string }>(
      'select id from check_in_code where conference_id = $1 and opened_at is null',
      [conferenceId],
    );
    return rows.length;
  };
  /** The secret that the room screen of a site shows now. */
  const code = async (place: Place = 'commune') => {
    const id = ConferenceId.parse(conferenceId);
    const pages = await house.server.attendance.checkIns(id, await rollCall(), [SiteId.parse(site(place))]);
    return [...pages.values()][0]?.split('#')[1] ?? '';
  };
  const phone = () => house.browser();
  const names = (secret: string) => phone().send('POST', '/check-in/names', { secret });
  const enter = (secret: string, delegateId: string, id = newId()) =>
    phone().send('POST', '/check-in', { id, secret, delegateId });

  test('N8: a phone reads names and nothing else, says who it is, and the code is used', async () => {
    const own = await clerk('commune');
    const delegateId = await put(own, 'commune');
    await open();
    const secret = await code();
    expect(secret).toMatch(/^[\w-]{22}$/);
    expect(await names(secret)).toMatchObject({ status: 200 });
    expect((await names(secret)).body).toEqual({
      siteName: 'Xã Ba Bể',
      items: [{ delegateId, honorific: 'bà', name: 'Trần Thị Bình', present: false }],
      next: null,
    });
    const id = newId();
    for (let i = 0; i < 2; i++) expect(await enter(secret, delegateId, id)).toMatchObject({ status: 204 });
    expect((await roster(own, 'commune')).items).toMatchObject([
      { status: 'present', marks: [{ status: 'present', by: 'self' }] },
    ]);
    expect(await enter(secret, delegateId)).toMatchObject({ status: 409, code: 'check_in.used' });
    expect(await names(secret)).toMatchObject({ status: 409, code: 'check_in.used' });
  });

  test('N8: the screen shows one code, and the next one once it was opened', async () => {
    await open();
    const first = await code();
    expect([await code(), await shown()]).toEqual([first, 1]);
    await names(first);
    expect(await shown()).toBe(0);
    expect(await code()).not.toBe(first);
    const rows = await house.query<{ all: string }>(`select string_agg(c::text, '') as all from check_in_code c`);
    expect(rows[0]?.all).not.toContain(first);
  });

  test('N8: of two phones with one code one delegate is noted', async () => {
    const own = await clerk('commune');
    const ids = [await put(own, 'commune'), await put(own, 'commune', { name: 'An' })];
    await open();
    const secret = await code();
    const answers = await Promise.all(ids.map((id) => enter(secret, id)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
    expect((await roster(own, 'commune')).present).toBe(1);
  });

  test('N8: it is good for its own site, for who is not there yet, while the roll call is open and for ten minutes', async () => {
    const [own, other] = [await clerk('commune'), await clerk('other')];
    const [delegateId, stranger] = [await put(own, 'commune'), await put(other, 'other')];
    const rollCallId = await open();
    expect(await enter(await code(), stranger)).toMatchObject({ code: 'attendance.delegate_not_found' });
    await mark(own, 'commune', delegateId, 'present');
    expect(await enter(await code(), delegateId)).toMatchObject({ code: 'check_in.present' });
    const old = await code();
    await names(old);
    await house.query(
      `update check_in_code set opened_at = opened_at - interval '11 minutes' where opened_at is not null`,
    );
    expect(await names(old)).toMatchObject({ status: 410, code: 'check_in.expired' });
    const last = await code();
    await command({ type: 'attendance.closeRollCall', rollCallId });
    expect(await names(last)).toMatchObject({ status: 410, code: 'check_in.closed' });
    expect(await enter(last, delegateId)).toMatchObject({ status: 410, code: 'check_in.closed' });
  });

  test('N8: a guesser has to wait', async () => {
    const guess = () => names('AAAAAAAAAAAAAAAAAAAAAA');
    expect(await guess()).toMatchObject({ status: 404, code: 'check_in.wrong' });
    for (let i = 0; i < 29; i++) await guess();
    expect(await guess()).toMatchObject({ status: 429, code: 'check_in.throttled' });
    house.clock.now += 11 * 60_000;
    expect(await guess()).toMatchObject({ status: 404 });
  });
});

describe('the office’s workbook', () => {
  const workbook = async ({ browser, seatId }: Seat) => {
    const answer = await house.server.app.inject({
      url: `/api/v1/seats/${seatId}/attendance.xlsx`,
      headers: { host: 'localhost:8080' },
      cookies: Object.fromEntries(browser.cookies),
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': expect.stringContaining('attachment'),
      'cache-control': 'no-store',
    });
    return readWorkbook(answer.rawPayload);
  };

  test('N10: has the numbers by province, every site with its answer, and every delegate with the times', async () => {
    const own = await clerk('commune');
    const first = await put(own, 'commune', { name: '=Bình', rank: 1 });
    await put(own, 'commune', { name: 'Thay', kind: 'substitute', substituteFor: first, rank: 2 });
    await put(own, 'commune', { name: 'Vắng', rank: 3, phone: null });
    await post(own, 'commune', 'contact', { name: 'Nông Thị Thu', phone: '+84 912 345 678' });
    await open();
    await answer(await clerk('province'), 'commune', 20);
    const at = new Date(Math.floor(house.clock.now / 60_000) * 60_000 - 60_000);
    await mark(own, 'commune', first, 'present', { at: at.toISOString() });
    const [summary, all, people] = await workbook(secretary);
    expect([summary?.sheet, all?.sheet, people?.sheet]).toEqual(['Tổng hợp', 'Điểm cầu', 'Đại biểu']);
    expect(summary?.data.at(-1)).toEqual(['Tổng cộng', 5, 1, 4, 2, 21]);
    expect(all?.data.slice(1).map(([n, code]) => [n, code])).toEqual([
      [1, 'TW'],
      [2, '00004'],
      [3, '01906'],
      [4, '02155'],
      [5, '19'],
    ]);
    const row = all?.data[3] ?? [];
    expect(row.slice(2, 8)).toEqual(['Xã Ba Bể', 'Tỉnh Thái Nguyên', 2, 21, 20, 'Đã trả lời']);
    expect(row.slice(9)).toEqual(['Tỉnh Thái Nguyên', 'Nông Thị Thu', '+84 912 345 678']);
    expect(people?.data.slice(1).map((line) => line.slice(5, 13))).toEqual([
      ['bà', '=Bình', 'Chủ tịch', 'Ủy ban MTTQ xã', 'Chính thức', null, '0912 345 678', 'Có mặt'],
      ['bà', 'Thay', 'Chủ tịch', 'Ủy ban MTTQ xã', 'Dự thay', 'bà =Bình', '0912 345 678', 'Chưa ghi nhận'],
      ['bà', 'Vắng', 'Chủ tịch', 'Ủy ban MTTQ xã', 'Chính thức', null, null, 'Chưa ghi nhận'],
    ]);
    // A time in a workbook is a fraction of a day, which can miss the millisecond.
    const seconds = (time: unknown) => Math.round(Number(time) / 1000);
    expect(seconds(people?.data[1]?.[13])).toBe(seconds(at) + 7 * 3600);
  });

  test('N10: is there for the administrator, and before anybody was asked', async () => {
    const answer = await one.send('GET', `/conferences/${conferenceId}/attendance.xlsx`);
    expect(answer.status).toBe(200);
    const [summary] = await workbook(secretary);
    expect(summary?.data.at(-1)).toEqual(['Tổng cộng', 5, 0, 5, 0, 0]);
  });
});

describe('personal data', () => {
  test('N12: neither events nor the audit hold a name, a phone or a reason', async () => {
    const own = await clerk('commune');
    const delegateId = await put(own, 'commune', { name: 'Hoàng Kín', phone: '0999 888 777' });
    await post(own, 'commune', 'contact', { name: 'Nông Lộ', phone: '0999 888 777' });
    await open();
    await mark(own, 'commune', delegateId, 'absent', { reason: 'Nằm viện' });
    await answer(own, 'commune', 3);
    await post(own, 'commune', 'delegates/removals', { delegateId });
    const rows = await house.query<{ all: string }>(
      `select (select string_agg(body, '') from audit) || (select string_agg(data, '') from event) as all`,
    );
    const all = rows[0]?.all ?? '';
    expect(all).not.toMatch(/Hoàng Kín|0999 ?888 ?777|Nông Lộ|Nằm viện/);
    for (const action of ['roster.put', 'roster.contact', 'roster.remove', 'attendance.mark', 'attendance.answer'])
      expect(all).toContain(`"action":"${action}"`);
  });

  test('P18: a desk reads what sites answered, in numbers; no clerk and no observer does', async () => {
    await open();
    const own = await clerk('commune');
    await answer(own, 'commune', 3);
    const operator = await seat('operator');
    const path = ({ seatId }: { seatId: string }, ids: string) => `/seats/${seatId}/attendance/answers?sites=${ids}`;
    const asked = await operator.browser.send('GET', path(operator, `${site('commune')},${newId()}`));
    expect(asked.body).toMatchObject({
      items: [{ siteId: site('commune'), answered: true, headCount: 3 }],
    });
    expect(list(asked.body, 'items')).toHaveLength(1);
    const many = Array.from({ length: 61 }, () => newId()).join(',');
    for (const wrong of ['x', many])
      expect(await operator.browser.send('GET', path(operator, wrong))).toMatchObject({ status: 400 });
    for (const other of [own, await seat('observer')])
      expect(await other.browser.send('GET', path(other, site('commune')))).toMatchObject({ status: 403 });
  });

  test.each(['operator', 'observer'])('N12: a %s sees no roster', async (role) => {
    await put(await clerk('commune'), 'commune');
    const other = await seat(role);
    expect(await rosterOf(other, 'commune')).toMatchObject({ status: 403 });
    expect(await other.browser.send('GET', `/seats/${other.seatId}/attendance/sites`)).toMatchObject({ status: 403 });
  });
});

test('N11: desks and administrators read the same numbers', async () => {
  await open();
  expect(field((await one.send('GET', `/conferences/${conferenceId}/attendance`)).body, 'invited')).toBe(
    (await totals()).invited,
  );
});
