import type { ConferenceDetail, InvitedSite } from '@diemcau/domain/conference';
import { IconPlus, IconRefresh, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';

import { useInvitedIds } from '../../conference/index.ts';
import { asProblem } from '../../live/api.ts';
import { BulkIssue, SeatDialogs, type SeatQuestion } from '../../seat/index.ts';
import {
  Button,
  EmptyState,
  ErrorState,
  Loading,
  Notice,
  Panel,
  SearchField,
  StatusLine,
  useFormats,
  useWords,
} from '../../ui/index.ts';
import { AddPerson } from './AddPerson.tsx';
import { AddSites, type AddSitesProps } from './AddSites.tsx';
import { RemoveSites } from './RemoveSites.tsx';
import { SiteRows } from './SiteRows.tsx';
import { type SiteList, useChosen } from './use-site-list.ts';
import { prepareWords } from './words.ts';

/** What the list can be narrowed to. */
const filters = ['all', 'noClerk', 'noScreen'] as const;

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
  list: SiteList;
  sites: readonly InvitedSite[];
  ask: (question: SeatQuestion) => void;
};

const Filters = ({ list }: { list: SiteList }) => {
  const words = useWords(prepareWords).sites;
  const { count } = useFormats();
  const { query, setQuery, filter, setFilter, counts } = list;
  return (
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
            {words.filter[value](counts ? count(counts[value]) : '…')}
          </Button>
        ))}
      </div>
    </div>
  );
};

const Body = ({ conference, list, sites, ask }: BodyProps) => {
  const words = useWords(prepareWords).sites;
  const { count } = useFormats();
  const { total, counts, view, showAll } = list;
  const choosing = useChosen(conference.conferenceId, view);
  const [act, setAct] = useState<'none' | 'remove' | 'issue'>('none');
  const canRemove = conference.status === 'prepared';
  const canIssue = conference.status !== 'closed';
  const chosenSites = [...choosing.chosen.values()];
  const removable = chosenSites.filter(({ hall }) => !hall);
  const withoutClerk = chosenSites.filter(({ clerk, personal }) => clerk.status === 'none' && !personal);
  const done = () => {
    setAct('none');
    choosing.clear();
  };
  return (
    <>
      <Filters list={list} />
      <StatusLine problem={choosing.problem} />
      {canIssue && chosenSites.length > 0 && (
        <div className="prepare-chosen">
          <b className="grow num">{words.chosen(count(chosenSites.length))}</b>
          <Button size="small" tone="quiet" onPress={choosing.clear}>
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
      {sites.length === 0 ? (
        <EmptyState title={words.none} action={<Button onPress={showAll}>{words.showAll}</Button>}>
          {words.noneHint}
        </EmptyState>
      ) : (
        <SiteRows rows={sites} total={total} canIssue={canIssue} choosing={choosing} onNearEnd={list.more} ask={ask} />
      )}
      <p className="ui-panel-foot small muted num" role="status">
        {words.shown(count(total), count(counts?.all ?? total))}
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

/** Choosing begins when it is known which sites take part already. */
const Adding = (props: Omit<AddSitesProps, 'invited'>) => {
  const { data, error, refetch } = useInvitedIds(props.conference.conferenceId);
  if (data !== undefined) return <AddSites {...props} invited={data} />;
  return error === null ? <Loading /> : <ErrorState problem={asProblem(error)} onRetry={() => refetch()} />;
};

/** The sites of the conference: search, what is missing, the clerk's links; adding and removing until it opens. */
export const SitesPanel = ({ conference, list }: { conference: ConferenceDetail; list: SiteList }) => {
  const words = useWords(prepareWords);
  const { count } = useFormats();
  const [adds, setAdds] = useState<'nothing' | 'sites' | 'person'>('nothing');
  const close = () => setAdds('nothing');
  const [added, setAdded] = useState<number | null>(null);
  const [asked, ask] = useState<SeatQuestion | null>(null);
  const { sites, read } = list;
  const canAdd = conference.status === 'prepared';
  const adding = canAdd ? adds : 'nothing';
  return (
    <>
      {added !== null && (
        <Notice tone="good" onDismiss={() => setAdded(null)}>
          {words.adding.added(count(added))}
        </Notice>
      )}
      {adding === 'person' && (
        <AddPerson
          conference={conference}
          onClose={close}
          onAdded={(who, link) => {
            close();
            ask({ kind: 'link', who, link });
          }}
        />
      )}
      {adding === 'sites' && (
        <Adding
          conference={conference}
          onClose={close}
          onAdded={(total) => {
            close();
            setAdded(total);
          }}
        />
      )}
      {adding === 'nothing' && (
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
                <>
                  <Button size="small" icon={IconUserPlus} onPress={() => setAdds('person')}>
                    {words.person.add}
                  </Button>
                  <Button size="small" icon={IconPlus} onPress={() => setAdds('sites')}>
                    {words.sites.add}
                  </Button>
                </>
              )}
            </>
          }
        >
          {sites === undefined && read.error === null && <Loading />}
          {read.error !== null && <ErrorState problem={asProblem(read.error)} onRetry={() => read.refetch()} />}
          {sites !== undefined && <Body {...{ conference, list, sites, ask }} />}
          {list.counts?.all === 1 && canAdd && (
            <EmptyState
              title={words.sites.empty}
              action={
                <Button tone="primary" icon={IconPlus} onPress={() => setAdds('sites')}>
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
