import './StepButton.css';
import { IconPlayerTrackNextFilled } from '@tabler/icons-react';

import { Kbd } from './Kbd.tsx';
import { usePress } from './press.ts';

export type StepButtonProps = {
  /** The one word of the button: "Tiếp". */
  title: string;
  /** Above, smaller: what kind of step it is. */
  above: string;
  /** To whom, or to what. */
  main: string;
  /** Where that is. */
  below?: string;
  /** What the press does; null: nothing to do now. */
  onPress: (() => void | Promise<unknown>) | null;
  /** It may be refused: the site is missing. */
  doubtful?: boolean;
  /** `prompter`: one large word, read from a metre; what it does stands beside it there. */
  face?: 'desk' | 'prompter';
  /** What says more of it. */
  describedBy?: string;
};

/** The one step forward of a conference, said beforehand. Space does the same. */
export const StepButton = (props: StepButtonProps) => {
  const { title, above, main, below, onPress, doubtful = false, face = 'desk', describedBy } = props;
  const press = usePress(onPress ?? undefined);
  return (
    <button
      type="button"
      className={`ui-step ${face} ${doubtful ? 'lost' : ''}`}
      disabled={onPress === null}
      aria-disabled={press.pending || undefined}
      aria-busy={press.pending || undefined}
      aria-keyshortcuts="Space"
      aria-label={
        face === 'prompter' ? `${title}: ${[main, below].filter((line) => line !== undefined).join(', ')}` : undefined
      }
      aria-describedby={describedBy}
      onClick={press.start}
    >
      <IconPlayerTrackNextFilled size={face === 'prompter' ? '0.8em' : 22} aria-hidden />
      {face === 'prompter' ? (
        <span className="ui-step-word">{title}</span>
      ) : (
        <span className="ui-step-lines">
          <span className="ui-step-above">{above}</span>
          <strong className="ui-step-main">{main}</strong>
          {below !== undefined && <span className="ui-step-below">{below}</span>}
        </span>
      )}
      {onPress !== null && face === 'desk' && <Kbd>Space</Kbd>}
    </button>
  );
};
