import type { Absentee } from '@diemcau/domain/attendance';
import { useMediaQuery } from '@mantine/hooks';
import { useDeferredValue, useState } from 'react';

import { asProblem } from '../../live/api.ts';
import {
  Button,
  EmptyState,
  ErrorState,
  Loading,
  SearchField,
  useFormats,
  useWords,
  VirtualList,
  VirtualTable,
  type Column,
} from '../../ui/index.ts';
import { Select } from '../../ui/office/index.ts';
import { type AbsenteesAsked, useAbsentees, useTotals } from './reads.ts';
import { recordWords } from './words.ts';

/** As the list of provinces names all of them, and the sites of the centre, which belong to none. */
const [EVERYWHERE, CENTRE] = ['*', '-'];
const STATUSES = ['absent', 'unknown'] as const;
const [rowHeight, cardHeight] = [64, 188];

const calledOf = ({ honorific, name }: Absentee): string => `${honorific} ${name}`;

const Person = ({ one }: { one: Absentee }) => {
  const more = [one.position, one.unit].filter((part) => part !== null).join(', ');
  return (
    <span className="record-two">
      <b title={calledOf(one)}>{calledOf(one)}</b>
      <span className="small muted" title={more}>
        {more}
      </span>
    </span>
  );
};

const useColumns = (): readonly Column<Absentee>[] => {
  const { columns, centre } = useWords(recordWords);
  const whole = (text: string) => <span title={text}>{text}</span>;
  return [
    { key: 'person', head: columns.delegate, width: '2fr', cell: (one) => <Person one={one} /> },
    { key: 'site', head: columns.site, width: '1fr', cell: ({ site }) => whole(site) },
    { key: 'province', head: columns.province, width: '1fr', cell: ({ province }) => whole(province ?? centre) },
    { key: 'reason', head: columns.reason, width: '1fr', cell: ({ reason }) => whole(reason ?? '–') },
    { key: 'substitute', head: columns.substitute, width: '1fr', cell: ({ substitute }) => whole(substitute ?? '–') },
  ];
};

const Card = ({ one }: { one: Absentee }) => {
  const words = useWords(recordWords);
  const place = `${one.site} · ${one.province ?? words.centre}`;
  const why = [
    one.reason ?? words.noReason,
    ...(one.substitute === null ? [] : [words.substitutedBy(one.substitute)]),
  ].join(' · ');
  return (
    <div className="record-card">
      <Person one={one} />
      <span className="small muted" title={place}>
        {place}
      </span>
      <span className="small" title={why}>
        {why}
      </span>
    </div>
  );
};

type RowsProps = { rows: readonly Absentee[]; total: number; onNearEnd: () => void };

const Rows = (props: RowsProps) => {
  const { absentTitle } = useWords(recordWords);
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const columns = useColumns();
  const common = { ...props, keyOf: (one: Absentee) => one.delegateId, label: absentTitle };
  if (!narrow) return <VirtualTable {...common} columns={columns} rowHeight={rowHeight} leastWidth={820} />;
  return (
    <VirtualList {...common} rowHeight={cardHeight}>
      {(one) => <Card one={one} />}
    </VirtualList>
  );
};

const Provinces = ({ base, value, onChange }: { base: string; value: string; onChange: (code: string) => void }) => {
  const words = useWords(recordWords);
  const { data } = useTotals(base);
  const listed = (data?.provinces ?? []).map(({ code, name }) => ({
    value: code ?? CENTRE,
    label: name ?? words.centre,
  }));
  return (
    <Select
      aria-label={words.columns.province}
      data={[{ value: EVERYWHERE, label: words.everywhere }, ...listed]}
      value={value}
      searchable
      onChange={(code) => onChange(code ?? EVERYWHERE)}
    />
  );
};

/** Who was summoned and did not come, across all sites: found by province, by name and by site. */
export const Absent = ({ base }: { base: string }) => {
  const words = useWords(recordWords);
  const { count } = useFormats();
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState<string>(EVERYWHERE);
  const [status, setStatus] = useState<AbsenteesAsked['status']>('absent');
  const province = code === EVERYWHERE ? undefined : code === CENTRE ? '' : code;
  const q = useDeferredValue(typed.trim());
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const read = useAbsentees(base, { status, province, q });
  const rows = read.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = read.data?.pages.at(-1)?.total ?? 0;
  const more = () => {
    if (read.hasNextPage && !read.isFetching) void read.fetchNextPage();
  };
  return (
    <div className="col">
      <div className="record-filters">
        <SearchField value={typed} onChange={setTyped} label={words.absentSearch} />
        <Provinces base={base} value={code} onChange={setCode} />
        <div className="row wrap" role="group" aria-label={words.absentFilter}>
          {STATUSES.map((one) => (
            <Button key={one} size="small" pressed={status === one} onPress={() => setStatus(one)}>
              {words.absentStatus[one]}
            </Button>
          ))}
        </div>
        {read.data && <span className="small muted num">{words.absentCount(count(total))}</span>}
      </div>
      {read.data === undefined && read.error && <ErrorState problem={asProblem(read.error)} onRetry={read.refetch} />}
      {read.data === undefined && !read.error && <Loading />}
      {read.data !== undefined && rows.length === 0 && <EmptyState title={words.nobodyAbsent} />}
      {rows.length > 0 && (
        <div
          className="record-absent"
          style={{ height: narrow ? rows.length * cardHeight : rows.length * rowHeight + 43 }}
        >
          <Rows rows={rows} total={total} onNearEnd={more} />
        </div>
      )}
    </div>
  );
};
