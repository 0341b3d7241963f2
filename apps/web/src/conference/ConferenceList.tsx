import './ConferenceList.css';
import { ConferenceTime, type ConferencePage } from '@diemcau/domain/conference';
import { useMediaQuery } from '@mantine/hooks';
import { useDeferredValue, useState } from 'react';
import type { ReactNode } from 'react';

import { asProblem } from '../live/api.ts';
import {
  EmptyState,
  ErrorState,
  Loading,
  Panel,
  SearchField,
  Tag,
  useFormats,
  useWords,
  VirtualList,
} from '../ui/index.ts';
import { ConferenceRow } from './ConferenceRow.tsx';
import { useConferences } from './conferences.ts';
import { officeConferenceWords } from './office-words.ts';

const [rowHeight, cardHeight] = [92, 200];

type SectionProps = { when: ConferenceTime; read: ReturnType<typeof useConferences>; pages: readonly ConferencePage[] };

const Section = ({ when, read, pages }: SectionProps) => {
  const words = useWords(officeConferenceWords).list;
  const { count } = useFormats();
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const items = pages.flatMap((page) => page.items);
  const total = pages.at(-1)?.counts[when] ?? 0;
  const height = narrow ? cardHeight : rowHeight;
  const more = () => {
    if (read.hasNextPage && !read.isFetching) void read.fetchNextPage();
  };
  return (
    <Panel title={words.sections[when]} note={<Tag>{count(total)}</Tag>} body={items.length === 0 ? 'padded' : 'flush'}>
      {items.length === 0 ? (
        <p className="muted">{words.none[when]}</p>
      ) : (
        <div className="cf-list" style={{ height: items.length * height }}>
          <VirtualList
            rows={items}
            keyOf={(item) => item.conferenceId}
            rowHeight={height}
            label={words.sections[when]}
            total={total}
            onNearEnd={more}
          >
            {(item) => <ConferenceRow item={item} when={when} />}
          </VirtualList>
        </div>
      )}
    </Panel>
  );
};

const useSections = (q: string) => {
  const reads = {
    today: useConferences('today', q),
    coming: useConferences('coming', q),
    past: useConferences('past', q),
  };
  return ConferenceTime.options.map((when) => ({ when, read: reads[when] }));
};

/** The conferences of one's units: of today, coming and past. `create` is the way to make one, for the empty list. */
export const ConferenceList = ({ create }: { create: ReactNode }) => {
  const words = useWords(officeConferenceWords).list;
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const sections = useSections(q);
  const failed = sections.find(({ read }) => read.error !== null && read.data === undefined)?.read;
  if (failed) return <ErrorState problem={asProblem(failed.error)} onRetry={failed.refetch} />;
  const shown = sections.flatMap(({ when, read }) => (read.data ? [{ when, read, pages: read.data.pages }] : []));
  if (shown.length < sections.length) return <Loading />;
  const isEmpty = shown.every(({ pages }) => pages.every(({ items }) => items.length === 0));
  if (isEmpty && q === '') {
    return (
      <Panel>
        <EmptyState title={words.empty} action={create}>
          {words.emptyHint}
        </EmptyState>
      </Panel>
    );
  }
  const kept = shown.filter(({ when, pages }) => pages[0]?.items.length !== 0 || (q === '' && when !== 'past'));
  return (
    <>
      <div className="cf-search">
        <SearchField value={typed} onChange={setTyped} label={words.search} shortcut="/" />
      </div>
      {isEmpty ? (
        <Panel>
          <EmptyState title={words.notFound(typed.trim())}>{words.notFoundHint}</EmptyState>
        </Panel>
      ) : (
        kept.map((section) => <Section key={section.when} {...section} />)
      )}
    </>
  );
};
