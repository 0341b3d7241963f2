import { InvitedSite } from '@diemcau/domain/conference';
import { describe, expect, it } from 'vitest';

import { countsOf, filtered, searchText } from './rows.ts';

const none = { status: 'none' } as const;
const issued = { status: 'issued', seatId: '00000000-0000-4000-8000-0000000000a1', personName: null } as const;
const opened = {
  status: 'opened',
  seatId: '00000000-0000-4000-8000-0000000000a2',
  personName: null,
  deviceLabel: 'Chrome, Windows',
  openedAt: '2026-11-24T01:00:00Z',
} as const;

const siteOf = (n: number, clerk: unknown, screen: unknown): InvitedSite =>
  InvitedSite.parse({
    siteId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    code: String(n),
    name: `Xã ${n}`,
    province: n === 1 ? null : 'tỉnh Thái Nguyên',
    hall: n === 1,
    clerk,
    screen,
  });
const sites = [siteOf(1, opened, opened), siteOf(2, issued, none), siteOf(3, none, none), siteOf(4, none, opened)];

describe('the sites of a conference', () => {
  it('are counted by what is missing, a site with two gaps once', () => {
    expect(countsOf(sites)).toEqual({ all: 4, noClerk: 2, noScreen: 2, missing: 3 });
  });

  it('are filtered by what is missing', () => {
    expect(filtered(sites, 'noClerk').map(({ code }) => code)).toEqual(['3', '4']);
    expect(filtered(sites, 'noScreen').map(({ code }) => code)).toEqual(['2', '3']);
    expect(filtered(sites, 'all')).toHaveLength(4);
  });

  it('are found by name, province and code', () => {
    expect(sites.map(searchText)).toEqual(['Xã 1  1', ...[2, 3, 4].map((n) => `Xã ${n} tỉnh Thái Nguyên ${n}`)]);
  });
});
