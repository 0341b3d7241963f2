// The sites as the desks of a conference list them: by province, by what is the matter, by who has spoken.
import { ConferenceId, RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { DeskProvinces, DeskSitePage } from '@diemcau/domain/conference';
import { freshDatabase } from '@diemcau/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  conferenceBody,
  newId,
  openSeat,
  siteByCode,
  startUnderTest,
  submitted,
  text,
  walkPages,
  type Browser,
  type HeldSeat,
  type ServerUnderTest,
} from './under-test.ts';

// Hà Nội with its wards, Thái Nguyên with its communes: by code alone '00004' and '01906' would stand before '01'.
const CODES = ['19', '01906', '01912', '01', '00004', '00008'];
const IN_ORDER = ['TW', '01', '00004', '00008', '19', '01906', '01912'];

let house: ServerUnderTest;
let one: Browser;
let conferenceId: string;
let operator: HeldSeat;
let moderator: HeldSeat;
const siteIds = new Map<string, string>();
const site = (code: string) => SiteId.parse(siteIds.get(code));

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  for (const code of IN_ORDER) siteIds.set(code, await siteByCode(one, code));
  const body = conferenceBody(house.clock, site('TW'), { codes: CODES });
  conferenceId = text((await one.send('POST', '/conferences', body)).body, 'conferenceId');
  operator = await openSeat(house, one, conferenceId, 'operator');
  moderator = await openSeat(house, one, conferenceId, 'moderator');
});
afterAll(() => house.stop());

const page = async (query: string, who = operator) =>
  DeskSitePage.parse((await who.browser.send('GET', `/seats/${who.seatId}/sites?${query}`)).body);
const codes = async (query: string, who = operator) => (await page(query, who)).items.map(({ code }) => code);

/** A clerk, and a room screen that the clerk has confirmed. */
const withScreen = async (code: string) => {
  const [clerk, screen, seatId] = [house.browser(), house.browser(), newId()];
  const issued = await one.send('POST', `/conferences/${conferenceId}/seats`, {
    seatId,
    role: 'clerk',
    siteId: site(code),
  });
  await clerk.send('POST', '/seats/redeem', { secret: text(issued.body, 'link').split('#')[1] });
  const { body } = await screen.send('POST', '/room-codes');
  const confirmed = await clerk.send('POST', `/seats/${seatId}/room-screen`, { userCode: text(body, 'userCode') });
  await screen.send('POST', '/room-codes/token', { deviceCode: text(body, 'deviceCode') });
  return { clerk, seatId, roomSeat: text(confirmed.body, 'seatId') };
};
/** Its socket is open somewhere: a lease says so. */
const connected = (code: string, roomSeat: string) =>
  house.query(
    `insert into presence (conference_id, seat_id, server_id, site_id, role, until)
     values ($1, $2, $1, $3, 'room', now() + interval '10 minutes')`,
    [conferenceId, roomSeat, site(code)],
  );
const lineIs = (code: string, weak: boolean) =>
  house.query(
    `insert into line_report (conference_id, site_id, saying, weak, at, samples) values ($1, $2, '', $3, now(), '{}')`,
    [conferenceId, site(code), weak],
  );

test('P25, H6, H14: in trouble is a lost screen, a weak line or a call for help, each once, and nothing else', async () => {
  const screens = new Map<string, Awaited<ReturnType<typeof withScreen>>>();
  for (const code of ['01', '00004', '00008', '19', '01906']) screens.set(code, await withScreen(code));
  // 00008 was confirmed and is not here; 01912 never had a screen; 01906 is here with a good line.
  for (const code of ['01', '00004', '19', '01906']) await connected(code, screens.get(code)?.roomSeat ?? '');
  await lineIs('00004', true);
  await lineIs('01', true);
  await lineIs('01906', false);
  const calling = ['19', '01'];
  for (const code of calling) {
    const { clerk, seatId } = screens.get(code) ?? (await withScreen(code));
    const help = { id: newId(), kind: 'noPicture', note: '' };
    expect(await clerk.send('POST', `/seats/${seatId}/sites/${site(code)}/help`, help)).toMatchObject({ status: 204 });
  }
  const trouble = await page('filter=trouble');
  expect([trouble.total, trouble.items.map(({ code, calls }) => [code, calls])]).toEqual([
    4,
    [
      ['01', true],
      ['00004', false],
      ['00008', false],
      ['19', true],
    ],
  ]);
  expect(await codes('filter=trouble&province=19')).toEqual(['19']);
  expect(await codes('filter=trouble&limit=2')).toEqual(['01', '00004']);
  // Who makes no picture is not told of calls for help.
  const told = await page('filter=trouble', moderator);
  expect(told.items.map(({ code, calls }) => [code, calls])).toEqual([
    ['01', false],
    ['00004', false],
    ['00008', false],
  ]);
  // A report that is old says nothing of now; a screen that is not connected never does.
  await house.query(`update line_report set at = now() - interval '91 seconds' where site_id = $1`, [site('00004')]);
  expect(await codes('filter=trouble')).toEqual(['01', '00008', '19']);
  expect(await codes('filter=present')).toEqual(['01', '00004', '19', '01906']);
  expect(await codes('filter=away')).toEqual(['TW', '00008', '01912']);
});

test('P25: the hall first, then province by province, its own site before its communes; pages keep the order', async () => {
  expect(await codes('')).toEqual(IN_ORDER);
  const walked = await walkPages(operator.browser, `/seats/${operator.seatId}/sites`, 2);
  expect(walked).toEqual((await page('')).items);
});

test('P25: one province, together with search, filter and pages; only provinces that take part', async () => {
  const { body } = await operator.browser.send('GET', `/seats/${operator.seatId}/provinces`);
  expect(DeskProvinces.parse(body).items).toEqual([
    { code: '', name: null },
    { code: '01', name: 'Thành phố Hà Nội' },
    { code: '19', name: 'Tỉnh Thái Nguyên' },
  ]);
  expect(await page('province=19')).toMatchObject({ total: 3, items: [{ code: '19' }, { code: '01906' }, {}] });
  expect(await codes('province=')).toEqual(['TW']);
  expect(await page('province=79')).toMatchObject({ total: 0, items: [] });
  expect((await page('province=01&q=01906')).total).toBe(0);
  expect(await codes('province=19&q=01906')).toEqual(['01906']);
  const first = await page('province=01&limit=2');
  expect([first.total, first.items.map(({ code }) => code)]).toEqual([3, ['01', '00004']]);
  expect(await codes(`province=01&limit=2&cursor=${first.next ?? ''}`)).toEqual(['00008']);
  const bad = await operator.browser.send('GET', `/seats/${operator.seatId}/sites?province=1%27or`);
  expect(bad).toMatchObject({ status: 400, code: 'request.invalid' });
});

test('P25: not yet spoken: a site leaves the list with its speech; asking: those of the queue', async () => {
  const command = (of: Parameters<typeof submitted>[2]) => submitted(house, conferenceId, of);
  const turnId = async () => {
    const { floor } = await house.server.live.readLive(ConferenceId.parse(conferenceId));
    if (!floor.turn) throw new Error('nobody speaks');
    return floor.turn.turnId;
  };
  expect(await codes('filter=unspoken')).toEqual(IN_ORDER);
  await command({ type: 'conference.open' });
  await submitted(
    house,
    conferenceId,
    {
      type: 'floor.request',
      requestId: RequestId.parse(newId()),
      siteId: site('01912'),
      speakerId: SpeakerId.parse(newId()),
      kind: 'discussion',
    },
    { speaker: { honorific: 'bà', name: 'Trần Thị Bình', position: 'Chủ tịch' } },
  );
  expect(await codes('filter=asking')).toEqual(['01912']);
  expect(await codes('filter=asking&province=01')).toEqual([]);
  await command({ type: 'floor.grantSite', siteId: site('01906'), speakerId: null, kind: 'discussion' });
  await command({ type: 'floor.startSpeech', turnId: await turnId() });
  await command({ type: 'floor.end', turnId: await turnId() });
  const left = IN_ORDER.filter((code) => code !== '01906');
  expect(await page('filter=unspoken')).toMatchObject({ total: left.length, items: left.map((code) => ({ code })) });
  expect(await codes('filter=unspoken&province=19')).toEqual(['19', '01912']);
});
