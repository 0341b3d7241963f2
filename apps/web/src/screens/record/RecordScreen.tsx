import './record.css';
import { IconFileSpreadsheet, IconFileTypePdf, IconTestPipe } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordSummary } from '@diemcau/domain/minutes';

import { ConferencePage } from '../../conference/index.ts';
import { asProblem } from '../../live/api.ts';
import { RecordPanel } from '../../minutes/index.ts';
import { OfficeFrame } from '../../organisation/index.ts';
import { useMySeats } from '../../seat/index.ts';
import {
  Button,
  ErrorState,
  formatLength,
  LinkButton,
  Loading,
  Notice,
  Panel,
  useFormats,
  useWords,
} from '../../ui/index.ts';
import { OfficePage, Stat } from '../../ui/office/index.ts';
import { Absent } from './Absent.tsx';
import { useSummary } from './reads.ts';
import { Delegates, Items, People, Sites } from './Sections.tsx';
import { recordWords } from './words.ts';

type Reader = {
  readonly base: string;
  /** Of a secretary, who writes notes. */
  readonly seatId?: string;
};
const TABS = ['record', 'people', 'sites', 'items', 'delegates', 'absent'] as const;

/** A rehearsal has no delegates of its own. */
const REHEARSAL_TABS: readonly (typeof TABS)[number][] = ['record', 'people', 'sites', 'items'];

const Exports = ({ base }: { base: string }) => {
  const words = useWords(recordWords);
  return (
    <>
      <LinkButton href={`/api/v1${base}/record.xlsx`} icon={IconFileSpreadsheet} newTab>
        {words.xlsx}
      </LinkButton>
      <LinkButton href={`/api/v1${base}/record.pdf`} icon={IconFileTypePdf} newTab>
        {words.pdf}
      </LinkButton>
    </>
  );
};

const useWhen = () => {
  const words = useWords(recordWords);
  const { dateTime } = useFormats();
  return ({ openedAt, closedAt, startsAt }: RecordSummary): string => {
    const from = dateTime(openedAt ?? startsAt);
    const begun = openedAt === null ? words.planned(from) : words.opened(from);
    return closedAt === null ? begun : words.held(from, dateTime(closedAt));
  };
};

type Of = Reader & { data: RecordSummary; rehearsal: number | null };

const OfOne = ({ base, seatId, data, rehearsal }: Of) => {
  const words = useWords(recordWords);
  const { count } = useFormats();
  const tabs: readonly (typeof TABS)[number][] = rehearsal === null ? TABS : REHEARSAL_TABS;
  const [chosen, setTab] = useState<(typeof TABS)[number]>('record');
  const tab = tabs.includes(chosen) ? chosen : 'record';
  return (
    <>
      <section className="record-stats" aria-label={words.title}>
        <Stat value={count(data.speeches)} label={words.stats.speeches} />
        <Stat value={formatLength(data.speechMs)} label={words.stats.time} />
        <Stat value={count(data.people)} label={words.stats.people} />
        <Stat value={count(data.sites)} label={words.stats.sites} />
        <Stat value={count(data.recommendations)} label={words.stats.recommendations} />
      </section>
      <div className="row wrap" role="group" aria-label={words.sections}>
        {tabs.map((one) => (
          <Button key={one} pressed={tab === one} onPress={() => setTab(one)}>
            {words.tabs[one]}
          </Button>
        ))}
      </div>
      <Panel title={words.tabs[tab]} body="flush">
        {tab === 'record' && (
          <div className="record-place">
            <RecordPanel base={base} rehearsal={rehearsal} {...(seatId !== undefined && { seatId })} />
          </div>
        )}
        {tab === 'people' && <People base={base} rehearsal={rehearsal} />}
        {tab === 'sites' && <Sites base={base} rehearsal={rehearsal} />}
        {tab === 'items' && <Items items={data.items} />}
        {tab === 'delegates' && <Delegates base={base} />}
        {tab === 'absent' && <Absent base={base} />}
      </Panel>
    </>
  );
};

/** One rehearsal, of which nobody writes notes any more. */
const OfRehearsal = ({ base, no }: { base: string; no: number }) => {
  const { data, error, refetch } = useSummary(base, no);
  return data ? <OfOne base={base} data={data} rehearsal={no} /> : <Read error={error} onRetry={refetch} />;
};

/** The conference itself, or one of its rehearsals, each with a record of its own. */
const Told = ({ data, ...reader }: Reader & { data: RecordSummary }) => {
  const words = useWords(recordWords);
  const { dateTime, time } = useFormats();
  const [rehearsal, show] = useState<number | null>(null);
  const when = (from: number, to: number | null) => (to === null ? dateTime(from) : `${dateTime(from)} – ${time(to)}`);
  return (
    <>
      {data.rehearsals.length > 0 && (
        <div className="row wrap" role="group" aria-label={words.which}>
          <Button pressed={rehearsal === null} onPress={() => show(null)}>
            {words.itself}
          </Button>
          {data.rehearsals.map(({ no, from, to }) => (
            <Button key={no} icon={IconTestPipe} pressed={rehearsal === no} onPress={() => show(no)}>
              {words.rehearsal(no, when(from, to))}
            </Button>
          ))}
        </div>
      )}
      {rehearsal === null ? (
        <OfOne {...reader} data={data} rehearsal={null} />
      ) : (
        <>
          <Notice tone="calm">{words.apart}</Notice>
          <OfRehearsal base={reader.base} no={rehearsal} />
        </>
      )}
    </>
  );
};

const Read = ({ error, onRetry }: { error: Error | null; onRetry: () => Promise<unknown> }) => {
  const words = useWords(recordWords);
  return error ? <ErrorState problem={asProblem(error)} onRetry={onRetry} /> : <Loading>{words.loading}</Loading>;
};

/** For a desk, which knows of no administration. */
const OfDesk = ({ base, seatId }: Reader) => {
  const words = useWords(recordWords);
  const when = useWhen();
  const { data, error, refetch } = useSummary(base);
  return (
    <OfficePage
      title={words.title}
      eyebrow={data && `${data.name} · ${when(data)}`}
      actions={data && <Exports base={base} />}
    >
      {data ? (
        <Told base={base} {...(seatId !== undefined && { seatId })} data={data} />
      ) : (
        <Read error={error} onRetry={refetch} />
      )}
    </OfficePage>
  );
};

const OfAdministrator = ({ conferenceId }: { conferenceId: string }) => {
  const base = `/conferences/${conferenceId}`;
  const when = useWhen();
  const { data, error, refetch } = useSummary(base);
  return (
    <ConferencePage
      conferenceId={conferenceId}
      current="record"
      desk={null}
      Frame={OfficeFrame}
      actions={() => data && <Exports base={base} />}
    >
      {() =>
        data ? (
          <>
            <p className="muted num">{when(data)}</p>
            <Told base={base} data={data} />
          </>
        ) : (
          <Read error={error} onRetry={refetch} />
        )
      }
    </ConferencePage>
  );
};

/** `/c/<id>/record`: what happened, for a desk's seat of this browser or else for an administrator. */
export const RecordScreen = ({ conferenceId }: { conferenceId: string }) => {
  const { data, error } = useMySeats();
  if (data === undefined && error === null) return <Loading />;
  // A seat reads on after the end (K9).
  const here = (data ?? []).filter(
    (seat) => seat.conferenceId === conferenceId && (seat.state === 'opened' || seat.state === 'over'),
  );
  const seat =
    here.find(({ role }) => role === 'secretary') ?? here.find(({ role }) => role === 'chair' || role === 'moderator');
  if (!seat) return <OfAdministrator conferenceId={conferenceId} />;
  const { seatId, role } = seat;
  const writes = role === 'secretary' ? { seatId } : {};
  return <OfDesk base={`/seats/${seatId}`} {...writes} />;
};
