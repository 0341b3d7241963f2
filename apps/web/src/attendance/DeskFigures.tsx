import './Desk.css';

import { useFormats, useWords } from '../ui/index.ts';
import { type Numbers, ratioOf, wholeOf } from './desk-numbers.ts';
import { deskWords } from './desk-words.ts';

/** A part of a whole, in words for those who hear the page; of a whole that nobody named, the part alone. */
export const Part = ({ part, whole: named }: { part: number; whole: number }) => {
  const whole = wholeOf(part, named);
  const words = useWords(deskWords);
  const { count } = useFormats();
  if (whole === 0) return <span className="num">{count(part)}</span>;
  return (
    <>
      <span className="num" aria-hidden>
        {words.of(count(part), count(whole))}
      </span>
      <span className="hidden-text">{words.ofSpoken(count(part), count(whole))}</span>
    </>
  );
};

/** How far something is, as a thin line; its words stand beside it. */
export const Share = ({ part, whole }: { part: number; whole: number }) => {
  const ratio = ratioOf(part, whole);
  return (
    <span className={`at-share ${ratio === 1 ? 'all' : ''}`} aria-hidden>
      <span style={{ width: `${ratio * 100}%` }} />
    </span>
  );
};

const Figure = ({ label, part, whole }: { label: string; part: number; whole: number }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <Part part={part} whole={whole} />
      {wholeOf(part, whole) > 0 && <Share part={part} whole={whole} />}
    </dd>
  </div>
);

/** The two numbers of a roll call: sites that answered of those invited, people present of those summoned. */
export const DeskFigures = ({ numbers, asked }: { numbers: Numbers; asked: boolean }) => {
  const words = useWords(deskWords);
  const { answered, invited, present, summoned } = numbers;
  return (
    <dl className="at-figures">
      {asked && <Figure label={words.answered} part={answered} whole={invited} />}
      <Figure label={words.present} part={present} whole={summoned} />
    </dl>
  );
};
