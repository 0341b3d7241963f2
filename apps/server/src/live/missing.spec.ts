import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { SiteId } from '@diemcau/domain/kernel';
import { MISSING_MS, MissingSites, type Sighting } from './missing.ts';

const a = SiteId.parse(v7());
const HERE = { siteId: a, room: true, clerk: false, lostAt: null };
const START = 1_000_000;
/** Long enough after the media server came that its members are back. */
const SETTLED = START + 60_000;

const sighting = (now: number, more: Partial<Sighting>): Sighting => ({
  now,
  here: new Map([[a, HERE]]),
  onStage: new Set([a]),
  ...more,
});

const settled = () => {
  const sites = new MissingSites();
  sites.look([a], [], sighting(START, {}));
  return sites;
};

describe('a site on air that is missing (P6)', () => {
  it('P6: is there while its screen is connected and it is on the stage', () => {
    expect(settled().look([a], [], sighting(SETTLED, {}))).toEqual({ missing: [], back: [] });
  });

  it('P6: is reported 5 s after its screen was last seen, not before', () => {
    const sites = settled();
    const here = new Map([[a, { ...HERE, room: false, lostAt: SETTLED }]]);
    expect(sites.look([a], [], sighting(SETTLED + MISSING_MS - 1, { here })).missing).toEqual([]);
    expect(sites.look([a], [], sighting(SETTLED + MISSING_MS, { here })).missing).toEqual([a]);
  });

  it('P6: is reported 5 s after it left the stage', () => {
    const sites = settled();
    const gone = { onStage: new Set<SiteId>() };
    expect(sites.look([a], [], sighting(SETTLED, gone)).missing).toEqual([]);
    expect(sites.look([a], [], sighting(SETTLED + MISSING_MS - 1, gone)).missing).toEqual([]);
    expect(sites.look([a], [], sighting(SETTLED + MISSING_MS, gone)).missing).toEqual([a]);
  });

  it('P6: a moment away begins anew when it came back', () => {
    const sites = settled();
    const gone = { onStage: new Set<SiteId>() };
    sites.look([a], [], sighting(SETTLED, gone));
    sites.look([a], [], sighting(SETTLED + 2000, {}));
    expect(sites.look([a], [], sighting(SETTLED + MISSING_MS, gone)).missing).toEqual([]);
  });

  it.each([
    ['its screen', { here: new Map([[a, { ...HERE, room: false, lostAt: SETTLED }]]) }],
    ['its place on the stage', { onStage: new Set<SiteId>() }],
  ] as const)('E11: who lost %s while nothing could be read gets 15 s from then on to come back', (_, gone) => {
    const sites = settled();
    sites.look([a], [], sighting(SETTLED, gone));
    const again = SETTLED + 60_000;
    sites.lookAway();
    for (let ms = 0; ms < 15_000; ms += 1000)
      expect(sites.look([a], [], sighting(again + ms, gone)).missing).toEqual([]);
    expect(sites.look([a], [], sighting(again + 15_000, gone)).missing).toEqual([a]);
  });

  it('P6: nobody is missing from the stage while the media server does not answer, or has just come back', () => {
    const sites = settled();
    expect(sites.look([a], [], sighting(SETTLED, { onStage: null })).missing).toEqual([]);
    const gone = { onStage: new Set<SiteId>() };
    for (let ms = 0; ms < 30_000; ms += 1000)
      expect(sites.look([a], [], sighting(SETTLED + 20_000 + ms, gone)).missing).toEqual([]);
    expect(sites.look([a], [], sighting(SETTLED + 50_000, gone)).missing).toEqual([a]);
  });

  it('P6: no screen is missing while a server that has just begun waits for those of the one before', () => {
    const sites = new MissingSites();
    const here = new Map([[a, { ...HERE, room: false, lostAt: START - 3000 }]]);
    for (let ms = 0; ms < 15_000; ms += 1000)
      expect(sites.look([a], [], sighting(START + ms, { here })).missing).toEqual([]);
    expect(sites.look([a], [], sighting(START + 15_000, { here })).missing).toEqual([a]);
  });

  it('P6: a site that never had a screen is missing after 5 s too', () => {
    const sites = settled();
    const here: Sighting['here'] = new Map();
    expect(sites.look([a], [], sighting(SETTLED, { here })).missing).toEqual([]);
    expect(sites.look([a], [], sighting(SETTLED + MISSING_MS, { here })).missing).toEqual([a]);
  });

  it('P6: who was lost is reported back once it is there again, and not reported missing twice', () => {
    const sites = settled();
    const here = new Map([[a, { ...HERE, room: false, lostAt: SETTLED }]]);
    expect(sites.look([a], [a], sighting(SETTLED + 9000, { here }))).toEqual({ missing: [], back: [] });
    expect(sites.look([a], [a], sighting(SETTLED + 9500, {}))).toEqual({ missing: [], back: [a] });
  });
});
