import type { ConferenceDetail, InvitedSite } from '@diemcau/domain/conference';
import { foldText, type SiteId } from '@diemcau/domain/kernel';
import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { useMemo, useState } from 'react';

import type { useInvitedSites } from '../../conference/index.ts';
import { asProblem } from '../../live/api.ts';
import { BulkIssue, SeatDialogs, type SeatQuestion } from '../../seat/index.ts';
import {
  Button,
  EmptyState,
  ErrorState,
  Loading,
  matching,
  Notice,
  Panel,
  SearchField,
  useFormats,
  useWords,
} from '../../ui/index.ts';
import { AddSites } from './AddSites.tsx';
import { RemoveSites } from './RemoveSites.tsx';
import { countsOf, type Filter, filtered, filters, searchText } from './rows.ts';
import { SiteRows } from './SiteRows.tsx';
import { prepareWords } from './words.ts';

type Invited = ReturnType<typeof useInvitedSites>;

const nobody: ReadonlySet<SiteId> = new Set();

/** What the person has chosen to see, and the rows of it. */
const useShown = (sites: readonly InvitedSite[]) => {
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const shown = useMemo(() => matching(filtered(sites, filter), query, searchText, foldText), [sites, filter, query]);
  const showAll = () => {
    setQuery('');
    setFilter('all');
  };
  return { query, setQuery, filter, setFilter, shown, showAll };
};

/** The sites as they were when issuing began: the list behind the window changes while links are issued. */
const Issuing = ({
  conferenceId,
  sites,
  onClose,
}: {
  conferenceId: string;
  sites: readonly InvitedSite[];
  onClose: () => void;
}) => {
  const [asked] = useState(() =>
    sites.map(({ siteId, code, name, province }) => ({ siteId, code, site: name, province })),
  );
  return <BulkIssue conferenceId={conferenceId} sites={asked} onClose={onClose} />;
};

type BodyProps = {
  conference: ConferenceDetail;
  invited: Invited;
  sites: readonly InvitedSite[];
  ask: (question: SeatQuestion) => void;
};

const Body = ({ conference, invited, sites, ask }: BodyProps) => {
  const words = useWords(prepareWords).sites;
  const { count } = useFormats();
  const { query, setQuery, filter, setFilter, shown, showAll } = useShown(sites);
  const [chosen, setChosen] = useState(nobody);
  const [act, setAct] = useState<'none' | 'remove' | 'issue'>('none');
  const counts = useMemo(() => countsOf(sites), [sites]);
  const shownCount = (value: Filter) =>
    invited.isComplete ? count(counts[value]) : value === 'all' ? count(invited.total) : '…';
  const canRemove = conference.status === 'prepared';
  const canIssue = conference.status !== 'closed';
  const choose = (siteIds: readonly SiteId[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const siteId of siteIds) {
      if (isChosen) next.add(siteId);
      else next.delete(siteId);
    }
    setChosen(next);
  };
  const chosenSites = sites.filter(({ siteId }) => chosen.has(siteId));
  const removable = chosenSites.filter(({ hall }) => !hall);
  const withoutClerk = chosenSites.filter(({ clerk }) => clerk.status === 'none');
  const done = () => {
    setAct('none');
    setChosen(nobody);
  };
  return (
    <>
      <div className="prepare-filters">
        <SearchField
          value={query}
          onChange={setQuery}
          label={words.search}
          placeholder={words.placeholder}
          shortcut="/"
        />
        <div className="row wrap prepare-chips" role="group" aria-label={words.filterLabel}>
          {filters.map((value) => (
            <Button key={value} size="small" pressed={value === filter} onPress={() => setFilter(value)}>
              {words.filter[value](shownCount(value))}
            </Button>
          ))}
        </div>
      </div>
      {canIssue && chosenSites.length > 0 && (
        <div className="prepare-chosen">
          <b className="grow num">{words.chosen(count(chosenSites.length))}</b>
          <Button size="small" tone="quiet" onPress={() => setChosen(nobody)}>
            {words.unchoose}
          </Button>
          {canRemove && removable.length > 0 && (
            <Button size="small" onPress={() => setAct('remove')}>
              {words.remove}
            </Button>
          )}
          {withoutClerk.length > 0 && (
            <Button size="small" tone="primary" onPress={() => setAct('issue')}>
              {words.issue(count(withoutClerk.length))}
            </Button>
          )}
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState title={words.none} action={<Button onPress={showAll}>{words.showAll}</Button>}>
          {words.noneHint}
        </EmptyState>
      ) : (
        <SiteRows
          rows={shown}
          canIssue={canIssue}
          isComplete={invited.isComplete}
          chosen={chosen}
          onChoose={choose}
          ask={ask}
        />
      )}
      <p className="ui-panel-foot small muted num" role="status">
        {invited.isComplete
          ? words.shown(count(shown.length), count(sites.length))
          : words.reading(count(sites.length), count(invited.total))}
      </p>
      {act === 'remove' && (
        <RemoveSites
          conferenceId={conference.conferenceId}
          sites={removable}
          onCancel={() => setAct('none')}
          onDone={done}
        />
      )}
      {act === 'issue' && <Issuing conferenceId={conference.conferenceId} sites={withoutClerk} onClose={done} />}
    </>
  );
};

/** All sites of the conference: search, what is missing, the clerk's links; adding and removing until it opens. */
export const SitesPanel = ({ conference, invited }: { conference: ConferenceDetail; invited: Invited }) => {
  const words = useWords(prepareWords);
  const { count } = useFormats();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<number | null>(null);
  const [asked, ask] = useState<SeatQuestion | null>(null);
  const { sites, read } = invited;
  const already = useMemo(() => new Set((sites ?? []).flatMap(({ siteId, hall }) => (hall ? [] : [siteId]))), [sites]);
  const canAdd = conference.status === 'prepared';
  return (
    <>
      {added !== null && (
        <Notice tone="good" onDismiss={() => setAdded(null)}>
          {words.adding.added(count(added))}
        </Notice>
      )}
      {adding && canAdd && (
        <AddSites
          conference={conference}
          invited={already}
          onClose={() => setAdding(false)}
          onAdded={(total) => {
            setAdding(false);
            setAdded(total);
          }}
        />
      )}
      {!(adding && canAdd) && (
        <Panel
          title={words.sites.title}
          body="flush"
          className="prepare-sites"
          actions={
            <>
              <Button
                size="small"
                tone="quiet"
                icon={IconRefresh}
                label={words.sites.refresh}
                onPress={() => read.refetch()}
              />
              {canAdd && (
                <Button size="small" icon={IconPlus} disabled={!invited.isComplete} onPress={() => setAdding(true)}>
                  {words.sites.add}
                </Button>
              )}
            </>
          }
        >
          {sites === undefined && read.error === null && <Loading />}
          {read.error !== null && <ErrorState problem={asProblem(read.error)} onRetry={() => read.refetch()} />}
          {sites !== undefined && <Body {...{ conference, invited, sites, ask }} />}
          {sites !== undefined && invited.isComplete && already.size === 0 && canAdd && !adding && (
            <EmptyState
              title={words.sites.empty}
              action={
                <Button tone="primary" icon={IconPlus} onPress={() => setAdding(true)}>
                  {words.sites.add}
                </Button>
              }
            >
              {words.sites.emptyHint}
            </EmptyState>
          )}
        </Panel>
      )}
      <SeatDialogs conferenceId={conference.conferenceId} asked={asked} step={ask} />
    </>
  );
};
