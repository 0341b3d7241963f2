import './prepare.css';
import type { ConferenceDetail, SiteCounts } from '@diemcau/domain/conference';
import { OPENS_BEFORE_MS } from '@diemcau/domain/seat';
import { IconHistory, IconListDetails } from '@tabler/icons-react';

import {
  officeConferenceWords,
  PhaseActs,
  PhaseTag,
  useConference,
  useConferenceActs,
} from '../../conference/index.ts';
import { asProblem } from '../../live/api.ts';
import { OfficeFrame } from '../../organisation/index.ts';
import { officeSeatWords, PeoplePanel, seatWords, useMySeats, WatchPanel } from '../../seat/index.ts';
import { ErrorState, LinkButton, Loading, Panel, useFormats, useWords } from '../../ui/index.ts';
import { Stat } from '../../ui/office/index.ts';
import { SitesPanel } from './SitesPanel.tsx';
import { useSiteList } from './use-site-list.ts';
import { prepareWords } from './words.ts';

const Stats = ({ conference, counts }: { conference: ConferenceDetail; counts: SiteCounts | null }) => {
  const words = useWords(prepareWords).stats;
  const { count } = useFormats();
  const shown = (value: number | undefined) => (value === undefined ? '…' : count(value));
  return (
    <section className="prepare-stats" aria-label={words.label}>
      <Stat value={count(conference.invited + 1)} label={words.invited} />
      <Stat value={shown(counts ? counts.all - counts.noClerk : undefined)} label={words.clerks} />
      <Stat value={shown(counts ? counts.all - counts.noScreen : undefined)} label={words.screens} />
      <Stat
        value={shown(counts?.missing)}
        label={words.missing}
        wanting={counts !== null && counts.missing > 0 && conference.status !== 'closed'}
      />
    </section>
  );
};

/** The desks whose seats this very browser holds. */
const MyDesks = ({ conferenceId }: { conferenceId: string }) => {
  const words = useWords(officeSeatWords).mine;
  const roles = useWords(seatWords).roles;
  const { data } = useMySeats();
  const mine = (data ?? []).filter((seat) => seat.conferenceId === conferenceId && seat.state === 'opened');
  if (mine.length === 0) return null;
  return (
    <Panel title={words.title}>
      <div className="row wrap">
        {mine.map(({ seatId, role, siteName, path }) => (
          <LinkButton key={seatId} href={path} size="small" newTab>
            {siteName === null ? roles[role] : `${roles[role]} · ${siteName}`}
          </LinkButton>
        ))}
      </div>
    </Panel>
  );
};

const Where = ({ conference }: { conference: ConferenceDetail }) => {
  const words = useWords(prepareWords);
  const { dateTime } = useFormats();
  const { status, startsAt, closedAt, hall } = conference;
  switch (status) {
    case 'prepared':
      return <p className="muted num">{words.prepared(dateTime(Date.parse(startsAt) - OPENS_BEFORE_MS), hall.name)}</p>;
    case 'open':
    case 'paused':
      return <p className="muted">{words.hall(hall.name)}</p>;
    case 'closed':
      return <p className="muted num">{words.closed(dateTime(closedAt ?? startsAt))}</p>;
  }
};

const Eyebrow = ({ conference }: { conference: ConferenceDetail }) => {
  const { kind } = useWords(officeConferenceWords);
  const { dateTime } = useFormats();
  return (
    <span className="row wrap num">
      <span>
        {kind[conference.kind]} · {dateTime(conference.startsAt)}
      </span>
      <PhaseTag status={conference.status} />
    </span>
  );
};

const Prepared = ({ conference }: { conference: ConferenceDetail }) => {
  const { conferenceId } = conference;
  const list = useSiteList(conferenceId);
  return (
    <>
      <Where conference={conference} />
      <Stats conference={conference} counts={list.counts} />
      <MyDesks conferenceId={conferenceId} />
      <PeoplePanel conferenceId={conferenceId} canChange={conference.status !== 'closed'} />
      <SitesPanel conference={conference} list={list} />
      <WatchPanel conferenceId={conferenceId} canChange={conference.status !== 'closed'} />
    </>
  );
};

const Page = ({ conferenceId }: { conferenceId: string }) => {
  const words = useWords(prepareWords);
  const { data, error, refetch } = useConference(conferenceId);
  const { command } = useConferenceActs(conferenceId);
  return (
    <OfficeFrame
      title={data?.name ?? ''}
      eyebrow={data && <Eyebrow conference={data} />}
      actions={
        data && (
          <>
            <LinkButton href={`/c/${conferenceId}/agenda`} icon={IconListDetails}>
              {words.agenda}
            </LinkButton>
            {data.status !== 'prepared' && (
              <LinkButton href={`/c/${conferenceId}/record`} icon={IconHistory}>
                {words.record}
              </LinkButton>
            )}
            <PhaseActs conference={data} run={command} />
          </>
        )
      }
    >
      {data !== undefined && <Prepared conference={data} />}
      {data === undefined && error !== null && <ErrorState problem={asProblem(error)} onRetry={refetch} />}
      {data === undefined && error === null && <Loading>{words.loading}</Loading>}
    </OfficeFrame>
  );
};

/** `/c/<id>/prepare`: what a conference still needs before it opens, and opening it. */
export const PrepareScreen = ({ conferenceId }: { conferenceId: string }) => <Page conferenceId={conferenceId} />;
