import { IconClock } from '@tabler/icons-react';

import { type Called, cueWords, floorWords, inSentence, NextButton, placeText, type Run } from '../../floor/index.ts';
import { useFormats, useWords } from '../../ui/index.ts';
import type { Prompter } from './prompter.ts';
import { chairWords } from './words.ts';

const Next = ({ view, limitSeconds }: { view: Prompter; limitSeconds: number | null }) => {
  const words = useWords(floorWords);
  const cue = useWords(cueWords);
  const chair = useWords(chairWords);
  const { number } = useFormats();
  const { called, readiness } = view;
  if (called === null) return <p className="chair-place">{cue.upNext.none}</p>;
  const { person, site } = called;
  const minutes = limitSeconds === null ? null : chair.minutes(number(limitSeconds / 60));
  const place = placeText(site, words);
  return (
    <div className={readiness === 'ready' ? '' : 'chair-not-ready'}>
      <p className="chair-name">
        {person && <span className="muted">{person.honorific} </span>}
        {person?.name ?? place}
      </p>
      <p className="chair-place">{[place, minutes].filter((part) => part !== null).join(' · ')}</p>
    </div>
  );
};

const Then = ({ called }: { called: Called }) => {
  const words = useWords(floorWords);
  const place = inSentence(placeText(called.site, words));
  return (
    <li>
      {called.person?.name ?? words.unnamedPerson} <span className="muted">· {place}</span>
    </li>
  );
};

export type UpNextProps = { view: Prompter; limitSeconds: number | null; run: Run };

/** The foot of the prompter: who is next and whether ready, who then, and the one button. */
export const UpNext = ({ view, limitSeconds, run }: UpNextProps) => {
  const words = useWords(cueWords).upNext;
  const chair = useWords(chairWords);
  const { count } = useFormats();
  const { next, readiness, after, more } = view;
  return (
    <footer className="chair-next">
      <section aria-labelledby="chair-next">
        <h2
          id="chair-next"
          className={`chair-label ${readiness === null ? '' : readiness === 'ready' ? 'green' : 'amber'}`}
        >
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
            {after.map((called) => (
              <Then key={called.requestId} called={called} />
            ))}
          </ol>
        )}
        {more > 0 && <p className="chair-more muted num">{chair.waiting(count(more))}</p>}
      </section>
      <NextButton next={next} run={run} face="prompter" />
    </footer>
  );
};
