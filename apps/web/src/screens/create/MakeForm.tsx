import type { Made } from '@diemcau/domain/snapshot';
import { useRouter } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';

import {
  type MakeDraft,
  type MakeSource,
  officeConferenceWords,
  startOf,
  templateWords,
  TimeFields,
  useMakeConference,
  wrongInStart,
} from '../../conference/index.ts';
import { asProblem } from '../../live/api.ts';
import { HallField, siteWords } from '../../site/index.ts';
import {
  Button,
  ErrorState,
  LinkButton,
  Loading,
  Notice,
  Panel,
  StatusLine,
  useFormats,
  useWords,
} from '../../ui/index.ts';
import { TextInput } from '../../ui/office/index.ts';
import { type Known, useMakeDraft, useSource } from './make.ts';
import { makeWords } from './make-words.ts';

type Hall = Parameters<Parameters<typeof HallField>[0]['onChange']>[0];

const TakenOver = ({ known }: { known: Known }) => {
  const words = useWords(makeWords);
  const parts = useWords(templateWords);
  const { kind } = useWords(officeConferenceWords);
  const { count } = useFormats();
  const { hallName, sites, items, rows } = known;
  return (
    <Panel title={words.takenOver}>
      <ul className="create-taken">
        <li>{kind[known.kind]}</li>
        {hallName !== null && <li>{parts.hall(hallName)}</li>}
        <li className="num">{parts.sites(count(sites))}</li>
        <li className="num">{parts.holds(count(items), count(rows))}</li>
      </ul>
      <p className="small muted">{words.notTaken}</p>
    </Panel>
  );
};

/** What was not taken over, named, before one goes on. */
const Lost = ({ made: { conferenceId, lost } }: { made: Made }) => {
  const words = useWords(makeWords).lost;
  const { count } = useFormats();
  const { sites, speeches } = lost;
  const rest = ({ total, first }: { total: number; first: readonly unknown[] }) =>
    total > first.length && <li className="muted num">{words.more(count(total - first.length))}</li>;
  return (
    <Panel title={words.title}>
      <div className="col">
        <Notice tone="good">{words.made}</Notice>
        {sites.total > 0 && (
          <>
            <h2>{words.sites(count(sites.total))}</h2>
            <ul>
              {sites.first.map(({ code, name }) => (
                <li key={code}>{words.site(name, code)}</li>
              ))}
              {rest(sites)}
            </ul>
          </>
        )}
        {speeches.total > 0 && (
          <>
            <h2>{words.speeches(count(speeches.total))}</h2>
            <ul>
              {speeches.first.map(({ person, site }, at) => (
                // Two rows may name the same person, and their order does not change.
                <li key={`${at} ${person}`}>{words.speech(person, site)}</li>
              ))}
              {rest(speeches)}
            </ul>
          </>
        )}
        <LinkButton href={`/c/${conferenceId}/prepare`} tone="primary">
          {words.go}
        </LinkButton>
      </div>
    </Panel>
  );
};

const timeOf = (startsAt: string | null, time: (moment: string) => string): string =>
  startsAt === null ? '08:00' : time(startsAt);

const useMaking = (source: MakeSource, known: Known) => {
  const { history } = useRouter();
  const { time } = useFormats();
  const { draft, change, forget } = useMakeDraft(source, {
    name: source.kind === 'copy' ? known.name : '',
    time: timeOf(known.startsAt, time),
  });
  const [asked, setAsked] = useState(false);
  const { mutate, error, isPending, data } = useMakeConference(source);
  const problem = error === null ? null : asProblem(error);
  const needsHall = known.hallName === null || draft.hallSiteId !== null || problem?.code === 'conference.unknown_hall';
  const wrongIn = (each: MakeDraft) => [
    ...wrongInStart(each, Date.now()),
    ...(needsHall && each.hallSiteId === null ? (['hall'] as const) : []),
  ];
  const submit = (): boolean => {
    setAsked(true);
    if (wrongIn(draft).length > 0 || isPending) return false;
    mutate(draft, {
      onSuccess: ({ conferenceId, lost }) => {
        forget();
        if (lost.sites.total + lost.speeches.total === 0) history.push(`/c/${conferenceId}/prepare`);
      },
    });
    return true;
  };
  return { draft, change, needsHall, submit, problem, isPending, made: data, wrong: asked ? wrongIn(draft) : [] };
};

const Fields = ({ source, known }: { source: MakeSource; known: Known }) => {
  const words = useWords(makeWords);
  const { fields } = useWords(officeConferenceWords);
  const missingHall = useWords(siteWords).hall.missing;
  const form = useRef<HTMLFormElement>(null);
  const [hall, setHall] = useState<Hall | null>(null);
  const { draft, change, needsHall, submit, problem, isPending, made, wrong } = useMaking(source, known);
  if (made && made.lost.sites.total + made.lost.speeches.total > 0) return <Lost made={made} />;
  return (
    <form
      ref={form}
      className="create"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // After the fields have been marked.
        if (!submit()) setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }}
    >
      <Panel title={words.about}>
        <div className="cf-fields">
          <TextInput
            className="cf-wide"
            label={fields.name}
            description={fields.nameHint}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={wrong.includes('name') ? fields.errors.name : null}
            required
            name="name"
            autoComplete="off"
          />
          <TimeFields when={draft} onChange={change} wrong={wrong} />
          {needsHall && (
            <div className="cf-wide">
              <HallField
                value={hall}
                onChange={(site) => {
                  setHall(site);
                  change({ hallSiteId: site.siteId });
                }}
                error={wrong.includes('hall') ? missingHall : null}
              />
            </div>
          )}
        </div>
      </Panel>
      <TakenOver known={known} />
      <div className="create-foot">
        <StatusLine problem={problem} />
        <div className="row wrap">
          <span className="grow create-ready">
            {startOf(draft) === null ? words.chooseDate : isPending ? words.working : ''}
          </span>
          <Button type="submit" tone="primary" pending={isPending}>
            {words.submit}
          </Button>
        </div>
      </div>
    </form>
  );
};

/** A conference like another one or like a template: only name, time and, where there is none, the hall are asked. */
export const MakeForm = ({ kind, id }: MakeSource) => {
  const source = useMemo(() => ({ kind, id }), [kind, id]);
  const { known, error, refetch } = useSource(source);
  if (known !== null) return <Fields key={id} source={source} known={known} />;
  return error === null ? <Loading /> : <ErrorState problem={asProblem(error)} onRetry={refetch} />;
};
