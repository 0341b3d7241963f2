import { SiteId } from '@diemcau/domain/kernel';
import { describe, expect, it } from 'vitest';

import { extentOf, inOrder, selectionOf, totalsOf, withoutSites, withSites } from './selection.ts';

const siteOf = (n: number) => ({
  siteId: SiteId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
  code: String(n).padStart(5, '0'),
  name: `Xã ${n}`,
});
const [a, b, c] = [siteOf(1), siteOf(2), siteOf(3)];
const none: ReadonlySet<SiteId> = new Set();

describe('the chosen sites', () => {
  it('hold each site once, however often it is chosen', () => {
    expect(inOrder(withSites(selectionOf([b, a]), [a, c])).map(({ code }) => code)).toEqual([
      '00001',
      '00002',
      '00003',
    ]);
  });

  it('keep what is known of a site when it is chosen again by its code alone', () => {
    const province = 'tỉnh Thái Nguyên';
    expect(withSites(selectionOf([{ ...a, province }]), [a]).get(a.siteId)).toEqual({ ...a, province });
  });

  it('lose what is taken out', () => {
    expect([...withoutSites(selectionOf([a, b]), [a.siteId, c.siteId]).keys()]).toEqual([b.siteId]);
  });
});

describe('the running total', () => {
  it('counts neither the hall nor a site that is invited already', () => {
    const selection = selectionOf([a, b, c]);
    expect(totalsOf(selection, { limit: 2, hallSiteId: a.siteId, invited: new Set([b.siteId]) })).toEqual({
      chosen: 1,
      total: 2,
      limit: 2,
      over: 0,
    });
  });

  it('says how many are over the limit', () => {
    expect(totalsOf(selectionOf([a, b, c]), { limit: 1, hallSiteId: null, invited: none }).over).toBe(2);
  });
});

describe('a subtree', () => {
  it.each([
    [[], 'none'],
    [[a], 'some'],
    [[a, b], 'all'],
  ] as const)('with %o of its two sites chosen is %s', (chosen, extent) => {
    expect(extentOf(selectionOf(chosen), [a, b])).toBe(extent);
  });

  it('without sites is never chosen', () => {
    expect(extentOf(selectionOf([a]), [])).toBe('none');
  });
});
