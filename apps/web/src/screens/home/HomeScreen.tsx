import './home.css';
import { IconPlus } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { MySeat } from '@diemcau/domain/seat';

import { ConferenceList, officeConferenceWords } from '../../conference/index.ts';
import { asProblem } from '../../live/api.ts';
import { demoHref, newConferenceHref, OfficeFrame, signInHref, useSession } from '../../organisation/index.ts';
import { useMySeats } from '../../seat/index.ts';
import { EntryPage, ErrorState, LinkButton, Loading, useWords } from '../../ui/index.ts';
import { MyWork } from './MyWork.tsx';
import { homeWords } from './words.ts';

const Office = ({ seats }: { seats: readonly MySeat[] }) => {
  const words = useWords(officeConferenceWords).list;
  const { mine } = useWords(homeWords);
  const opened = seats.filter(({ state }) => state === 'opened');
  const create = (
    <LinkButton href={newConferenceHref} tone="primary" icon={IconPlus}>
      {words.create}
    </LinkButton>
  );
  return (
    <OfficeFrame title={words.title} actions={create}>
      {opened.length > 0 && (
        <section aria-label={mine}>
          <MyWork seats={opened} />
        </section>
      )}
      <ConferenceList create={create} />
    </OfficeFrame>
  );
};

const Seated = ({ seats, demo }: { seats: readonly MySeat[]; demo: boolean }) => {
  const words = useWords(homeWords);
  return (
    <EntryPage title={words.mine} width="wide">
      <MyWork seats={seats} />
      <LinkButton href={demo ? demoHref : signInHref('/')} tone="quiet">
        {demo ? words.demo : words.nobody.signIn}
      </LinkButton>
    </EntryPage>
  );
};

const Nobody = () => {
  const words = useWords(homeWords).nobody;
  return (
    <EntryPage title={words.title}>
      <p>{words.link}</p>
      <p>{words.administrator}</p>
      <LinkButton href={signInHref('/')} tone="primary" wide>
        {words.signIn}
      </LinkButton>
      <p className="small muted">{words.lost}</p>
    </EntryPage>
  );
};

/** A demonstration has a start of its own, from which every role is opened. */
const ToDemo = () => {
  const { history } = useRouter();
  useEffect(() => history.replace(demoHref), [history]);
  return <Loading />;
};

/**
 * `/`: an administrator's conferences; without an account the conferences of the seats that this browser holds; else
 * what to do to get to one.
 */
export const HomeScreen = () => {
  const session = useSession();
  const { data: seats, error, refetch } = useMySeats();
  if (session.status === 'failed') return <ErrorState problem={session.problem} onRetry={session.again} />;
  if (session.status === 'loading') return <Loading />;
  const { administrator, demo } = session.session;
  // The list of conferences does not wait for the seats, nor fail with them.
  if (administrator !== null) return <Office seats={seats ?? []} />;
  if (seats === undefined)
    return error === null ? <Loading /> : <ErrorState problem={asProblem(error)} onRetry={refetch} />;
  if (seats.length > 0) return <Seated seats={seats} demo={demo} />;
  return demo ? <ToDemo /> : <Nobody />;
};
