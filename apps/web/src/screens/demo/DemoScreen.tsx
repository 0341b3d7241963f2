import './demo.css';
import type { ConferenceRole } from '@diemcau/domain/kernel';
import { type Demo, FEW_SIMULATED, MAX_SIMULATED } from '@diemcau/domain/seat';
import {
  IconBuilding,
  IconChecklist,
  IconDeviceMobile,
  IconEye,
  IconLayoutGrid,
  IconMicrophone2,
  IconTool,
  IconUserStar,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';

import { asProblem } from '../../live/api.ts';
import { seatWords } from '../../seat/index.ts';
import {
  EntryPage,
  ErrorState,
  type Icon,
  LinkButton,
  Loading,
  Notice,
  type SaidProblem,
  StatusLine,
  useWords,
} from '../../ui/index.ts';
import { Select } from '../../ui/office/index.ts';
import { type Opening, useDemo, useDemoActs, useHeld } from './demo.ts';
import { desksOf, placesOf, shownPlaces } from './places.ts';
import { SeatButton } from './SeatButton.tsx';
import { Simulation } from './Simulation.tsx';
import { SitePlace } from './SitePlace.tsx';
import { demoWords } from './words.ts';

const deskIcons: Readonly<Partial<Record<ConferenceRole, Icon>>> = {
  chair: IconUserStar,
  moderator: IconMicrophone2,
  operator: IconLayoutGrid,
  secretary: IconChecklist,
  technician: IconTool,
  delegate: IconDeviceMobile,
  observer: IconEye,
};

const Steps = () => {
  const words = useWords(demoWords).steps;
  return (
    <section className="demo-group">
      <h2>{words.title}</h2>
      <ol className="demo-steps">
        <li>{words.first}</li>
        <li>{words.second}</li>
        <li>{words.third}</li>
      </ol>
    </section>
  );
};

/** The first visit finds a lively conference: a few sites play themselves, once for each conference. */
const useFirstSites = ({ conferenceId, simulated }: Demo, simulate: (count: number) => Promise<void>) => {
  useEffect(() => {
    const key = `diemcau.demo.${conferenceId}`;
    if (simulated > 0 || sessionStorage.getItem(key) !== null) return;
    sessionStorage.setItem(key, 'started');
    void simulate(FEW_SIMULATED);
  });
};

type PartProps = { demo: Demo; isHeld: ReturnType<typeof useHeld>; open: (opening: Opening) => Promise<void> };

const Desks = ({ demo, isHeld, open }: PartProps) => {
  const words = useWords(demoWords);
  const roles = useWords(seatWords).roles;
  return (
    <section className="demo-group">
      <h2>{words.desks}</h2>
      <div className="demo-cards">
        {desksOf(demo.seats).map(({ role, label, siteId }) => (
          <SeatButton
            key={role}
            icon={deskIcons[role] ?? IconUserStar}
            title={roles[role]}
            detail={label}
            held={isHeld(role, siteId)}
            onOpen={() => open({ role, siteId })}
          />
        ))}
        <SeatButton
          icon={IconBuilding}
          title={words.administrator}
          detail={words.administratorDetail}
          onOpen={() => open('administrator')}
        />
      </div>
    </section>
  );
};

const Sites = ({ demo, ...part }: PartProps) => {
  const words = useWords(demoWords);
  const [other, setOther] = useState<string | null>(null);
  const places = placesOf(demo.seats);
  const [hall] = places;
  const shown = shownPlaces(places, MAX_SIMULATED);
  const others = places.slice(1).filter((place) => !shown.includes(place));
  const chosen = others.find(({ siteId }) => siteId === other);
  return (
    <section className="demo-group">
      <div>
        <h2>{words.sites}</h2>
        <p className="small muted">{words.sitesHint}</p>
      </div>
      <div className="demo-cards">
        {hall && <SitePlace place={hall} isHall {...part} />}
        {shown.map((place) => (
          <SitePlace key={place.siteId} place={place} {...part} />
        ))}
        {chosen && <SitePlace key={chosen.siteId} place={chosen} {...part} />}
      </div>
      {others.length > 0 && (
        <Select
          label={words.other}
          placeholder={words.choose}
          searchable
          data={others.map(({ siteId, name }) => ({ value: siteId, label: name }))}
          value={other}
          onChange={setOther}
        />
      )}
    </section>
  );
};

const Start = ({ demo }: { demo: Demo }) => {
  const words = useWords(demoWords);
  const { open, simulate } = useDemoActs();
  const isHeld = useHeld(demo.conferenceId);
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const [blocked, setBlocked] = useState<string | null>(null);
  const attempt = async (act: () => Promise<void>) => {
    setProblem(null);
    try {
      await act();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  const play = (count: number) => attempt(() => simulate(count));
  useFirstSites(demo, play);
  const part = {
    demo,
    isHeld,
    open: (opening: Opening) => attempt(async () => setBlocked(await open(opening))),
  };
  return (
    <>
      <p className="muted">{words.lead}</p>
      <StatusLine problem={problem} onDismiss={() => setProblem(null)} />
      {blocked !== null && (
        <Notice tone="trouble" onDismiss={() => setBlocked(null)}>
          {words.blocked} <a href={blocked}>{words.blockedLink}</a>.
        </Notice>
      )}
      <Steps />
      <Desks {...part} />
      <Sites {...part} />
      <Simulation demo={demo} onSet={play} />
    </>
  );
};

/** `/demo`: says that it is a demonstration and opens each of its seats in a tab with one click. */
export const DemoScreen = () => {
  const words = useWords(demoWords);
  const { data, error, refetch } = useDemo();
  if (data !== undefined) {
    return (
      <EntryPage title={words.title} eyebrow={data.name} width="wide">
        <Start demo={data} />
      </EntryPage>
    );
  }
  if (error === null) return <Loading />;
  const problem = asProblem(error);
  const isNoDemo = problem.status === 404;
  return (
    <EntryPage title={isNoDemo ? words.none : words.title}>
      {isNoDemo ? (
        <LinkButton href="/" tone="primary">
          {words.home}
        </LinkButton>
      ) : (
        <ErrorState problem={problem} onRetry={refetch} />
      )}
    </EntryPage>
  );
};
