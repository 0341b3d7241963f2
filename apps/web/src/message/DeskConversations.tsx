import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import type { Conversation, Desk } from '@diemcau/domain/message';
import { useDebouncedValue, useThrottledValue } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';

import { upperFirst } from '../live/index.ts';
import { EmptyState, FoundList, SearchField, useFormats, useWords } from '../ui/index.ts';
import { deskMessageWords } from './desk-words.ts';
import { deskPort } from './port.ts';
import { threadWords } from './thread-words.ts';
import { useMoment } from './use-moment.ts';
import { useSitesFound } from '../live/use-found.ts';

const TYPING_PAUSE_MS = 200;
/** While sites write every second, the list is read anew at most this often. */
const READ_EVERY_MS = 3000;
const ROW_HEIGHT = 68;

const Row = ({ one, desk, onOpen }: { one: Conversation; desk: Desk; onOpen: (siteId: SiteId) => void }) => {
  const words = useWords(deskMessageWords).sites;
  const thread = useWords(threadWords);
  const { count } = useFormats();
  const moment = useMoment();
  const { siteId, name, code, province, unread, last } = one;
  const place = [province && upperFirst(province), code].filter((part) => part !== null).join(' · ');
  const said = last === null ? words.none : last.byDesk ? words.mine(thread.desks[desk], last.text) : last.text;
  return (
    <button type="button" className={`msg-site ${unread > 0 ? 'unread' : ''}`} onClick={() => onOpen(siteId)}>
      <span className="msg-site-name ell" title={name}>
        {name} <span className="msg-site-place small num">{place}</span>
      </span>
      <span className="msg-site-at small num">{last && moment(last.at)}</span>
      <span className="msg-site-last ell" title={said}>
        {said}
      </span>
      {unread > 0 ? (
        <span className="msg-badge num">
          <span aria-hidden>{count(unread)}</span>
          <span className="hidden-text">{words.unread(count(unread))}</span>
        </span>
      ) : (
        <IconChevronRight size={18} stroke={2} aria-hidden />
      )}
    </button>
  );
};

type Props = {
  seatId: SeatId;
  desk: Desk;
  version: number;
  q: string;
  onSearch: (q: string) => void;
  onOpen: (siteId: SiteId) => void;
};

/** All sites: those with something unread first, then who wrote last; found without accents. */
export const DeskConversations = ({ seatId, desk, version, q, onSearch, onOpen }: Props) => {
  const words = useWords(deskMessageWords).sites;
  const { count } = useFormats();
  const [typed] = useDebouncedValue(q.trim(), TYPING_PAUSE_MS);
  const told = String(useThrottledValue(version, READ_EVERY_MS));
  const [port] = useState(() => deskPort(seatId));
  const key = useMemo(() => ['conversations', seatId, desk, typed], [seatId, desk, typed]);
  const list = useSitesFound(key, (cursor, signal) => port.conversations(desk, typed, cursor, signal), told);
  return (
    <div className="msg-sites">
      <div className="msg-search unlabelled">
        <SearchField label={words.search} value={q} onChange={onSearch} />
      </div>
      <FoundList
        list={list}
        keyOf={({ siteId }) => siteId}
        rowHeight={ROW_HEIGHT}
        label={words.list}
        empty={<EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>}
        shown={(total) => words.shown(count(total))}
      >
        {(one) => <Row one={one} desk={desk} onOpen={onOpen} />}
      </FoundList>
    </div>
  );
};
