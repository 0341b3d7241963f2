import './Clerk.css';
import type { AttendingSite, RollCall } from '@diemcau/domain/attendance';
import type { SeatId } from '@diemcau/domain/kernel';
import { IconCheck, IconChevronLeft, IconChevronRight, IconClock, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';

import { inSentence } from '../live/naming.ts';
import {
  Button,
  CheckField,
  ErrorState,
  LinkButton,
  type NowMs,
  Panel,
  SearchField,
  Tag,
  useFormats,
  useWords,
  VirtualList,
} from '../ui/index.ts';
import { answeredOf, communesShown } from './clerk-communes.ts';
import { RollCallPanel } from './ClerkRollCall.tsx';
import { RosterPanel } from './RosterPanel.tsx';
import { provinceWords } from './site-words.ts';
import { useCommunes } from './use-communes.ts';
import { useRoster } from './use-roster.ts';

const ROW_HEIGHT = 68;
/** The page is told nothing of another site: its roster is read anew so often. */
const ROSTER_MS = 10_000;

type Asked = Extract<RollCall, { status: 'open' }> | null;

const AnswerOf = ({ site, asked }: { site: AttendingSite; asked: Asked }) => {
  const words = useWords(provinceWords);
  const { count, time } = useFormats();
  const { answer, summoned } = site;
  const listed = summoned === 0 ? words.notListed : words.listed(count(summoned));
  if (answer === null)
    return (
      <span className="small">
        {asked !== null && <span className="att-commune-waiting">{words.waiting}</span>}
        <span className="muted">{asked === null ? listed : ` · ${listed}`}</span>
      </span>
    );
  const said = (answer.late ? words.headsLate : words.heads)(count(answer.headCount), time(answer.at));
  return (
    <span className="small">
      <span className="att-commune-answered">{said}</span>
      {answer.enteredBy !== null && <span className="muted"> · {words.onBehalf}</span>}
    </span>
  );
};

const Row = ({ site, asked, onOpen }: { site: AttendingSite; asked: Asked; onOpen: () => void }) => {
  const words = useWords(provinceWords);
  const Picture = site.answer === null ? IconClock : IconCheck;
  return (
    <button
      type="button"
      className={`att-commune ${site.answer === null ? 'waiting' : 'answered'}`}
      title={words.open(inSentence(site.name))}
      onClick={onOpen}
    >
      {asked !== null && <Picture size={22} stroke={2} aria-hidden />}
      <span className="att-row-words">
        <b className="att-row-who" title={site.name}>
          {site.name}
        </b>
        <AnswerOf site={site} asked={asked} />
      </span>
      <IconChevronRight size={20} stroke={2} aria-hidden />
    </button>
  );
};

type ListProps = { sites: readonly AttendingSite[]; asked: Asked; onOpen: (site: AttendingSite) => void };

const List = ({ sites, asked, onOpen }: ListProps) => {
  const words = useWords(provinceWords);
  const [query, setQuery] = useState('');
  const [onlyWaiting, setOnlyWaiting] = useState(false);
  const shown = communesShown(sites, query, onlyWaiting && asked !== null);
  return (
    <>
      <div className="att-list-tools">
        <p className="small muted">{words.about}</p>
        <SearchField value={query} label={words.search} placeholder={words.searchHint} onChange={setQuery} />
        {asked !== null && <CheckField label={words.onlyWaiting} checked={onlyWaiting} onChange={setOnlyWaiting} />}
      </div>
      {shown.length === 0 && <p className="att-list-none muted">{words.noneFound}</p>}
      {shown.length > 0 && (
        <div className="att-list-place" style={{ height: shown.length * ROW_HEIGHT }}>
          <VirtualList rows={shown} keyOf={({ siteId }) => siteId} rowHeight={ROW_HEIGHT} label={words.title}>
            {(site) => <Row site={site} asked={asked} onOpen={() => onOpen(site)} />}
          </VirtualList>
        </div>
      )}
    </>
  );
};

type CommuneProps = { seatId: SeatId; site: AttendingSite; asked: Asked; nowMs: NowMs; onBack: () => void };

/** One commune, entered in its place. */
const Commune = ({ seatId, site, asked, nowMs, onBack }: CommuneProps) => {
  const words = useWords(provinceWords);
  const model = useRoster(seatId, site.siteId, { nowMs, everyMs: ROSTER_MS });
  return (
    <div className="att-commune-open">
      <div className="row wrap">
        <Button size="small" icon={IconChevronLeft} onPress={onBack}>
          {words.back}
        </Button>
        {site.contact !== null && (
          <LinkButton
            size="small"
            tone="quiet"
            icon={IconPhone}
            href={`tel:${site.contact.phone.replace(/[^+\d]/g, '')}`}
          >
            {words.call([site.contact.name, site.contact.phone].filter(Boolean).join(' – '))}
          </LinkButton>
        )}
      </div>
      <p className="att-note">{words.noted}</p>
      {asked !== null && (
        <RollCallPanel
          siteName={inSentence(site.name)}
          model={model}
          rollCall={asked}
          remindedAt={site.remindedAt === null ? null : Date.parse(site.remindedAt)}
          nowMs={nowMs}
        />
      )}
      <RosterPanel model={model} siteName={inSentence(site.name)} isCounting={asked !== null} nowMs={nowMs} />
    </div>
  );
};

export type ProvincePanelProps = {
  seatId: SeatId;
  /** The roll call that is open, if one is. */
  asked: Asked;
  nowMs: NowMs;
};

/** The communes of the province and their answers, for its clerk to enter in their place; nothing for other sites. */
export const ProvincePanel = ({ seatId, asked, nowMs }: ProvincePanelProps) => {
  const words = useWords(provinceWords);
  const { count } = useFormats();
  const { communes, load } = useCommunes(seatId, asked !== null);
  const [opened, open] = useState<AttendingSite | null>(null);
  if (communes.status === 'loading' || (communes.status === 'ready' && communes.sites.length === 0)) return null;
  const sites = communes.status === 'ready' ? communes.sites : [];
  const back = () => {
    open(null);
    void load();
  };
  return (
    <Panel
      title={opened === null ? words.title : words.entering(inSentence(opened.name))}
      body={opened === null ? 'flush' : 'padded'}
      className="att-province"
      {...(asked === null || opened !== null
        ? {}
        : { note: <Tag>{words.answered(count(answeredOf(sites)), count(sites.length))}</Tag> })}
    >
      {communes.status === 'failed' && <ErrorState problem={communes.problem} onRetry={load} />}
      {communes.status === 'ready' && opened === null && <List sites={sites} asked={asked} onOpen={open} />}
      {opened !== null && <Commune seatId={seatId} site={opened} asked={asked} nowMs={nowMs} onBack={back} />}
    </Panel>
  );
};
