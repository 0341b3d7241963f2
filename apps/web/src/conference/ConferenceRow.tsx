import type { ConferenceItem, ConferenceTime } from '@diemcau/domain/conference';
import { IconAlertCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { useFormats, useWords } from '../ui/index.ts';
import { missingOf } from './missing.ts';
import { useMissingSentence } from './missing-words.ts';
import { officeConferenceWords } from './office-words.ts';
import { PhaseTag } from './PhaseCard.tsx';

/** What a conference lacks, in one sentence. */
const Lack = ({ item, when }: { item: ConferenceItem; when: ConferenceTime }) => {
  const words = useWords(officeConferenceWords).missing;
  const sentence = useMissingSentence();
  if (item.status === 'closed') return null;
  const isPast = when === 'past';
  const missing = missingOf(item);
  if (!isPast && missing.length === 0) return <span className="cf-lack small muted">{words.nothing}</span>;
  const text = isPast ? words.notHeld : sentence(missing);
  return (
    <span className={`cf-lack small ${isPast ? 'muted' : 'wanting'}`} title={text}>
      {!isPast && <IconAlertCircle size={16} stroke={2} aria-hidden />}
      <span>{text}</span>
    </span>
  );
};

/** One conference of the home page: when, which, where, how it stands and what it lacks. */
export const ConferenceRow = ({ item, when }: { item: ConferenceItem; when: ConferenceTime }) => {
  const words = useWords(officeConferenceWords);
  const { count, date, time, weekday } = useFormats();
  const { conferenceId, name, kind, startsAt, status, invited, hall } = item;
  const place = `${words.kind[kind]} · ${words.list.at(hall.name, count(invited))}`;
  const isLive = status === 'open' || status === 'paused';
  return (
    <div className={`cf-row ${isLive ? 'live' : ''}`}>
      <span className="cf-when num">
        <b>{time(startsAt)}</b>
        <span className="small muted">
          {weekday(startsAt)}, {date(startsAt)}
        </span>
      </span>
      <span className="cf-what">
        <Link to={`/c/${conferenceId}/${status === 'closed' ? 'record' : 'prepare'}`} className="cf-name" title={name}>
          {name}
        </Link>
        <span className="small muted ell num" title={place}>
          {place}
        </span>
      </span>
      <span className="cf-phase-tag">
        <PhaseTag status={status} />
      </span>
      <Lack item={item} when={when} />
    </div>
  );
};
