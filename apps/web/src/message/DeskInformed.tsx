import type { SeatId } from '@diemcau/domain/kernel';
import type { DeskAnnouncement, InformedQuery, InformedSite } from '@diemcau/domain/message';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMemo, useState } from 'react';

import { upperFirst } from '../live/index.ts';
import {
  Button,
  EmptyState,
  FoundList,
  NamedPlace,
  PhoneLink,
  SearchField,
  useFormats,
  useWords,
} from '../ui/index.ts';
import { deskMessageWords } from './desk-words.ts';
import { deskPort } from './port.ts';
import { useMoment } from './use-moment.ts';
import { useSitesFound } from '../live/use-found.ts';

const TYPING_PAUSE_MS = 200;
const ROW_HEIGHT = 64;

const Row = ({ site }: { site: InformedSite }) => {
  const { informed, conversation } = useWords(deskMessageWords);
  const moment = useMoment();
  const { name, code, province, hall, contact, seenAt } = site;
  const place = [hall ? informed.hall : province && upperFirst(province), code].filter((part) => part).join(' · ');
  return (
    <div className="msg-informed">
      <NamedPlace name={name} place={place} />
      <div className="msg-informed-more">
        {seenAt !== null && <span className="small num">{informed.seenAt(moment(seenAt))}</span>}
        {seenAt === null && contact === null && <span className="small muted">{conversation.noPhone}</span>}
        {seenAt === null && contact !== null && (
          <>
            <PhoneLink
              phone={contact.phone}
              label={conversation.call(`${contact.name ?? ''} ${name}`.trim(), contact.phone)}
            />
            {contact.name !== null && (
              <span className="small muted ell" title={contact.name}>
                {contact.name}
              </span>
            )}
          </>
        )}
      </div>
    </div>
  );
};

type Props = { seatId: SeatId; announcement: DeskAnnouncement; told: string; onBack: () => void };

/** Who has not seen an announcement, with whom to call, and who has. */
export const DeskInformed = ({ seatId, announcement, told, onBack }: Props) => {
  const words = useWords(deskMessageWords);
  const { count } = useFormats();
  const [filter, setFilter] = useState<InformedQuery['filter']>('unseen');
  const [q, setQ] = useState('');
  const [typed] = useDebouncedValue(q.trim(), TYPING_PAUSE_MS);
  const [port] = useState(() => deskPort(seatId));
  const { messageId } = announcement;
  const key = useMemo(() => ['informed', seatId, messageId, filter, typed], [seatId, messageId, filter, typed]);
  const list = useSitesFound(
    key,
    (cursor, signal) => port.informed(messageId, { filter, q: typed }, cursor, signal),
    told,
  );
  const none = filter === 'unseen' ? words.informed.allSeen : words.informed.noneSeen;
  return (
    <div className="msg-sites">
      <div className="msg-open-head">
        <Button size="small" icon={IconArrowLeft} onPress={onBack}>
          {words.informed.back}
        </Button>
        <p className="msg-open-site ell" title={announcement.text}>
          {announcement.text}
        </p>
      </div>
      <div className="msg-search with-filter unlabelled">
        <div className="msg-tabs" role="group" aria-label={words.informed.filter}>
          {(['unseen', 'seen'] as const).map((one) => (
            <Button key={one} size="small" pressed={one === filter} onPress={() => setFilter(one)}>
              {words.informed[one]}
            </Button>
          ))}
        </div>
        <SearchField label={words.sites.search} value={q} onChange={setQ} />
      </div>
      <FoundList
        list={list}
        keyOf={({ siteId }) => siteId}
        rowHeight={ROW_HEIGHT}
        label={words.informed[filter]}
        empty={
          <EmptyState title={typed === '' ? none : words.sites.notFound}>
            {typed === '' ? undefined : words.sites.notFoundHint}
          </EmptyState>
        }
        shown={(total) => words.sites.shown(count(total))}
      >
        {(site) => <Row site={site} />}
      </FoundList>
    </div>
  );
};
