import './record.css';
import { IconArrowLeft, IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { asProblem } from '../../live/api.ts';
import { RecordPanel } from '../../minutes/index.ts';
import { OfficeFrame } from '../../organisation/index.ts';
import { useMySeats } from '../../seat/index.ts';
import { Button, ErrorState, formatLength, LinkButton, Loading, Panel, useFormats, useWords } from '../../ui/index.ts';
import { OfficePage, Stat } from '../../ui/office/index.ts';
import { useSummary } from './reads.ts';
import { Delegates, Items, People, Sites } from './Sections.tsx';
import { recordWords } from './words.ts';

type Reader = {
  readonly base: string;
  readonly conferenceId: string;
  /** Of a secretary, who writes notes. */
  readonly seatId?: string;
};
type FrameProps = { title: string; eyebrow?: ReactNode; actions?: ReactNode; children: ReactNode };
const TABS = ['record', 'people', 'sites', 'items', 'delegates'] as const;

const Told = ({ base, conferenceId, seatId, Frame }: Reader & { Frame: (props: FrameProps) => ReactNode }) => {
  const words = useWords(recordWords);
  const { count, dateTime } = useFormats();
  const [tab, setTab] = useState<(typeof TABS)[number]>('record');
  const { data, error, refetch } = useSummary(base);
  if (data === undefined)
    return (
      <Frame title={words.title}>
        {error ? <ErrorState problem={asProblem(error)} onRetry={refetch} /> : <Loading>{words.loading}</Loading>}
      </Frame>
    );
  const { openedAt, closedAt, startsAt } = data;
  const from = dateTime(openedAt ?? startsAt);
  const begun = openedAt === null ? words.planned(from) : words.opened(from);
  const when = closedAt === null ? begun : words.held(from, dateTime(closedAt));
  return (
    <Frame
      title={words.title}
      eyebrow={`${data.name} · ${when}`}
      actions={
        <>
          {seatId === undefined && (
            <LinkButton href={`/c/${conferenceId}/prepare`} icon={IconArrowLeft}>
              {words.back}
            </LinkButton>
          )}
          <LinkButton href={`/api/v1${base}/record.xlsx`} icon={IconFileSpreadsheet} newTab>
            {words.xlsx}
          </LinkButton>
          <LinkButton href={`/api/v1${base}/record.pdf`} icon={IconFileTypePdf} newTab>
            {words.pdf}
          </LinkButton>
        </>
      }
    >
      <section className="record-stats" aria-label={words.title}>
        <Stat value={count(data.speeches)} label={words.stats.speeches} />
        <Stat value={formatLength(data.speechMs)} label={words.stats.time} />
        <Stat value={count(data.people)} label={words.stats.people} />
        <Stat value={count(data.sites)} label={words.stats.sites} />
        <Stat value={count(data.recommendations)} label={words.stats.recommendations} />
      </section>
      <div className="row wrap" role="group" aria-label={words.sections}>
        {TABS.map((one) => (
          <Button key={one} pressed={tab === one} onPress={() => setTab(one)}>
            {words.tabs[one]}
          </Button>
        ))}
      </div>
      <Panel title={words.tabs[tab]} body="flush">
        {tab === 'record' && (
          <div className="record-place">
            <RecordPanel base={base} {...(seatId !== undefined && { seatId })} />
          </div>
        )}
        {tab === 'people' && <People base={base} />}
        {tab === 'sites' && <Sites base={base} />}
        {tab === 'items' && <Items items={data.items} />}
        {tab === 'delegates' && <Delegates base={base} />}
      </Panel>
    </Frame>
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
  if (!seat) return <Told base={`/conferences/${conferenceId}`} conferenceId={conferenceId} Frame={OfficeFrame} />;
  const { seatId, role } = seat;
  const writes = role === 'secretary' ? { seatId } : {};
  return <Told base={`/seats/${seatId}`} conferenceId={conferenceId} {...writes} Frame={OfficePage} />;
};
