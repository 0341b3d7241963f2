import { SeatId, type SiteId } from '@diemcau/domain/kernel';
import { useRef, useState } from 'react';

import { asProblem } from '../live/api.ts';
import type { SaidProblem } from '../ui/index.ts';
import type { SiteLink } from './link-table.ts';
import { useSeatActs } from './seats.ts';

/** A site whose clerk gets a link. */
export type BulkSite = Omit<SiteLink, 'link'> & { readonly siteId: SiteId };

export type BulkState =
  | { readonly status: 'asking' }
  | { readonly status: 'working'; readonly done: number }
  | {
      readonly status: 'done';
      readonly links: readonly SiteLink[];
      /** Sites without a link after all, and why the first of them has none. */
      readonly failed: readonly BulkSite[];
      readonly problem: SaidProblem | null;
    };

/** Requests at a time: quick enough for thousands, and the server's other work goes on. */
const atOnce = 4;

/** Issues the links of many clerks. Each seat keeps the id that it has before it is sent, so
 * that trying again what failed makes no second one. */
export const useBulkIssue = (conferenceId: string) => {
  const { issueQuietly, changed } = useSeatActs(conferenceId);
  const [state, setState] = useState<BulkState>({ status: 'asking' });
  const links = useRef<SiteLink[]>([]);
  const seatIds = useRef(new Map<SiteId, SeatId>());
  const run = async (sites: readonly BulkSite[]): Promise<void> => {
    const waiting = [...sites];
    const failed: BulkSite[] = [];
    let problem: SaidProblem | null = null;
    setState({ status: 'working', done: 0 });
    const work = async () => {
      for (let site = waiting.shift(); site !== undefined; site = waiting.shift()) {
        const { siteId, ...row } = site;
        try {
          const seatId = seatIds.current.get(siteId) ?? SeatId.parse(crypto.randomUUID());
          seatIds.current.set(siteId, seatId);
          const link = await issueQuietly({ seatId, role: 'clerk', siteId, personName: null });
          links.current.push({ ...row, link });
        } catch (thrown) {
          problem ??= asProblem(thrown);
          failed.push(site);
        }
        setState({ status: 'working', done: sites.length - waiting.length });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    const sorted = links.current.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    setState({ status: 'done', links: sorted, failed, problem });
    void changed();
  };
  return { state, run };
};
