import './support.css';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import type { SupportedSite, SupportedSiteFilter, SupportedSitePage } from '@diemcau/domain/support';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronRight, IconLifebuoy, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';

import { upperFirst } from '../live/index.ts';
import { useSitesFound } from '../live/use-found.ts';
import {
  Button,
  EmptyState,
  FoundList,
  NamedPlace,
  PhoneLink,
  SearchField,
  Tag,
  useFormats,
  useWords,
} from '../ui/index.ts';
import { CheckDialog } from './CheckDialog.tsx';
import { CheckTag } from './CheckRows.tsx';
import { helpWords } from './clerk-words.ts';
import { deskSupportWords } from './desk-words.ts';
import { LineTag, useLineNumbers } from './LineSamples.tsx';
import type { SitesAsked } from './port.ts';

const TYPING_PAUSE_MS = 200;
const ROW_HEIGHT = 84;
const FILTERS: readonly SupportedSiteFilter[] = ['all', 'wanting', 'lost', 'weak', 'help'];

const States = ({ site }: { site: SupportedSite }) => {
  const words = useWords(deskSupportWords).sites;
  const { short } = useWords(helpWords);
  const { time } = useFormats();
  const { screen, lostAt, line, help, readiness } = site;
  const numbers = useLineNumbers();
  const said = lostAt === null ? words.screen[screen] : words.lostSince(time(lostAt));
  return (
    <div className="sup-site-states">
      {help && (
        <Tag tone="amber" icon={IconLifebuoy}>
          {short[help]}
        </Tag>
      )}
      {/* A line that is told comes from a screen that is here. */}
      {line ? (
        <LineTag line={line} />
      ) : (
        <Tag
          tone={screen === 'present' ? 'green' : screen === 'lost' ? 'amber' : 'plain'}
          icon={screen === 'present' ? IconPlugConnected : IconPlugConnectedX}
        >
          {said}
        </Tag>
      )}
      {readiness.confirmed && <Tag tone="blue">{words.confirmed}</Tag>}
      {line && help === null && (
        <span className="sup-site-line small muted num ell" title={numbers(line)}>
          {numbers(line)}
        </span>
      )}
    </div>
  );
};

const Row = ({ site, onCheck }: { site: SupportedSite; onCheck: () => void }) => {
  const words = useWords(deskSupportWords).sites;
  const { name, code, province, hall, contact, readiness } = site;
  const place = [hall ? words.hall : province && upperFirst(province), code].filter(Boolean).join(' · ');
  return (
    <div className="sup-site">
      <NamedPlace name={name} place={place} />
      <States site={site} />
      <button type="button" className="sup-site-check" onClick={onCheck}>
        <CheckTag {...readiness} />
        <IconChevronRight size={16} stroke={2} aria-hidden />
        <span className="hidden-text">{words.check(name)}</span>
      </button>
      <div className="sup-site-call">
        {contact ? (
          <PhoneLink phone={contact.phone} label={words.call(`${contact.name ?? ''} ${name}`.trim(), contact.phone)} />
        ) : (
          <span className="small muted">{words.noPhone}</span>
        )}
        {contact?.name != null && (
          <span className="small muted ell" title={contact.name}>
            {contact.name}
          </span>
        )}
      </div>
    </div>
  );
};

export type SiteListProps = {
  seatId: SeatId;
  /** Names the list and what it is read by. */
  listKey: string;
  read: (asked: SitesAsked, cursor: string, signal: AbortSignal) => Promise<SupportedSitePage>;
  told: string;
  /** The own site of a province, whose check the province does not confirm; null at the centre. */
  ownSiteId: SiteId | null;
  /** A test call with a site; left out: not from here. */
  call?: CallOf;
  /** Has a room recorded and played back to itself; left out: not from here. */
  playback?: CallOf;
  /** Opens the conversation with a site; left out: not from here. */
  onWrite?: (siteId: SiteId) => void;
};

/** What calls a site, as the screen puts it together; ends when it is taken away. */
export type CallOf = (site: Pick<SupportedSite, 'siteId' | 'name'>) => ReactNode;

/** Sites with their connection, line, check and whom to call; what needs somebody first. */
export const SiteList = ({ seatId, listKey, read, told, ownSiteId, call, playback, onWrite }: SiteListProps) => {
  const words = useWords(deskSupportWords).sites;
  const { count } = useFormats();
  const [filter, setFilter] = useState<SupportedSiteFilter>('all');
  const [typed, setTyped] = useState('');
  const [checked, check] = useState<SupportedSite | null>(null);
  const [q] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const key = useMemo(() => ['supported', seatId, listKey, filter, q], [seatId, listKey, filter, q]);
  const list = useSitesFound(key, (cursor, signal) => read({ q, filter }, cursor, signal), told);
  return (
    <div className="sup-list">
      <div className="sup-find unlabelled">
        <div className="sup-filters" role="group" aria-label={words.filter}>
          {FILTERS.map((one) => (
            <Button key={one} size="small" pressed={one === filter} onPress={() => setFilter(one)}>
              {words.filters[one]}
            </Button>
          ))}
        </div>
        <SearchField label={words.search} value={typed} onChange={setTyped} />
      </div>
      <FoundList
        list={list}
        keyOf={({ siteId }) => siteId}
        rowHeight={ROW_HEIGHT}
        label={words.list}
        empty={<EmptyState title={words.none}>{words.noneHint}</EmptyState>}
        shown={(total) => words.shown(count(total))}
      >
        {(site) => <Row site={site} onCheck={() => check(site)} />}
      </FoundList>
      {checked && (
        <CheckDialog
          seatId={seatId}
          site={checked}
          told={told}
          confirms={checked.siteId !== ownSiteId}
          call={call?.(checked) ?? null}
          playback={playback?.(checked) ?? null}
          onWrite={
            onWrite
              ? () => {
                  check(null);
                  onWrite(checked.siteId);
                }
              : null
          }
          onClose={() => {
            check(null);
            list.retry();
          }}
        />
      )}
    </div>
  );
};
