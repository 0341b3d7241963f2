import { describe, expect, it } from 'vitest';

import { here, names, opened, presence, siteId } from '../live/live.fixture.ts';
import { readinessOf, standbyRows, standDown, standFirst } from './standby.ts';

const asked = new Set([siteId(1)]);

describe('readinessOf', () => {
  const { live } = opened().asks(1);
  const of = (...sites: Parameters<typeof presence>) =>
    readinessOf(live, { presence: presence(...sites), answered: asked }, siteId(1));

  it.each([
    ['ready', here(1)],
    ['poor', here(1, { line: 'poor' })],
    ['lost', here(1, { line: 'lost' })],
    ['lost', here(1, { room: false, lostAt: 5 })],
    ['away', here(1, { room: false })],
  ])('is %s', (readiness, site) => {
    expect(of(site)).toBe(readiness);
  });

  it('calls a site of which nothing is told away only after it was asked about long enough', () => {
    expect(of()).toBe('away');
    expect(readinessOf(live, { presence: presence(), answered: new Set() }, siteId(1))).toBe('unknown');
    expect(readinessOf(live, { presence: null, answered: asked }, siteId(1))).toBe('unknown');
  });

  it('believes the report of a missing site over an older presence', () => {
    const lost = opened()
      .asks(1)
      .do({ type: 'programme.reportMissing', siteId: siteId(1) });
    expect(readinessOf(lost.live, { presence: presence(here(1)), answered: asked }, siteId(1))).toBe('lost');
  });
});

describe('stand-by', () => {
  it('is the next two of the queue by default (F6)', () => {
    const { live } = opened().asks(1).asks(2).asks(3);
    const rows = standbyRows(live, names, { presence: null, answered: new Set() });
    expect(rows).toMatchObject([
      { place: 1, person: { name: 'Người 1' } },
      { place: 2, person: { name: 'Người 2' } },
    ]);
  });

  it('puts a site first, keeping one of the others', () => {
    const { live } = opened().asks(1).asks(2).asks(3);
    expect(standFirst(live, siteId(3)).siteIds).toEqual([siteId(3), siteId(1)]);
    expect(standFirst(live, siteId(2)).siteIds).toEqual([siteId(2), siteId(1)]);
    expect(standDown(live, siteId(1)).siteIds).toEqual([siteId(2)]);
  });
});
