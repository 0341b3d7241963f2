import type { Run } from '../live/acts.ts';
import { inSentence } from '../live/naming.ts';
import { speechKindWords } from '../live/speech-kinds.ts';
import { StepButton, useWords } from '../ui/index.ts';
import { addressed, placeText } from './labels.ts';
import type { NextAct } from './next.ts';
import { floorWords } from './words.ts';

type Lines = { readonly above: string; readonly main: string; readonly below?: string };

/** The lines of the button: what it does, to whom, and where that is. */
const useLines = (next: NextAct): Lines => {
  const words = useWords(floorWords);
  const kinds = useWords(speechKindWords).label;
  if (next.status === 'notOpen') return { above: words.next.notOpenDetail, main: words.next.notOpen[next.phase] };
  if (next.status === 'empty') return { above: words.next.emptyDetail, main: words.next.empty };
  const { person, site, kind, lost } = next.called;
  const above = kind === 'discussion' ? words.next.invite : words.next.inviteKind(kinds[kind]);
  const does = lost ? `${above} · ${words.next.lost}` : above;
  if (person === null) return { above: does, main: inSentence(placeText(site, words)) };
  return { above: does, main: addressed(person), below: inSentence(placeText(site, words)) };
};

export type NextButtonProps = {
  next: NextAct;
  run: Run;
  /** `prompter`: one large word, read from a metre; whom it calls stands beside it there. */
  face?: 'desk' | 'prompter';
  describedBy?: string;
};

/** "Tiếp": ends this speech and gives the floor to the one whom it names beforehand, in one act. */
export const NextButton = ({ next, run, face = 'desk', describedBy }: NextButtonProps) => {
  const words = useWords(floorWords).next;
  const { above, main, below } = useLines(next);
  const ready = next.status === 'ready';
  return (
    <StepButton
      title={words.title}
      above={above}
      main={main}
      {...(below === undefined ? {} : { below })}
      onPress={ready ? () => run(next.command) : null}
      doubtful={ready && next.called.lost}
      face={face}
      {...(describedBy === undefined ? {} : { describedBy })}
    />
  );
};
