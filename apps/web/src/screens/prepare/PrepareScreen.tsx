import './prepare.css';
import type { ConferenceDetail, SiteCounts } from '@diemcau/domain/conference';
import { OPENS_BEFORE_MS } from '@diemcau/domain/seat';
import { IconCopy, IconTemplate } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';

import { ConferencePage, PhaseActs, SaveTemplate, templateWords, useConferenceActs } from '../../conference/index.ts';
import { newConferenceHref, OfficeFrame } from '../../organisation/index.ts';
import { officeSeatWords, PeoplePanel, seatWords, useMySeats, useOwnDesk, WatchPanel } from '../../seat/index.ts';
import { LinkButton, Notice, Panel, useFormats, useWords } from '../../ui/index.ts';
import { ActMenu, Stat } from '../../ui/office/index.ts';
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
    case 'rehearsal':
    case 'open':
    case 'paused':
      return <p className="muted">{words.hall(hall.name)}</p>;
    case 'closed':
      return <p className="muted num">{words.closed(dateTime(closedAt ?? startsAt))}</p>;
  }
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

/** What else can be done with a conference: another one like it, or a template. */
const More = ({ conference, onSaved }: { conference: ConferenceDetail; onSaved: (name: string) => void }) => {
  const words = useWords(templateWords);
  const { history } = useRouter();
  const [saving, setSaving] = useState(false);
  const { conferenceId } = conference;
  return (
    <>
      <ActMenu
        label={words.more}
        groups={[
          [
            {
              words: words.copy,
              icon: IconCopy,
              act: () => history.push(`${newConferenceHref}?copy=${conferenceId}`),
            },
            { words: words.saving.act, icon: IconTemplate, act: () => setSaving(true) },
          ],
        ]}
      />
      {saving && <SaveTemplate conference={conference} onSaved={onSaved} onClose={() => setSaving(false)} />}
    </>
  );
};

/** `/c/<id>/prepare`: what a conference still needs before it opens, and opening it. */
export const PrepareScreen = ({ conferenceId }: { conferenceId: string }) => {
  const words = useWords(templateWords).saving;
  const { command } = useConferenceActs(conferenceId);
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <ConferencePage
      conferenceId={conferenceId}
      current="sites"
      desk={useOwnDesk(conferenceId)}
      Frame={OfficeFrame}
      actions={(conference) => (
        <>
          <PhaseActs conference={conference} run={command} />
          <More conference={conference} onSaved={setSaved} />
        </>
      )}
    >
      {(conference) => (
        <>
          {saved !== null && (
            <Notice tone="good" onDismiss={() => setSaved(null)}>
              {words.saved(saved)}
            </Notice>
          )}
          <Prepared conference={conference} />
        </>
      )}
    </ConferencePage>
  );
};
