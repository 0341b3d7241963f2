import './Desk.css';
import type { AttendingSite } from '@diemcau/domain/attendance';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconAlarm } from '@tabler/icons-react';

import { upperFirst } from '../live/index.ts';
import {
  EmptyState,
  FoundList,
  NamedPlace,
  PhoneLink,
  SearchField,
  SelectField,
  Tag,
  useFormats,
  useWords,
} from '../ui/index.ts';
import type { DeskNumbers } from './desk-numbers.ts';
import { type SitesAsked, useDeskSites } from './desk-sites.ts';
import { deskWords } from './desk-words.ts';

const typingPauseMs = 200;
const ROW_HEIGHT = 64;
/** On a phone name and number stand under each other. */
const NARROW_ROW_HEIGHT = 112;

const Contact = ({ site: { contact, remindedAt, name } }: { site: AttendingSite }) => {
  const words = useWords(deskWords).sites;
  const { time } = useFormats();
  const who = contact?.name ?? words.noName;
  const reminded = remindedAt === null ? null : words.reminded(time(remindedAt));
  const more = [contact === null ? null : who, reminded].filter((part) => part !== null).join(' · ');
  return (
    <div className="at-site-more">
      {contact === null ? (
        <span className="small muted">{words.noPhone}</span>
      ) : (
        <PhoneLink phone={contact.phone} label={words.call(`${who}, ${name}`, contact.phone)} />
      )}
      <span className="small muted ell num" title={more}>
        {more}
      </span>
    </div>
  );
};

const Answer = ({ site: { answer, present, summoned } }: { site: AttendingSite }) => {
  const words = useWords(deskWords).sites;
  const { count, time } = useFormats();
  if (answer === null) return null;
  const heads = summoned === 0 ? words.heads(count(present)) : words.headsOf(count(present), count(summoned));
  return (
    <div className="at-site-more">
      <span className="num">
        {heads} <span className="small muted">· {time(answer.at)}</span>
      </span>
      {answer.enteredBy !== null && (
        <span className="small muted ell" title={words.entered(answer.enteredBy)}>
          {words.entered(answer.enteredBy)}
        </span>
      )}
      {answer.late && (
        <span className="at-site-tag">
          <Tag tone="amber" icon={IconAlarm}>
            {words.late}
          </Tag>
        </span>
      )}
    </div>
  );
};

const Row = ({ site }: { site: AttendingSite }) => {
  const words = useWords(deskWords).sites;
  const { name, code, province, hall } = site;
  const place = [hall ? words.hall : province && upperFirst(province), code]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <div className="at-site">
      <NamedPlace name={name} place={place} />
      {site.answer === null ? <Contact site={site} /> : <Answer site={site} />}
    </div>
  );
};

/** What of the sites is looked at: `province` null is everywhere, empty the centre. */
export type SitesChoice = Pick<SitesAsked, 'filter' | 'province' | 'q'>;

export type DeskSitesProps = Omit<SitesAsked, 'filter' | 'province' | 'q'> & {
  choice: SitesChoice;
  onChoose: (choice: SitesChoice) => void;
  numbers: DeskNumbers;
  /** Changes with whatever may change a row, in one word. */
  told: string;
};

const everywhere = 'all';

const Filters = ({ choice, onChoose, numbers }: Pick<DeskSitesProps, 'choice' | 'onChoose' | 'numbers'>) => {
  const words = useWords(deskWords);
  const provinces = numbers.provinces.map(({ code, name }) => ({
    value: code ?? '',
    label: name ?? words.provinces.centre,
  }));
  return (
    <div className="at-filters unlabelled">
      <SearchField
        label={words.sites.search}
        value={choice.q}
        onChange={(q) => onChoose({ ...choice, q })}
        shortcut="/"
      />
      <SelectField
        label={words.sites.province}
        value={choice.province ?? everywhere}
        choices={[{ value: everywhere, label: words.sites.everywhere }, ...provinces]}
        onChange={(value) => onChoose({ ...choice, province: value === everywhere ? null : value })}
      />
    </div>
  );
};

const Nothing = ({ choice, isAll }: { choice: SitesChoice; isAll: boolean }) => {
  const words = useWords(deskWords).sites;
  if (!isAll) return <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>;
  return <EmptyState title={choice.filter === 'unanswered' ? words.allAnswered : words.noneAnswered} />;
};

/** Sites that have not answered with whom to call, or those that answered: found without accents, by province. */
export const DeskSites = ({ choice, onChoose, numbers, told, ...of }: DeskSitesProps) => {
  const words = useWords(deskWords).sites;
  const { count } = useFormats();
  const [q] = useDebouncedValue(choice.q, typingPauseMs);
  const narrow = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const list = useDeskSites({ ...of, ...choice, q }, told);
  const isAll = q.trim() === '' && choice.province === null;
  return (
    <div className="at-sites">
      <Filters choice={choice} onChoose={onChoose} numbers={numbers} />
      <FoundList
        list={list}
        keyOf={({ siteId }) => siteId}
        rowHeight={narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT}
        label={words[choice.filter]}
        empty={<Nothing choice={choice} isAll={isAll} />}
        shown={(total) => words.shown(count(total))}
      >
        {(site) => <Row site={site} />}
      </FoundList>
    </div>
  );
};
