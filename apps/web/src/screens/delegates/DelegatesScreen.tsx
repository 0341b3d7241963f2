import './delegates.css';
import type { AttendingSite } from '@diemcau/domain/attendance';
import { useMediaQuery } from '@mantine/hooks';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';

import { ConferencePage } from '../../conference/index.ts';
import { asProblem } from '../../live/api.ts';
import { OfficeFrame } from '../../organisation/index.ts';
import { useOwnDesk } from '../../seat/index.ts';
import {
  Button,
  EmptyState,
  ErrorState,
  LinkButton,
  Loading,
  Panel,
  SearchField,
  Tag,
  useFormats,
  useWords,
  VirtualList,
  VirtualTable,
} from '../../ui/index.ts';
import { filters, type RosterFilter, useRosters } from './use-rosters.ts';
import { delegatesWords } from './words.ts';

const [rowHeight, cardHeight] = [56, 116];

const Named = ({ site: { summoned } }: { site: AttendingSite }) => {
  const words = useWords(delegatesWords);
  const { count } = useFormats();
  return summoned === 0 ? (
    <Tag tone="amber">{words.noRoster}</Tag>
  ) : (
    <span className="num">{words.named(count(summoned))}</span>
  );
};

const Name = ({ site }: { site: AttendingSite }) => {
  const words = useWords(delegatesWords);
  const place = site.hall ? words.hall : site.code;
  return (
    <span className="delegates-site" title={site.name}>
      <b>{site.name}</b>
      <span className="tiny muted num">{place}</span>
    </span>
  );
};

const contactText = ({ contact }: AttendingSite): string =>
  contact === null ? '–' : [contact.name, contact.phone].filter((part) => part !== null).join(' · ');

type RowsProps = { sites: readonly AttendingSite[]; total: number; onNearEnd: () => void };

const Rows = ({ sites, ...more }: RowsProps) => {
  const { title, columns } = useWords(delegatesWords);
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const common = { rows: sites, keyOf: (site: AttendingSite) => site.siteId, label: title, ...more };
  if (narrow)
    return (
      <VirtualList {...common} rowHeight={cardHeight}>
        {(site) => (
          <div className="delegates-card">
            <Name site={site} />
            <span className="small muted ell">{site.province ?? ''}</span>
            <span className="row wrap small">
              <Named site={site} />
              <span className="muted ell num">{site.contact === null ? '' : contactText(site)}</span>
            </span>
          </div>
        )}
      </VirtualList>
    );
  return (
    <VirtualTable
      {...common}
      rowHeight={rowHeight}
      leastWidth={760}
      columns={[
        { key: 'site', head: columns.site, width: 'minmax(220px, 2fr)', cell: (site) => <Name site={site} /> },
        {
          key: 'province',
          head: columns.province,
          width: 'minmax(140px, 1fr)',
          cell: ({ province }) => <span className="muted small">{province ?? '–'}</span>,
        },
        { key: 'named', head: columns.named, width: '170px', cell: (site) => <Named site={site} /> },
        {
          key: 'contact',
          head: columns.contact,
          width: 'minmax(180px, 1.2fr)',
          cell: (site) => (
            <span className="num" title={contactText(site)}>
              {contactText(site)}
            </span>
          ),
        },
      ]}
    />
  );
};

const List = ({ conferenceId }: { conferenceId: string }) => {
  const words = useWords(delegatesWords);
  const { count } = useFormats();
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<RosterFilter>('all');
  const q = useDeferredValue(typed.trim());
  const { sites, total, more, read } = useRosters(conferenceId, q, filter);
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  if (sites === null)
    return read.error ? <ErrorState problem={asProblem(read.error)} onRetry={read.refetch} /> : <Loading />;
  const isAllNamed = q === '' && filter === 'noRoster';
  const height = narrow ? sites.length * cardHeight : sites.length * rowHeight + 43;
  return (
    <Panel
      title={words.title}
      body="flush"
      foot={<span className="small muted num">{words.shown(count(total))}</span>}
      actions={
        <LinkButton
          href={`/api/v1/conferences/${conferenceId}/attendance.xlsx`}
          icon={IconFileSpreadsheet}
          size="small"
          newTab
        >
          {words.xlsx}
        </LinkButton>
      }
    >
      <div className="delegates-filters">
        <SearchField value={typed} onChange={setTyped} label={words.search} shortcut="/" />
        <div className="row wrap" role="group" aria-label={words.filterLabel}>
          {filters.map((each) => (
            <Button key={each} size="small" pressed={filter === each} onPress={() => setFilter(each)}>
              {words.filter[each]}
            </Button>
          ))}
        </div>
      </div>
      {sites.length === 0 ? (
        <EmptyState title={isAllNamed ? words.allNamed : words.none}>
          {isAllNamed ? undefined : words.noneHint}
        </EmptyState>
      ) : (
        <div className="delegates-list" style={{ height }}>
          <Rows sites={sites} total={total} onNearEnd={more} />
        </div>
      )}
    </Panel>
  );
};

/** `/c/<id>/delegates`: which sites have named their delegates, how many, and whom to call. */
export const DelegatesScreen = ({ conferenceId }: { conferenceId: string }) => {
  const words = useWords(delegatesWords);
  return (
    <ConferencePage conferenceId={conferenceId} current="delegates" desk={useOwnDesk(conferenceId)} Frame={OfficeFrame}>
      {() => (
        <>
          <p className="muted">{words.hint}</p>
          <List conferenceId={conferenceId} />
        </>
      )}
    </ConferencePage>
  );
};
