import type { RecordItem } from '@diemcau/domain/minutes';

import { asProblem } from '../../live/api.ts';
import { calledText } from '../../minutes/index.ts';
import {
  Button,
  EmptyState,
  ErrorState,
  formatLength,
  LinkButton,
  Loading,
  PlainTable,
  useFormats,
  useWords,
  VirtualTable,
  type Column,
} from '../../ui/index.ts';
import { useSpokenPeople, useSpokenSites, useTotals, useUnanswered } from './reads.ts';
import { recordWords } from './words.ts';

type Pages<T> = {
  readonly data: { readonly pages: readonly { readonly items: readonly T[] }[] } | undefined;
  readonly error: Error | null;
  readonly hasNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
  readonly refetch: () => Promise<unknown>;
};
type TableProps<T> = {
  readonly read: Pages<T>;
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
  readonly label: string;
  readonly empty: string;
};

const Table = <T,>({ read, columns, keyOf, label, empty }: TableProps<T>) => {
  const words = useWords(recordWords);
  if (read.data === undefined)
    return read.error ? <ErrorState problem={asProblem(read.error)} onRetry={read.refetch} /> : <Loading />;
  const rows = read.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <EmptyState title={empty} />;
  return (
    <div className="record-table">
      <VirtualTable rows={rows} columns={columns} keyOf={keyOf} label={label} rowHeight={56} />
      {read.hasNextPage && (
        <Button size="small" onPress={read.fetchNextPage}>
          {words.more}
        </Button>
      )}
    </div>
  );
};

const whole = (text: string) => <span title={text}>{text}</span>;
const number = (text: string) => <span className="num">{text}</span>;

type Of = { base: string; rehearsal: number | null };

export const People = ({ base, rehearsal }: Of) => {
  const { columns, tabs, noName, nobody } = useWords(recordWords);
  const { count } = useFormats();
  return (
    <Table
      read={useSpokenPeople(base, rehearsal)}
      keyOf={({ firstSeq }) => String(firstSeq)}
      label={tabs.people}
      empty={nobody}
      columns={[
        {
          key: 'person',
          head: columns.person,
          width: '2fr',
          cell: ({ person }) => whole(person ? calledText(person) : noName),
        },
        { key: 'site', head: columns.site, width: '1fr', cell: ({ site }) => whole(site.name) },
        { key: 'speeches', head: columns.speeches, width: '80px', cell: ({ speeches }) => number(count(speeches)) },
        { key: 'time', head: columns.time, width: '100px', cell: ({ ms }) => number(formatLength(ms)) },
      ]}
    />
  );
};

export const Sites = ({ base, rehearsal }: Of) => {
  const { columns, tabs, nobody } = useWords(recordWords);
  const { count } = useFormats();
  return (
    <Table
      read={useSpokenSites(base, rehearsal)}
      keyOf={({ site }) => site.siteId}
      label={tabs.sites}
      empty={nobody}
      columns={[
        { key: 'site', head: columns.site, width: '1fr', cell: ({ site }) => whole(site.name) },
        { key: 'province', head: columns.province, width: '1fr', cell: ({ site }) => whole(site.province ?? '') },
        { key: 'speeches', head: columns.speeches, width: '80px', cell: ({ speeches }) => number(count(speeches)) },
        { key: 'time', head: columns.time, width: '100px', cell: ({ ms }) => number(formatLength(ms)) },
        { key: 'off', head: columns.interruptions, width: '100px', cell: (one) => number(count(one.interruptions)) },
      ]}
    />
  );
};

/** Bounded by the agenda. */
export const Items = ({ items }: { items: readonly RecordItem[] }) => {
  const { columns, untitled, noItems } = useWords(recordWords);
  const { count } = useFormats();
  if (items.length === 0) return <EmptyState title={noItems} />;
  return (
    <PlainTable head={[columns.item, columns.planned, columns.real, columns.speeches]}>
      {items.map(({ itemId, title, plannedSeconds, spentMs, speeches }) => (
        <tr key={itemId}>
          <td>{title ?? untitled}</td>
          <td className="num">{plannedSeconds === null ? '' : formatLength(plannedSeconds * 1000)}</td>
          <td className="num">{formatLength(spentMs)}</td>
          <td className="num">{count(speeches)}</td>
        </tr>
      ))}
    </PlainTable>
  );
};

/** Numbers by province, then whom one has not heard of. */
export const Delegates = ({ base }: { base: string }) => {
  const { columns, centre, absent, noSites, attendanceXlsx } = useWords(recordWords);
  const { count } = useFormats();
  const { data, error, refetch } = useTotals(base);
  const unanswered = useUnanswered(base);
  if (data === undefined) return error ? <ErrorState problem={asProblem(error)} onRetry={refetch} /> : <Loading />;
  return (
    <div className="col">
      <div className="record-plain">
        <PlainTable head={[columns.province, columns.answered, columns.present, columns.summoned]}>
          {data.provinces.map((one) => (
            <tr key={one.code ?? ''}>
              <td>{one.name ?? centre}</td>
              <td className="num">{`${count(one.answered)}/${count(one.invited)}`}</td>
              <td className="num">{count(one.present)}</td>
              <td className="num">{count(one.summoned)}</td>
            </tr>
          ))}
        </PlainTable>
      </div>
      <div className="row wrap record-pad">
        <LinkButton href={`/api/v1${base}/attendance.xlsx`} newTab>
          {attendanceXlsx}
        </LinkButton>
      </div>
      <h2 className="record-pad">{absent}</h2>
      <Table
        read={unanswered}
        keyOf={({ siteId }) => siteId}
        label={absent}
        empty={noSites}
        columns={[
          { key: 'site', head: columns.site, width: '1fr', cell: ({ name }) => whole(name) },
          { key: 'province', head: columns.province, width: '1fr', cell: ({ province }) => whole(province ?? '') },
          { key: 'summoned', head: columns.summoned, width: '100px', cell: (one) => number(count(one.summoned)) },
        ]}
      />
    </div>
  );
};
