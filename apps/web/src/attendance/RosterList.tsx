import type { Delegate, MarkStatus } from '@diemcau/domain/attendance';
import {
  IconCircle,
  IconCircleCheckFilled,
  IconCircleMinus,
  IconDotsVertical,
  IconDoorExit,
} from '@tabler/icons-react';
import { useState } from 'react';

import { Button, type Icon, SearchField, useFormats, useWords, VirtualList } from '../ui/index.ts';
import { calledOf, searched, tallyOf, type RosterFilter } from './roster-view.ts';
import { rosterWords } from './site-words.ts';

/** A name of two lines and a line of what is known of the delegate. */
const ROW_HEIGHT = 80;
/** Fewer are seen at once. */
const WORTH_SEARCHING = 8;

const icons: Readonly<Record<MarkStatus, Icon>> = {
  present: IconCircleCheckFilled,
  absent: IconCircleMinus,
  left: IconDoorExit,
  unknown: IconCircle,
};

const useSaid = () => {
  const words = useWords(rosterWords).row;
  const { time } = useFormats();
  return ({ status, arrivedAt, leftAt, reason }: Delegate): string => {
    switch (status) {
      case 'present':
        return words.present(arrivedAt === null ? '' : time(arrivedAt)).trim();
      case 'left':
        return words.left(leftAt === null ? '' : time(leftAt)).trim();
      case 'absent':
        return reason === null ? words.absent : words.absentFor(reason);
      case 'unknown':
        return words.unknown;
    }
  };
};

type RowProps = {
  delegate: Delegate;
  /** Whom a substitute stands in for. */
  inPlaceOf: string | null;
  onPresent: () => void;
  onOpen: () => void;
};

const Row = ({ delegate, inPlaceOf, onPresent, onOpen }: RowProps) => {
  const words = useWords(rosterWords);
  const said = useSaid();
  const { status, honorific, name, position, unit, kind } = delegate;
  const Picture = icons[status];
  const who = calledOf(delegate);
  const as = kind === 'official' ? null : inPlaceOf === null ? words.kind[kind] : words.substituteFor(inPlaceOf);
  const known = [as, position, unit].filter((part) => part !== null).join(' · ');
  const isPresent = status === 'present';
  return (
    <div className={`att-row ${status}`} data-status={status}>
      <button type="button" className="att-row-main" onClick={isPresent ? onOpen : onPresent}>
        <Picture size={28} stroke={1.75} aria-hidden />
        <span className="att-row-words">
          <span className="att-row-who" title={who}>
            <span className="hidden-text">{isPresent ? words.row.openFirst : words.row.presentFirst} </span>
            <span className="muted">{honorific}</span> <b>{name}</b>
          </span>
          <span className="att-row-known ell small" title={[said(delegate), known].filter(Boolean).join(' · ')}>
            <span className="att-row-status">{said(delegate)}</span>
            {known !== '' && <span className="muted"> · {known}</span>}
          </span>
        </span>
      </button>
      {!isPresent && (
        <button type="button" className="att-row-more" aria-label={words.row.open(who)} onClick={onOpen}>
          <IconDotsVertical size={20} stroke={2} aria-hidden />
        </button>
      )}
    </div>
  );
};

type FiltersProps = { delegates: readonly Delegate[]; filter: RosterFilter; onFilter: (filter: RosterFilter) => void };

const Filters = ({ delegates, filter, onFilter }: FiltersProps) => {
  const words = useWords(rosterWords);
  const { count } = useFormats();
  const { all, unknown, present, absent, left } = tallyOf(delegates);
  const numbers: Readonly<Record<RosterFilter, number>> = { all, unknown, present, away: absent + left };
  const offered = (['all', 'unknown', 'present', 'away'] as const).filter((one) => one === 'all' || numbers[one] > 0);
  return (
    <div className="att-filters" role="group" aria-label={words.filters}>
      {offered.map((one) => (
        <Button key={one} size="small" tone="quiet" pressed={filter === one} onPress={() => onFilter(one)}>
          {words.filter[one](count(numbers[one]))}
        </Button>
      ))}
    </div>
  );
};

export type RosterListProps = {
  delegates: readonly Delegate[];
  onPresent: (delegate: Delegate) => void;
  onOpen: (delegate: Delegate) => void;
};

/** The names of a site: one tap notes somebody as present, the next opens what else there is to note. */
export const RosterList = ({ delegates, onPresent, onOpen }: RosterListProps) => {
  const words = useWords(rosterWords);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<RosterFilter>('all');
  const shown = searched(delegates, query, filter);
  const nameOf = new Map(delegates.map(({ delegateId, name }) => [delegateId, name]));
  return (
    <div className="att-list">
      {delegates.length > WORTH_SEARCHING && (
        <div className="att-list-tools">
          <SearchField value={query} label={words.search} placeholder={words.searchHint} onChange={setQuery} />
          <Filters delegates={delegates} filter={filter} onFilter={setFilter} />
        </div>
      )}
      {shown.length === 0 && <p className="att-list-none muted">{words.noneFound}</p>}
      {shown.length > 0 && (
        <div className="att-list-place" style={{ height: shown.length * ROW_HEIGHT }}>
          <VirtualList rows={shown} keyOf={({ delegateId }) => delegateId} rowHeight={ROW_HEIGHT} label={words.list}>
            {(delegate) => (
              <Row
                delegate={delegate}
                inPlaceOf={delegate.substituteFor === null ? null : (nameOf.get(delegate.substituteFor) ?? null)}
                onPresent={() => onPresent(delegate)}
                onOpen={() => onOpen(delegate)}
              />
            )}
          </VirtualList>
        </div>
      )}
    </div>
  );
};
