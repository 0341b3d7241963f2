import type { AttendingSite } from '@diemcau/domain/attendance';
import { SiteId } from '@diemcau/domain/kernel';
import { describe, expect, it } from 'vitest';

import { outOfDate, pagesSeen, readAnew, type SitePages, type SitesRead, withFresh } from './desk-pages.ts';

const site = (n: number): AttendingSite => ({
  siteId: SiteId.parse(`01990000-0006-7000-8000-${String(n).padStart(12, '0')}`),
  code: String(n).padStart(5, '0'),
  name: `Xã ${n}`,
  province: null,
  hall: false,
  contact: null,
  summoned: 0,
  present: 0,
  answer: null,
  remindedAt: null,
});

const PAGE = 3;
/** The server's list: sites that have not answered, read from behind the cursor. */
const server =
  (unanswered: readonly number[], told: string) =>
  (cursor: string): Promise<SitesRead> => {
    const rest = unanswered.filter((n) => n > Number(cursor));
    const items = rest.slice(0, PAGE);
    const next = rest.length > PAGE ? String(items.at(-1)) : null;
    return Promise.resolve({ items: items.map(site), next, total: unanswered.length, told });
  };
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const numbers = ({ pages }: SitePages) => pages.flatMap(({ items }) => items.map(({ code }) => Number(code)));

const loaded = async (): Promise<SitePages> => {
  const none: SitePages = { pages: [], pageParams: [''] };
  return withFresh(none, 0, await readAnew(none, { first: 0, last: 2 }, server(upTo(9), 'before')));
};

describe('the list of sites on a desk', () => {
  it('knows which of its pages are seen', async () => {
    const all = await loaded();
    expect(numbers(all)).toEqual(upTo(9));
    expect(pagesSeen(all, { first: 0, last: 2 })).toEqual({ first: 0, last: 0 });
    expect(pagesSeen(all, { first: 2, last: 3 })).toEqual({ first: 0, last: 1 });
    expect(pagesSeen(all, { first: 8, last: 40 })).toEqual({ first: 2, last: 2 });
    expect(pagesSeen({ pages: [], pageParams: [] }, { first: 0, last: 0 })).toEqual({ first: 0, last: 0 });
  });

  it('reads nothing anew while the numbers are the same, and only what is seen when they are others', async () => {
    const all = await loaded();
    expect(outOfDate(all, { first: 0, last: 8 }, 'before')).toBeNull();
    expect(outOfDate(all, { first: 4, last: 5 }, 'now')).toEqual({ first: 1, last: 1 });
    expect(outOfDate(all, { first: 0, last: 5 }, 'now')).toEqual({ first: 0, last: 1 });
  });

  it('loses who has answered, names nobody twice, and reads on behind it without a gap', async () => {
    const all = await loaded();
    const now = server([1, 3, 5, 6, 7, 8, 9], 'now');
    const seen = { first: 0, last: 4 };
    const range = outOfDate(all, seen, 'now')!;
    const fresh = withFresh(all, range.first, await readAnew(all, range, now));
    expect(numbers(fresh)).toEqual([1, 3, 5, 6, 7, 8]);
    expect(fresh.pageParams).toEqual(['', '5']);
    expect(outOfDate(fresh, seen, 'now')).toBeNull();
    const rest = await now(fresh.pages.at(-1)?.next ?? '');
    expect(rest.items.map(({ code }) => Number(code))).toEqual([9]);
  });

  it('keeps what lies above, and ends where the list ends', async () => {
    const all = await loaded();
    const now = server([1, 2, 3, 4], 'now');
    const range = outOfDate(all, { first: 3, last: 8 }, 'now')!;
    const fresh = withFresh(all, range.first, await readAnew(all, range, now));
    expect(numbers(fresh)).toEqual([1, 2, 3, 4]);
    expect(fresh.pages.at(-1)?.next).toBeNull();
    expect(fresh.pageParams).toHaveLength(fresh.pages.length);
  });
});
