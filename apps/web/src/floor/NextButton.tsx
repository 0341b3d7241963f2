import './NextButton.css';
import { IconPlayerTrackNextFilled } from '@tabler/icons-react';

import { Kbd, usePress, useWords } from '../ui/index.ts';
import type { Run } from './acts.ts';
import { kindWords } from './kinds.ts';
import { siteText } from './labels.ts';
import { inSentence } from './names.ts';
import type { NextAct } from './next.ts';
import { floorWords } from './words.ts';

/** The two lines of the button: what it does, and to whom. */
const useLines = (next: NextAct): { readonly above: string; readonly main: string } => {
  const words = useWords(floorWords);
  const kinds = useWords(kindWords).label;
  if (next.status === 'notOpen') return { above: words.next.notOpenDetail, main: words.next.notOpen[next.phase] };
  if (next.status === 'empty') return { above: words.next.emptyDetail, main: words.next.empty };
  const { person, site, kind, lost } = next.called;
  const above = kind === 'discussion' ? words.next.invite : words.next.inviteKind(kinds[kind]);
  const place = inSentence(siteText(site, words));
  return {
    above: lost ? `${above} · ${words.next.lost}` : above,
    main: person === null ? place : words.next.person(person.name, place),
  };
};

export type NextButtonProps = {
  next: NextAct;
  run: Run;
  /** `prompter`: one large word, read from a metre; whom it calls stands beside it there. */
  face?: 'desk' | 'prompter';
};

/** "Tiếp": ends this speech and gives the floor to the one whom it names beforehand, in one act. Space does the same. */
export const NextButton = ({ next, run, face = 'desk' }: NextButtonProps) => {
  const words = useWords(floorWords).next;
  const { above, main } = useLines(next);
  const ready = next.status === 'ready';
  const press = usePress(ready ? () => run(next.command) : undefined);
  return (
    <button
      type="button"
      className={`fl-next ${face} ${ready && next.called.lost ? 'lost' : ''}`}
      disabled={!ready}
      aria-disabled={press.pending || undefined}
      aria-busy={press.pending || undefined}
      aria-keyshortcuts="Space"
      aria-label={face === 'prompter' ? `${words.title}: ${main}` : undefined}
      onClick={press.start}
    >
      <IconPlayerTrackNextFilled size={face === 'prompter' ? '0.8em' : 22} aria-hidden />
      {face === 'prompter' ? (
        <span className="fl-next-word">{words.title}</span>
      ) : (
        <span className="fl-next-lines">
          <span className="fl-next-above">{above}</span>
          <strong className="fl-next-main">{main}</strong>
        </span>
      )}
      {ready && face === 'desk' && <Kbd>Space</Kbd>}
    </button>
  );
};
