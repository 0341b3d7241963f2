import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConferenceRole, type ConferenceId } from '@diemcau/domain/kernel';
import { Command } from '@diemcau/domain/live';
import { RULES, isAction, isOpenToAnyone, may, type Rule } from '@diemcau/domain/organisation';
import { freshDatabase } from '@diemcau/testkit';
import { routeBodies } from './route-bodies.fixture.ts';
import {
  conferenceBody,
  list,
  newId,
  siteByCode,
  startUnderTest,
  text,
  type Answer,
  type Browser,
  type ServerUnderTest,
} from './under-test.ts';

type Method = 'GET' | 'POST' | 'DELETE';
type Holder = { readonly browser: Browser; readonly seatId: string };

let house: ServerUnderTest;
let administrator: Browser;
let conferenceId: string;
let ownSiteId: string;
let personalSiteId: string;
const holders = new Map<ConferenceRole, Holder>();

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url, { demo: true });
  const one = house.browser();
  await one.send('POST', '/demo/administrator');
  administrator = one;
  const hall = await siteByCode(one, 'TW');
  const site = await siteByCode(one, '01906');
  ownSiteId = site;
  conferenceId = text(
    (await one.send('POST', '/conferences', conferenceBody(house.clock, hall, { codes: ['01906'] }))).body,
    'conferenceId',
  );
  personalSiteId = newId();
  const { body: units } = await one.send('GET', '/units');
  const person = {
    siteId: personalSiteId,
    unitId: text(list(units, 'items')[0], 'unitId'),
    honorific: 'Bà',
    name: 'Y Thông',
    delegateId: newId(),
    position: 'Trưởng bản',
    unit: null,
  };
  await one.send('POST', `/conferences/${conferenceId}/invitations/person`, person);
  for (const role of ConferenceRole.exclude(['room']).options) {
    const browser = house.browser();
    const seatId = newId();
    const { body } = await one.send('POST', `/conferences/${conferenceId}/seats`, {
      seatId,
      role,
      ...(role === 'clerk' && { siteId: site }),
      ...(role === 'delegate' && { siteId: personalSiteId }),
    });
    await browser.send('POST', '/seats/redeem', { secret: text(body, 'link').split('#')[1] });
    holders.set(role, { browser, seatId });
  }
  const screen = house.browser();
  const { body } = await screen.send('POST', '/room-codes');
  const clerk = holders.get('clerk');
  const confirmed = await clerk?.browser.send('POST', `/seats/${clerk.seatId}/room-screen`, {
    userCode: text(body, 'userCode'),
  });
  await screen.send('POST', '/room-codes/token', { deviceCode: text(body, 'deviceCode') });
  holders.set('room', { browser: screen, seatId: text(confirmed?.body, 'seatId') });
});
afterAll(() => house.stop());

/** What stands behind the address, where the schema wants something. */
const queries = (): Readonly<Record<string, string>> => ({
  'POST /seats/:seatId/record/stills/:stillId': `?of=programme&sites=${ownSiteId}&seq=1&at=${Date.now()}`,
});

const routes = () =>
  house.server.registry.flatMap(({ method, url, action, as }) =>
    method === 'GET' || method === 'POST' || method === 'DELETE' ? [{ method: method as Method, url, action, as }] : [],
  );

const ask = (browser: Browser, method: Method, url: string, seatId: string, siteId = ownSiteId): Promise<Answer> => {
  const path = url
    .replace('/api/v1', '')
    .replace(':conferenceId', conferenceId)
    .replace(':seatId', seatId)
    .replace(':siteId', siteId)
    .replace(':messageId', newId())
    .replace(':helpId', newId())
    .replace(':runId', newId())
    .replace(':stillId', newId())
    .replace(':templateId', newId());
  const named = url.replace('/api/v1', '');
  return browser.send(
    method,
    path + (queries()[`${method} ${named}`] ?? ''),
    method === 'POST' ? routeBodies()[named] : undefined,
  );
};

describe('the walk over all routes', () => {
  test('O1: there is no route that does not name an action of the table', () => {
    const known = new Set(routes().map(({ method, url }) => `${method} ${url}`));
    const unnamed = house.server.http.routes
      .filter(({ method, url }) => !known.has(`${method} ${url}`))
      .map(({ method, url }) => `${method} ${url}`);
    // The media server's signalling passes the gate, which judges by the token that it needs.
    expect(unnamed.filter((route) => !/^[A-Z]+ \/rtc(\/|\/\*)?$/.test(route))).toEqual([]);
    expect(routes().filter(({ action }) => !isAction(action))).toEqual([]);
    expect(routes().length).toBeGreaterThan(30);
  });

  test('O1: there is no command without an action of its name', () => {
    const types = Command.options.map((option) => option.shape.type.value);
    expect(types.filter((type) => !isAction(type))).toEqual([]);
    expect(types.length).toBeGreaterThan(30);
  });

  test('O4: nobody gets anywhere but where anyone may', async () => {
    for (const { method, url, action, as } of routes()) {
      if (isOpenToAnyone(action)) continue;
      const answer = await ask(house.browser(), method, url, newId());
      expect([method, url, answer.status, answer.code]).toEqual([
        method,
        url,
        401,
        as === 'seat' ? 'seat.not_held' : 'access.sign_in',
      ]);
    }
  });

  test.each(ConferenceRole.options)('O3: a %s cannot use a route of the administrators', async (role) => {
    const { browser, seatId } = holders.get(role) ?? { browser: house.browser(), seatId: '' };
    for (const { method, url, as } of routes().filter((route) => route.as === 'administrator')) {
      const answer = await ask(browser, method, url, seatId);
      expect([method, url, as, answer.status, answer.code]).toEqual([
        method,
        url,
        'administrator',
        401,
        'access.sign_in',
      ]);
    }
  });

  test('O2: an administrator holds no seat', async () => {
    for (const { method, url } of routes().filter((route) => route.as === 'seat')) {
      const answer = await ask(administrator, method, url, holders.get('chair')?.seatId ?? '');
      expect([method, url, answer.status, answer.code]).toEqual([method, url, 401, 'seat.not_held']);
    }
  });

  test.each(ConferenceRole.options)('O3: a %s is answered by the routes of seats as the table says', async (role) => {
    const { browser, seatId } = holders.get(role) ?? { browser: house.browser(), seatId: '' };
    for (const { method, url, action } of routes().filter((route) => route.as === 'seat')) {
      // A socket is opened by an upgrade, and the room screen of the table's own test must stay.
      if (url.endsWith('/socket') || (method === 'DELETE' && role === 'clerk')) continue;
      const rule: Rule = RULES[action];
      const isAllowed = [...(rule.seats ?? []), ...(rule.ownSite ?? [])].includes(role);
      const siteId = role === 'delegate' ? personalSiteId : ownSiteId;
      const { status, code } = await ask(browser, method, url, seatId, siteId);
      expect([method, url, status === 403 && code === 'access.forbidden']).toEqual([method, url, !isAllowed]);
    }
  });

  test('O3: the seat of one is not opened by the cookie of another', async () => {
    const [chair, clerk] = [holders.get('chair'), holders.get('clerk')];
    const thief = house.browser();
    thief.cookies.set(`seat.${chair?.seatId}`, clerk?.browser.cookies.get(`seat.${clerk.seatId}`) ?? '');
    expect(await thief.send('GET', `/seats/${chair?.seatId}`)).toMatchObject({ status: 401, code: 'seat.not_held' });
  });

  test('O2, O5: for an administrator of another subtree every conference looks like none', async () => {
    const [commune] = await house.query<{ id: string }>(`select id from unit where code = '00004'`);
    await house.query('update account_role set unit_id = $1', [commune?.id]);
    try {
      for (const { method, url } of routes().filter((route) => route.url.includes(':conferenceId'))) {
        const forbidden = await ask(administrator, method, url, newId());
        expect([method, url, forbidden.status, forbidden.code]).toEqual([method, url, 404, 'conference.not_found']);
      }
    } finally {
      await house.query('update account_role set unit_id = (select id from unit where parent_id is null)');
    }
  });

  test('O3: a socket command is judged by the same table', () => {
    const clerk = { kind: 'seat', seatId: newId(), conferenceId, role: 'clerk', siteId: newId() } as Parameters<
      typeof may
    >[0];
    expect(may(clerk, 'floor.grant', { conferenceId: conferenceId as ConferenceId, unitPath: [], siteId: null })).toBe(
      false,
    );
  });
});
