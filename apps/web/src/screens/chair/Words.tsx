import { cueWords, CueText } from '../../floor/index.ts';
import type { SheetCue } from '../../run-sheet/index.ts';
import { useWords } from '../../ui/index.ts';
import { isLongCue, type Prompter } from './prompter.ts';

/** A sentence longer than this is set a little closer, so that it stays in view whole; never smaller than 54 px. */
const LONG = 190;

/** A sentence in which the names that matter are set apart. */
const Sentence = ({ text, names }: { text: string; names: readonly string[] }) => {
  const found = names.filter((name) => name !== '' && text.includes(name));
  const [name] = found;
  if (name === undefined) return text;
  const at = text.indexOf(name);
  const rest = found.slice(1);
  return (
    <>
      <Sentence text={text.slice(0, at)} names={rest} />
      <strong>{name}</strong>
      <Sentence text={text.slice(at + name.length)} names={rest} />
    </>
  );
};

const Say = ({ text, names, next = false }: { text: string; names: readonly string[]; next?: boolean }) => (
  <p className={next ? 'chair-say-next' : ''}>
    <Sentence text={text} names={names} />
  </p>
);

export type WordsProps = {
  view: Prompter;
  /** Of the run sheet; null where the floor alone tells what to say. */
  cue: SheetCue | null;
};

/** The sentence to say now, and the one that leads on. */
export const Words = ({ view, cue }: WordsProps) => {
  const words = useWords(cueWords).cue;
  const isInterrupted = view.cue.status === 'lost' || view.cue.status === 'back';
  const sheet = isInterrupted ? null : cue;
  const isEmpty = sheet !== null && sheet.now === null && sheet.next === null;
  if (sheet === null || isEmpty) {
    const long = isLongCue(view.cue);
    return (
      <div className={`chair-say ${long ? 'long' : ''}`} tabIndex={long ? 0 : undefined}>
        <p>
          <CueText cue={view.cue} />
        </p>
      </div>
    );
  }
  const { now, next, names } = sheet;
  const long = (now?.text.length ?? 0) + (next?.length ?? 0) > LONG;
  return (
    <div
      className={`chair-say ${long ? 'long' : ''}`}
      tabIndex={long ? 0 : undefined}
      role="group"
      aria-label={words.title}
      key={`${now?.rowId ?? ''} ${next ?? ''}`}
    >
      {now && <Say text={now.text} names={names} />}
      {next !== null && <Say text={next} names={names} next={now !== null} />}
    </div>
  );
};
