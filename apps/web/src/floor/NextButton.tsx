import './NextButton.css';
import { IconPlayerTrackNextFilled } from '@tabler/icons-react';

import { Kbd, usePress, useWords } from '../ui/index.ts';
import type { Run } from './acts.ts';
import { kindWords } from './kinds.ts';
import { addressed, placeText } from './labels.ts';
import { inSentence } from './names.ts';
import type { NextAct } from './next.ts';
import { floorWords } from './words.ts';

type Lines = { readonly above: string; readonly main: string; readonly below?: string };

/** The lines of the button: what it does, to whom, and where that is. */
const useLines = (next: NextAct): Lines => {
  const words = useWords(floorWords);
  const kinds = useWords(kindWords).label;
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
};

/** "Tiếp": ends this speech and gives the floor to the one whom it names beforehand, in one act. Space does the same. */
export const NextButton = ({ next, run, face = 'desk' }: NextButtonProps) => {
  const words = useWords(floorWords).next;
  const { above, main, below } = useLines(next);
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
      aria-label={
        face === 'prompter' ? [words.title, main, below].filter((line) => line !== undefined).join(', ') : undefined
      }
      onClick={press.start}
    >
      <IconPlayerTrackNextFilled size={face === 'prompter' ? '0.8em' : 22} aria-hidden />
      {face === 'prompter' ? (
        <span className="fl-next-word">{words.title}</span>
      ) : (
        <span className="fl-next-lines">
          <span className="fl-next-above">{above}</span>
          <strong className="fl-next-main">{main}</strong>
          {below !== undefined && <span className="fl-next-below">{below}</span>}
        </span>
      )}
      {ready && face === 'desk' && <Kbd>Space</Kbd>}
    </button>
  );
};
