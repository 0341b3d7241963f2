import type { SiteId } from '@diemcau/domain/kernel';
import { type ClerkLinks, MAX_LINKS, seatProblems } from '@diemcau/domain/seat';
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
  | ({ readonly status: 'done' } & BulkOutcome);

export type BulkOutcome = {
  readonly links: readonly SiteLink[];
  /** Sites without a link after all, and why the first of them has none. */
  readonly failed: readonly BulkSite[];
  readonly problem: SaidProblem | null;
};

/** Asks for the links of so many sites; rejects with what `asProblem` reads. */
type Send = (siteIds: readonly SiteId[]) => Promise<ClerkLinks>;

/** What the server did not answer is asked again so many times: the same request gives the same links (S17). */
const tries = 3;
const pauseMs = 1500;

const insist = async (send: Send, siteIds: readonly SiteId[]): Promise<ClerkLinks> => {
  for (let left = tries; ; left -= 1) {
    try {
      return await send(siteIds);
    } catch (thrown) {
      const { status } = asProblem(thrown);
      if (left === 1 || (status > 0 && status < 500)) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
};

const partsOf = (sites: readonly BulkSite[]): readonly (readonly BulkSite[])[] =>
  Array.from({ length: Math.ceil(sites.length / MAX_LINKS) }, (_, part) =>
    sites.slice(part * MAX_LINKS, (part + 1) * MAX_LINKS),
  );

/** The links of these sites, in parts that the server takes; a part that fails does not keep the others. */
export const issueInParts = async (
  sites: readonly BulkSite[],
  send: Send,
  onDone: (done: number) => void,
): Promise<BulkOutcome> => {
  const links: SiteLink[] = [];
  const failed: BulkSite[] = [];
  let problem: SaidProblem | null = null;
  let done = 0;
  for (const part of partsOf(sites)) {
    const siteOf = new Map(part.map((site) => [site.siteId, site]));
    try {
      const answer = await insist(send, [...siteOf.keys()]);
      for (const { siteId, link } of answer.links) {
        const site = siteOf.get(siteId);
        if (site) links.push({ code: site.code, site: site.site, province: site.province, link });
      }
      for (const { siteId, code } of answer.refused) {
        problem ??= { code, vi: seatProblems[code].vi, en: seatProblems[code].en };
        failed.push(...[siteOf.get(siteId) ?? []].flat());
      }
    } catch (thrown) {
      problem ??= asProblem(thrown);
      failed.push(...part);
    }
    done += part.length;
    onDone(done);
  }
  return { links, failed, problem };
};

/** Issues the links of many clerks. All that one window asks for is one batch, so that trying again what failed makes
 * no second link of any site. */
export const useBulkIssue = (conferenceId: string) => {
  const { issueForClerks, changed } = useSeatActs(conferenceId);
  const [state, setState] = useState<BulkState>({ status: 'asking' });
  const [batchId] = useState(() => crypto.randomUUID());
  const links = useRef<readonly SiteLink[]>([]);
  const run = async (sites: readonly BulkSite[]): Promise<void> => {
    setState({ status: 'working', done: 0 });
    const made = await issueInParts(
      sites,
      (siteIds) => issueForClerks(batchId, siteIds),
      (done) => setState({ status: 'working', done }),
    );
    links.current = [...links.current, ...made.links].toSorted((a, b) => (a.code < b.code ? -1 : 1));
    setState({ status: 'done', ...made, links: links.current });
    void changed();
  };
  return { state, run };
};
