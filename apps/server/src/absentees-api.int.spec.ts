import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AbsenteePage } from '@diemcau/domain/attendance';
import { ConferenceRole } from '@diemcau/domain/kernel';
import { freshDatabase } from '@diemcau/testkit';
import {
  conferenceBody,
  newId,
  siteByCode,
  startUnderTest,
  text,
  walkPages,
  type Browser,
  type ServerUnderTest,
} from './under-test.ts';

/** A province, a commune of it, and a ward of another. */
const CODES = ['19', '01906', '00004'] as const;

let house: ServerUnderTest;
let one: Browser;
let conferenceId: string;
const siteIds = new Map<string, string>();

type Seat = { readonly browser: Browser; readonly seatId: string };
const seat = async (role: string, code: string | null = null): Promise<Seat> => {
  const [browser, seatId] = [house.browser(), newId()];
  const siteId = code === null ? null : siteIds.get(code);
  const { body } = await one.send('POST', `/conferences/${conferenceId}/seats`, { seatId, role, siteId });
  await browser.send('POST', '/seats/redeem', { secret: text(body, 'link').split('#')[1] });
  return { browser, seatId };
};

const NOTHING_MORE = { position: null, unit: null, phone: '0912 345 678', rank: null };
const noted = async (clerk: Seat, code: string, name: string, status: string | null, more: object = {}) => {
  const [delegateId, base] = [newId(), `/seats/${clerk.seatId}/sites/${siteIds.get(code)}`];
  const { reason, ...person } = { reason: null, ...more };
  const body = {
    id: newId(),
    delegateId,
    honorific: 'ông',
    name,
    kind: 'official',
    substituteFor: null,
    ...NOTHING_MORE,
  };
  await clerk.browser.send('POST', `${base}/delegates`, { ...body, ...person });
  if (status !== null)
    await clerk.browser.send('POST', `${base}/marks`, { id: newId(), marks: [{ delegateId, status, reason }] });
  return delegateId;
};

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  const hall = await siteByCode(one, 'TW');
  for (const code of CODES) siteIds.set(code, await siteByCode(one, code));
  const body = conferenceBody(house.clock, hall, { codes: CODES });
  conferenceId = text((await one.send('POST', '/conferences', body)).body, 'conferenceId');
  const [commune, ward] = [await seat('clerk', '01906'), await seat('clerk', '00004')];
  const binh = await noted(commune, '01906', 'Trần Văn Bình', 'absent', { reason: 'Ốm' });
  await noted(commune, '01906', 'Lò Thị Ánh', 'present', { kind: 'substitute', substituteFor: binh });
  await noted(commune, '01906', 'Hoàng Văn Cường', 'present');
  await noted(ward, '00004', 'Nguyễn Văn Dũng', 'absent');
  await noted(ward, '00004', 'Phạm Văn Em', null);
  await noted(ward, '00004', 'Vũ Văn Giang', 'absent', { kind: 'substitute' });
});
afterAll(() => house.stop());

const url = (query: string) => `/conferences/${conferenceId}/attendance/absentees${query}`;
const names = async (query = '') =>
  AbsenteePage.parse((await one.send('GET', url(query))).body).items.map(({ name }) => name);

describe('absent delegates across all sites', () => {
  test('N16: who was summoned and is marked as absent, by site, with reason and substitute; no phone', async () => {
    const { body } = await one.send('GET', url(''));
    expect(AbsenteePage.parse(body)).toMatchObject({
      total: 2,
      items: [
        { name: 'Nguyễn Văn Dũng', reason: null, substitute: null, province: 'Thành phố Hà Nội' },
        {
          name: 'Trần Văn Bình',
          reason: 'Ốm',
          substitute: 'ông Lò Thị Ánh',
          site: 'Xã Ba Bể',
          province: 'Tỉnh Thái Nguyên',
        },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('0912');
  });

  test('N16: narrowed to a province, found without accents by name or site, page by page; who was never marked is asked for apart', async () => {
    expect(await names('?province=19')).toEqual(['Trần Văn Bình']);
    expect(await names('?province=')).toEqual([]);
    expect(await names('?q=ba%20be%20binh')).toEqual(['Trần Văn Bình']);
    expect(await names('?status=unknown')).toEqual(['Phạm Văn Em']);
    const pages = await walkPages(one, url(''), 1);
    expect(pages.map((each) => text(each, 'name'))).toEqual(['Nguyễn Văn Dũng', 'Trần Văn Bình']);
    expect(await one.send('GET', url('?status=gone'))).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  test('N12: reasons reach chair, moderator and secretary, and no other seat', async () => {
    for (const role of ConferenceRole.exclude(['room', 'delegate']).options) {
      const own = await seat(role, role === 'clerk' ? '19' : null);
      const answer = await own.browser.send('GET', `/seats/${own.seatId}/attendance/absentees`);
      const mayRead = ['chair', 'moderator', 'secretary'].includes(role);
      const isTold = JSON.stringify(answer.body).includes('Ốm');
      expect([role, answer.status, isTold]).toEqual([role, mayRead ? 200 : 403, mayRead]);
    }
  });

  test('K14: the workbook of the record has a sheet of them', async () => {
    const answer = await house.server.app.inject({
      method: 'GET',
      url: `/api/v1/conferences/${conferenceId}/record.xlsx`,
      headers: { host: 'localhost:8080' },
      cookies: Object.fromEntries(one.cookies),
    });
    const sheet = (await readWorkbook(answer.rawPayload)).find((each) => each.sheet === 'Đại biểu vắng');
    expect(sheet?.data.slice(1).map((row) => [row[2], row[4], row[6], row[7]])).toEqual([
      ['Nguyễn Văn Dũng', 'Phường Ba Đình', null, null],
      ['Trần Văn Bình', 'Xã Ba Bể', 'Ốm', 'ông Lò Thị Ánh'],
    ]);
  });
});
