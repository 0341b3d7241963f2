import './ConferenceList.css';
import type { ConferenceItem } from '@diemcau/domain/conference';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { asProblem } from '../live/api.ts';
import {
  Button,
  EmptyState,
  ErrorState,
  Loading,
  Panel,
  useFormats,
  useWords,
  VirtualList,
  VirtualTable,
} from '../ui/index.ts';
import { useConferences } from './conferences.ts';
import { officeConferenceWords } from './office-words.ts';
import { PhaseTag } from './PhaseCard.tsx';

const Name = ({ item }: { item: ConferenceItem }) => (
  <Link
    to={`/c/${item.conferenceId}/${item.status === 'closed' ? 'record' : 'prepare'}`}
    className="cf-name"
    title={item.name}
  >
    {item.name}
  </Link>
);

const [rowHeight, headHeight, cardHeight] = [56, 43, 124];

const Rows = ({ items }: { items: readonly ConferenceItem[] }) => {
  const words = useWords(officeConferenceWords);
  const { count, dateTime } = useFormats();
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const { columns, label, sites } = words.list;
  const height = items.length * (narrow ? cardHeight : rowHeight) + (narrow ? 0 : headHeight);
  const list = narrow ? (
    <VirtualList rows={items} keyOf={(item) => item.conferenceId} rowHeight={cardHeight} label={label}>
      {(item) => (
        <div className="cf-card">
          <Name item={item} />
          <span className="small muted num">
            {words.kind[item.kind]} · {dateTime(item.startsAt)}
          </span>
          <span className="row">
            <PhaseTag status={item.status} />
            <span className="small muted num">{sites(count(item.invited))}</span>
          </span>
        </div>
      )}
    </VirtualList>
  ) : (
    <VirtualTable
      rows={items}
      keyOf={(item) => item.conferenceId}
      label={label}
      rowHeight={rowHeight}
      leastWidth={760}
      columns={[
        { key: 'name', head: columns.name, width: '1fr', cell: (item) => <Name item={item} /> },
        { key: 'kind', head: columns.kind, width: '110px', cell: (item) => words.kind[item.kind] },
        {
          key: 'startsAt',
          head: columns.startsAt,
          width: '150px',
          cell: (item) => <span className="num">{dateTime(item.startsAt)}</span>,
        },
        {
          key: 'sites',
          head: columns.sites,
          width: '90px',
          cell: (item) => <span className="num">{count(item.invited)}</span>,
        },
        { key: 'status', head: columns.status, width: '160px', cell: (item) => <PhaseTag status={item.status} /> },
      ]}
    />
  );
  return (
    <div className="cf-list" style={{ height }}>
      {list}
    </div>
  );
};

/** The conferences of one's units. `create` is the way to make one, for the empty list. */
export const ConferenceList = ({ create }: { create: ReactNode }) => {
  const words = useWords(officeConferenceWords).list;
  const { count } = useFormats();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useConferences();
  if (error !== null && data === undefined) return <ErrorState problem={asProblem(error)} onRetry={refetch} />;
  if (data === undefined) return <Loading />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <Panel>
        <EmptyState title={words.empty} action={create}>
          {words.emptyHint}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel
      body="flush"
      foot={
        <span className="row wrap small muted num">
          {hasNextPage ? words.shown(count(items.length)) : words.shownAll(count(items.length))}
          {hasNextPage && (
            <Button size="small" onPress={fetchNextPage}>
              {words.more}
            </Button>
          )}
        </span>
      }
    >
      <Rows items={items} />
    </Panel>
  );
};
