import { IconClock } from '@tabler/icons-react';

import { cueWords, floorWords, NextButton, placeText } from '../../floor/index.ts';
import { inSentence, type Run } from '../../live/index.ts';
import { type RowStep, runSheetWords, useRowTexts } from '../../run-sheet/index.ts';
import { StepButton, useFormats, useWords } from '../../ui/index.ts';
import type { Prompter, Waiting } from './prompter.ts';
import { chairWords } from './words.ts';

type FaceProps = {
  honorific: string | null;
  name: string;
  /** Place, length. */
  more: readonly (string | null)[];
  ready: boolean;
};

const Face = ({ honorific, name, more, ready }: FaceProps) => (
  <div className={ready ? '' : 'chair-not-ready'}>
    <p className="chair-name">
      {honorific !== null && <span className="muted">{honorific} </span>}
      {name}
    </p>
    <p className="chair-place">{more.filter((part) => part !== null).join(' · ')}</p>
  </div>
);

const useMinutes = () => {
  const chair = useWords(chairWords);
  const { number } = useFormats();
  return (seconds: number | null) => (seconds === null ? null : chair.minutes(number(seconds / 60)));
};

const NextRow = ({ step, ready }: { step: RowStep; ready: boolean }) => {
  const texts = useRowTexts();
  const minutes = useMinutes();
  const { row } = step;
  if (row.speaker === null)
    return <Face honorific={null} name={texts.kind(row)} more={[minutes(row.seconds)]} ready={ready} />;
  const { person } = row.speaker;
  return (
    <Face
      honorific={person?.honorific ?? null}
      name={person?.name ?? texts.place(row.speaker)}
      more={[person === null ? null : texts.place(row.speaker), texts.kind(row), minutes(row.seconds)]}
      ready={ready}
    />
  );
};

const Next = ({ view, limitSeconds }: { view: Prompter; limitSeconds: number | null }) => {
  const words = useWords(floorWords);
  const cue = useWords(cueWords);
  const minutes = useMinutes();
  const { row, called, readiness } = view;
  const ready = readiness === 'ready';
  if (row) return <NextRow step={row} ready={ready} />;
  if (called === null) return <p className="chair-place">{cue.upNext.none}</p>;
  const { person, site } = called;
  const place = placeText(site, words);
  return (
    <Face
      honorific={person?.honorific ?? null}
      name={person?.name ?? place}
      more={[place, minutes(limitSeconds)]}
      ready={ready}
    />
  );
};

const Then = ({ waiting }: { waiting: Waiting }) => {
  const words = useWords(floorWords);
  const place = inSentence(placeText(waiting.site, words));
  return (
    <li>
      {waiting.person && <span className="muted">{waiting.person.honorific} </span>}
      {waiting.person?.name ?? words.unnamedPerson} <span className="muted">· {place}</span>
    </li>
  );
};

const Button = ({ view, run }: { view: Prompter; run: Run }) => {
  const words = useWords(floorWords).next;
  const sheet = useWords(runSheetWords).step;
  const texts = useRowTexts();
  const { row, next } = view;
  if (row === null) return <NextButton next={next} run={run} face="prompter" />;
  return (
    <StepButton
      title={words.title}
      above={sheet.above}
      main={texts.line(row.row)}
      onPress={() => run(row.command)}
      face="prompter"
    />
  );
};

export type UpNextProps = { view: Prompter; limitSeconds: number | null; run: Run };

/** The foot of the prompter: who is next and whether ready, who then, and the one button. */
export const UpNext = ({ view, limitSeconds, run }: UpNextProps) => {
  const words = useWords(cueWords).upNext;
  const chair = useWords(chairWords);
  const { count } = useFormats();
  const { readiness, after, more, row } = view;
  const waiting = row === null ? '' : 'blue';
  const tone = readiness === null ? waiting : readiness === 'ready' ? 'green' : 'amber';
  return (
    <footer className="chair-next">
      <section aria-labelledby="chair-next">
        <h2 id="chair-next" className={`chair-label ${tone}`}>
          <IconClock size="1.1em" stroke={2} aria-hidden />
          {words.title}
          {readiness !== null && <span className="chair-ready">· {words[readiness]}</span>}
        </h2>
        <Next view={view} limitSeconds={limitSeconds} />
      </section>
      <section aria-labelledby="chair-then">
        <h2 id="chair-then" className="chair-label">
          {words.after}
        </h2>
        {after.length === 0 ? (
          <p className="chair-then muted">{words.afterNone}</p>
        ) : (
          <ol className="chair-then">
            {after.map((waiting) => (
              <Then key={waiting.key} waiting={waiting} />
            ))}
          </ol>
        )}
        {more > 0 && <p className="chair-more muted num">{chair.waiting(count(more))}</p>}
      </section>
      <Button view={view} run={run} />
    </footer>
  );
};
