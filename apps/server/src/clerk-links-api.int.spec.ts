import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ClerkLinks, MAX_LINKS } from '@diemcau/domain/seat';
import { freshDatabase } from '@diemcau/testkit';
import {
  conferenceBody,
  newId,
  siteByCode,
  startUnderTest,
  text,
  type Browser,
  type ServerUnderTest,
} from './under-test.ts';

const CODES = ['01', '19', '48', '79', '01906', '01912'] as const;

let house: ServerUnderTest;
let one: Browser;
let hall: string;
let sites: readonly string[];
let conferenceId: string;

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  one = await house.administrator();
  hall = await siteByCode(one, 'TW');
  sites = await Promise.all(CODES.map((code) => siteByCode(one, code)));
});
afterAll(() => house.stop());
beforeEach(async () => {
  const made = await one.send('POST', '/conferences', conferenceBody(house.clock, hall, { codes: CODES }));
  conferenceId = text(made.body, 'conferenceId');
});

const ask = (siteIds: readonly string[], batchId = newId()) =>
  one.send('POST', `/conferences/${conferenceId}/clerk-links`, { batchId, siteIds });
const links = async (siteIds: readonly string[], batchId?: string) =>
  ClerkLinks.parse((await ask(siteIds, batchId)).body);
const secretOf = ({ link }: { readonly link: string }) => link.split('#')[1] ?? '';
const open = (link: { readonly link: string }) =>
  house.browser().send('POST', '/seats/redeem', { secret: secretOf(link) });
const rows = (table: 'seat_link' | 'seat') =>
  house.query(
    table === 'seat'
      ? 'select 1 from seat where conference_id = $1'
      : 'select 1 from seat_link l join seat s on s.id = l.seat_id where s.conference_id = $1',
    [conferenceId],
  );

describe('links for the clerks of many sites', () => {
  test('S17: each site gets one, which opens its own seat; each is audited, none is kept', async () => {
    const made = await links([hall, ...sites, hall]);
    expect(made.refused).toEqual([]);
    expect(made.links.map(({ siteId }) => siteId)).toEqual([hall, ...sites]);
    expect(new Set(made.links.map(({ link }) => link)).size).toBe(7);
    for (const link of made.links) {
      expect(link.link).toMatch(/^http:\/\/localhost:8080\/l#[\w-]{22}$/);
      expect(await open(link)).toMatchObject({ status: 200, body: { seatId: link.seatId, role: 'clerk' } });
    }
    const audited = await house.query<{ body: string }>(`select body from audit where body like $1`, [
      `%seat.issue%${conferenceId}%`,
    ]);
    expect(audited).toHaveLength(7);
    const kept = await house.query<{ all: string }>(
      `select (select string_agg(l::text, '') from seat_link l) || (select string_agg(body, '') from audit) as all`,
    );
    for (const link of made.links) expect(kept[0]?.all).not.toContain(secretOf(link));
  });

  test('S17: asked again, as after a lost answer, it gives the same links and makes none', async () => {
    const batchId = newId();
    const some = await links(sites.slice(0, 3), batchId);
    const all = await links(sites, batchId);
    expect(await links(sites, batchId)).toEqual(all);
    expect(all.links.slice(0, 3)).toEqual(some.links);
    expect([(await rows('seat')).length, (await rows('seat_link')).length]).toEqual([6, 6]);
    for (const link of some.links) expect((await open(link)).status).toBe(200);
  });

  test('S17: a site that has a clerk already, of whatever making, is listed back and keeps the clerk that it has', async () => {
    const batchId = newId();
    const [opened, reissued, withdrawn, single, left] = sites;
    const first = await links([opened!, reissued!, withdrawn!], batchId);
    const seatOf = (siteId: string | undefined) => first.links.find((link) => link.siteId === siteId)!.seatId;
    await open(first.links[0]!);
    const path = `/conferences/${conferenceId}/seats`;
    const { body } = await one.send('POST', `${path}/${seatOf(reissued)}/reissue`);
    await one.send('DELETE', `${path}/${seatOf(withdrawn)}`);
    await one.send('POST', path, { seatId: newId(), role: 'clerk', siteId: single });
    const stranger = newId();
    const again = await links([opened!, reissued!, withdrawn!, single!, left!, stranger], batchId);
    expect(again.links.map(({ siteId }) => siteId)).toEqual([left]);
    expect(Object.fromEntries(again.refused.map(({ siteId, code }) => [siteId, code]))).toEqual({
      [opened!]: 'seat.clerk_exists',
      [reissued!]: 'seat.clerk_exists',
      [withdrawn!]: 'seat.exists',
      [single!]: 'seat.clerk_exists',
      [stranger]: 'seat.site_needed',
    });
    expect((await open({ link: text(body, 'link') })).status).toBe(200);
    // Another batch gives the site of the withdrawn seat a new one.
    expect((await links([withdrawn!])).links).toHaveLength(1);
  });

  test('S17: of many requests at once each site gets one link', async () => {
    const batchId = newId();
    const same = await Promise.all([links(sites, batchId), links(sites.toReversed(), batchId), links(sites, batchId)]);
    const sorted = same.map((made) => made.links.map(({ link }) => link).toSorted());
    expect(sorted[1]).toEqual(sorted[0]);
    expect(sorted[2]).toEqual(sorted[0]);
    expect((await rows('seat_link')).length).toBe(6);
    const others = await Promise.all([links([hall, ...sites]), links([hall, ...sites].toReversed())]);
    expect(others.flatMap((made) => made.links.map(({ siteId }) => siteId))).toEqual([hall]);
    expect(others.map(({ refused }) => refused.length).toSorted((a, b) => a - b)).toEqual([6, 7]);
  });

  test('S17, S6: too many at once, none at all, and a conference that is over are refused whole', async () => {
    expect(await ask(Array.from({ length: MAX_LINKS + 1 }, newId))).toMatchObject({ code: 'request.invalid' });
    expect(await ask([])).toMatchObject({ code: 'request.invalid' });
    for (const type of ['conference.open', 'conference.close'])
      await one.send('POST', `/conferences/${conferenceId}/commands`, { id: newId(), command: { type } });
    expect(await ask(sites)).toMatchObject({ status: 410, code: 'seat.over' });
    expect(await rows('seat')).toHaveLength(0);
  });
});
