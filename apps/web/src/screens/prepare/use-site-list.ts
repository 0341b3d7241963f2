import type { InvitedSite, InvitedSiteFilter } from '@diemcau/domain/conference';
import type { SiteId } from '@diemcau/domain/kernel';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';

import { readAllSites, type SiteView, useInvitedSites } from '../../conference/index.ts';
import { asProblem } from '../../live/api.ts';
import type { SaidProblem } from '../../ui/index.ts';

/** After so long without a key what was typed is searched for. */
const typingPauseMs = 250;

/** The sites that the person has chosen to see, read as far as they scroll. */
export const useSiteList = (conferenceId: string) => {
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<InvitedSiteFilter>('all');
  const [q] = useDebouncedValue(query.trim(), typingPauseMs);
  const view = useMemo((): SiteView => ({ q, filter }), [q, filter]);
  const invited = useInvitedSites(conferenceId, view);
  const showAll = () => {
    setQuery('');
    setFilter('all');
  };
  return { ...invited, view, query, setQuery, filter, setFilter, showAll };
};
export type SiteList = ReturnType<typeof useSiteList>;

const nobody: ReadonlyMap<SiteId, InvitedSite> = new Map();

/** Sites chosen for an act, whatever is looked at meanwhile. Choosing all reads those that were not scrolled to. */
export const useChosen = (conferenceId: string, view: SiteView) => {
  const [chosen, setChosen] = useState(nobody);
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const [reading, setReading] = useState(false);
  const choose = (sites: readonly InvitedSite[], isChosen: boolean) =>
    setChosen((before) => {
      const next = new Map(before);
      for (const site of sites) {
        if (isChosen) next.set(site.siteId, site);
        else next.delete(site.siteId);
      }
      return next;
    });
  const chooseAll = async () => {
    setProblem(null);
    setReading(true);
    try {
      choose(await readAllSites(conferenceId, view), true);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
    setReading(false);
  };
  return { chosen, choose, chooseAll, reading, problem, clear: () => setChosen(nobody) };
};
export type Chosen = ReturnType<typeof useChosen>;
