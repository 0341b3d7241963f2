import { SeatId, SiteId } from '@diemcau/domain/kernel';
import { type ClerkLinks, MAX_LINKS } from '@diemcau/domain/seat';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Problem } from '../live/api.ts';
import { type BulkSite, issueInParts } from './bulk-issue.ts';

const id = (n: number) => `01990000-0007-7000-8000-${String(n).padStart(12, '0')}`;
const site = (n: number): BulkSite => ({
  siteId: SiteId.parse(id(n)),
  code: String(n).padStart(5, '0'),
  site: `Xã ${n}`,
  province: 'tỉnh Thái Nguyên',
});
const sites = (count: number) => Array.from({ length: count }, (_, n) => site(n));
const problem = (status: number) => new Problem({ code: 'x', vi: 'a', en: 'b', status });
const answer = (siteIds: readonly SiteId[], refused: ClerkLinks['refused'] = []): ClerkLinks => ({
  links: siteIds
    .filter((siteId) => !refused.some((one) => one.siteId === siteId))
    .map((siteId) => ({ siteId, seatId: SeatId.parse(siteId), link: `https://diemcau.vn/l#${siteId}` })),
  refused,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Runs it to its end, however long it pauses between tries. */
const run = async (count: number, send: (siteIds: readonly SiteId[], call: number) => Promise<ClerkLinks>) => {
  const calls: (readonly SiteId[])[] = [];
  const done: number[] = [];
  const running = issueInParts(
    sites(count),
    (siteIds) => {
      calls.push(siteIds);
      return send(siteIds, calls.length);
    },
    (n) => done.push(n),
  );
  await vi.runAllTimersAsync();
  return { ...(await running), calls, done };
};

describe('the links of many clerks', () => {
  it('S17: are asked for in parts that the server takes, and told as they come', async () => {
    const made = await run(MAX_LINKS * 2 + 5, (siteIds) => Promise.resolve(answer(siteIds)));
    expect(made.calls.map(({ length }) => length)).toEqual([MAX_LINKS, MAX_LINKS, 5]);
    expect(made.done).toEqual([MAX_LINKS, MAX_LINKS * 2, MAX_LINKS * 2 + 5]);
    expect(made.links).toHaveLength(MAX_LINKS * 2 + 5);
    expect(made.links[0]).toEqual({
      code: '00000',
      site: 'Xã 0',
      province: 'tỉnh Thái Nguyên',
      link: `https://diemcau.vn/l#${id(0)}`,
    });
    expect([made.failed, made.problem]).toEqual([[], null]);
  });

  it.each([0, 502, 503])('S17: are asked for again when the answer was lost (%i)', async (status) => {
    const made = await run(2, (siteIds, call) =>
      call < 3 ? Promise.reject(problem(status)) : Promise.resolve(answer(siteIds)),
    );
    expect(made.calls).toEqual([made.calls[0], made.calls[0], made.calls[0]]);
    expect([made.links.length, made.failed, made.problem]).toEqual([2, [], null]);
  });

  it('S17: a part that fails keeps the others, and can be tried again', async () => {
    const made = await run(MAX_LINKS + 1, (siteIds) =>
      siteIds.length === MAX_LINKS ? Promise.reject(problem(503)) : Promise.resolve(answer(siteIds)),
    );
    expect(made.calls).toHaveLength(4);
    expect(made.links.map(({ code }) => code)).toEqual(['00100']);
    expect(made.failed).toEqual(sites(MAX_LINKS));
    expect(made.problem?.code).toBe('x');
  });

  it('S17: what is refused is not asked for again and is said with its reason', async () => {
    const refused = [{ siteId: SiteId.parse(id(1)), code: 'seat.clerk_exists' as const }];
    const made = await run(3, (siteIds) => Promise.resolve(answer(siteIds, refused)));
    expect(made.links.map(({ code }) => code)).toEqual(['00000', '00002']);
    expect(made.failed).toEqual([site(1)]);
    expect(made.problem).toMatchObject({
      code: 'seat.clerk_exists',
      vi: expect.stringContaining('phụ trách') as string,
    });
    const over = await run(1, () => Promise.reject(problem(410)));
    expect([over.calls.length, over.failed.length]).toEqual([1, 1]);
  });
});
