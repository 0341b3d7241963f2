import './ConferencePage.css';
import type { ConferenceDetail } from '@diemcau/domain/conference';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { asProblem } from '../live/api.ts';
import { ErrorState, Loading, useFormats, useWords } from '../ui/index.ts';
import { useConference } from './conferences.ts';
import { useMissingSentence } from './missing-words.ts';
import { officeConferenceWords } from './office-words.ts';
import { PhaseTag } from './PhaseCard.tsx';
import { type ConferenceStep, type StepName, stepsOf } from './steps.ts';

const useNote = (conference: ConferenceDetail) => {
  const words = useWords(officeConferenceWords).steps;
  const { count, time } = useFormats();
  const missing = useMissingSentence();
  const { invited, preparation, startsAt, status } = conference;
  const sites = count(invited + 1);
  return (step: ConferenceStep): string => {
    if (step.missing.length > 0) return missing(step.missing);
    switch (step.name) {
      case 'plan':
        return words.plan(count(preparation.items), count(preparation.rows));
      case 'sites':
        return status === 'closed' ? words.sitesWere(sites) : words.sites(sites);
      case 'delegates':
        return words.delegates(count(preparation.rosters), sites);
      case 'check':
        return words.check(count(preparation.checked), sites, count(preparation.signed));
      case 'conduct':
        return status === 'prepared' ? words.conduct(time(startsAt)) : words.running;
      case 'record':
        return status === 'closed' ? words.recorded : words.recording;
    }
  };
};

type StepsProps = { conference: ConferenceDetail; current: StepName; desk: string | null };

/** The steps of a conference as a navigation: where one is, what is done, and what each still lacks. */
const StepsNav = ({ conference, current, desk }: StepsProps) => {
  const words = useWords(officeConferenceWords).steps;
  const noteOf = useNote(conference);
  return (
    <nav className="cf-steps" aria-label={words.label}>
      <ol>
        {stepsOf(conference, desk).map((step, at) => {
          const isWanting = step.missing.length > 0;
          return (
            <li key={step.name}>
              <Link
                to={step.href}
                className={`cf-step ${step.isDone ? 'done' : ''} ${isWanting ? 'wanting' : ''}`}
                aria-current={step.name === current ? 'step' : undefined}
              >
                <span className="cf-step-mark num" aria-hidden>
                  {step.isDone ? <IconCheck size={16} stroke={2.5} /> : at + 1}
                </span>
                <span className="cf-step-words">
                  <b>{words.names[step.name]}</b>
                  <span className="cf-step-note small">
                    {isWanting && <IconAlertCircle size={15} stroke={2} aria-hidden />}
                    <span>{noteOf(step)}</span>
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};

const Eyebrow = ({ conference }: { conference: ConferenceDetail }) => {
  const { kind } = useWords(officeConferenceWords);
  const { weekday, dateTime } = useFormats();
  return (
    <span className="row wrap num">
      <span>
        {kind[conference.kind]} · {weekday(conference.startsAt)}, {dateTime(conference.startsAt)}
      </span>
      <PhaseTag status={conference.status} />
    </span>
  );
};

type FrameProps = { title: string; eyebrow?: ReactNode; actions?: ReactNode; children: ReactNode };

export type ConferencePageProps = {
  conferenceId: string;
  current: StepName;
  /** The page of a desk whose seat this browser holds. */
  desk: string | null;
  /** The frame of the office. */
  Frame: (props: FrameProps) => ReactNode;
  actions?: (conference: ConferenceDetail) => ReactNode;
  children: (conference: ConferenceDetail) => ReactNode;
};

/** What the office pages of one conference share: its name, time and phase, and the steps of the work on it. */
export const ConferencePage = ({ conferenceId, current, desk, Frame, actions, children }: ConferencePageProps) => {
  const words = useWords(officeConferenceWords).steps;
  const { data, error, refetch } = useConference(conferenceId);
  return (
    <Frame title={data?.name ?? ''} eyebrow={data && <Eyebrow conference={data} />} actions={data && actions?.(data)}>
      {data !== undefined && (
        <>
          <StepsNav conference={data} current={current} desk={desk} />
          {children(data)}
        </>
      )}
      {data === undefined && error !== null && <ErrorState problem={asProblem(error)} onRetry={refetch} />}
      {data === undefined && error === null && <Loading>{words.loading}</Loading>}
    </Frame>
  );
};
